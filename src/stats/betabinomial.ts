import { betaQuantile } from './beta.ts';
import { logBeta } from './gammaln.ts';
import { maximum } from './maximum.ts';
import type { Bounds } from './proportion.ts';
import { sum } from './sum.ts';

/** Successes of trials in one group; not necessarily whole, for effective counts. */
export type Trials = { readonly successes: number; readonly total: number };

/** A beta distribution fitted to groups' shares, or why none can be. */
export type BetaBinomial =
  | {
      readonly shape1: number;
      readonly shape2: number;
      readonly reason: null;
      /** Without the binomial coefficients, which do not depend on the shapes. */
      readonly logLikelihood: number;
      /** Shrunken share of each group and its 95 % interval, as if the shapes were known. */
      readonly groups: readonly { readonly mean: number; readonly interval: Bounds }[];
    }
  | { readonly shape1: null; readonly reason: 'no_trials' | 'no_variation' | 'complete_pooling' };

/** Correlations within groups are looked for between the shares at these log odds. */
const WIDEST = 16;

/**
 * Beta-binomial model by maximum likelihood: a cross-check of `gridBayes`, which is what is shown, because this one is
 * often at its edge with few groups. `no_variation`: all trials alike in outcome. `complete_pooling`: groups differ no
 * more than chance makes them, so that shapes are infinite.
 */
export function betaBinomial(groups: readonly Trials[]): BetaBinomial {
  const total = sum(groups.map((group) => group.total));
  const successes = sum(groups.map((group) => group.successes));
  if (!(total > 0)) return { shape1: null, reason: 'no_trials' };
  if (successes === 0 || successes === total) return { shape1: null, reason: 'no_variation' };
  const likelihood = (logitMean: number, logitRho: number) => {
    const [shape1, shape2] = shapesAt(logitMean, logitRho);
    return logLikelihood(groups, shape1, shape2);
  };
  // Concave in the mean for a fixed correlation, so the inner search cannot miss its peak.
  const meanAt = (logitRho: number) => maximum((mean) => likelihood(mean, logitRho), -WIDEST, WIDEST);
  const profile = (logitRho: number) => likelihood(meanAt(logitRho), logitRho);
  const grid = Array.from({ length: 2 * WIDEST + 1 }, (_, at) => at - WIDEST);
  const heights = grid.map(profile);
  const best = heights.indexOf(heights.reduce((most, height) => Math.max(most, height)));
  // Beyond -12 the likelihood is that of complete pooling to the last digits.
  const peak = maximum(profile, (grid[best] ?? 0) - 1, (grid[best] ?? 0) + 1);
  if (peak < -12) return { shape1: null, reason: 'complete_pooling' };
  const [shape1, shape2] = shapesAt(meanAt(peak), peak);
  return {
    shape1,
    shape2,
    reason: null,
    logLikelihood: logLikelihood(groups, shape1, shape2),
    groups: groups.map((group) => {
      const [one, other] = [group.successes + shape1, group.total - group.successes + shape2];
      return {
        mean: one / (one + other),
        interval: { lower: betaQuantile(0.025, one, other), upper: betaQuantile(0.975, one, other) },
      };
    }),
  };
}

function logLikelihood(groups: readonly Trials[], shape1: number, shape2: number): number {
  const own = logBeta(shape1, shape2);
  return sum(
    groups.map(({ successes, total }) => logBeta(successes + shape1, total - successes + shape2) - own),
  );
}

/** Shapes with this mean and correlation within groups, both as log odds. */
function shapesAt(logitMean: number, logitRho: number): readonly [number, number] {
  const [mean, spread] = [1 / (1 + Math.exp(-logitMean)), Math.exp(-logitRho)];
  return [mean * spread, spread / (1 + Math.exp(logitMean))];
}
