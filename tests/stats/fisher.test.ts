import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../src/stats/fisher.ts';

const cell = fc.integer({ min: 0, max: 9 });
const counts = fc.tuple(cell, cell, cell, cell);

function choose(n: number, k: number): number {
  let count = 1;
  for (let at = 1; at <= k; at++) count = (count * (n - k + at)) / at;
  return count;
}

/** Tables with the same margins and their chances at an odds ratio, by whole numbers of ways. */
function tables(a: number, b: number, c: number, d: number, ratio: number) {
  const [first, column, total] = [a + b, a + c, a + b + c + d];
  const found: { x: number; weight: number }[] = [];
  for (let x = Math.max(0, first + column - total); x <= Math.min(first, column); x++) {
    found.push({ x, weight: choose(first, x) * choose(total - first, column - x) * ratio ** x });
  }
  const all = found.reduce((sum, { weight }) => sum + weight, 0);
  return found.map(({ x, weight }) => ({ x, chance: weight / all }));
}

const chanceOf = (list: readonly { chance: number }[]) => list.reduce((sum, { chance }) => sum + chance, 0);

describe("Fisher's exact test", () => {
  it('adds up the chances of all tables with these margins', () => {
    fc.assert(
      fc.property(counts, ([a, b, c, d]) => {
        fc.pre(a + b + c + d > 0);
        const all = tables(a, b, c, d, 1);
        const own = all.find(({ x }) => x === a)?.chance ?? Number.NaN;
        const found = fisherExact([
          [a, b],
          [c, d],
        ]);
        expect(found?.pGreater).toBeCloseTo(chanceOf(all.filter(({ x }) => x >= a)), 10);
        expect(found?.pLess).toBeCloseTo(chanceOf(all.filter(({ x }) => x <= a)), 10);
        expect(found?.pTwoSided).toBeCloseTo(
          chanceOf(all.filter(({ chance }) => chance <= own * (1 + 1e-7))),
          10,
        );
      }),
    );
  });

  it('has the ratio at which the first count is expected, and bounds with 2.5 % beyond', () => {
    fc.assert(
      fc.property(counts, ([a, b, c, d]) => {
        fc.pre(a + b + c + d > 0);
        const found = fisherExact([
          [a, b],
          [c, d],
        ]);
        const at = (ratio: number) => tables(a, b, c, d, ratio);
        if (found?.oddsRatio !== null && found !== null) {
          const mean = at(found.oddsRatio).reduce((sum, { x, chance }) => sum + x * chance, 0);
          expect(mean).toBeCloseTo(a, 7);
        }
        if (found?.lower) expect(chanceOf(at(found.lower).filter(({ x }) => x >= a))).toBeCloseTo(0.025, 8);
        if (found?.upper) expect(chanceOf(at(found.upper).filter(({ x }) => x <= a))).toBeCloseTo(0.025, 8);
      }),
    );
  });

  it('has no ratio at the edge of the margins, and nothing to say of an empty table', () => {
    expect(
      fisherExact([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    const edge = fisherExact([
      [5, 0],
      [0, 4],
    ]);
    expect(edge).toMatchObject({ oddsRatio: null, upper: null });
    expect(edge?.lower).toBeGreaterThan(1);
    expect(
      fisherExact([
        [3, 0],
        [4, 0],
      ]),
    ).toMatchObject({ pTwoSided: 1, oddsRatio: null, lower: null, upper: null });
  });
});
