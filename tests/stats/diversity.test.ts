import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diversity, sharesOf } from '../../src/stats/diversity.ts';

describe('diversity', () => {
  it('is the number of kinds where all are equal, and otherwise between 1 and it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 9 }), (counts) => {
        const kinds = counts.filter((count) => count > 0).length;
        const found = diversity(counts);
        if (kinds === 0) {
          expect(found).toBeNull();
          return;
        }
        for (const hill of [found?.hill1, found?.hill2]) {
          expect(hill).toBeGreaterThanOrEqual(1 - 1e-12);
          expect(hill).toBeLessThanOrEqual(kinds + 1e-9);
        }
        const units = counts.flatMap((count, kind) => Array.from({ length: count }, () => kind));
        const differing = units.flatMap((one, i) =>
          units.filter((other, j) => i !== j && one !== other),
        ).length;
        if (units.length === 1) expect(found?.giniSimpson).toBeNull();
        else expect(found?.giniSimpson).toBeCloseTo(differing / (units.length * (units.length - 1)), 10);
      }),
    );
    expect(diversity([4, 4, 0, 4])?.hill1).toBeCloseTo(3, 12);
  });

  it('has no shares of nothing', () => {
    expect(sharesOf([])).toBeNull();
    expect(sharesOf([0, 0])).toBeNull();
    expect(sharesOf([1, 3])).toEqual([0.25, 0.75]);
  });
});
