import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nonHits, patterns } from '../../src/model/coding.ts';
import { allocate, type Drawable, nonHitShare, usualFloor, usualSide } from '../../src/validate/allocate.ts';

const stratum = (largest: number) =>
  fc.record({
    pattern: fc.constantFrom(...patterns),
    size: fc.integer({ min: 1, max: largest }),
    before: fc.constant(0),
  });
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const withoutHit = (strata: readonly Drawable[], values: readonly number[]) =>
  total(values.filter((_, at) => nonHits.has(strata[at]?.pattern ?? 'both')));
const expected = { claimed: 0.8, diluted: 0.8, both: 0.8, anchor: 0.1, neither: 0.02 };

/** Sum of size^2 p (1 - p) / n: what an allocation leaves of variance. */
function variance(strata: readonly Drawable[], drawn: readonly number[]): number {
  return total(
    strata.map(({ size, pattern }, at) => {
      const share = expected[pattern];
      return (size ** 2 * share * (1 - share)) / (drawn[at] ?? 0);
    }),
  );
}

/** Every way to draw `size` passages with at least `floors` of each stratum. */
function* ways(strata: readonly Drawable[], floors: readonly number[], size: number): Generator<number[]> {
  const [first, ...rest] = strata;
  if (first === undefined) {
    if (size === 0) yield [];
    return;
  }
  for (let drawn = floors[0] ?? 0; drawn <= Math.min(first.size, size); drawn++) {
    for (const others of ways(rest, floors.slice(1), size - drawn)) yield [drawn, ...others];
  }
}

describe('allocate', () => {
  it('leaves no stratum out, takes none beyond its size, and keeps to the budget where it can', () => {
    fc.assert(
      fc.property(
        fc.array(stratum(2000), { minLength: 1, maxLength: 15 }),
        fc.integer({ min: 1, max: 900 }),
        (strata, budget) => {
          const { drawn, floor } = allocate(strata, budget);
          const two = strata.map(({ size }) => Math.min(2, size));
          const hits = total(two) - withoutHit(strata, two);
          const least = Math.max(total(two), Math.ceil(hits / (1 - nonHitShare)));
          const all = total(strata.map(({ size }) => size));
          expect(total(drawn)).toBe(Math.min(all, Math.max(budget, least)));
          for (const [at, { size }] of strata.entries()) {
            expect(drawn[at]).toBeGreaterThanOrEqual(Math.min(size, floor));
            expect(drawn[at]).toBeLessThanOrEqual(size);
          }
          const there = total(strata.filter(({ pattern }) => nonHits.has(pattern)).map(({ size }) => size));
          const wanted = Math.min(there, Math.ceil(nonHitShare * total(drawn)));
          expect(withoutHit(strata, drawn)).toBeGreaterThanOrEqual(wanted);
        },
      ),
    );
  });

  it('draws 150 a side or what floors of 30 take, where nobody says how many', () => {
    fc.assert(
      fc.property(fc.array(stratum(500), { minLength: 1, maxLength: 15 }), (strata) => {
        const { drawn, floor } = allocate(strata, null);
        const all = total(strata.map(({ size }) => size));
        expect(floor).toBe(usualFloor);
        expect(total(drawn)).toBeGreaterThanOrEqual(Math.min(all, usualSide));
        for (const [at, { size }] of strata.entries())
          expect(drawn[at]).toBeGreaterThanOrEqual(Math.min(size, 30));
      }),
    );
  });

  it('has no way of less variance, by going through all of them', () => {
    fc.assert(
      fc.property(
        fc.array(stratum(12), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 4, max: 20 }),
        (strata, budget) => {
          const { drawn, floor } = allocate(strata, budget);
          const size = total(drawn);
          const floors = strata.map((one) => Math.min(one.size, floor));
          const there = total(strata.filter(({ pattern }) => nonHits.has(pattern)).map((one) => one.size));
          const least = Math.min(there, Math.ceil(nonHitShare * size));
          const fit = [...ways(strata, floors, size)].filter((way) => withoutHit(strata, way) >= least);
          fc.pre(fit.length > 0);
          const best = Math.min(...fit.map((way) => variance(strata, way)));
          // Where the share of non-hits binds, the two groups are best each by itself.
          const free = Math.min(...[...ways(strata, floors, size)].map((way) => variance(strata, way)));
          if (best === free) expect(variance(strata, drawn)).toBeCloseTo(best, 8);
          else expect(withoutHit(strata, drawn)).toBe(least);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps what an earlier sample has drawn', () => {
    const strata: Drawable[] = [
      { pattern: 'claimed', size: 80, before: 60 },
      { pattern: 'neither', size: 400, before: 90 },
    ];
    const { drawn } = allocate(strata, 300);
    expect(total(drawn)).toBe(300);
    expect(drawn[0]).toBeGreaterThanOrEqual(60);
    expect(drawn[1]).toBeGreaterThanOrEqual(90);
  });

  it('draws nothing of nothing', () => {
    expect(allocate([], 100).drawn).toEqual([]);
    expect(allocate([], null).drawn).toEqual([]);
  });
});
