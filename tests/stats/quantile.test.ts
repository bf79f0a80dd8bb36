import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, sampleQuantile } from '../../src/stats/quantile.ts';

describe('sample quantile', () => {
  it('gives what R gives by default', () => {
    expect(sampleQuantile([1, 3, 2, 10], 0.25)).toBe(1.75);
    expect(sampleQuantile([1, 3, 2, 10], 0.9)).toBeCloseTo(7.9, 12);
    expect(sampleQuantile([4], 0.3)).toBe(4);
    expect(sampleQuantile([], 0.3)).toBeNull();
    expect(median([5, 1, 9])).toBe(5);
    expect(median([5, 1, 9, 6])).toBe(5.5);
    expect(median([])).toBeNull();
  });

  it('has about its share of values below it and never leaves their range', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          const found = sampleQuantile(values, p) ?? Number.NaN;
          const below = values.filter((value) => value < found).length;
          expect(below).toBeGreaterThanOrEqual(Math.floor(p * (values.length - 1)));
          expect(below).toBeLessThanOrEqual(Math.ceil(p * (values.length - 1)) + 1e-9);
          expect(found).toBeGreaterThanOrEqual(Math.min(...values));
          expect(found).toBeLessThanOrEqual(Math.max(...values));
        },
      ),
    );
  });
});
