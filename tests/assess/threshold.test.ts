import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdVerdict } from '../../src/assess/threshold.ts';
import { notFinite } from '../support/finite.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('verdict on a threshold', () => {
  it('says the same of shares as of their log odds round the threshold', () => {
    fc.assert(
      fc.property(share, share, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (one, other, threshold) => {
        const [lower, upper] = [Math.min(one, other), Math.max(one, other)];
        const found = thresholdVerdict(lower, upper, threshold);
        expect(notFinite(found)).toEqual([]);
        if (Math.abs(lower - threshold) < 1e-9 || Math.abs(upper - threshold) < 1e-9) return;
        const expected =
          lower > threshold ? 'SUPPORTED' : upper < threshold ? 'CONTRADICTED' : 'INCONCLUSIVE';
        expect(found.verdict).toBe(expected);
        if (found.lower !== null) expect(found.lower > 0).toBe(lower > threshold);
        if (found.upper !== null) expect(found.upper < 0).toBe(upper < threshold);
      }),
    );
  });

  it('reaches no logarithm of 0 or 1, and takes a bound at the threshold as not beyond it', () => {
    expect(thresholdVerdict(0, 1, 0.8)).toEqual({ verdict: 'INCONCLUSIVE', lower: null, upper: null });
    expect(thresholdVerdict(0.1 + 0.2, 0.9, 0.3).verdict).toBe('INCONCLUSIVE');
    expect(thresholdVerdict(0.1, 0.3, 0.1 + 0.2).verdict).toBe('INCONCLUSIVE');
    expect(() => thresholdVerdict(0.1, 0.2, 0)).toThrow(RangeError);
    expect(() => thresholdVerdict(0.1, 0.2, Number.NaN)).toThrow(RangeError);
  });
});
