import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveNumber } from '../../src/stats/kish.ts';

describe('effective number of documents', () => {
  it('is their number where all are equally large', () => {
    expect(effectiveNumber([3, 3, 3, 3])).toBe(4);
    expect(effectiveNumber([1e200, 1e200])).toBe(2);
  });

  it('is zero without anything', () => {
    expect(effectiveNumber([])).toBe(0);
    expect(effectiveNumber([0, 0])).toBe(0);
  });

  it('lies between one and their number, and falls when the largest grows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const n = effectiveNumber(sizes);
        expect(n).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(n).toBeLessThanOrEqual(sizes.length + 1e-9);
        const largest = Math.max(...sizes);
        const grown = sizes.with(sizes.indexOf(largest), largest * 3);
        expect(effectiveNumber(grown)).toBeLessThanOrEqual(n + 1e-9);
      }),
    );
  });
});
