import { leastVariance, logRatio } from './logratio.ts';

/** Two numbers a cluster, as columns. */
export type Columns = { readonly a: Float64Array; readonly b: Float64Array };

/** Clusters in the order of their groups, and where in that order each group ends. */
export type Grouping = { readonly order: Int32Array; readonly ends: Int32Array };

/** Numbers kept for each group: clusters, sums of a and b, of a squared, a times b, b squared. */
const KEPT = 6;

/**
 * Sorts clusters by the group, from 0 to `groups - 1`, that `labels` name. Worked out once for each relabelling, it
 * serves every pair of columns. Writes into `into` where given, so that replicates need no new memory.
 */
export function grouping(labels: Int32Array, groups: number, into?: Grouping): Grouping {
  const { order, ends } = into ?? { order: new Int32Array(labels.length), ends: new Int32Array(groups) };
  ends.fill(0);
  for (const label of labels) ends[label] = (ends[label] ?? 0) + 1;
  for (let group = 1; group < groups; group++) ends[group] = (ends[group] ?? 0) + (ends[group - 1] ?? 0);
  // Backwards, every end moves to its group's start, so that clusters of a group keep their order.
  for (let cluster = labels.length - 1; cluster >= 0; cluster--) {
    const label = labels[cluster] ?? 0;
    const place = (ends[label] ?? 0) - 1;
    ends[label] = place;
    order[place] = cluster;
  }
  ends.copyWithin(0, 1);
  ends[groups - 1] = labels.length;
  return { order, ends };
}

/**
 * What log ratios of groups and their linearised variances need of clusters, in one pass: six sums for each group.
 * With `drawn`, a cluster counts as often as it was drawn. Writes into `sums` where given.
 */
export function groupSums(
  { a, b }: Columns,
  { order, ends }: Grouping,
  drawn?: Int32Array,
  sums: Float64Array = new Float64Array(ends.length * KEPT),
): Float64Array {
  let place = 0;
  for (let group = 0; group < ends.length; group++) {
    const end = ends[group] ?? 0;
    let n = 0;
    let sumA = 0;
    let sumB = 0;
    let sumAA = 0;
    let sumAB = 0;
    let sumBB = 0;
    for (; place < end; place++) {
      const cluster = order[place] ?? 0;
      const times = drawn === undefined ? 1 : (drawn[cluster] ?? 0);
      const x = a[cluster] ?? 0;
      const y = b[cluster] ?? 0;
      n += times;
      sumA += times * x;
      sumB += times * y;
      sumAA += times * x * x;
      sumAB += times * x * y;
      sumBB += times * y * y;
    }
    const at = group * KEPT;
    sums[at] = n;
    sums[at + 1] = sumA;
    sums[at + 2] = sumB;
    sums[at + 3] = sumAA;
    sums[at + 4] = sumAB;
    sums[at + 5] = sumBB;
  }
  return sums;
}

/** A weighted sum of log ratios and its variance, null where that cannot be told. */
export type GroupContrast = { readonly value: number; readonly variance: number | null };

/**
 * Weighted sum of the groups' log ratios, for example 1/2 for each of two institutions of one side and -1 for one
 * of the other, and its linearised variance, a group with none of one kind at least with that of two counts
 * (docs/method.md 2.3). The variance is null where a group has fewer
 * than two clusters; all is null where a log ratio is undefined. Groups of weight 0 have no part in it.
 */
export function groupContrast(sums: Float64Array, weights: readonly number[]): GroupContrast | null {
  let value = 0;
  let variance: number | null = 0;
  for (let group = 0; group < weights.length; group++) {
    const weight = weights[group] ?? 0;
    if (weight === 0) continue;
    const at = group * KEPT;
    const [n, a, b] = [sums[at] ?? 0, sums[at + 1] ?? 0, sums[at + 2] ?? 0];
    const theta = logRatio(a, b);
    if (theta === null) return null;
    value += weight * theta;
    if (n < 2) variance = null;
    if (variance === null) continue;
    const [p, q] = [1 / (a + 0.5), 1 / (b + 0.5)];
    const squares =
      (sums[at + 3] ?? 0) * p * p - 2 * (sums[at + 4] ?? 0) * p * q + (sums[at + 5] ?? 0) * q * q;
    // Without any spread rounding may leave it just beside 0.
    const spread = squares - (a * p - b * q) ** 2 / n;
    const own = spread > squares * 1e-13 ? (n / (n - 1)) * spread : 0;
    variance += weight ** 2 * Math.max(own, leastVariance({ a, b }));
  }
  return { value, variance };
}

/** Standard error of a contrast; null where it has none or no spread. */
export function standardError(contrast: GroupContrast | null): number | null {
  if (contrast === null || contrast.variance === null || !(contrast.variance > 0)) return null;
  return Math.sqrt(contrast.variance);
}

/** A contrast in standard errors, as studentised permutation uses it (Chung and Romano 2013); null without a spread. */
export function studentised(contrast: GroupContrast | null): number | null {
  const error = standardError(contrast);
  return contrast === null || error === null ? null : contrast.value / error;
}
