import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliffsDelta, commonLanguage } from '../../src/stats/cliff.ts';

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
});
