import { logRatio } from './logratio.ts';

/** Two numbers a cluster, as columns. */
export type Columns = { readonly a: Float64Array; readonly b: Float64Array };

/** Numbers kept for each group: clusters, sums of a and b, of a squared, a times b, b squared. */
const KEPT = 6;

/**
 * What log ratios of groups and their linearised variances need of clusters, in one pass: six sums for each of
 * `groups` groups, `labels` naming the group of each cluster from 0. With `drawn`, a cluster counts as
 * often as it was drawn. Writes into `sums` where given, so that replicates need no new memory.
 */
export function groupSums(
  { a, b }: Columns,
  labels: Int32Array,
  groups: number,
  drawn?: Int32Array,
  sums: Float64Array = new Float64Array(groups * KEPT),
): Float64Array {
  sums.fill(0);
  for (let cluster = 0; cluster < labels.length; cluster++) {
    const times = drawn === undefined ? 1 : (drawn[cluster] ?? 0);
    if (times === 0) continue;
    const [x, y] = [a[cluster] ?? 0, b[cluster] ?? 0];
    const at = (labels[cluster] ?? 0) * KEPT;
    sums[at] = (sums[at] ?? 0) + times;
    sums[at + 1] = (sums[at + 1] ?? 0) + times * x;
    sums[at + 2] = (sums[at + 2] ?? 0) + times * y;
    sums[at + 3] = (sums[at + 3] ?? 0) + times * x * x;
    sums[at + 4] = (sums[at + 4] ?? 0) + times * x * y;
    sums[at + 5] = (sums[at + 5] ?? 0) + times * y * y;
  }
  return sums;
}

/**
 * Weighted sum of the groups' log ratios, for example 1/2 for each of two institutions of one side and -1 for one
 * of the other, and its linearised variance (docs/method.md 2.3). The variance is null where a group has fewer
 * than two clusters; all is null where a log ratio is undefined. Groups of weight 0 have no part in it.
 */
export function groupContrast(
  sums: Float64Array,
  weights: readonly number[],
): { readonly value: number; readonly variance: number | null } | null {
  let value = 0;
  let variance: number | null = 0;
  for (const [group, weight] of weights.entries()) {
    if (weight === 0) continue;
    const [n = 0, a = 0, b = 0, aa = 0, ab = 0, bb = 0] = sums.subarray(group * KEPT, (group + 1) * KEPT);
    const theta = logRatio(a, b);
    if (theta === null) return null;
    value += weight * theta;
    if (n < 2) variance = null;
    if (variance === null) continue;
    const [p, q] = [1 / (a + 0.5), 1 / (b + 0.5)];
    const squares = aa * p * p - 2 * ab * p * q + bb * q * q;
    // Without any spread rounding may leave it just below 0.
    const spread = Math.max(0, squares - (a * p - b * q) ** 2 / n);
    variance += weight ** 2 * (n / (n - 1)) * spread;
  }
  return { value, variance };
}

/** Standard error of a contrast; null where it has none or no spread. */
export function standardError(contrast: ReturnType<typeof groupContrast>): number | null {
  if (contrast === null || contrast.variance === null || !(contrast.variance > 0)) return null;
  return Math.sqrt(contrast.variance);
}

/** A contrast in standard errors, as studentised permutation uses it (Chung and Romano 2013); null without a spread. */
export function studentised(contrast: ReturnType<typeof groupContrast>): number | null {
  const error = standardError(contrast);
  return contrast === null || error === null ? null : contrast.value / error;
}
