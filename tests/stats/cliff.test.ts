import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliffsDelta, cliffsDeltaOf, commonLanguage } from '../../src/stats/cliff.ts';

const sample = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 20 });

describe("Cliff's delta", () => {
  it('counts all pairs', () => {
    fc.assert(
      fc.property(sample, sample, (first, second) => {
        const signs = first.flatMap((one) => second.map((other) => Math.sign(one - other)));
        const expected = signs.reduce<number>((sum, sign) => sum + sign, 0) / signs.length;
        expect(cliffsDelta(first, second)).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('is null of nothing and a half as a chance when samples are alike', () => {
    expect(cliffsDelta([], [1])).toBeNull();
    expect(cliffsDelta([1], [])).toBeNull();
    expect(commonLanguage(0)).toBe(0.5);
    expect(commonLanguage(cliffsDelta([2, 3], [1]) ?? 0)).toBe(1);
  });

  it('is the same of a draw as of the values drawn, written out', () => {
    const unit = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.nat(3));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const repeated = (wanted: boolean) =>
          units.flatMap(([value, isFirst, times]) =>
            isFirst === wanted ? Array<number>(times).fill(value) : [],
          );
        const delta = cliffsDeltaOf(
          units.map(([value]) => value),
          units.map(([, isFirst]) => isFirst),
        )(Int32Array.from(units, ([, , times]) => times));
        const expected = cliffsDelta(repeated(true), repeated(false));
        if (expected === null) expect(delta).toBeNull();
        else expect(delta).toBeCloseTo(expected, 12);
      }),
    );
  });
});
