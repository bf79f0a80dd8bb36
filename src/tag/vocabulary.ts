import { type Exactness, fold, spellings } from '../text/fold.ts';
import { matchesGlob } from './glob.ts';

/** Number of a distinct word of the patterns: its text, with or without wildcards, and how exactly it compares. */
export type PatternWord = number;

/** All pattern words of one lexicon, answering which of them a word of text satisfies. */
export type Vocabulary = {
  /** The number of a pattern word; the same word compared the same way has the same number. */
  readonly add: (word: string, exact: Exactness) => PatternWord;
  /** All pattern words that a word of text satisfies, in any of its spellings. */
  readonly satisfied: (word: string) => readonly PatternWord[];
};

/** Pattern words that compare in the same way: literals by text, globs by the letters before their first wildcard. */
type Shelf = {
  readonly exact: Exactness;
  readonly literals: Map<string, PatternWord>;
  readonly globs: Map<string, Map<string, PatternWord>>;
  readonly prefixLengths: Set<number>;
};

/** Makes an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const shelves = new Map<string, Shelf>();
  let count = 0;

  function shelf(exact: Exactness): Shelf {
    const key = `${exact.case} ${exact.accents}`;
    const known = shelves.get(key);
    if (known !== undefined) return known;
    const empty: Shelf = { exact, literals: new Map(), globs: new Map(), prefixLengths: new Set() };
    shelves.set(key, empty);
    return empty;
  }

  function add(word: string, exact: Exactness): PatternWord {
    const { literals, globs, prefixLengths } = shelf(exact);
    const folded = fold(spellings(word)[0] ?? word, exact);
    const wildcard = folded.search(/[*?]/);
    if (wildcard < 0) return literals.get(folded) ?? put(literals, folded, count++);
    const prefix = folded.slice(0, wildcard);
    prefixLengths.add(prefix.length);
    const bucket = globs.get(prefix) ?? put(globs, prefix, new Map());
    return bucket.get(folded) ?? put(bucket, folded, count++);
  }

  function satisfied(word: string): readonly PatternWord[] {
    const found = new Set<PatternWord>();
    for (const spelling of spellings(word)) {
      for (const { exact, literals, globs, prefixLengths } of shelves.values()) {
        const folded = fold(spelling, exact);
        const literal = literals.get(folded);
        if (literal !== undefined) found.add(literal);
        for (const length of prefixLengths) {
          if (length > folded.length) continue;
          for (const [glob, number] of globs.get(folded.slice(0, length)) ?? []) {
            if (matchesGlob(glob, folded, length)) found.add(number);
          }
        }
      }
    }
    return [...found];
  }

  return { add, satisfied };
}

function put<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}
