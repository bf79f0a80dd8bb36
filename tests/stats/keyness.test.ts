import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLikelihood, logRatioOfShares, mutualInformation } from '../../src/stats/keyness.ts';
import { real } from '../support/requires.ts';

/** Twice the information that word and side have of each other, in natural units: another way to G2. */
function oracle(a: number, b: number, n1: number, n2: number): number {
  const all = n1 + n2;
  const entropy = (...cells: number[]) =>
    -cells.reduce((sum, cell) => (cell === 0 ? sum : sum + (cell / all) * Math.log(cell / all)), 0);
  return 2 * all * (entropy(a + b, all - a - b) + entropy(n1, n2) - entropy(a, b, n1 - a, n2 - b));
}

describe('logLikelihood', () => {
  it('is twice the mutual information of word and side, with the sign of the difference', () => {
    const size = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n1, n2, s, t) => {
          const [a, b] = [Math.floor(n1 * s), Math.floor(n2 * t)];
          const found = logLikelihood(a, b, n1, n2);
          expect(Math.abs(found)).toBeCloseTo(Math.max(0, oracle(a, b, n1, n2)), 6);
          expect(logLikelihood(b, a, n2, n1)).toBeCloseTo(-found, 6);
          if (found !== 0) expect(Math.sign(found)).toBe(Math.sign(a / n1 - b / n2));
        },
      ),
    );
  });

  it('is 0 where nothing can be compared', () => {
    expect(logLikelihood(0, 0, 0, 10)).toBe(0);
    expect(logLikelihood(3, 0, 3, 0)).toBe(0);
    expect(Math.abs(logLikelihood(5, 10, 100, 200))).toBe(0);
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
      const found = logLikelihood(a, b, n1, n2);
      expect(Math.abs(Math.abs(found) + added - Math.abs(g2))).toBeLessThan(1e-6);
      if (found !== 0) expect(Math.sign(found)).toBe(Math.sign(g2));
    }
  });
});

describe('effects', () => {
  it('count doublings', () => {
    expect(logRatioOfShares(8, 2, 100, 100)).toBe(2);
    expect(logRatioOfShares(4, 0, 100, 100)).toBe(3);
    expect(logRatioOfShares(0, 0, 100, 100)).toBe(0);
    expect(mutualInformation(4, 8, 8, 64)).toBe(2);
    expect(mutualInformation(1, 8, 8, 64)).toBe(0);
  });
});
