import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClusterData, clusterRegression } from '../../src/stats/clusterregression.ts';
import { wildBootstrap } from '../../src/stats/wildbootstrap.ts';

const nothing = { seed: 1, name: 'x', from: 0, to: 0 };
const cluster = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -5, max: 5 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list): ClusterData => ({ x: list.map(([x]) => [1, x]), y: list.map(([, y]) => y) }));

function tOf(data: readonly ClusterData[]): number | null {
  const fit = clusterRegression(data, 1);
  return fit === null || fit.standardErrors.cr1 < 1e-9
    ? null
    : (fit.coefficients[1] ?? 0) / fit.standardErrors.cr1;
}

describe('wild cluster bootstrap', () => {
  it('is the share of sign vectors whose refitted t is as large', () => {
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 3, maxLength: 5 }), (data) => {
        const t = tOf(data);
        fc.pre(t !== null);
        const y = data.flatMap((one) => one.y);
        const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
        let [greater, twoSided] = [0, 0];
        const spreads: number[] = [];
        for (let signs = 0; signs < 2 ** data.length; signs++) {
          // Residuals of the mean alone, which is the null, turned round by cluster.
          const drawn = data.map(({ x, y: own }, at) => ({
            x,
            y: own.map((value) => mean + ((signs >> at) & 1 ? 1 : -1) * (value - mean)),
          }));
          const value = tOf(drawn);
          spreads.push(clusterRegression(drawn, 1)?.standardErrors.cr1 ?? 0);
          const tie = 1e-9 * Math.max(1, Math.abs(t ?? 0));
          if (value === null || value > (t ?? 0) - tie) greater++;
          if (value === null || Math.abs(value) > Math.abs(t ?? 0) - tie) twoSided++;
        }
        // Where residuals all but vanish both sides divide by what rounding has left.
        fc.pre(spreads.every((spread) => spread > 1e-6));
        const found = wildBootstrap(data, 1, 'rademacher', nothing);
        expect(found?.t).toBeCloseTo(t ?? Number.NaN, 9);
        expect(found?.pGreater).toBeCloseTo(greater / 2 ** data.length, 12);
        expect(found?.pTwoSided).toBeCloseTo(twoSided / 2 ** data.length, 12);
      }),
    );
  });

  it('counts the signs as they are among those as large, however small the spread', () => {
    const x = (...values: number[]) => values.map((value) => [1, value]);
    const data = [
      { x: x(0), y: [-1] },
      { x: x(-2, -1, 1, -3), y: [4, 0, 0, -1] },
      { x: x(-2, 3, 3), y: [-1, -1, -4] },
    ];
    expect(wildBootstrap(data, 1, 'rademacher', nothing)).toMatchObject({ pGreater: 1, pTwoSided: 1 / 4 });
  });

  it('draws with six points, and comes near the exact p of signs for many clusters', () => {
    const data = Array.from({ length: 11 }, (_, g) => ({
      x: [
        [1, g % 2],
        [1, g % 2],
      ],
      y: [(g * 5) % 7, (g * 3) % 4],
    }));
    const exact = wildBootstrap(data, 1, 'rademacher', nothing);
    const drawn = wildBootstrap(data, 1, 'webb', { seed: 9, name: 'webb', from: 0, to: 3000 });
    expect(exact?.greater).toMatchObject({ all: 2048, exact: true });
    expect(drawn?.greater).toMatchObject({ all: 3000, exact: false });
    expect(Math.abs((exact?.pTwoSided ?? 0) - (drawn?.pTwoSided ?? 9))).toBeLessThan(0.06);
  });

  it('is null without anything to test, and tests a regression through the origin too', () => {
    expect(wildBootstrap([], 0, 'webb', nothing)).toBeNull();
    const flat = [
      { x: [[1]], y: [2] },
      { x: [[1]], y: [2] },
    ];
    expect(wildBootstrap(flat, 0, 'rademacher', nothing)).toBeNull();
    const same = [
      { x: [[1, 2]], y: [2] },
      { x: [[1, 2]], y: [5] },
    ];
    expect(wildBootstrap(same, 1, 'rademacher', nothing)).toBeNull();
    const signs = [
      { x: [[1]], y: [2] },
      { x: [[1]], y: [1] },
      { x: [[1]], y: [4] },
    ];
    expect(wildBootstrap(signs, 0, 'rademacher', nothing)?.pGreater).toBe(1 / 8);
  });
});
