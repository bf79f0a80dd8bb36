/** What a segment of bins from `from` to `to - 1` costs; null where it may not stand by itself. */
export type SegmentCost = (from: number, to: number) => number | null;

/** A division of a series into segments. */
export type Partition = {
  /** Costs of all segments and a penalty for each change. */
  readonly cost: number;
  /** How many bins come before each change, ascending. */
  readonly changes: readonly number[];
};

/**
 * The division of `size` bins into segments of at least `minimum` that costs least, with `penalty` for each change:
 * optimal partitioning (Jackson et al. 2005), which finds what PELT does (Killick, Fearnhead and Eckley 2012)
 * without its pruning. Of equally good ones the one with fewer, later changes. The whole series may always
 * stand; of no bins the cost is 0. In time quadratic in the bins.
 */
export function optimalPartition(
  size: number,
  cost: SegmentCost,
  penalty: number,
  minimum: number,
): Partition {
  const best: ({ readonly cost: number; readonly last: number; readonly changes: number } | null)[] = [
    { cost: 0, last: 0, changes: 0 },
  ];
  for (let end = 1; end <= size; end++) {
    let least: (typeof best)[number] = null;
    for (let start = 0; start <= end - minimum; start++) {
      const before = best[start] ?? null;
      const own = before === null ? null : cost(start, end);
      if (before === null || own === null) continue;
      const changes = before.changes + (start > 0 ? 1 : 0);
      const total = before.cost + own + (start > 0 ? penalty : 0);
      if (least === null || total < least.cost - 1e-12 * Math.abs(least.cost)) {
        least = { cost: total, last: start, changes };
      }
    }
    best.push(least);
  }
  const end = best[size] ?? null;
  if (end === null) return { cost: cost(0, size) ?? 0, changes: [] };
  const changes: number[] = [];
  for (let at = end.last; at > 0; at = best[at]?.last ?? 0) changes.unshift(at);
  return { cost: end.cost, changes };
}

/**
 * Costs `-2/dispersion` times the binomial log likelihood without its coefficients. An empty bin costs nothing, but
 * may not be a segment by itself, nor may several.
 */
export function binomialCost(
  bins: readonly { readonly successes: number; readonly total: number }[],
  dispersion = 1,
): SegmentCost {
  const successes = running(bins.map((bin) => bin.successes));
  const totals = running(bins.map(({ total }) => total));
  return (from, to) => {
    const [x, n] = [successes(from, to), totals(from, to)];
    return n === 0 ? null : (-2 / dispersion) * (times(x, x / n) + times(n - x, (n - x) / n));
  };
}

/** Costs -2 times the Poisson log likelihood of counts, without the terms that all divisions share. */
export function poissonCost(counts: readonly number[]): SegmentCost {
  const sums = running(counts);
  return (from, to) => {
    const x = sums(from, to);
    return 2 * x - 2 * times(x, x / (to - from));
  };
}

/** Costs squared deviations from the segment's mean: a change of mean at a known variance of 1. */
export function meanCost(values: readonly number[]): SegmentCost {
  const [sums, squares] = [running(values), running(values.map((value) => value ** 2))];
  return (from, to) => Math.max(0, squares(from, to) - sums(from, to) ** 2 / (to - from));
}

/** Sums over any stretch of some numbers. */
function running(values: readonly number[]): (from: number, to: number) => number {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return (from, to) => (sums[to] ?? 0) - (sums[from] ?? 0);
}

/** `x ln(y)`, and 0 where there is nothing to take the logarithm of. */
function times(x: number, y: number): number {
  return x > 0 && y > 0 ? x * Math.log(y) : 0;
}
