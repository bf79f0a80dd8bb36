import type { Framing } from '../../model/framing.ts';
import type { Term } from '../../model/lexicon.ts';
import { plain } from '../../text/fold.ts';

/** Passages are remembered by their words up to so many: beyond that placebos are left out. */
const MOST_PASSAGES = 50_000;

/** In which passages about the object each word stands, by language. */
export type WordIndex = {
  readonly add: (passage: number, framing: Framing) => void;
  /** Words of a language with their passages; null where there were too many passages to remember. */
  readonly words: (language: string) => ReadonlyMap<string, readonly number[]> | null;
};

/** An index of words, made in the pass that makes the matrix. */
export function wordIndex(): WordIndex {
  const languages = new Map<string, Map<string, number[]>>();
  let isFull = false;
  return {
    add(passage, { language, words }) {
      if (passage >= MOST_PASSAGES) {
        isFull = true;
        languages.clear();
      }
      if (isFull) return;
      const index = languages.get(language) ?? new Map<string, number[]>();
      languages.set(language, index);
      for (const word of words) {
        const passages = index.get(word);
        if (passages === undefined) index.set(word, [passage]);
        else passages.push(passage);
      }
    },
    words: (language) => (isFull ? null : (languages.get(language) ?? new Map())),
  };
}

/** Tells words that patterns of some terms are made of, which may stand for no term. */
export function ownWords(terms: readonly Pick<Term, 'pattern'>[]): (word: string) => boolean {
  const [whole, begun] = [new Set<string>(), new Set<string>()];
  for (const { pattern } of terms) {
    for (const [, word = '', open = ''] of pattern.matchAll(/([\p{L}\p{M}]+)([*~?]?)/gu)) {
      const folded = plain(word);
      if (open === '') whole.add(folded);
      else if (folded.length > 3) begun.add(folded);
    }
  }
  return (word) => whole.has(word) || [...begun].some((start) => word.startsWith(start));
}
