import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from '../../src/stats/padjust.ts';

const family = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 });

/** What Holm rejects at one level, step by step down; one that could not be tested is never rejected. */
function stepDown(pValues: readonly (number | null)[], level: number): ReadonlySet<number> {
  const order = [...pValues.keys()].toSorted((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const rejected = new Set<number>();
  for (const [step, index] of order.entries()) {
    const p = pValues[index] ?? null;
    if (p === null || p > level / (pValues.length - step)) break;
    rejected.add(index);
  }
  return rejected;
}

describe('p-values adjusted', () => {
  it('reject by Holm what stepping down rejects', () => {
    fc.assert(
      fc.property(family, fc.double({ min: 0.001, max: 0.9, noNaN: true }), (pValues, level) => {
        const adjusted = holm(pValues);
        // A level that an adjusted value equals to the last bits is decided by rounding.
        fc.pre(adjusted.every((p) => p === null || Math.abs(p - level) > 1e-9));
        const rejected = [...adjusted.keys()].filter((at) => (adjusted[at] ?? 1) <= level);
        expect(new Set(rejected)).toEqual(stepDown(pValues, level));
      }),
    );
  });

  it('reject by Benjamini and Hochberg all up to the last that is below its line', () => {
    fc.assert(
      fc.property(family, fc.double({ min: 0.001, max: 0.9, noNaN: true }), (pValues, level) => {
        const adjusted = benjaminiHochberg(pValues);
        fc.pre(adjusted.every((p) => p === null || Math.abs(p - level) > 1e-9));
        const known = pValues.filter((p) => p !== null).toSorted((a, b) => a - b);
        const last = known.findLastIndex((p, at) => p <= ((at + 1) / known.length) * level);
        const limit = known[last] ?? -1;
        pValues.forEach((p, at) => {
          const one = adjusted[at] ?? null;
          if (p === null) expect(one).toBeNull();
          else expect((one ?? 1) <= level).toBe(p <= limit);
        });
      }),
    );
  });

  it('keep what could not be tested in the family of Holm', () => {
    expect(holm([0.01, null])).toEqual([0.02, null]);
    expect(holm([null, null])).toEqual([null, null]);
    expect(holm([])).toEqual([]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
