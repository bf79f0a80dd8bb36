import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyness, mutualInformation } from '../../src/stats/keyness.ts';
import { real } from '../support/requires.ts';

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

  it.skipIf(real === null)('is that of quanteda for every word of a corpus of presidents', () => {
    const text = readFileSync(join(real ?? '', 'quanteda', 'inaugural.keyness.lr.none.csv'), 'utf8');
    const rows = [...text.matchAll(/,(-?[\d.e-]+),[\d.e-]+,(\d+),(\d+)$/gm)].map((match) =>
      match.slice(1).map(Number),
    );
    expect(rows.length).toBeGreaterThan(9000);
    const total = (column: number) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0);
    const [n1, n2] = [total(1), total(2)];
    // It adds a billionth inside each logarithm, which comes to two billionths a word.
    const added = 2e-9 * (n1 + n2);
    for (const [g2 = Number.NaN, a = 0, b = 0] of rows) {
      const found = keyness(a, b, n1, n2);
      expect(Math.abs((found?.g2 ?? Number.NaN) + added - Math.abs(g2))).toBeLessThan(1e-6);
      if (found !== null && found.g2 > 0) expect(found.sign).toBe(Math.sign(g2));
    }
  });
});

describe('mutualInformation', () => {
  it('counts doublings', () => {
    expect(mutualInformation(4, 8, 8, 64)).toBe(2);
    expect(mutualInformation(1, 8, 8, 64)).toBe(0);
  });
});
