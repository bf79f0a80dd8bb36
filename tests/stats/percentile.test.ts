import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileRank } from '../../src/stats/percentile.ts';

const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 });

describe('a percentile rank', () => {
  it('counts those below and half of those equal', () => {
    expect(percentileRank(2, [1, 2, 3, 4])).toBe(0.375);
    expect(percentileRank(0, [1, 2])).toBe(0);
    expect(percentileRank(9, [1, 2])).toBe(1);
    expect(percentileRank(1, [])).toBeNull();
  });

  it('is the chance to win against a random other, where a tie is half a win', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6, max: 6 }), values, (value, others) => {
        const wins = others.map((other) => (Math.sign(value - other) + 1) / 2);
        const mean = wins.reduce((sum, win) => sum + win, 0) / others.length;
        expect(percentileRank(value, others)).toBeCloseTo(mean, 12);
      }),
    );
  });

  it('adds up to one with the rank from the other end', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6, max: 6 }), values, (value, others) => {
        const turned = percentileRank(
          -value,
          others.map((other) => -other),
        );
        expect((percentileRank(value, others) ?? 0) + (turned ?? 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
