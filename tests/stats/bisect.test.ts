import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisect } from '../../src/stats/bisect.ts';

describe('bisection', () => {
  it('finds the root of an increasing function to the last bits', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (root) => {
        expect(bisect((x) => (x - root) ** 3 + (x - root), -10, 10)).toBeCloseTo(root, 12);
      }),
    );
  });

  it('finds a root at zero, where halving goes on longest', () => {
    expect(bisect((x) => x, -1, 2)).toBeCloseTo(0, 300);
  });

  it('is null where there is no change of sign', () => {
    expect(bisect((x) => x + 5, 0, 1)).toBeNull();
    expect(bisect((x) => x - 5, 0, 1)).toBeNull();
    expect(bisect(() => 0, 0, 1)).toBeNull();
    expect(bisect(() => Number.NaN, 0, 1)).toBeNull();
  });
});
