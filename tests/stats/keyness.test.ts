import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyness } from '../../src/stats/keyness.ts';

const corpus = fc.tuple(fc.nat(50), fc.integer({ min: 51, max: 5000 }));

/** -2 times the log of the ratio of likelihoods of one share for both corpora and of one for each. */
function byLikelihood(a: number, b: number, n1: number, n2: number): number {
  const log = (x: number, n: number, p: number) =>
    (x ? x * Math.log(p) : 0) + (n - x ? (n - x) * Math.log(1 - p) : 0);
  const p = (a + b) / (n1 + n2);
  return 2 * (log(a, n1, a / n1) + log(b, n2, b / n2) - log(a, n1, p) - log(b, n2, p));
}

describe('keyness', () => {
  it('is a ratio of likelihoods and turns round with the corpora', () => {
    fc.assert(
      fc.property(corpus, corpus, ([a, n1], [b, n2]) => {
        const found = keyness(a, b, n1, n2);
        const turned = keyness(b, a, n2, n1);
        expect(found?.g2).toBeCloseTo(Math.max(0, byLikelihood(a, b, n1, n2)), 7);
        expect(found?.logRatio).toBeCloseTo(-(turned?.logRatio ?? 0), 12);
        expect((found?.sign ?? 9) + (turned?.sign ?? 9)).toBe(0);
        expect(found?.p).toBeGreaterThanOrEqual(0);
        expect(found?.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is null where a corpus is empty', () => {
    expect(keyness(0, 3, 0, 10)).toBeNull();
    expect(keyness(1, 0, 10, 0)).toBeNull();
    expect(keyness(5, 5, 5, 5)).toMatchObject({ g2: 0, sign: 0, logRatio: 0 });
  });
});
