import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, toPositiveInformation } from '../../src/stats/cosine.ts';

describe('cosine', () => {
  it('is 1 for one direction, 0 for none in common or no direction at all', () => {
    expect(cosine([1, 2], [2, 4])).toBeCloseTo(1, 12);
    expect(cosine([1, 0], [0, 3])).toBe(0);
    expect(cosine([0, 0], [1, 1])).toBe(0);
    expect(cosine([1, 1], [1, 0])).toBeCloseTo(Math.SQRT1_2, 12);
  });
});

describe('toPositiveInformation', () => {
  it('is the surprise of each cell over its margins, where that is positive', () => {
    const cells = fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cells, (counts) => {
        const rows = counts.map((row) => Float32Array.from(row));
        toPositiveInformation(rows);
        const all = counts.flat().reduce((sum, count) => sum + count, 0);
        for (const [i, row] of counts.entries()) {
          for (const [j, count] of row.entries()) {
            const left = row.reduce((sum, one) => sum + one, 0) / all;
            const above = counts.reduce((sum, one) => sum + (one[j] ?? 0), 0) / all;
            const expected =
              count === 0 ? 0 : Math.max(0, Math.log2(count / all) - Math.log2(left) - Math.log2(above));
            expect(rows[i]?.[j]).toBeCloseTo(expected, 4);
          }
        }
      }),
    );
    expect(() => toPositiveInformation([])).not.toThrow();
  });
});
