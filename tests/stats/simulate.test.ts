import { describe, expect, it } from 'vitest';
import {
  betaDraw,
  documentsDraw,
  gammaDraw,
  normalDraw,
  poissonDraw,
  sizeDraw,
} from '../../src/stats/simulate.ts';
import { type Substream, substream } from '../../src/stats/substream.ts';

const runs = 20_000;
function moments(draw: (random: Substream) => number) {
  const values = Array.from({ length: runs }, (_, at) => draw(substream(5, 'moments', at)));
  const mean = values.reduce((sum, value) => sum + value, 0) / runs;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / runs };
}

describe('random variables', () => {
  it.each([
    ['normal', normalDraw, 0, 1],
    ['gamma of 2.5', (random: Substream) => gammaDraw(2.5, random), 2.5, 2.5],
    ['gamma of 0.3', (random: Substream) => gammaDraw(0.3, random), 0.3, 0.3],
    ['beta of 2 and 6', (random: Substream) => betaDraw(2, 6, random), 0.25, 12 / (64 * 9)],
    ['Poisson of 11', (random: Substream) => poissonDraw(11, random), 11, 11],
    ['Poisson of 1200', (random: Substream) => poissonDraw(1200, random), 1200, 1200],
    [
      'sizes that spread',
      (random: Substream) => sizeDraw({ mean: 12, variation: 0.8 }, random),
      12,
      (12 * 0.8) ** 2,
    ],
    ['sizes that do not', (random: Substream) => sizeDraw({ mean: 1, variation: 0 }, random), 1, 0],
  ])('%s has its mean and variance', (_, draw, mean, variance) => {
    const found = moments(draw);
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / runs) + 1e-9);
    expect(found.variance).toBeGreaterThanOrEqual(variance * 0.93);
    expect(found.variance).toBeLessThanOrEqual(variance * 1.07);
  });

  it('stays within its range with tiny shapes', () => {
    for (let at = 0; at < 200; at++) {
      const value = betaDraw(1e-4, 1e-4, substream(1, 'tiny', at));
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it('makes documents alike within by as much as asked', () => {
    const pairs = documentsDraw(4000, 0.5, 0.5, { mean: 10, variation: 0 }, substream(2, 'documents', 0));
    const shares = pairs.map(({ a, b }) => a / (a + b));
    const variance = shares.reduce((sum, share) => sum + (share - 0.5) ** 2, 0) / shares.length;
    // 1/4 (rho + (1 - rho) E[1/m]) with m about 10.
    expect(variance).toBeGreaterThan(0.12);
    expect(variance).toBeLessThan(0.16);
  });
});
