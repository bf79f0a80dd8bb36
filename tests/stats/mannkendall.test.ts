import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallScore, mannKendall, theilSen } from '../../src/stats/mannkendall.ts';
import { permutationTest } from '../../src/stats/permutation.ts';

const series = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 6 });

describe('trend of Mann and Kendall', () => {
  it('has the variance, with ties, of the score over all orders', () => {
    fc.assert(
      fc.property(series, (values) => {
        const scores: number[] = [];
        permutationTest(
          values,
          undefined,
          (order) => {
            scores.push(kendallScore(order));
            return 0;
          },
          { seed: 1, name: 'x', from: 0, to: 0 },
        );
        // The first is the observed one, before all that are gone through.
        const all = scores.slice(1);
        const variance = all.reduce((sum, score) => sum + score ** 2, 0) / all.length;
        expect(mannKendall(values)?.variance).toBeCloseTo(variance, 9);
      }),
    );
  });

  it('turns round with time', () => {
    fc.assert(
      fc.property(series, (values) => {
        const [found, turned] = [mannKendall(values), mannKendall(values.toReversed())];
        expect((found?.s ?? 9) + (turned?.s ?? 9)).toBe(0);
        expect(found?.p).toBeCloseTo(turned?.p ?? 0, 12);
      }),
    );
    expect(mannKendall([])).toBeNull();
    expect(mannKendall([1])).toBeNull();
  });
});

describe('slope of Theil and Sen', () => {
  it('is that of a line, gaps in time or not, whatever one value does', () => {
    const times = [2001, 2002, 2005, 2009, 2010, 2013];
    const line = times.map((time) => 4 - 0.25 * time);
    expect(theilSen(times, line)?.slope).toBeCloseTo(-0.25, 12);
    expect(theilSen(times, line)?.intercept).toBeCloseTo(4, 9);
    expect(theilSen(times, line.with(3, 99))?.slope).toBeCloseTo(-0.25, 12);
    expect(theilSen([], [])).toBeNull();
    expect(theilSen([3, 3], [1, 2])).toBeNull();
  });
});
