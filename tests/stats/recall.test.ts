import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stratifiedRecall } from '../../src/stats/recall.ts';
import { notFinite } from '../support/finite.ts';

const stratum = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)).map(([size, coded, positive]) => ({
  size,
  coded: Math.min(size, coded),
  positive: Math.min(size, coded, positive),
}));

describe('recall from strata', () => {
  it('is the exact share where everything was coded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 90 }),
        fc.integer({ min: 2, max: 90 }),
        fc.nat(),
        fc.nat(),
        (h, o, p, q) => {
          const [found, missed] = [1 + (p % h), 1 + (q % o)];
          const result = stratifiedRecall(
            { size: h, coded: h, positive: found },
            { size: o, coded: o, positive: missed },
          );
          const expected = found / (found + missed);
          expect(result.recall).toBeCloseTo(expected, 12);
          expect(result.interval?.lower).toBeCloseTo(expected, 9);
          expect(result.varianceLogit).toBe(0);
          expect(result.f1).toBeCloseTo((2 * found) / (found + missed + h), 12);
        },
      ),
    );
  });

  it('is never NaN, infinite or 1, and says why it is null', () => {
    fc.assert(
      fc.property(stratum, stratum, (hits, others) => {
        const found = stratifiedRecall(hits, others);
        expect(notFinite(found)).toEqual([]);
        expect(found.recall === null).toBe(found.reason !== null);
        if (found.recall !== null) expect(found.recall).toBeLessThan(1);
        if (found.bound !== null) expect(found.bound > 0 && found.bound < 1).toBe(true);
      }),
    );
  });

  it('knows a bound where it found no misses or no true hits', () => {
    const coded = { size: 100, coded: 50, positive: 0 };
    const positive = { size: 100, coded: 50, positive: 20 };
    expect(stratifiedRecall(positive, coded)).toMatchObject({ recall: null, reason: 'no_misses' });
    expect(stratifiedRecall(coded, positive)).toMatchObject({ recall: null, reason: 'no_true_hits' });
    expect(stratifiedRecall(coded, coded)).toMatchObject({
      recall: null,
      bound: null,
      reason: 'no_positives',
    });
    expect(stratifiedRecall(positive, { size: 100, coded: 1, positive: 1 }).reason).toBe('too_few_coded');
    // Without any passage that the lexicon left alone there is nothing that it could have missed.
    expect(stratifiedRecall(positive, { size: 0, coded: 0, positive: 0 })).toMatchObject({
      recall: null,
      bound: null,
      reason: 'no_misses',
    });
  });
});
