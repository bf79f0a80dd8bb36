import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binomialTest,
  clopperPearson,
  detectableShare,
  wilson,
  wilsonSampleSize,
} from '../../src/stats/proportion.ts';

const counts = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(60))
  .map(([n, x]) => ({ n, x: Math.min(n, x) }));

/** Chance of `x` or more of `n`, added up term by term. */
function tail(x: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    if (k >= x) sum += term;
    term *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return sum;
}

describe('Wilson interval', () => {
  it('has at its ends the shares from which the count is 1.96 standard errors away', () => {
    fc.assert(
      fc.property(counts, ({ n, x }) => {
        const { lower, upper } = wilson(x, n) ?? { lower: Number.NaN, upper: Number.NaN };
        for (const share of [lower, upper]) {
          if (share === 0 || share === 1) continue;
          const z = Math.abs(x / n - share) / Math.sqrt((share * (1 - share)) / n);
          expect(z).toBeCloseTo(1.959963984540054, 8);
        }
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is null of nothing and takes counts that are not whole', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(clopperPearson(0, 0)).toBeNull();
    expect(wilson(2.5, 7.25)?.lower).toBeGreaterThan(0);
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
    expect(() => wilson(Number.NaN, 2)).toThrow(RangeError);
  });
});

describe('exact binomial', () => {
  it('has 2.5 % beyond either end of the interval of Clopper and Pearson', () => {
    fc.assert(
      fc.property(counts, ({ n, x }) => {
        const { lower, upper } = clopperPearson(x, n) ?? { lower: Number.NaN, upper: Number.NaN };
        if (x > 0) expect(tail(x, n, lower)).toBeCloseTo(0.025, 8);
        if (x < n) expect(1 - tail(x + 1, n, upper)).toBeCloseTo(0.025, 8);
      }),
    );
  });

  it('adds up the tails', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ n, x }, share) => {
        const found = binomialTest(x, n, share);
        expect(found?.pGreater).toBeCloseTo(tail(x, n, share), 9);
        expect(found?.pLess).toBeCloseTo(1 - tail(x + 1, n, share), 9);
      }),
    );
    expect(binomialTest(0, 0, 0.5)).toBeNull();
    expect(() => binomialTest(1, 2, 1)).toThrow(RangeError);
  });
});

describe('sample size', () => {
  it('is the first that is enough', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.03, max: 0.4, noNaN: true }),
        (share, reach) => {
          const half = (n: number) => {
            const { lower, upper } = wilson(share * n, n) ?? { lower: 0, upper: 9 };
            return (upper - lower) / 2;
          };
          const n = wilsonSampleSize(share, reach);
          // At shares of 0 and 1 the bound is put at the share itself, so look inside.
          fc.pre(share > 1e-6 && share < 1 - 1e-6);
          expect(half(n)).toBeLessThanOrEqual(reach + 1e-9);
          if (n > 1) expect(half(n - 1)).toBeGreaterThan(reach - 1e-9);
        },
      ),
    );
    expect(wilsonSampleSize(0.5, 0.9)).toBe(1);
    expect(() => wilsonSampleSize(0.5, 0)).toThrow(RangeError);
  });
});

describe('detectableShare', () => {
  /** Chance that a sample of `n` at a true share has its interval above the limit, term by term. */
  const chance = (n: number, share: number, limit: number) => {
    let [sum, coefficient] = [0, 1];
    for (let x = 0; x <= n; x++) {
      if ((wilson(x, n)?.lower ?? 0) > limit) sum += coefficient * share ** x * (1 - share) ** (n - x);
      coefficient = (coefficient * (n - x)) / (x + 1);
    }
    return sum;
  };

  it('is the share that 80 of 100 samples show, and nothing below it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.02, max: 0.95, noNaN: true }),
        (n, limit) => {
          const found = detectableShare(n, limit);
          if (found === null) {
            expect(wilson(n, n)?.lower).toBeLessThanOrEqual(limit);
            return;
          }
          expect(found).toBeGreaterThan(limit);
          expect(chance(n, found, limit)).toBeCloseTo(0.8, 6);
          expect(chance(n, found - 0.01, limit)).toBeLessThan(0.8);
        },
      ),
    );
  });

  it('falls with more units, and is none of too few', () => {
    expect(detectableShare(15, 0.8)).toBeNull();
    expect(detectableShare(16, 0.8)).toBeCloseTo(0.8 ** (1 / 16), 9);
    expect(detectableShare(400, 0.8)).toBeLessThan(detectableShare(40, 0.8) ?? 0);
    expect(() => detectableShare(10, 1)).toThrow('between 0 and 1');
  });
});
