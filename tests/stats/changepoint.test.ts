import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestChange } from '../../src/stats/changepoint.ts';
import { keyness } from '../../src/stats/keyness.ts';

const bin = fc.tuple(fc.nat(6), fc.nat(6)).map(([total, x]) => ({ total, successes: Math.min(total, x) }));

describe('largest change', () => {
  it('is the largest log likelihood ratio of before against after', () => {
    fc.assert(
      fc.property(fc.array(bin, { maxLength: 9 }), fc.integer({ min: 1, max: 3 }), (bins, minimum) => {
        const add = (some: typeof bins) =>
          some.reduce((sum, one) => ({ x: sum.x + one.successes, n: sum.n + one.total }), { x: 0, n: 0 });
        const ratios = [...bins.keys()]
          .filter((at) => at >= minimum && bins.length - at >= minimum)
          .map((at) => [add(bins.slice(0, at)), add(bins.slice(at))] as const)
          .filter(([before, after]) => before.n > 0 && after.n > 0)
          .map(([before, after]) => keyness(before.x, after.x, before.n, after.n)?.g2 ?? Number.NaN);
        const found = largestChange(bins, minimum);
        if (ratios.length === 0) expect(found).toBeNull();
        else expect(found?.likelihoodRatio).toBeCloseTo(Math.max(...ratios), 8);
      }),
    );
  });

  it('comes where the share changes, the first of equals, and shrinks with dispersion', () => {
    const bins = [9, 9, 9, 1, 1, 1].map((successes) => ({ successes, total: 10 }));
    expect(largestChange(bins, 1)?.at).toBe(3);
    expect(largestChange(bins, 1, 4)?.likelihoodRatio).toBeCloseTo(
      (largestChange(bins, 1)?.likelihoodRatio ?? 0) / 4,
      9,
    );
    expect(largestChange(Array(4).fill({ successes: 1, total: 2 }), 1)).toEqual({
      likelihoodRatio: 0,
      at: 1,
    });
    expect(largestChange(bins, 4)).toBeNull();
    expect(largestChange([], 1)).toBeNull();
  });
});
