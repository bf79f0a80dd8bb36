import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** Quantile of the standard normal distribution at probability `p`; throws a RangeError unless 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`expected a probability between 0 and 1, got ${p}`);
  return quantile(p, 0, 1);
}

/** Chance that a standard normal variable is `z` or more. */
export function normalTail(z: number): number {
  return cdf(-z, 0, 1);
}

/** Chance that a standard normal variable is at least as far from 0 as `z`, on either side. */
export function normalBothTails(z: number): number {
  return Math.min(1, 2 * cdf(-Math.abs(z), 0, 1));
}
