import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBinomial } from '../../src/stats/betabinomial.ts';
import { notFinite } from '../support/finite.ts';

const group = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([total, x]) => ({ total, successes: Math.min(total, x) }));

/** Log likelihood as a product of the urn's chances (Pólya), for whole counts. */
function urn(groups: readonly { total: number; successes: number }[], a: number, b: number): number {
  const rising = (start: number, steps: number) =>
    Array.from({ length: steps }, (_, at) => Math.log(start + at)).reduce((sum, value) => sum + value, 0);
  return groups.reduce(
    (sum, { total, successes }) =>
      sum + rising(a, successes) + rising(b, total - successes) - rising(a + b, total),
    0,
  );
}

describe('beta-binomial by maximum likelihood', () => {
  it('finds shapes that no others beat', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (groups) => {
        const found = betaBinomial(groups);
        expect(notFinite(found)).toEqual([]);
        if (found.reason !== null) return;
        const best = urn(groups, found.shape1, found.shape2);
        expect(found.logLikelihood).toBeCloseTo(best, 6);
        for (const [one, other] of [
          [1.05, 1],
          [0.95, 1],
          [1, 1.05],
          [1.1, 1.1],
          [0.9, 0.9],
          [4, 4],
          [0.2, 0.2],
        ] as const) {
          expect(urn(groups, found.shape1 * one, found.shape2 * other)).toBeLessThanOrEqual(best + 1e-6);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('says why there is none', () => {
    expect(betaBinomial([])).toEqual({ shape1: null, reason: 'no_trials' });
    expect(betaBinomial([{ successes: 0, total: 0 }])).toEqual({ shape1: null, reason: 'no_trials' });
    expect(betaBinomial([{ successes: 0, total: 5 }])).toEqual({ shape1: null, reason: 'no_variation' });
    expect(betaBinomial([{ successes: 5, total: 5 }])).toEqual({ shape1: null, reason: 'no_variation' });
    const alike = Array.from({ length: 4 }, () => ({ successes: 5, total: 10 }));
    expect(betaBinomial(alike)).toEqual({ shape1: null, reason: 'complete_pooling' });
  });
});
