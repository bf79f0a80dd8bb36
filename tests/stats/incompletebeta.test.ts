import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile } from '../../src/stats/beta.ts';
import { logBeta, logChoose, logGamma } from '../../src/stats/gammaln.ts';
import { incompleteBeta } from '../../src/stats/incompletebeta.ts';

const shape = fc.double({ min: -5, max: 3.3, noNaN: true }).map((power) => 10 ** power);
const inside = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe('incomplete beta function', () => {
  it('is the distribution function of the library', () => {
    fc.assert(
      fc.property(inside, shape, shape, (x, a, b) => {
        expect(incompleteBeta(x, a, b, logBeta(a, b))).toBeCloseTo(betaCdf(x, a, b), 9);
      }),
      { numRuns: 2000 },
    );
  });

  it('has known values', () => {
    expect(incompleteBeta(0.3, 1, 1, 0)).toBeCloseTo(0.3, 14);
    expect(incompleteBeta(0.3, 2, 1, logBeta(2, 1))).toBeCloseTo(0.09, 14);
    expect(betaQuantile(0.09, 2, 1)).toBeCloseTo(0.3, 12);
    expect(betaCdf(0, 2, 3)).toBe(0);
    expect(logChoose(10, 3)).toBeCloseTo(Math.log(120), 12);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => betaCdf(0.5, 0, 1)).toThrow(RangeError);
    expect(() => betaQuantile(2, 1, 1)).toThrow(RangeError);
  });
});
