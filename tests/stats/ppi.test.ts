import { describe, expect, it } from 'vitest';
import { predictionPoweredMean, predictionTuning } from '../../src/stats/ppi.ts';
import { substream } from '../../src/stats/substream.ts';

function data(seed: number, errors: number) {
  const random = substream(seed, 'ppi', 0);
  const unit = () => {
    const truth = random.unit() < 0.3 ? 1 : 0;
    return { truth, prediction: random.unit() < errors ? 1 - truth : truth };
  };
  return {
    coded: Array.from({ length: 60 }, unit),
    others: Array.from({ length: 600 }, () => unit().prediction),
  };
}

describe('prediction-powered mean', () => {
  it('covers the truth about 95 times in 100 with a lexicon that errs, at any lambda', () => {
    for (const lambda of [0, 0.5, 1]) {
      const covered = Array.from({ length: 400 }, (_, seed) =>
        predictionPoweredMean(data(seed, 0.2), lambda),
      ).filter(
        (found) => found !== null && found.interval.lower <= 0.3 && found.interval.upper >= 0.3,
      ).length;
      expect(covered).toBeGreaterThan(400 * 0.91);
      expect(covered).toBeLessThan(400 * 0.985);
    }
  });

  it('believes a machine that is right, and not one that guesses', () => {
    expect(predictionTuning(data(1, 0))).toBeGreaterThan(0.8);
    expect(predictionTuning(data(1, 0.5))).toBeLessThan(0.4);
  });

  it('is null of nothing coded, nothing else or nothing that varies', () => {
    const coded = [{ truth: 1, prediction: 1 }];
    expect(predictionPoweredMean({ coded: [], others: [1] })).toBeNull();
    expect(predictionPoweredMean({ coded, others: [] })).toBeNull();
    expect(predictionTuning({ coded, others: [0, 1] })).toBeNull();
    expect(predictionTuning({ coded: [...coded, ...coded], others: [1, 1] })).toBeNull();
    expect(predictionTuning({ coded: [...coded, { truth: 0, prediction: 0 }], others: [] })).toBeNull();
  });
});
