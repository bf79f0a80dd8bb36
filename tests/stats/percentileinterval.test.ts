import { describe, expect, it } from 'vitest';
import { alphaOf, coincidences } from '../../src/stats/krippendorff.ts';
import { percentileInterval } from '../../src/stats/percentileinterval.ts';
import { substream } from '../../src/stats/substream.ts';

const replicates = { seed: 3, name: 'interval', from: 0, to: 800 };

describe('percentile interval', () => {
  it('covers the mean of the population about 95 times in 100', () => {
    const covered = Array.from({ length: 200 }, (_, seed) => {
      const random = substream(seed, 'population', 0);
      const values = Array.from({ length: 60 }, () => random.unit());
      const mean = (drawn: Int32Array) =>
        values.reduce((sum, value, at) => sum + value * (drawn[at] ?? 0), 0) / values.length;
      const found = percentileInterval(values.length, undefined, mean, { ...replicates, to: 300 });
      return found !== null && found.lower <= 0.5 && found.upper >= 0.5;
    }).filter(Boolean).length;
    expect(covered).toBeGreaterThan(200 * 0.88);
    expect(covered).toBeLessThan(200 * 0.995);
  });

  it('drops and counts replicates of alpha in which one category alone was drawn', () => {
    const documents = [[[1, 1]], [[1, 1]], [[2, 2]], [[1, 2]]].map((units) => coincidences(units, [1, 2]));
    const alpha = (drawn: Int32Array) => {
      const counts = new Float64Array(4);
      documents.forEach((one, at) => {
        for (const [cell, count] of one.counts.entries()) {
          counts[cell] = (counts[cell] ?? 0) + count * (drawn[at] ?? 0);
        }
      });
      return alphaOf({ values: [1, 2], counts }, 'nominal').alpha;
    };
    const found = percentileInterval(documents.length, undefined, alpha, replicates);
    expect(found?.upper).toBe(1);
    // All four draws from the first two, or all from the third.
    expect((found?.dropped ?? 0) / 800).toBeCloseTo((2 ** 4 + 1) / 4 ** 4, 1);
    expect((found?.used ?? 0) + (found?.dropped ?? 0)).toBe(800);
  });

  it('is null where no replicate has a value', () => {
    expect(percentileInterval(3, undefined, () => null, replicates)).toBeNull();
    expect(percentileInterval(3, undefined, () => 1, { ...replicates, to: 0 })).toBeNull();
  });
});
