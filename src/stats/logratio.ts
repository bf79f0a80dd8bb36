import { squaredDeviations } from './sum.ts';

/** What one cluster (here always a document) adds to the two totals of a log ratio. */
export type Pair = { readonly a: number; readonly b: number };

/** Above this many clusters the linearised variance stands in for the jackknife: the two then agree. */
const MOST_JACKKNIFED = 2000;

/**
 * `ln((a + 1/2) / (b + 1/2))` of two totals (Haldane's half keeps it finite at zero). Null where a total
 * is at or below -1/2, which only a correction for misclassification can bring about.
 */
export function logRatio(a: number, b: number): number | null {
  return a > -0.5 && b > -0.5 ? Math.log((a + 0.5) / (b + 0.5)) : null;
}

/** Totals of the pairs, added in the order in which they come. */
export function totalOf(pairs: Iterable<Pair>): Pair {
  let a = 0;
  let b = 0;
  for (const pair of pairs) {
    a += pair.a;
    b += pair.b;
  }
  return { a, b };
}

/**
 * Variance of the log ratio of the pairs' totals with pairs as clusters: delete-one jackknife, linearised
 * above 2,000 pairs. Null with fewer than two pairs or where a ratio is undefined. Linear in the pairs.
 */
export function logRatioVariance(pairs: readonly Pair[]): number | null {
  return pairs.length > MOST_JACKKNIFED ? linearisedVariance(pairs) : jackknifedVariance(pairs);
}

/**
 * The same, raised where the totals have none of one kind at all: leaving clusters out shows no spread in what is not there,
 * and the variance is then at least that of two counts (docs/method.md 2.3).
 */
export function balanceVariance(pairs: readonly Pair[]): number | null {
  const variance = logRatioVariance(pairs);
  return variance === null ? null : Math.max(variance, leastVariance(totalOf(pairs)));
}

/** The variance `1 / (a + 1/2) + 1 / (b + 1/2)` of two counts where one of them is 0 or less; 0 where neither is. */
export function leastVariance({ a, b }: Pair): number {
  return a > 0 && b > 0 ? 0 : 1 / (Math.max(a, 0) + 0.5) + 1 / (Math.max(b, 0) + 0.5);
}

/** Variance by delete-one jackknife, whatever their number. */
export function jackknifedVariance(pairs: readonly Pair[]): number | null {
  const { a, b } = totalOf(pairs);
  return jackknife(pairs.map((pair) => logRatio(a - pair.a, b - pair.b)));
}

/** Variance by linearisation: influence `a_d / (A + 1/2) - b_d / (B + 1/2)` (docs/method.md 2.3). */
export function linearisedVariance(pairs: readonly Pair[]): number | null {
  const { a, b } = totalOf(pairs);
  if (pairs.length < 2 || logRatio(a, b) === null) return null;
  const spread = squaredDeviations(pairs.map((pair) => pair.a / (a + 0.5) - pair.b / (b + 0.5)));
  return (pairs.length / (pairs.length - 1)) * spread;
}

/**
 * Jackknife variance `(n - 1) / n * sum((v - mean)^2)` of an estimate from its values with one cluster
 * left out at a time (Quenouille, Tukey). Null with fewer than two values or where one is undefined.
 */
export function jackknife(leftOut: readonly (number | null)[]): number | null {
  const values = leftOut.filter((value) => value !== null);
  if (values.length < 2 || values.length < leftOut.length) return null;
  return ((values.length - 1) / values.length) * squaredDeviations(values);
}
