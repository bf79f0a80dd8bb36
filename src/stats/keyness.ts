import { normalBothTails } from './normal.ts';

/**
 * Log-likelihood ratio G2 of a word that stands `a` times among `n1` words and `b` times among `n2`, over all four
 * cells (Dunning 1993); negative where it is rarer among the first. 0 where one side has no words.
 */
export function logLikelihood(a: number, b: number, n1: number, n2: number): number {
  const all = n1 + n2;
  if (n1 === 0 || n2 === 0) return 0;
  const cell = (observed: number, row: number, column: number): number =>
    observed === 0 ? 0 : observed * Math.log((observed * all) / (row * column));
  const [with_, without] = [a + b, all - a - b];
  const sum = cell(a, with_, n1) + cell(b, with_, n2) + cell(n1 - a, without, n1) + cell(n2 - b, without, n2);
  // Equal shares have exactly no difference; the sum may be a rounding error below it.
  return Math.max(0, 2 * sum) * Math.sign(a * n2 - b * n1);
}

/** Binary logarithm of the ratio of the two shares, with a half for a count of 0 (Hardie 2014); 0 where neither side has it. */
export function logRatioOfShares(a: number, b: number, n1: number, n2: number): number {
  if ((a === 0 && b === 0) || n1 === 0 || n2 === 0) return 0;
  return Math.log2((a || 0.5) / n1 / ((b || 0.5) / n2));
}

/** Pointwise mutual information in bits of two things seen together `joint` times, `x` and `y` times, in `n` places. */
export function mutualInformation(joint: number, x: number, y: number, n: number): number {
  return Math.log2((joint * n) / (x * y));
}

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
