import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neymanAllocation, type Stratum } from '../../src/stats/allocation.ts';

const stratum = fc.record({
  size: fc.nat(4000),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  isHit: fc.boolean(),
});

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

describe('allocation of Neyman', () => {
  it('keeps every bound and adds up to the budget', () => {
    fc.assert(
      fc.property(
        fc.array(stratum, { maxLength: 10 }),
        fc.integer({ min: 1, max: 3000 }),
        (strata, budget) => {
          const drawn = neymanAllocation(strata, budget);
          const least = strata.map(({ size }) => Math.min(30, size));
          drawn.forEach((number, at) => {
            expect(Number.isInteger(number)).toBe(true);
            expect(number).toBeGreaterThanOrEqual(least[at] ?? 0);
            expect(number).toBeLessThanOrEqual(strata[at]?.size ?? 0);
          });
          const sizes = total(strata.map(({ size }) => size));
          const others = strata.map(({ isHit, size }) => (isHit ? 0 : size));
          const without = total(drawn.filter((_, at) => !strata[at]?.isHit));
          expect(without).toBeGreaterThanOrEqual(Math.min(Math.ceil(0.35 * budget), total(others)));
          expect(total(drawn)).toBeGreaterThanOrEqual(Math.min(budget, sizes));
          // More than the budget only where the least numbers ask for it.
          const leastHits = total(least.filter((_, at) => strata[at]?.isHit));
          const leastOthers = total(least.filter((_, at) => !strata[at]?.isHit));
          const floor = Math.min(Math.ceil(0.35 * budget), total(others));
          if (leastHits + Math.max(leastOthers, floor) <= budget) {
            expect(total(drawn)).toBe(Math.min(budget, sizes));
          }
        },
      ),
    );
  });

  it('has no allocation of the same size with less variance, where no bound binds', () => {
    const strata: readonly Stratum[] = [
      { size: 900, share: 0.5, isHit: false },
      { size: 600, share: 0.2, isHit: true },
      { size: 700, share: 0.05, isHit: false },
    ];
    const variance = (drawn: readonly number[]) =>
      total(strata.map(({ size, share }, at) => (size ** 2 * share * (1 - share)) / (drawn[at] ?? 0)));
    const drawn = neymanAllocation(strata, 300);
    for (const [from, to] of [
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 2],
      [2, 0],
      [2, 1],
    ]) {
      const moved = drawn.map((number, at) => (at === from ? number - 3 : at === to ? number + 3 : number));
      expect(variance(moved)).toBeGreaterThanOrEqual(variance(drawn));
    }
  });

  it('is nothing of nothing', () => {
    expect(neymanAllocation([], 100)).toEqual([]);
    expect(neymanAllocation([{ size: 0, share: 0.5, isHit: true }], 100)).toEqual([0]);
  });
});
