import type { Estimate, Factor } from '../model/finding.ts';
import { logOdds } from '../model/units.ts';
import { tInterval } from '../stats/interval.ts';

/** A variance, null where it cannot be told, and its degrees of freedom. */
export type Component = { readonly variance: number | null; readonly degreesOfFreedom: number };

/** An estimate with its 95 % t interval from independent components; null where one is unknown or all are 0. */
export function estimateOf(value: number, components: readonly Component[]): Estimate | null {
  const known = components.flatMap(({ variance, degreesOfFreedom }) =>
    variance === null ? [] : [{ variance, degreesOfFreedom }],
  );
  if (known.length < components.length) return null;
  const interval = tInterval(value, known);
  if (interval === null) return null;
  return {
    value: logOdds(value),
    lower: logOdds(interval.lower),
    upper: logOdds(interval.upper),
    standardError: interval.standardError,
    degreesOfFreedom: interval.degreesOfFreedom,
  };
}

/** An estimate as a factor; a bound beyond the largest number is that number, never infinity. */
export function factorOf({ value, lower, upper }: Estimate): Factor {
  return { value: factor(value), lower: factor(lower), upper: factor(upper) };
}

function factor(logarithm: number): number {
  return Math.min(Math.max(Math.exp(logarithm), Number.MIN_VALUE), Number.MAX_VALUE);
}
