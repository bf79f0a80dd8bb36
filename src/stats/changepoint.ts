import { TIE } from './pvalue.ts';

/** The one change that a series speaks most for. */
export type Change = {
  /** Twice the gain in log likelihood over no change, over the dispersion; no p can be read off it. */
  readonly likelihoodRatio: number;
  /** How many bins come before it. */
  readonly at: number;
};

/** Successes and trials of every bin, in the order of time. */
export type BinCounts = { readonly successes: Float64Array; readonly totals: Float64Array };

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
  const successes = Float64Array.from(bins, (bin) => bin.successes);
  const totals = Float64Array.from(bins, ({ total }) => total);
  const found = largestChangeIn({ successes, totals }, minimum);
  return found === null ? null : { ...found, likelihoodRatio: found.likelihoodRatio / dispersion };
}

/** The same at a dispersion of 1 from columns: what is asked of every relabelling makes nothing but its answer. */
export function largestChangeIn({ successes, totals }: BinCounts, minimum: number): Change | null {
  let [allX, allN] = [0, 0];
  for (let bin = 0; bin < totals.length; bin++) {
    allX += successes[bin] ?? 0;
    allN += totals[bin] ?? 0;
  }
  const whole = logLikelihood(allX, allN);
  const fewest = Math.max(1, minimum);
  let [x, n, best, place] = [0, 0, 0, -1];
  for (let at = 1; at <= totals.length - fewest; at++) {
    x += successes[at - 1] ?? 0;
    n += totals[at - 1] ?? 0;
    if (at < fewest || n === 0 || allN - n === 0) continue;
    const gain = logLikelihood(x, n) + logLikelihood(allX - x, allN - n) - whole;
    const likelihoodRatio = Math.max(0, 2 * gain);
    if (place >= 0 && likelihoodRatio <= best + TIE) continue;
    [best, place] = [likelihoodRatio, at];
  }
  return place < 0 ? null : { likelihoodRatio: best, at: place };
}

/** The largest binomial log likelihood of `x` in `n` trials, without its coefficient. */
function logLikelihood(x: number, n: number): number {
  return times(x) + times(n - x) - times(n);
}

/** `x ln(x)`, and 0 where there is nothing to take the logarithm of. */
function times(x: number): number {
  return x > 0 ? x * Math.log(x) : 0;
}
