import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeVerdict } from '../../src/assess/robust/type-test.ts';
import { atOtherEffects, verdictOf } from '../../src/assess/verdict.ts';
import { logOdds } from '../../src/model/units.ts';

const smallest = Math.log(1.5);

describe('verdict on a contrast', () => {
  it.each([
    [0, 0.9, 'INCONCLUSIVE'],
    [5e-13, 0.9, 'INCONCLUSIVE'],
    [2e-12, 0.9, 'SUPPORTED_DIRECTION'],
    [smallest - 5e-13, 1, 'SUPPORTED_SUBSTANTIAL'],
    [smallest - 2e-12, 1, 'SUPPORTED_DIRECTION'],
    [-0.2, smallest - 5e-13, 'INCONCLUSIVE'],
    [-0.2, smallest - 2e-12, 'CONTRADICTED_NEGLIGIBLE'],
    [-smallest + 5e-13, 0.2, 'CONTRADICTED_BOUNDED'],
    [-smallest + 2e-12, 0.2, 'CONTRADICTED_NEGLIGIBLE'],
    [-1, 0, 'CONTRADICTED_BOUNDED'],
    [-1, -5e-13, 'CONTRADICTED_BOUNDED'],
    [-1, -2e-12, 'CONTRADICTED_REVERSED'],
    [-1, -smallest, 'CONTRADICTED_REVERSED_SUBSTANTIAL'],
    [-1, -smallest + 2e-12, 'CONTRADICTED_REVERSED'],
  ] as const)('from %d to %d is %s', (lower, upper, verdict) => {
    expect(verdictOf(lower, upper, smallest)).toBe(verdict);
  });

  // One interval well inside each cell of the table of docs/method.md 1.3, held against both scopes.
  it.each([
    [0.5, 0.9, 'SUPPORTED_SUBSTANTIAL'],
    [0.1, 0.9, 'SUPPORTED_DIRECTION'],
    [-0.1, 0.9, 'INCONCLUSIVE'],
    [-0.9, 0.9, 'INCONCLUSIVE'],
    [-0.1, 0.3, 'CONTRADICTED_NEGLIGIBLE'],
    [0.1, 0.3, 'CONTRADICTED_NEGLIGIBLE'],
    [-0.3, -0.1, 'CONTRADICTED_NEGLIGIBLE'],
    [-0.9, 0.1, 'CONTRADICTED_BOUNDED'],
    [-0.9, -0.1, 'CONTRADICTED_REVERSED'],
    [-0.9, -0.5, 'CONTRADICTED_REVERSED_SUBSTANTIAL'],
  ] as const)('from %d to %d is %s at either scope', (lower, upper, verdict) => {
    const welch = { lower: logOdds(lower), upper: logOdds(upper) };
    expect(verdictOf(lower, upper, smallest)).toBe(verdict);
    expect(typeVerdict(0.05, welch, smallest)).toBe(verdict);
    const isHeld = !verdict.startsWith('SUPPORTED');
    expect(typeVerdict(0.051, welch, smallest)).toBe(isHeld ? verdict : 'INCONCLUSIVE');
  });

  it('is the one row of the table of protocol 1.3 that holds', () => {
    const table = (l: number, u: number, d: number) => ({
      SUPPORTED_SUBSTANTIAL: u >= d && l >= d,
      SUPPORTED_DIRECTION: u >= d && 0 < l && l < d,
      INCONCLUSIVE: u >= d && l <= 0,
      CONTRADICTED_NEGLIGIBLE: u < d && l > -d,
      CONTRADICTED_REVERSED_SUBSTANTIAL: u < d && l <= -d && u <= -d,
      CONTRADICTED_REVERSED: u < d && l <= -d && -d < u && u < 0,
      CONTRADICTED_BOUNDED: u < d && l <= -d && 0 <= u,
    });
    // Steps of 1/8 are exact, so that bounds often lie exactly at a limit.
    const eighth = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);
    fc.assert(
      fc.property(eighth, eighth, fc.integer({ min: 1, max: 8 }), (x, y, n) => {
        const [lower, upper] = [Math.min(x, y), Math.max(x, y)];
        const holding = Object.entries(table(lower, upper, n / 8)).filter(([, holds]) => holds);
        expect(holding.map(([verdict]) => verdict)).toEqual([verdictOf(lower, upper, n / 8)]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('other smallest effects', () => {
  it('repeat the verdict of the interval, and are none without one', () => {
    const told = (lower: number, upper: number) =>
      atOtherEffects({ lower: Math.log(lower), upper: Math.log(upper) }).map(
        ({ smallestEffect, verdict }) => [Number(Math.exp(smallestEffect).toFixed(2)), verdict],
      );
    expect(told(1.6, 3)).toEqual([
      [1.25, 'SUPPORTED_SUBSTANTIAL'],
      [1.5, 'SUPPORTED_SUBSTANTIAL'],
      [2, 'SUPPORTED_DIRECTION'],
    ]);
    expect(told(0.9, 1.4)).toEqual([
      [1.25, 'INCONCLUSIVE'],
      [1.5, 'CONTRADICTED_NEGLIGIBLE'],
      [2, 'CONTRADICTED_NEGLIGIBLE'],
    ]);
    expect(atOtherEffects(null)).toEqual([]);
  });
});
