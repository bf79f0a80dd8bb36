import { type Exactness, fold, spellings } from '../text/fold.ts';
import { matchesGlob } from './glob.ts';
import { regexTest } from './regex.ts';

/** Number of a distinct word of the patterns: its text, with or without wildcards, and how exactly it compares. */
export type PatternWord = number;

/** Takes a lower-case word with its accents to its stem. */
export type Stem = (word: string) => string;

/** All pattern words of one lexicon, answering which of them a word of text satisfies. */
export type Vocabulary = {
  /** The number of a pattern word; the same word compared the same way has the same number. */
  readonly add: (word: string, exact: Exactness) => PatternWord;
  /** All pattern words that a word of text satisfies, in any of its spellings. */
  readonly satisfied: (word: string) => readonly PatternWord[];
  /** By the code of an ASCII character, 0 where no word of text that begins with it satisfies a pattern word added so far. */
  readonly beginnings: Uint8Array;
};

/** Pattern words that compare in the same way: literals by text, globs by the letters before their first wildcard. */
type Shelf = {
  readonly exact: Exactness;
  /** Words as they were written, of which the same come by the thousand. */
  readonly added: Map<string, PatternWord>;
  readonly literals: Map<string, PatternWord>;
  readonly globs: Map<string, Map<string, PatternWord>>;
  readonly prefixLengths: Set<number>;
  /** By folded stem. */
  readonly stems: Map<string, PatternWord>;
  readonly regexes: Map<string, { readonly number: PatternWord; readonly fits: (word: string) => boolean }>;
};

/** Makes an empty vocabulary; adding a word with a stem to it needs `stem`, else a RangeError is thrown. */
export function createVocabulary(stem?: Stem): Vocabulary {
  const shelves = new Map<string, Shelf>();
  const beginnings = new Uint8Array(128);
  let count = 0;

  function shelf(exact: Exactness): Shelf {
    const key = `${exact.case} ${exact.accents}`;
    const known = shelves.get(key);
    if (known !== undefined) return known;
    const empty: Shelf = {
      exact,
      added: new Map(),
      literals: new Map(),
      globs: new Map(),
      prefixLengths: new Set(),
      stems: new Map(),
      regexes: new Map(),
    };
    shelves.set(key, empty);
    return empty;
  }

  function add(word: string, exact: Exactness): PatternWord {
    const own = shelf(exact);
    return own.added.get(word) ?? put(own.added, word, numberOf(word, own));
  }

  function numberOf(
    word: string,
    { exact, literals, globs, prefixLengths, stems, regexes }: Shelf,
  ): PatternWord {
    if (isRegex(word)) {
      beginnings.fill(1);
      const source = exact.accents
        ? word.slice(1, -1)
        : fold(word.slice(1, -1), { case: true, accents: false });
      const known = regexes.get(source);
      if (known !== undefined) return known.number;
      return put(regexes, source, { number: count++, fits: regexTest(source, !exact.case) }).number;
    }
    if (word.endsWith('~')) {
      beginnings.fill(1);
      const key = stemOf(word.slice(0, -1), exact);
      return stems.get(key) ?? put(stems, key, count++);
    }
    const folded = fold(spellings(word)[0] ?? word, exact);
    const wildcard = folded.search(/[*?]/);
    if (wildcard === 0) beginnings.fill(1);
    else begin(folded);
    if (wildcard < 0) return literals.get(folded) ?? put(literals, folded, count++);
    const prefix = folded.slice(0, wildcard);
    prefixLengths.add(prefix.length);
    const bucket = globs.get(prefix) ?? put(globs, prefix, new Map());
    return bucket.get(folded) ?? put(bucket, folded, count++);
  }

  /** Spellings leave the first character of a word as it is, and folding but for its case and accent. */
  function begin(folded: string): void {
    if (beginnings[folded.charCodeAt(0)] === 1) return;
    const [first = ''] = folded.normalize('NFD');
    for (const one of [first.toLowerCase(), first.toUpperCase()]) {
      if (one <= '\u007f') beginnings[one.charCodeAt(0)] = 1;
    }
  }

  function stemOf(word: string, exact: Exactness): string {
    if (stem === undefined) throw new RangeError(`expected a stemmer for \`${word}~\`, got none`);
    return fold(stem(fold(word, { case: false, accents: true })), exact);
  }

  function satisfied(word: string): readonly PatternWord[] {
    const found = new Set<PatternWord>();
    for (const spelling of spellings(word)) {
      for (const { exact, literals, globs, prefixLengths, stems, regexes } of shelves.values()) {
        const folded = fold(spelling, exact);
        const literal = literals.get(folded);
        if (literal !== undefined) found.add(literal);
        for (const length of prefixLengths) {
          if (length > folded.length) continue;
          for (const [glob, number] of globs.get(folded.slice(0, length)) ?? []) {
            if (matchesGlob(glob, folded, length)) found.add(number);
          }
        }
        const stemmed = stems.size === 0 ? undefined : stems.get(stemOf(spelling, exact));
        if (stemmed !== undefined) found.add(stemmed);
        for (const { number, fits } of regexes.values()) if (fits(folded)) found.add(number);
      }
    }
    return [...found];
  }

  return { add, satisfied, beginnings };
}

/** Whether a word of a pattern is written as a regular expression. */
export function isRegex(word: string): boolean {
  return word.startsWith('/');
}

function put<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}
