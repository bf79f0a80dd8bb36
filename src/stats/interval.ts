import { tQuantile } from './tquantile.ts';

/** A variance that is one part of a sum, and the degrees of freedom that it was estimated with. */
export type VarianceComponent = { readonly variance: number; readonly degreesOfFreedom: number };

export type Interval = {
  readonly lower: number;
  readonly upper: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
};

/**
 * 95 % t interval round an estimate whose variance is the sum of independent components, with the degrees
 * of freedom of Satterthwaite (1946). Null where the variances add up to 0: no spread, no interval.
 */
export function tInterval(estimate: number, components: readonly VarianceComponent[]): Interval | null {
  const variance = components.reduce((sum, part) => sum + part.variance, 0);
  if (!(variance > 0)) return null;
  const degreesOfFreedom =
    1 / components.reduce((sum, part) => sum + (part.variance / variance) ** 2 / part.degreesOfFreedom, 0);
  const standardError = Math.sqrt(variance);
  const reach = tQuantile(0.975, degreesOfFreedom) * standardError;
  return { lower: estimate - reach, upper: estimate + reach, standardError, degreesOfFreedom };
}
