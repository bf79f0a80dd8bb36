import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jensenShannon } from '../../src/stats/divergence.ts';

const length = 4;
const counts = fc
  .array(fc.nat({ max: 50 }), { minLength: length, maxLength: length })
  .filter((list) => list.some((count) => count > 0));

function entropy(counts: readonly number[]): number {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.reduce((bits, n) => (n === 0 ? bits : bits - (n / sum) * Math.log2(n / sum)), 0);
}

/** Another way to the same number: the entropy of the mixture above the mean of the entropies. */
function oracle(some: readonly number[], others: readonly number[]): number {
  const [s, o] = [some, others].map((list) => list.reduce((total, count) => total + count, 0));
  const mixed = some.map((count, index) => count * (o ?? 0) + (others[index] ?? 0) * (s ?? 0));
  return Math.sqrt(Math.max(0, entropy(mixed) - (entropy(some) + entropy(others)) / 2));
}

describe('the Jensen-Shannon distance', () => {
  it('is 0 for the same proportions, 1 for nothing in common, undefined without counts', () => {
    expect(jensenShannon([1, 2, 0], [10, 20, 0])).toBe(0);
    expect(jensenShannon([3, 0, 0], [0, 1, 7])).toBe(1);
    expect(jensenShannon([0, 0], [1, 1])).toBeNull();
    expect(jensenShannon([1, 1], [0, 0])).toBeNull();
    // Half of one against all of it: 1 bit times (3/4 log2(4/3) + ...) by hand 0.311278.
    expect(jensenShannon([1, 1], [1, 0])).toBeCloseTo(Math.sqrt(0.3112781244591328), 12);
  });

  it('agrees with the difference of entropies', () => {
    fc.assert(
      fc.property(counts, counts, (some, others) => {
        expect((jensenShannon(some, others) ?? 0) ** 2).toBeCloseTo(oracle(some, others) ** 2, 10);
      }),
    );
  });

  it('is a metric: the same both ways, and no detour is shorter', () => {
    const between = (a: readonly number[], b: readonly number[]) => jensenShannon(a, b) ?? Number.NaN;
    fc.assert(
      fc.property(counts, counts, counts, (a, b, c) => {
        expect(between(a, b)).toBe(between(b, a));
        expect(between(a, c)).toBeLessThanOrEqual(between(a, b) + between(b, c) + 1e-7);
      }),
    );
  });
});
