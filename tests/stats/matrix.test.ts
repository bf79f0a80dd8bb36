import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, dot, eigen, inverse, times, transpose } from '../../src/stats/matrix.ts';

const square = fc.integer({ min: 1, max: 4 }).chain((size) => {
  const value = fc.double({ min: -2, max: 2, noNaN: true });
  return fc.array(fc.array(value, { minLength: size, maxLength: size }), {
    minLength: size + 2,
    maxLength: size + 2,
  });
});

describe('matrices', () => {
  it('times their inverse are one', () => {
    fc.assert(
      fc.property(square, (rows) => {
        const matrix = times(transpose(rows), rows);
        const found = inverse(matrix);
        fc.pre(found?.flat().every((value) => Math.abs(value) < 1e4) ?? false);
        times(matrix, found ?? []).forEach((row, i) => {
          for (const [j, value] of row.entries()) expect(value).toBeCloseTo(i === j ? 1 : 0, 6);
        });
      }),
    );
  });

  it('are put together again from their eigenvectors', () => {
    fc.assert(
      fc.property(square, (rows) => {
        const matrix = times(transpose(rows), rows);
        const { values, vectors } = eigen(matrix);
        const scaled = vectors.map((row) => row.map((value, at) => value * (values[at] ?? 0)));
        times(scaled, transpose(vectors)).forEach((row, i) => {
          for (const [j, value] of row.entries()) expect(value).toBeCloseTo(matrix[i]?.[j] ?? Number.NaN, 8);
        });
      }),
    );
  });

  it('that say a thing twice have no inverse, whatever its size', () => {
    for (const size of [1e-6, 1, 1e6]) {
      expect(
        inverse([
          [1, size],
          [size, size ** 2],
        ]),
      ).toBeNull();
    }
    expect(inverse([[0]])).toBeNull();
    expect(inverse([[Number.NaN]])).toBeNull();
    expect(
      inverse([
        [1, 0],
        [0, 1e-12],
      ])?.[1]?.[1],
    ).toBeCloseTo(1e12, -3);
    expect(
      apply(
        [
          [1, 2],
          [3, 4],
        ],
        [5, 6],
      ),
    ).toEqual([17, 39]);
    expect(dot([], [])).toBe(0);
  });
});
