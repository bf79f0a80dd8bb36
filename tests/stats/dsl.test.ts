import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctedMean, correctedTotal, designTotals, powerTuning } from '../../src/stats/dsl.ts';

const passage = fc.record({ g: fc.integer({ min: 0, max: 1 }), y: fc.integer({ min: 0, max: 1 }) });

describe('design-based correction', () => {
  it('is right on average over all samples that might have been drawn, whatever the lexicon', () => {
    fc.assert(
      fc.property(
        fc.array(passage, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 7 }),
        (all, size) => {
          const coded = Math.min(size, all.length);
          const samples = Array.from({ length: 2 ** all.length }, (_, at) => at)
            .map((bits) => all.filter((_, at) => (bits >> at) & 1))
            .filter((sample) => sample.length === coded);
          const predicted = all.reduce((sum, { g }) => sum + g, 0);
          for (const lambda of [0, 0.4, 1]) {
            const totals = samples.map((sample) =>
              correctedTotal(
                designTotals(
                  all.length,
                  predicted,
                  sample.map(({ g, y }) => ({ predicted: g, truth: y, probability: coded / all.length })),
                ),
                lambda,
              ),
            );
            const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
            expect(mean).toBeCloseTo(
              all.reduce((sum, { y }) => sum + y, 0),
              9,
            );
          }
        },
      ),
    );
  });

  it('is tuned to the lambda of least variance', () => {
    const documents = [
      { size: 9, human: 4, drift: -1 },
      { size: 9, human: 1, drift: 2 },
      { size: 9, human: 3, drift: 0.5 },
      { size: 9, human: 6, drift: -2 },
    ];
    const variance = (lambda: number) => correctedMean(documents, lambda)?.variance ?? Number.NaN;
    const best = powerTuning(documents);
    for (const lambda of [-0.5, 0, 0.3, 1, 2]) {
      expect(variance(best?.unclipped ?? Number.NaN)).toBeLessThanOrEqual(variance(lambda) + 1e-12);
    }
    expect(best?.lambda).toBe(1);
    expect(best?.unclipped).toBeGreaterThan(1);
  });

  it('is null without passages, without a second document and without drift', () => {
    expect(correctedMean([])).toBeNull();
    expect(correctedMean([designTotals(0, 0, [])])).toBeNull();
    expect(correctedMean([designTotals(4, 2, [])])).toEqual({ mean: 0.5, variance: null });
    expect(powerTuning([])).toBeNull();
    expect(powerTuning([{ size: 1, human: 1, drift: 0 }])).toBeNull();
    expect(
      powerTuning([
        { size: 1, human: 1, drift: 0 },
        { size: 1, human: 3, drift: 0 },
      ]),
    ).toBeNull();
    expect(() => designTotals(1, 1, [{ predicted: 1, truth: 1, probability: 0 }])).toThrow(RangeError);
    expect(() => designTotals(1, 1, [{ predicted: 1, truth: 1, probability: Number.NaN }])).toThrow(
      RangeError,
    );
  });
});
