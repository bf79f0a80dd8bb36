import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { substream } from '../../src/stats/substream.ts';

const draw = (seed: number, name: string, replicate: number) => {
  const random = substream(seed, name, replicate);
  return Array.from({ length: 4 }, () => random.below(2 ** 20)).join();
};

describe('substream', () => {
  it('depends on seed, name and replicate, and on each of them', () => {
    expect(draw(7, 'a', 3)).toBe(draw(7, 'a', 3));
    const seen = new Set<string>();
    for (const seed of [0, 1, -1, 2 ** 40, 2 ** 40 + 1]) {
      for (const name of ['', 'a', 'b', 'ab', 'ba']) {
        for (let replicate = 0; replicate < 40; replicate++) seen.add(draw(seed, name, replicate));
      }
    }
    expect(seen.size).toBe(5 * 5 * 40);
  });

  it('draws whole numbers below any bound, the largest ones too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.nat(), (n, replicate) => {
        const value = substream(1, 'x', replicate).below(n);
        expect(Number.isInteger(value) && value >= 0 && value < n).toBe(true);
      }),
    );
    expect(substream(1, 'x', 0).below(1)).toBe(0);
  });

  it('draws all numbers about equally often, in one stream and over first draws of many', () => {
    const [sides, n] = [7, 70_000];
    const one = substream(5, 'dice', 0);
    for (const next of [() => one.below(sides), (at: number) => substream(5, 'dice', at).below(sides)]) {
      const counts = Array.from({ length: sides }, () => 0);
      for (let at = 0; at < n; at++) {
        const side = next(at);
        counts[side] = (counts[side] ?? 0) + 1;
      }
      const expected = n / sides;
      const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // 1 in 10,000 by chance with six degrees of freedom; the seed is fixed.
      expect(chiSquared).toBeLessThan(27.9);
    }
  });

  it('draws from 0 to 1 with the mean and spread of the uniform distribution', () => {
    const random = substream(11, 'unit', 4);
    const values = Array.from({ length: 20_000 }, random.unit);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.002);
  });
});
