import { normalBothTails } from './normal.ts';
import { median } from './quantile.ts';

/** A monotone trend. */
export type MannKendall = {
  /** Pairs that rise less pairs that fall, and its variance with ties taken off. */
  readonly s: number;
  readonly variance: number;
  /** With continuity correction; 0 where all are equal. Its two-sided p by the normal distribution, 1 then. */
  readonly z: number;
  readonly p: number;
  /** Kendall's tau a and b, from -1 to 1; b is null where all values are equal. */
  readonly tauA: number;
  readonly tauB: number | null;
};

/**
 * Trend test of Mann (1945) and Kendall (1975) of values in the order of time. Null with fewer than two. With eight
 * values or fewer the normal distribution is too rough: permute them, with `kendallScore` as statistic.
 */
export function mannKendall(values: readonly number[]): MannKendall | null {
  const n = values.length;
  if (n < 2) return null;
  const s = kendallScore(values);
  const ties = [...Map.groupBy(values, (value) => value).values()].map((same) => same.length);
  const total = (count: number) => count * (count - 1) * (2 * count + 5);
  const variance = ties.reduce((left, count) => left - total(count), total(n)) / 18;
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const pairs = (n * (n - 1)) / 2;
  const untied = ties.reduce((left, count) => left - (count * (count - 1)) / 2, pairs);
  return {
    s,
    variance,
    z,
    p: normalBothTails(z),
    tauA: s / pairs,
    tauB: untied === 0 ? null : s / Math.sqrt(pairs * untied),
  };
}

/** Pairs of values that rise in time less pairs that fall. */
export function kendallScore(values: ArrayLike<number>): number {
  let score = 0;
  for (let later = 1; later < values.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      score += Math.sign((values[later] ?? 0) - (values[earlier] ?? 0));
    }
  }
  return score;
}

/**
 * Slope of Theil (1950) and Sen (1968): the median of the slopes of all pairs at different times, and the level at
 * time 0 of the line with this slope through the medians. Null without two different times.
 */
export function theilSen(
  times: readonly number[],
  values: readonly number[],
): { readonly slope: number; readonly intercept: number } | null {
  const slopes = times.flatMap((time, later) =>
    times.slice(0, later).flatMap((before, earlier) => {
      return time === before ? [] : ((values[later] ?? 0) - (values[earlier] ?? 0)) / (time - before);
    }),
  );
  const [slope, time, value] = [median(slopes), median(times), median(values)];
  if (slope === null || time === null || value === null) return null;
  return { slope, intercept: value - slope * time };
}
