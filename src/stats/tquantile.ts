import quantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * Quantile of Student's t distribution at probability `p` (strictly between 0 and 1) with any positive
 * degrees of freedom, whole or not. Throws a RangeError outside these ranges.
 */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1 && degreesOfFreedom > 0)) {
    throw new RangeError(
      `expected a probability between 0 and 1 and positive degrees of freedom, got ${p} and ${degreesOfFreedom}`,
    );
  }
  return quantile(p, degreesOfFreedom);
}
