import { createRequire } from 'node:module';
import type compromise from 'compromise/two';
import type { Sentence } from './sentence.ts';
import { at } from './tokens.ts';

/** A word of a sentence with its parts of speech, in UTF-16 units of the passage. */
type Term = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tags: ReadonlySet<string>;
  /** Whether a comma, semicolon or colon follows. */
  readonly isLast: boolean;
};

/** What we read of the library's answer. */
type Parsed = {
  readonly terms: readonly {
    readonly text: string;
    readonly post: string;
    readonly tags: readonly string[];
    readonly offset: { readonly start: number; readonly length: number };
  }[];
};

/** Loaded at the first word that needs it: it takes half a second and 45 MB, and most texts never ask. */
let library: typeof compromise | null = null;

/**
 * Makes a function that tells by a grammar of English whether a word that may be a noun or a verb (`claims`, `reports`) is
 * a noun, so that nobody speaks by it. Only words of `homographs` are asked of it, each sentence once.
 */
export function createGrammar(
  homographs: ReadonlySet<string>,
): (sentence: Sentence, word: number) => boolean {
  const read = new Map<Sentence, readonly Term[]>();
  return (sentence, word) => {
    const token = at(sentence.tokens, word);
    if (!homographs.has(token.plain)) return false;
    const terms = read.get(sentence) ?? termsOf(sentence);
    read.set(sentence, terms);
    const index = terms.findIndex(({ start, end }) => start <= token.start && token.end <= end);
    const term = terms[index];
    return term !== undefined && !term.tags.has('Verb') && verbsAfter(terms, index) > 1;
  };
}

function termsOf({ text, span }: Sentence): readonly Term[] {
  library ??= createRequire(import.meta.url)('compromise/two') as typeof compromise;
  const parsed: readonly Parsed[] = library(text.slice(span.start, span.end)).json({ offset: true });
  return parsed.flatMap(({ terms }) =>
    terms.map(({ text: word, post, tags, offset }) => ({
      text: word.toLowerCase(),
      start: span.start + offset.start,
      end: span.start + offset.start + offset.length,
      tags: new Set(tags),
      isLast: /[,;:]/u.test(post),
    })),
  );
}

/**
 * Verbs with their auxiliaries behind a word, up to the next comma. The library alone takes many verbs for nouns; a noun
 * also needs a verb of its own beside that of the clause it governs (`old demands that … were met`).
 */
function verbsAfter(terms: readonly Term[], index: number): number {
  const stop = terms.findIndex(({ isLast }, i) => i > index && isLast);
  const until = stop < 0 ? terms.length : stop;
  const isVerb = ({ tags }: Term): boolean => tags.has('Verb') && !tags.has('Gerund');
  return terms.filter((term, i) => {
    if (i <= index || i > until || !isVerb(term)) return false;
    const previous = at(terms, i - 1);
    return !isVerb(previous) && previous.text !== 'to';
  }).length;
}
