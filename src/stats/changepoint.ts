import { binomialCost } from './partition.ts';
import { TIE } from './pvalue.ts';

/** The one change that a series speaks most for. */
export type Change = {
  /** Twice the gain in log likelihood over no change, over the dispersion; no p can be read off it. */
  readonly likelihoodRatio: number;
  /** How many bins come before it. */
  readonly at: number;
};

/**
 * The largest likelihood ratio of a single change in the share of successes with at least `minimum` bins on either
 * side. Its significance comes from permuting documents over dates alone (docs/method.md 4), with `permutationTest`
 * and this as statistic. The first where several are as large. Null where no division has trials on both sides.
 */
export function largestChange(
  bins: readonly { readonly successes: number; readonly total: number }[],
  minimum: number,
  dispersion = 1,
): Change | null {
  const cost = binomialCost(bins, dispersion);
  const whole = cost(0, bins.length);
  let largest: Change | null = null;
  for (let at = Math.max(1, minimum); at <= bins.length - Math.max(1, minimum); at++) {
    const [before, after] = [cost(0, at), cost(at, bins.length)];
    if (whole === null || before === null || after === null) continue;
    const likelihoodRatio = Math.max(0, whole - before - after);
    if (largest === null || likelihoodRatio > largest.likelihoodRatio + TIE)
      largest = { likelihoodRatio, at };
  }
  return largest;
}
