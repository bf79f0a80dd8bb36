import { describe, expect, it } from 'vitest';
import { resample } from '../../src/stats/resample.ts';

describe('bootstrap', () => {
  const strata = [0, 0, 0, 1, 1, 2];

  it('draws in each stratum as many as it has, and parts of a range make the whole', () => {
    const drawn = (from: number, to: number) => {
      const seen: string[] = [];
      resample(strata.length, strata, { seed: 1, name: 'b', from, to }, (counts) => {
        const inside = (stratum: number) =>
          counts.reduce((sum, count, at) => (strata[at] === stratum ? sum + count : sum), 0);
        expect([inside(0), inside(1), inside(2)]).toEqual([3, 2, 1]);
        seen.push(counts.join());
      });
      return seen;
    };
    expect([...drawn(0, 30), ...drawn(30, 100)]).toEqual(drawn(0, 100));
  });

  it('has the variance of a mean that theory gives', () => {
    const values = [2, 3, 5, 7, 11, 13, 17];
    const means: number[] = [];
    resample(values.length, undefined, { seed: 2, name: 'mean', from: 0, to: 20_000 }, (counts) => {
      means.push(values.reduce((sum, value, at) => sum + value * (counts[at] ?? 0), 0) / values.length);
    });
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length ** 2;
    const found = means.reduce((sum, mean) => sum + (mean - middle) ** 2, 0) / means.length;
    expect(found / variance).toBeCloseTo(1, 1);
  });

  it('draws nothing of nothing', () => {
    const seen: number[] = [];
    resample(0, undefined, { seed: 1, name: 'b', from: 0, to: 2 }, (counts) => seen.push(counts.length));
    expect(seen).toEqual([0, 0]);
  });
});
