import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  jackknife,
  jackknifedVariance,
  linearisedVariance,
  logRatio,
  logRatioVariance,
  type Pair,
} from '../../src/stats/logratio.ts';

const pair = fc.record({ a: fc.integer({ min: 0, max: 40 }), b: fc.integer({ min: 0, max: 40 }) });

/** The jackknife as a textbook writes it: estimate again without each pair. */
function bruteForce(pairs: readonly Pair[]): number {
  const estimates = pairs.map((_, left) => {
    const rest = pairs.filter((_, at) => at !== left);
    const a = rest.map((one) => one.a).reduce((x, y) => x + y, 0);
    const b = rest.map((one) => one.b).reduce((x, y) => x + y, 0);
    return Math.log(a + 0.5) - Math.log(b + 0.5);
  });
  const n = estimates.length;
  const mean = estimates.reduce((x, y) => x + y, 0) / n;
  return ((n - 1) / n) * estimates.map((x) => (x - mean) * (x - mean)).reduce((x, y) => x + y, 0);
}

describe('log ratio', () => {
  it('is finite at zero and null where a correction made a total impossible', () => {
    expect(logRatio(0, 0)).toBe(0);
    expect(logRatio(0, 10)).toBeCloseTo(Math.log(0.5 / 10.5), 14);
    expect(logRatio(-0.5, 3)).toBeNull();
    expect(logRatio(3, -0.5)).toBeNull();
  });
});

describe('variance of a log ratio', () => {
  it('equals estimating again without each pair', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 30 }), (pairs) => {
        expect(jackknifedVariance(pairs)).toBeCloseTo(bruteForce(pairs), 10);
      }),
    );
  });

  it('is null for fewer than two pairs', () => {
    expect(jackknifedVariance([])).toBeNull();
    expect(jackknifedVariance([{ a: 3, b: 4 }])).toBeNull();
    expect(linearisedVariance([{ a: 3, b: 4 }])).toBeNull();
  });

  it('is exactly zero for equal pairs, not a rounding error', () => {
    expect(jackknifedVariance(Array.from({ length: 7 }, () => ({ a: 0.1, b: 0.7 })))).toBe(0);
  });

  it('is null where leaving a pair out makes a total impossible', () => {
    const corrected = [
      { a: 4, b: 1 },
      { a: -0.6, b: 1 },
      { a: 0, b: 1 },
    ];
    expect(logRatio(3.4, 3)).not.toBeNull();
    expect(jackknifedVariance(corrected)).toBeNull();
    expect(jackknife([1, null, 2])).toBeNull();
  });

  it('turns to linearisation above 2,000 pairs, where both agree to a part in a thousand', () => {
    const many = Array.from({ length: 2001 }, (_, i) => ({ a: (i * 7) % 11, b: (i * 5) % 13 }));
    const linear = linearisedVariance(many);
    expect(logRatioVariance(many)).toBe(linear);
    expect(linear).not.toBeNull();
    expect((jackknifedVariance(many) ?? 0) / (linear ?? 1)).toBeCloseTo(1, 3);
    const fewer = many.slice(0, 2000);
    expect(logRatioVariance(fewer)).toBe(jackknifedVariance(fewer));
  });
});
