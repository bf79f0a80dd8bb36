import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointPermutationTest, meanDifference, permutationTest } from '../../src/stats/permutation.ts';

const nothing = { seed: 1, name: 'x', from: 0, to: 0 };
const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 9 });

describe('permutation test', () => {
  it('gives the p of all subsets of the same size', () => {
    fc.assert(
      fc.property(values, fc.nat(), (list, pick) => {
        const ones = 1 + (pick % (list.length - 1));
        const labels = list.map((_, at) => (at < ones ? 1 : 0));
        const found = permutationTest(labels, undefined, (now) => meanDifference(list, now), nothing);
        const total = list.reduce((sum, value) => sum + value, 0);
        const difference = (chosen: number) => {
          const inside = list.filter((_, at) => (chosen >> at) & 1).reduce((sum, value) => sum + value, 0);
          return inside / ones - (total - inside) / (list.length - ones);
        };
        const subsets = Array.from({ length: 2 ** list.length }, (_, chosen) => chosen).filter(
          (chosen) => list.filter((_, at) => (chosen >> at) & 1).length === ones,
        );
        const observed = difference(2 ** ones - 1);
        const greater = subsets.filter((chosen) => difference(chosen) > observed - 1e-9).length;
        const twoSided = subsets.filter(
          (chosen) => Math.abs(difference(chosen)) > Math.abs(observed) - 1e-9,
        ).length;
        expect(found?.observed).toBeCloseTo(observed, 12);
        expect(found?.pGreater).toBeCloseTo(greater / subsets.length, 12);
        expect(found?.pTwoSided).toBeCloseTo(twoSided / subsets.length, 12);
      }),
    );
  });

  it('is 1 where everything is tied, and never 0', () => {
    const labels = Array.from({ length: 60 }, (_, at) => at % 2);
    const replicates = { seed: 4, name: 'ties', from: 0, to: 99 };
    expect(permutationTest(labels, undefined, () => 0.1 + 0.2, replicates)).toMatchObject({
      pGreater: 1,
      pTwoSided: 1,
    });
    const sorted = (now: Int32Array) => (now.join() === labels.join() ? 1 : 0);
    expect(permutationTest(labels, undefined, sorted, replicates)?.pGreater).toBe(0.01);
  });

  it('comes near the exact p by drawing, from any number of parts', () => {
    // 2 of the 20 subsets of three have so large a sum.
    const list = [1, 2, 3, 4, 5, 7];
    const labels = [0, 0, 1, 0, 1, 1];
    const statistic = (now: Int32Array) => meanDifference([...list, ...Array(30).fill(0)], now);
    const many = [...labels, ...Array.from({ length: 30 }, () => 2)];
    const strata = many.map((label) => (label === 2 ? 1 : 0));
    const exact = permutationTest(many, strata, statistic, nothing);
    expect(exact?.pGreater).toBe(2 / 20);
    const tally = (from: number, to: number) => {
      const spread = [...labels, ...Array.from({ length: 24 }, (_, at) => at % 2)];
      const wide = [...list, ...Array.from({ length: 24 }, (_, at) => at % 5)];
      const test = permutationTest(spread, undefined, (now) => meanDifference(wide, now), {
        seed: 6,
        name: 'parts',
        from,
        to,
      });
      return test?.greater ?? { atLeast: 0, all: 0, exact: false };
    };
    const [first, second, whole] = [tally(0, 300), tally(300, 1000), tally(0, 1000)];
    expect(first.atLeast + second.atLeast).toBe(whole.atLeast);
    expect(first.all + second.all).toBe(whole.all);
  });

  it('is null without a value or a draw, and takes what has none as extreme', () => {
    expect(permutationTest([0, 1], undefined, () => null, nothing)).toBeNull();
    expect(permutationTest([], undefined, (now) => meanDifference([], now), nothing)).toBeNull();
    expect(permutationTest([0, 0], undefined, (now) => meanDifference([1, 2], now), nothing)).toBeNull();
    const long = Array.from({ length: 60 }, (_, at) => at % 2);
    expect(permutationTest(long, undefined, () => 1, nothing)).toBeNull();
    const once = (now: Int32Array) => (now[0] === 1 ? 5 : null);
    expect(permutationTest([1, 0], undefined, once, nothing)?.pGreater).toBe(1);
  });

  it('tests several statistics as it tests each', () => {
    const list = [4, 1, 7, 2, 9, 3];
    const labels = [1, 0, 1, 0, 1, 0];
    const mean = (now: Int32Array) => meanDifference(list, now);
    const square = (now: Int32Array) => (mean(now) ?? 0) ** 2;
    const joint = jointPermutationTest(labels, undefined, (now) => [mean(now), square(now)], nothing);
    expect(joint).toEqual([
      permutationTest(labels, undefined, mean, nothing),
      permutationTest(labels, undefined, square, nothing),
    ]);
  });
});
