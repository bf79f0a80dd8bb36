import { describe, expect, it } from 'vitest';
import { betaCdf } from '../../src/stats/beta.ts';
import { gridBayes } from '../../src/stats/gridbayes.ts';
import { notFinite } from '../support/finite.ts';

describe('partial pooling on a grid', () => {
  it('lies between the share of a group and that of all, the nearer to all the smaller the group', () => {
    const found = gridBayes([
      { successes: 9, total: 10 },
      { successes: 90, total: 100 },
      { successes: 30, total: 100 },
      { successes: 35, total: 100 },
      { successes: 0, total: 0 },
    ]);
    const [small = 0, large = 0, , , empty = 0] = found?.groups.map(({ mean }) => mean) ?? [];
    expect(small).toBeLessThan(large);
    expect(large).toBeLessThan(0.9);
    expect(small).toBeGreaterThan(found?.mean ?? 1);
    expect(empty).toBeCloseTo(found?.mean ?? 0, 2);
    expect(notFinite(found)).toEqual([]);
  });

  it('has intervals with 95 % of the posterior in them, integrated point by point on a grid of its own', () => {
    const [x, n] = [7, 12];
    const found = gridBayes([{ successes: x, total: n }]);
    const { lower = 0, upper = 0 } = found?.groups[0]?.interval ?? {};
    let [inside, all] = [0, 0];
    for (let i = 0; i < 200; i++) {
      for (let j = 0; j < 200; j += 1) {
        const [mean, rho] = [(i + 0.5) / 200, (j + 0.5) / 200];
        const [a, b] = [(mean * (1 - rho)) / rho, ((1 - mean) * (1 - rho)) / rho];
        let weight = 1;
        for (let k = 0; k < n; k++) weight *= (k < x ? a + k : b + k - x) / (a + b + k);
        all += weight;
        inside += weight * (betaCdf(upper, a + x, b + n - x) - betaCdf(lower, a + x, b + n - x));
      }
    }
    expect(inside / all).toBeCloseTo(0.95, 6);
  });

  it('takes counts that are not whole, all or none, and is null without groups', () => {
    expect(gridBayes([])).toBeNull();
    const found = gridBayes([
      { successes: 2.25, total: 7.5 },
      { successes: 400, total: 400 },
    ]);
    expect(notFinite(found)).toEqual([]);
    for (const { mean, interval } of found?.groups ?? []) {
      expect(interval.lower).toBeLessThan(mean);
      expect(interval.upper).toBeGreaterThan(mean);
    }
  });
});
