import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mantelHaenszel, mantelHaenszelLeavingOut, type Table } from '../../src/stats/mantelhaenszel.ts';

const cell = fc.integer({ min: 0, max: 12 });
const table = fc.record({ a1: cell, b1: cell, a0: cell, b0: cell });

describe('odds ratio of Mantel and Haenszel', () => {
  it('is the plain odds ratio for one table', () => {
    expect(mantelHaenszel([{ a1: 8, b1: 2, a0: 3, b0: 9 }])).toBeCloseTo(Math.log((8 * 9) / (2 * 3)), 12);
  });

  it('is null without a finite ratio', () => {
    expect(mantelHaenszel([])).toBeNull();
    expect(mantelHaenszel([{ a1: 0, b1: 0, a0: 0, b0: 0 }])).toBeNull();
    expect(mantelHaenszel([{ a1: 4, b1: 0, a0: 3, b0: 9 }])).toBeNull();
  });

  it('changes its sign when the sides change places', () => {
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 6 }), (tables) => {
        const turned = tables.map(({ a1, b1, a0, b0 }) => ({ a1: a0, b1: b0, a0: a1, b0: b1 }));
        const value = mantelHaenszel(tables);
        const other = mantelHaenszel(turned);
        if (value === null || other === null) expect(value).toBe(other);
        else expect(value).toBeCloseTo(-other, 10);
      }),
    );
  });

  it('leaves clusters out as if they had never been there', () => {
    const cluster = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 3 }), table), {
      minLength: 1,
      maxLength: 4,
      selector: ([place]) => place,
    });
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 1, maxLength: 8 }), (clusters) => {
        const quick = mantelHaenszelLeavingOut(
          tablesOf(clusters),
          clusters.map((shares) => shares.map(([place, counts]) => ({ table: place, ...counts }))),
        );
        clusters.forEach((_, left) => {
          const slow = mantelHaenszel(tablesOf(clusters.filter((_, at) => at !== left)));
          const found = quick[left] ?? null;
          if (slow === null || found === null) expect(found).toBe(slow);
          else expect(found).toBeCloseTo(slow, 9);
        });
      }),
    );
  });
});

function tablesOf(clusters: readonly (readonly [number, Table][])[]): readonly Table[] {
  return [0, 1, 2, 3].map((place) =>
    clusters
      .flat()
      .filter(([at]) => at === place)
      .reduce(
        (sum, [, counts]) => ({
          a1: sum.a1 + counts.a1,
          b1: sum.b1 + counts.b1,
          a0: sum.a0 + counts.a0,
          b0: sum.b0 + counts.b0,
        }),
        { a1: 0, b1: 0, a0: 0, b0: 0 },
      ),
  );
}
