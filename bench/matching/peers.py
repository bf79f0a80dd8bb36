"""Counts with peers what bench/matching.ts matches: reads `{texts, terms}` as JSON, prints seconds of processor time."""
import json
import sys
import time

with open(sys.argv[1], encoding="utf-8") as file:
    given = json.load(file)
rounds = int(sys.argv[2])


def fastest(work):
    best = None
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken = time.process_time() - start
        best = taken if best is None else min(best, taken)
    return best


found = {}
try:
    import sklearn
    from sklearn.feature_extraction.text import CountVectorizer

    for name, terms in given["terms"].items():
        words = [term for term in terms if " " not in term]
        alone = CountVectorizer(vocabulary=words)
        phrases = CountVectorizer(vocabulary=terms, ngram_range=(1, 3))
        found[f"sklearn {sklearn.__version__} CountVectorizer, words of {name}"] = fastest(
            lambda: alone.transform(given["texts"])
        )
        found[f"sklearn {sklearn.__version__} CountVectorizer, words and phrases of {name}"] = fastest(
            lambda: phrases.transform(given["texts"])
        )
except ImportError:
    print("sklearn", file=sys.stderr)
try:
    import nltk
    from nltk.tokenize import MWETokenizer, wordpunct_tokenize

    found[f"nltk {nltk.__version__} wordpunct_tokenize, no matching"] = fastest(
        lambda: [wordpunct_tokenize(text) for text in given["texts"]]
    )
    for name, terms in given["terms"].items():
        matcher = MWETokenizer([tuple(term.split()) for term in terms])
        found[f"nltk {nltk.__version__} wordpunct_tokenize and MWETokenizer, {name}"] = fastest(
            lambda: [matcher.tokenize(wordpunct_tokenize(text.lower())) for text in given["texts"]]
        )
except ImportError:
    print("nltk", file=sys.stderr)
print(json.dumps(found))
