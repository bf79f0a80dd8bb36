import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa, crossTable, specificAgreement } from '../../src/stats/kappa.ts';

const codes = fc.array(
  fc.tuple(fc.option(fc.integer({ min: 0, max: 2 })), fc.option(fc.integer({ min: 0, max: 2 }))),
  {
    maxLength: 25,
  },
);

describe("Cohen's kappa", () => {
  it('is agreement beyond that of coders whose units were shuffled, over what there is beyond it', () => {
    fc.assert(
      fc.property(codes, (list) => {
        const both = list.filter(([one, other]) => one !== null && other !== null);
        const found = cohenKappa(
          crossTable(
            list.map(([one]) => one),
            list.map(([, other]) => other),
            [0, 1, 2],
          ),
        );
        const n = both.length;
        const agreed = both.filter(([one, other]) => one === other).length / n;
        const chance = both.flatMap(([one]) => both.filter(([, other]) => one === other)).length / n ** 2;
        if (n === 0) expect(found).toEqual({ kappa: null, reason: 'no_pairs' });
        else if (chance === 1) expect(found).toEqual({ kappa: null, reason: 'one_category' });
        else expect(found.kappa).toBeCloseTo((agreed - chance) / (1 - chance), 10);
      }),
    );
  });

  it('is about as uncertain as drawing units anew shows', () => {
    // Fleiss, Cohen and Everitt's own numbers are not at hand: the delta method by numerical derivatives is.
    const table = [
      [40, 9, 3],
      [6, 50, 8],
      [1, 4, 29],
    ];
    const n = 150;
    const kappaOf = (cells: readonly (readonly number[])[]) => cohenKappa(cells).kappa ?? Number.NaN;
    const step = 1e-4;
    const slopes = table.map((row, i) =>
      row.map(
        (_, j) =>
          (kappaOf(table.map((r, a) => r.map((v, b) => v + (a === i && b === j ? step : 0)))) -
            kappaOf(table)) /
          step,
      ),
    );
    const moments = (power: number) =>
      table.reduce(
        (sum, row, i) =>
          sum + row.reduce((inner, count, j) => inner + (count / n) * (slopes[i]?.[j] ?? 0) ** power, 0),
        0,
      );
    const variance = n * (moments(2) - moments(1) ** 2);
    const found = cohenKappa(table);
    expect(found.reason === null ? found.standardError : 0).toBeCloseTo(Math.sqrt(variance), 4);
  });

  it('refuses codes that are not declared', () => {
    expect(() => crossTable([1], [4], [1, 2])).toThrow(RangeError);
    expect(crossTable([1, null], [null, 2], [1, 2])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('specific agreement', () => {
  it('is the share both of what either calls so', () => {
    const found = specificAgreement([
      [4, 1],
      [3, 20],
    ]);
    expect(found.present).toBeCloseTo(8 / 12, 12);
    expect(found.absent).toBeCloseTo(40 / 44, 12);
    const none = specificAgreement([
      [0, 0],
      [0, 9],
    ]);
    expect(none).toEqual({ present: null, absent: 1 });
  });
});
