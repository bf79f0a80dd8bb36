import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation } from '../../src/stats/correlation.ts';

describe('correlation', () => {
  it('agrees with a published example', () => {
    // Anscombe's first set: r = 0.81642.
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const found = correlation(x, y);
    expect(found?.r).toBeCloseTo(0.81642, 5);
    expect(found?.z).toBeCloseTo(Math.atanh(0.81642) * Math.sqrt(8), 3);
  });

  it('has nothing to say of few pairs or of a row that never varies', () => {
    expect(correlation([1, 2, 3], [1, 2, 3])).toBeNull();
    expect(correlation([1, 1, 1, 1, 1], [1, 2, 3, 4, 5])).toBeNull();
  });

  it('does not change with scale, and turns with the sign', () => {
    const row = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(row, row, fc.integer({ min: 2, max: 50 }), (a, b, factor) => {
        const found = correlation(a, b);
        if (found === null) return;
        const scaled = correlation(
          a.map((one) => factor * one + 3),
          b,
        );
        const turned = correlation(
          a.map((one) => -one),
          b,
        );
        expect(scaled?.r).toBeCloseTo(found.r, 9);
        expect(turned?.r).toBeCloseTo(-found.r, 9);
        expect(Math.abs(found.r)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
