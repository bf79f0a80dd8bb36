import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binomialCost,
  meanCost,
  optimalPartition,
  poissonCost,
  type SegmentCost,
} from '../../src/stats/partition.ts';

const bin = fc.tuple(fc.nat(6), fc.nat(6)).map(([total, x]) => ({ total, successes: Math.min(total, x) }));

/** The least cost over all ways to cut, every one tried. */
function bruteForce(size: number, cost: SegmentCost, penalty: number, minimum: number): number {
  let best = cost(0, size) ?? 0;
  for (let cuts = 1; cuts < 2 ** (size - 1); cuts++) {
    const ends = [...Array(size - 1).keys()].filter((at) => (cuts >> at) & 1).map((at) => at + 1);
    const bounds = [0, ...ends, size];
    const segments = bounds.slice(1).map((end, at) => [bounds[at] ?? 0, end] as const);
    if (segments.some(([from, to]) => to - from < minimum)) continue;
    const costs = segments.map(([from, to]) => cost(from, to));
    if (costs.includes(null)) continue;
    const total = costs.reduce<number>((sum, one) => sum + (one ?? 0), 0) + penalty * ends.length;
    best = Math.min(best, total);
  }
  return best;
}

describe('optimal partitioning', () => {
  it('costs what the best of all divisions costs', () => {
    const penalty = fc.double({ min: 0, max: 9, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(bin, { minLength: 1, maxLength: 9 }),
        penalty,
        fc.integer({ min: 1, max: 3 }),
        (bins, price, minimum) => {
          const counts = bins.map(({ successes }) => successes);
          for (const cost of [binomialCost(bins, 1.5), poissonCost(counts), meanCost(counts)]) {
            const found = optimalPartition(bins.length, cost, price, minimum);
            expect(found.cost).toBeCloseTo(bruteForce(bins.length, cost, price, minimum), 8);
            const bounds = [0, ...found.changes, bins.length];
            if (found.changes.length > 0) {
              expect(bounds.slice(1).every((end, at) => end - (bounds[at] ?? 0) >= minimum)).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('lets no empty stretch stand alone, and takes none, one or too few bins as they are', () => {
    const empty = { successes: 0, total: 0 };
    const bins = [{ successes: 5, total: 5 }, empty, empty, { successes: 0, total: 5 }];
    expect(optimalPartition(4, binomialCost(bins), 0.1, 1).changes).toHaveLength(1);
    expect(optimalPartition(0, meanCost([]), 1, 2)).toEqual({ cost: 0, changes: [] });
    expect(optimalPartition(1, meanCost([3]), 1, 2)).toEqual({ cost: 0, changes: [] });
    expect(optimalPartition(2, binomialCost([empty, empty]), 1, 1)).toEqual({ cost: 0, changes: [] });
  });
});
