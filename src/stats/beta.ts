import cdf from '@stdlib/stats-base-dists-beta-cdf';
import quantile from '@stdlib/stats-base-dists-beta-quantile';

/** Chance that a variable of the beta distribution with these positive shapes is `x` or less. */
export function betaCdf(x: number, shape1: number, shape2: number): number {
  return cdf(x, positive(shape1), positive(shape2));
}

/** Quantile of the beta distribution with these positive shapes at probability `p`, from 0 to 1. */
export function betaQuantile(p: number, shape1: number, shape2: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`expected a probability from 0 to 1, got ${p}`);
  return quantile(p, positive(shape1), positive(shape2));
}

function positive(shape: number): number {
  if (shape > 0) return shape;
  throw new RangeError(`expected a positive shape, got ${shape}`);
}
