import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupContrast,
  grouping,
  groupSums,
  standardError,
  studentised,
} from '../../src/stats/groupcontrast.ts';
import { linearisedVariance, logRatio, type Pair, totalOf } from '../../src/stats/logratio.ts';

const cluster = fc.record({
  a: fc.integer({ min: 0, max: 9 }),
  b: fc.integer({ min: 0, max: 9 }),
  group: fc.integer({ min: 0, max: 2 }),
  drawn: fc.integer({ min: 0, max: 3 }),
});

/** Linearised, and that of two counts where a group has none of one kind. */
function variance(pairs: readonly Pair[]): number | null {
  const [{ a, b }, linear] = [totalOf(pairs), linearisedVariance(pairs)];
  if (linear === null || (a > 0 && b > 0)) return linear;
  return Math.max(linear, 1 / (a + 0.5) + 1 / (b + 0.5));
}

function columnsOf(list: readonly { a: number; b: number }[]) {
  return { a: Float64Array.from(list, ({ a }) => a), b: Float64Array.from(list, ({ b }) => b) };
}

describe('contrast of groups', () => {
  it('is that of the documents written out one by one', () => {
    fc.assert(
      fc.property(fc.array(cluster, { maxLength: 30 }), (list) => {
        const weights = [0.5, 0.5, -1];
        const groups = grouping(
          Int32Array.from(list, ({ group }) => group),
          3,
        );
        const drawn = Int32Array.from(list, (one) => one.drawn);
        for (const times of [undefined, drawn]) {
          const found = groupContrast(groupSums(columnsOf(list), groups, times), weights);
          const written = weights.map((_, at) =>
            list
              .filter(({ group }) => group === at)
              .flatMap((one) => Array.from({ length: times === undefined ? 1 : one.drawn }, () => one)),
          );
          const value = written.reduce((sum, pairs, at) => {
            const { a, b } = totalOf(pairs);
            return sum + (weights[at] ?? 0) * (logRatio(a, b) ?? 0);
          }, 0);
          expect(found?.value).toBeCloseTo(value, 9);
          const variances = written.map(variance);
          if (variances.includes(null)) expect(found?.variance).toBeNull();
          else {
            const expected = variances.reduce<number>(
              (sum, one, at) => sum + (weights[at] ?? 0) ** 2 * (one ?? 0),
              0,
            );
            expect(found?.variance).toBeCloseTo(expected, 9);
          }
        }
      }),
    );
  });

  it('has no standard error without a spread, and no value of an impossible total', () => {
    const same = Array.from({ length: 4 }, () => ({ a: 0.1, b: 0.7 }));
    const groups = grouping(Int32Array.from([0, 0, 1, 1]), 2);
    const still = groupContrast(groupSums(columnsOf(same), groups), [1, -1]);
    expect(still?.variance).toBe(0);
    expect(standardError(still)).toBeNull();
    expect(studentised(still)).toBeNull();
    const corrected = [{ a: -3, b: 1 }, ...same.slice(1)];
    expect(groupContrast(groupSums(columnsOf(corrected), groups), [1, -1])).toBeNull();
    expect(groupContrast(groupSums(columnsOf(corrected), groups), [0, 1])?.value).toBeCloseTo(
      Math.log(0.7 / 1.9),
      12,
    );
    expect(studentised({ value: 3, variance: 4 })).toBe(1.5);
  });
});
