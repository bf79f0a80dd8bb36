import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mix, overlap } from '../../src/stats/minhash.ts';
import { likeness, smallest } from '../../src/stats/sample.ts';

const members = fc.uniqueArray(fc.nat(5000), { maxLength: 60 });

describe('a sample of the smallest', () => {
  it('says exactly how sets overlap that it holds whole', () => {
    fc.assert(
      fc.property(members, members, (one, other) => {
        const [a, b] = [new Set(one.map(mix)), new Set(other.map(mix))];
        const { jaccard, shared } = overlap(a, b);
        expect(likeness(smallest(a, 64), smallest(b, 64), 64)).toEqual({
          jaccard,
          shared,
          seen: a.union(b).size,
        });
      }),
    );
  });

  it('estimates the overlap of larger sets from what both would have kept', () => {
    const set = (from: number, to: number, salt: number) =>
      Array.from({ length: to - from }, (_, at) => mix(salt * 7919 + from + at));
    const estimates = Array.from({ length: 300 }, (_, salt) => {
      // 1,000 of 2,000 are shared, and one set is twice as large as the other.
      const found = likeness(smallest(set(0, 2000, salt), 64), smallest(set(0, 1000, salt), 64), 64);
      expect(found.seen).toBeLessThanOrEqual(64);
      return found.jaccard;
    });
    const mean = estimates.reduce((sum, one) => sum + one, 0) / estimates.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
  });

  it('is the same whichever comes first, and of nothing it is nothing', () => {
    fc.assert(
      fc.property(members, members, fc.integer({ min: 1, max: 20 }), (one, other, size) => {
        const [a, b] = [smallest(one.map(mix), size), smallest(other.map(mix), size)];
        expect(likeness(a, b, size)).toEqual(likeness(b, a, size));
        expect([...a]).toEqual([...new Set(one.map(mix))].toSorted((x, y) => x - y).slice(0, size));
      }),
    );
    expect(likeness(smallest([], 8), smallest([], 8), 8)).toEqual({ jaccard: 0, shared: 0, seen: 0 });
  });
});
