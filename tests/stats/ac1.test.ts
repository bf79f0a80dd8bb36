import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gwetAc1 } from '../../src/stats/ac1.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), {
  minLength: 1,
  maxLength: 20,
});

describe("Gwet's AC1", () => {
  it('is for two coders what its definition says', () => {
    fc.assert(
      fc.property(pairs, (units) => {
        const n = units.length;
        const agreed = units.filter(([one, other]) => one === other).length / n;
        const chance =
          [0, 1, 2]
            .map((k) => units.flat().filter((code) => code === k).length / (2 * n))
            .reduce((sum, share) => sum + share * (1 - share), 0) / 2;
        expect(gwetAc1(units, [0, 1, 2]).ac1).toBeCloseTo((agreed - chance) / (1 - chance), 10);
      }),
    );
  });

  it('has the standard error of a jackknife when units are many', () => {
    const units = Array.from({ length: 300 }, (_, at) => [
      at % 3,
      at % 7 === 0 ? (at + 1) % 3 : at % 3,
      at % 5 === 0 ? null : at % 3,
    ]);
    const found = gwetAc1(units, [0, 1, 2]);
    const left = units.map(
      (_, out) =>
        gwetAc1(
          units.filter((_, at) => at !== out),
          [0, 1, 2],
        ).ac1 ?? 0,
    );
    const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
    const jackknife = Math.sqrt((299 / 300) * left.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    expect((found.reason === null ? (found.standardError ?? 0) : 0) / jackknife).toBeCloseTo(1, 1);
  });

  it('is 1 where all agree on the only category used, and null where nothing can be told', () => {
    expect(gwetAc1([[1, 1]], [1, 2])).toMatchObject({ ac1: 1, standardError: null });
    expect(gwetAc1([], [1, 2])).toEqual({ ac1: null, reason: 'no_pairs' });
    expect(
      gwetAc1(
        [
          [1, null],
          [null, null],
        ],
        [1, 2],
      ),
    ).toEqual({ ac1: null, reason: 'no_pairs' });
    expect(gwetAc1([[1, 1]], [1])).toEqual({ ac1: null, reason: 'one_category' });
    expect(() => gwetAc1([[1, 3]], [1, 2])).toThrow(RangeError);
  });
});
