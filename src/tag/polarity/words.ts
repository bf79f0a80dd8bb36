import { parseWord } from './notation.ts';
import type { Token } from './tokens.ts';

/** A list of words by themselves. */
export type Words = {
  /** Whether a word is one of the list; where there is no word, it is none. */
  readonly has: (token: Token | undefined) => boolean;
};

/** Reads a list of words: `word`, `=word` with accents, `word*` for all that begin so. */
export function createWords(written: readonly string[]): Words {
  const steps = written.map(parseWord);
  const wholes = new Set(steps.filter(({ exact, prefix }) => !exact && !prefix).map(({ plain }) => plain));
  const accented = new Set(steps.filter(({ exact }) => exact).map(({ lower }) => lower));
  const beginnings = new Set(steps.filter(({ prefix }) => prefix).map(({ plain }) => plain));
  const lengths = [...new Set([...beginnings].map(({ length }) => length))].sort((a, b) => a - b);
  return {
    has: (token) =>
      token !== undefined &&
      (wholes.has(token.plain) ||
        accented.has(token.lower) ||
        lengths.some((length) => beginnings.has(token.plain.slice(0, length)))),
  };
}
