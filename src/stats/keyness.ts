import { normalBothTails } from './normal.ts';

/** How much more of a word one of two corpora has. */
export type Keyness = {
  /** Log likelihood over all four cells (Dunning 1993) and its p with one degree of freedom, trials taken as independent. */
  readonly g2: number;
  readonly p: number;
  /** The same over the word's two cells alone (Rayson and Garside 2000). */
  readonly g2Word: number;
  /** 1 where the first corpus has relatively more, -1 where less, 0 where the same. */
  readonly sign: -1 | 0 | 1;
  /** Binary logarithm of the ratio of relative frequencies, with a half for a count of 0. */
  readonly logRatio: number;
};

/**
 * Keyness of a word that occurs `a` times among `n1` words and `b` times among `n2`. Null where a corpus has no
 * words. Absent from both, it is 0 with a p of 1.
 */
export function keyness(a: number, b: number, n1: number, n2: number): Keyness | null {
  if (!(n1 > 0 && n2 > 0)) return null;
  const expected = (corpus: number, word: number) => (corpus / (n1 + n2)) * word;
  const word = term(a, expected(n1, a + b)) + term(b, expected(n2, a + b));
  const others = n1 + n2 - a - b;
  const rest = term(n1 - a, expected(n1, others)) + term(n2 - b, expected(n2, others));
  // Rounding can leave equal shares just below 0.
  const g2 = Math.max(0, 2 * (word + rest));
  const difference = a * n2 - b * n1;
  return {
    g2,
    p: normalBothTails(Math.sqrt(g2)),
    g2Word: Math.max(0, 2 * word),
    sign: difference > 0 ? 1 : difference < 0 ? -1 : 0,
    logRatio: a + b === 0 ? 0 : Math.log2((a || 0.5) / n1 / ((b || 0.5) / n2)),
  };
}

/** `observed ln(observed / expected)`, 0 where nothing was observed. */
function term(observed: number, expected: number): number {
  return observed > 0 ? observed * Math.log(observed / expected) : 0;
}
