import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roganGladen, roganGladenEstimated } from '../../src/stats/rogangladen.ts';
import { notFinite } from '../support/finite.ts';

const share = fc
  .tuple(fc.nat(80), fc.nat(80))
  .map(([total, positive]) => ({ total, positive: Math.min(total, positive) }));

describe('prevalence of Rogan and Gladen', () => {
  it('gives back the prevalence that the errors were applied to', () => {
    const rate = fc.double({ min: 0.55, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), rate, rate, (percent, sensitivity, specificity) => {
        const truth = percent / 100;
        const apparent = truth * sensitivity + (1 - truth) * (1 - specificity);
        const found = roganGladen({ positive: apparent * 1000, total: 1000 }, sensitivity, specificity);
        expect(found.prevalence).toBeCloseTo(truth, 9);
      }),
    );
  });

  it('is always finite, inside 0 to 1, or null with a reason', () => {
    fc.assert(
      fc.property(share, share, share, (apparent, sensitivity, specificity) => {
        const found = roganGladenEstimated(apparent, sensitivity, specificity);
        expect(notFinite(found)).toEqual([]);
        if (found.reason !== null) return;
        expect(found.prevalence >= 0 && found.prevalence <= 1).toBe(true);
        expect(found.interval.lower).toBeLessThanOrEqual(found.interval.upper);
      }),
    );
    expect(roganGladen({ positive: 0, total: 0 }, 0.9, 0.9)).toEqual({
      prevalence: null,
      reason: 'no_units',
    });
    expect(roganGladen({ positive: 1, total: 3 }, 0.5, 0.5)).toEqual({
      prevalence: null,
      reason: 'uninformative',
    });
  });
});
