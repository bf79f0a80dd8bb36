import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logistic, type Row, standardErrors } from '../../src/stats/logistic.ts';
import { notFinite } from '../support/finite.ts';

const row = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.nat(15), fc.nat(15))
  .map(([x, total, y]): Row => ({ x: [1, x], total, successes: Math.min(total, y) }));

function likelihood(rows: readonly Row[], coefficients: readonly number[]): number {
  return rows.reduce((sum, { x, successes, total }) => {
    const eta = x.reduce((inner, value, at) => inner + value * (coefficients[at] ?? 0), 0);
    return sum + successes * eta - total * Math.log1p(Math.exp(eta));
  }, 0);
}

describe('logistic regression', () => {
  it('finds coefficients that no others beat', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const found = logistic(rows);
        expect(notFinite(found)).toEqual([]);
        if (found.reason !== null) return;
        const [one = 0, other = 0] = found.coefficients;
        const best = likelihood(rows, [one, other]);
        for (const [a, b] of [
          [0.01, 0],
          [-0.01, 0],
          [0, 0.01],
          [0, -0.01],
          [0.5, -0.5],
        ] as const) {
          expect(likelihood(rows, [one + a, other + b])).toBeLessThanOrEqual(best + 1e-9);
        }
        expect(standardErrors(found).every((error) => error > 0)).toBe(true);
      }),
    );
  });

  it('is for two groups the log odds ratio with its usual error', () => {
    const found = logistic([
      { x: [1, 0], successes: 8, total: 20 },
      { x: [1, 1], successes: 15, total: 21 },
    ]);
    expect(found.coefficients?.[1]).toBeCloseTo(Math.log(15 / 6 / (8 / 12)), 9);
    const errors = found.reason === null ? standardErrors(found) : [];
    expect(errors[1]).toBeCloseTo(Math.sqrt(1 / 8 + 1 / 12 + 1 / 15 + 1 / 6), 9);
    expect(found.reason === null ? found.dispersion : 0).toBeNull();
  });

  it('says why there is none', () => {
    const reason = (rows: readonly Row[]) => logistic(rows).reason;
    expect(reason([])).toBe('dependent');
    expect(reason([{ x: [1, 2], successes: 1, total: 3 }])).toBe('dependent');
    expect(reason([{ x: [1], successes: 0, total: 0 }])).toBe('dependent');
    expect(reason([{ x: [1], successes: 3, total: 3 }])).toBe('separated');
    expect(
      reason([
        { x: [1, 0], successes: 0, total: 9 },
        { x: [1, 1], successes: 9, total: 9 },
      ]),
    ).toBe('separated');
    expect(reason([{ x: [1], successes: -1, total: 3 }])).toBe('out_of_range');
    expect(reason([{ x: [1], successes: 1, total: -3 }])).toBe('out_of_range');
    expect(reason([{ x: [1], successes: Number.NaN, total: 3 }])).toBe('out_of_range');
  });
});
