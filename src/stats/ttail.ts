import cdf from '@stdlib/stats-base-dists-t-cdf';

/** Chance that a variable of Student's t with these positive degrees of freedom is `t` or more. */
export function tTail(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`expected positive degrees of freedom, got ${degreesOfFreedom}`);
  }
  return cdf(-t, degreesOfFreedom);
}

/** Chance that it is at least as far from 0 as `t`, on either side. */
export function tBothTails(t: number, degreesOfFreedom: number): number {
  return Math.min(1, 2 * tTail(Math.abs(t), degreesOfFreedom));
}
