import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaOf, coincidences, krippendorff, valuesOf } from '../../src/stats/krippendorff.ts';

type Units = readonly (readonly (number | null)[])[];
const units = fc.array(
  fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { freq: 4 }), { minLength: 1, maxLength: 4 }),
  { maxLength: 9 },
);

/** Alpha from all pairs of codes, without a coincidence matrix. */
function byPairs(all: Units, distance: (one: number, other: number) => number): number | null {
  const coded = all.map((unit) => unit.filter((code) => code !== null)).filter((unit) => unit.length > 1);
  const pool = coded.flat();
  const pairs = (codes: readonly number[]) =>
    codes.reduce(
      (sum, one, i) =>
        sum + codes.reduce((inner, other, j) => (i === j ? inner : inner + distance(one, other)), 0),
      0,
    );
  const observed = coded.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / pool.length;
  const expected = pairs(pool) / (pool.length * (pool.length - 1));
  return pool.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

function same(found: number | null, expected: number | null): void {
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 10);
}

describe("Krippendorff's alpha", () => {
  it('is that of all pairs of codes, whatever the distance', () => {
    fc.assert(
      fc.property(units, (all) => {
        same(
          krippendorff(all, 'nominal').alpha,
          byPairs(all, (a, b) => (a === b ? 0 : 1)),
        );
        same(
          krippendorff(all, 'interval').alpha,
          byPairs(all, (a, b) => (a - b) ** 2),
        );
        same(
          krippendorff(all, 'ratio').alpha,
          byPairs(all, (a, b) => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2)),
        );
        const pool = all
          .map((unit) => unit.filter((code) => code !== null))
          .filter((unit) => unit.length > 1)
          .flat();
        const rank = (value: number) =>
          pool.filter((code) => code < value).length + pool.filter((code) => code === value).length / 2;
        same(
          krippendorff(all, 'ordinal').alpha,
          byPairs(all, (a, b) => (rank(a) - rank(b)) ** 2),
        );
      }),
    );
  });

  it('adds up over documents, so that a bootstrap may weigh them', () => {
    fc.assert(
      fc.property(units, units, (one, other) => {
        const values = valuesOf([...one, ...other]);
        const [a, b] = [coincidences(one, values), coincidences(other, values)];
        const sum = { values, counts: a.counts.map((count, at) => count + (b.counts[at] ?? 0)) };
        same(alphaOf(sum, 'nominal').alpha, krippendorff([...one, ...other], 'nominal').alpha);
      }),
    );
  });

  it('is null with its reason where nothing was coded twice, or all alike', () => {
    expect(krippendorff([], 'nominal')).toEqual({ alpha: null, reason: 'no_pairs' });
    expect(krippendorff([[1], [null, 2], []], 'ordinal')).toEqual({ alpha: null, reason: 'no_pairs' });
    expect(krippendorff([[3, 3], [3, 3], [4]], 'interval')).toEqual({ alpha: null, reason: 'one_category' });
    expect(
      krippendorff(
        [
          [1, 1],
          [2, 2, 2],
        ],
        'nominal',
      ).alpha,
    ).toBe(1);
    expect(() => coincidences([[1, 9]], [1, 2])).toThrow(RangeError);
  });
});
