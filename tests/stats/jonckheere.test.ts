import { describe, expect, it } from 'vitest';
import { jonckheere, jonckheereTest } from '../../src/stats/jonckheere.ts';
import { meanDifference, permutationTest } from '../../src/stats/permutation.ts';

const nothing = { seed: 1, name: 'x', from: 0, to: 0 };

describe('ordered alternatives', () => {
  it('is for two groups the rank sum test', () => {
    const [low, high] = [
      [2, 5, 1, 4],
      [3, 6, 7],
    ];
    const ranks = [2, 5, 1, 4, 3, 6, 7];
    const labels = [0, 0, 0, 0, 1, 1, 1];
    const sums = permutationTest(labels, undefined, (now) => meanDifference(ranks, now), nothing);
    expect(jonckheereTest([low, high], nothing)?.pGreater).toBeCloseTo(sums?.pGreater ?? 0, 12);
  });

  it('counts half for ties and nothing within groups', () => {
    expect(jonckheere([1, 1, 2], [0, 1, 1])).toBe(1.5);
    expect(jonckheere([1, 2, 3], [0, 0, 0])).toBe(0);
    expect(jonckheereTest([[1, 1], [1], [1]], nothing)?.pGreater).toBe(1);
    expect(jonckheereTest([[1, 2], []], nothing)).toBeNull();
    expect(jonckheereTest([], nothing)).toBeNull();
  });
});
