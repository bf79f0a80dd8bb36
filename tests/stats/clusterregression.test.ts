import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClusterData, clusterRegression } from '../../src/stats/clusterregression.ts';
import { inverse, type Rows, times, transpose } from '../../src/stats/matrix.ts';
import { notFinite } from '../support/finite.ts';

const tenth = fc.integer({ min: -30, max: 30 }).map((value) => value / 10);
const cluster = fc
  .array(fc.tuple(tenth, tenth), { minLength: 1, maxLength: 6 })
  .map((list): ClusterData => ({ x: list.map(([x]) => [1, x]), y: list.map(([, y]) => y) }));
const data = fc.array(cluster, { minLength: 3, maxLength: 6 });
/** Regressors next to nothing, and far too large. */
const wild = fc.array(
  fc
    .array(fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), tenth), {
      minLength: 1,
      maxLength: 3,
    })
    .map((list): ClusterData => ({ x: list.map(([x]) => [1, x]), y: list.map(([, y]) => y) })),
  { maxLength: 5 },
);

/** CR3 without its factor is the jackknife over clusters round the full fit: leave one out and fit again. */
function leaveOneOut(all: readonly ClusterData[]): number | null {
  const slope = (some: readonly ClusterData[]) => {
    const x = some.flatMap((one) => one.x.map((row) => row[1] ?? 0));
    const y = some.flatMap((one) => one.y);
    const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const [mx, my] = [mean(x), mean(y)];
    const spread = x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
    return spread < 0.05
      ? null
      : x.reduce((sum, value, at) => sum + (value - mx) * ((y[at] ?? 0) - my), 0) / spread;
  };
  const full = slope(all);
  const left = all.map((_, out) => slope(all.filter((_, at) => at !== out)));
  if (full === null || left.includes(null)) return null;
  return Math.sqrt(left.reduce<number>((sum, one) => sum + ((one ?? 0) - full) ** 2, 0));
}

describe('regression with clusters', () => {
  it('has for CR3 what leaving clusters out gives', () => {
    fc.assert(
      fc.property(data, (all) => {
        const expected = leaveOneOut(all);
        fc.pre(expected !== null);
        expect(clusterRegression(all, 1)?.standardErrors.cr3).toBeCloseTo(expected ?? 0, 6);
      }),
    );
  });

  it('has for CR2 the plain standard error on average over independent errors: it is unbiased', () => {
    // E[V] is linear in the errors' covariance: add up V over unit errors, which are all the covariance there is.
    const all = [3, 2, 4, 1, 5].map((size, g) =>
      Array.from({ length: size }, (_, at) => [1, (g * 7 + at * 3) % 5]),
    );
    const n = all.flat().length;
    const rows = all.flat();
    const bread = inverse(times(transpose(rows), rows)) ?? [];
    let total = 0;
    for (let unit = 0; unit < n; unit++) {
      let at = 0;
      const one = all.map((x) => ({ x, y: x.map(() => (at++ === unit ? 1 : 0)) }));
      total += (clusterRegression(one, 1)?.standardErrors.cr2 ?? Number.NaN) ** 2;
    }
    expect(total).toBeCloseTo(bread[1]?.[1] ?? Number.NaN, 9);
  });

  it('is finite or null, with clusters that alone carry a regressor too', () => {
    fc.assert(
      fc.property(wild, (all) => {
        expect(notFinite(clusterRegression(all, 1))).toEqual([]);
      }),
    );
    const alone = [
      { x: [[1, 1]], y: [3] },
      { x: [[1, 0]], y: [1] },
      { x: [[1, 0]], y: [2] },
    ];
    expect(notFinite(clusterRegression(alone, 1))).toEqual([]);
    expect(clusterRegression([], 0)).toBeNull();
    expect(clusterRegression(alone.slice(0, 1), 0)).toBeNull();
    const same: Rows = [
      [1, 2],
      [1, 2],
    ];
    expect(
      clusterRegression(
        [
          { x: same, y: [1, 2] },
          { x: same, y: [3, 4] },
        ],
        1,
      ),
    ).toBeNull();
  });
});
