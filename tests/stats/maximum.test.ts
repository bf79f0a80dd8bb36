import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximum } from '../../src/stats/maximum.ts';

describe('maximum', () => {
  it('finds the peak, inside or at an end', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (peak) => {
        expect(maximum((x) => -Math.abs(x - peak), -5, 5)).toBeCloseTo(Math.min(5, Math.max(-5, peak)), 6);
      }),
    );
  });
});
