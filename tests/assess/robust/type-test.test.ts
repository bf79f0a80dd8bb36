import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Balanced, typeTest, typeVerdict } from '../../../src/assess/robust/type-test.ts';
import type { CodingBar } from '../../../src/model/robustness.ts';
import { logOdds } from '../../../src/model/units.ts';
import { notFinite } from '../../support/finite.ts';

const draws = { seed: 1, permutations: 99 };
const sides = (source: readonly number[], policy: readonly number[]): readonly Balanced[] => [
  ...source.map((theta) => ({ side: 'source', theta }) as const),
  ...policy.map((theta) => ({ side: 'policy', theta }) as const),
];

describe('the test of types', () => {
  it('knows the least p of so many institutions', () => {
    for (const [one, other, least] of [
      [1, 5, 1 / 6],
      [2, 3, 1 / 10],
      [3, 3, 1 / 20],
      [3, 4, 1 / 35],
      [4, 4, 1 / 70],
    ] as const) {
      const test = typeTest(sides(Array(one).fill(2), Array(other).fill(-2)), 0.4, draws);
      expect(test.minimumP).toBeCloseTo(least, 12);
      expect(test.reason).toBe(least > 0.05 ? 'min_p' : 'uncorrected');
    }
  });

  it('agrees with all splits counted by hand', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 6, maxLength: 6 }), (values) => {
        const test = typeTest(sides(values.slice(0, 3), values.slice(3)), 0.4, draws);
        const sum = (some: readonly number[]) => some.reduce((total, value) => total + value, 0);
        let [all, atLeast] = [0, 0];
        for (let mask = 0; mask < 64; mask++) {
          const chosen = values.filter((_, at) => (mask >> at) & 1);
          if (chosen.length !== 3) continue;
          all++;
          if (sum(chosen) >= sum(values.slice(0, 3))) atLeast++;
        }
        expect(test.p).toBeCloseTo(atLeast / all, 12);
        expect(notFinite(test)).toEqual([]);
      }),
    );
  });

  it('is never more than inconclusive without codings, and says what it would be', () => {
    const test = typeTest(sides([2, 2.1, 1.9, 2.2], [0, 0.1, -0.1, 0]), 0.4, draws);
    expect(test).toMatchObject({
      verdict: 'INCONCLUSIVE',
      reason: 'uncorrected',
      alone: 'SUPPORTED_SUBSTANTIAL',
    });
    const reversed = typeTest(sides([0, 0.1, -0.1, 0], [2, 2.1, 1.9, 2.2]), 0.4, draws);
    expect(reversed.alone).toBe('CONTRADICTED_REVERSED_SUBSTANTIAL');
  });

  it.each([
    // Source and policy, so that their means differ by so much and Welch's interval is of about such a width.
    [
      'inside the smallest effect, however small the p',
      [0.2, 0.21, 0.19, 0.2],
      [0, 0.01, -0.01, 0],
      'CONTRADICTED_NEGLIGIBLE',
    ],
    ['above it', [2, 2.1, 1.9, 2.2], [0, 0.1, -0.1, 0], 'SUPPORTED_SUBSTANTIAL'],
    ['above 0 and across it', [0.3, 0.5, 0.4, 0.6], [0, 0.1, -0.1, 0], 'SUPPORTED_DIRECTION'],
    ['across all of it', [2, -1, 1, 0], [1, -2, 0, 2], 'INCONCLUSIVE'],
    ['below it and across its opposite', [-0.3, 0, -0.7, 0.2], [0.1, 0, -0.1, 0], 'CONTRADICTED_BOUNDED'],
    ['below 0 and across its opposite', [-0.3, -0.5, -0.4, -0.6], [0, 0.1, -0.1, 0], 'CONTRADICTED_REVERSED'],
  ] as const)('has the verdict of the table for an interval %s', (_, source, policy, verdict) => {
    const test = typeTest(sides(source, policy), 0.4, draws, null);
    expect(test).toMatchObject({ verdict, alone: verdict, reason: null });
    expect(typeVerdict(test.p ?? 1, test.welch, 0.4)).toBe(verdict);
  });

  it('never supports what relabelling does not, nor by an interval alone', () => {
    const welch = { lower: logOdds(0.5), upper: logOdds(0.9) };
    expect(typeVerdict(0.05, welch, 0.4)).toBe('SUPPORTED_SUBSTANTIAL');
    expect(typeVerdict(0.06, welch, 0.4)).toBe('INCONCLUSIVE');
    expect(typeVerdict(0.01, null, 0.4)).toBe('INCONCLUSIVE');
  });

  it('is what codings may carry at scope A, and no more', () => {
    const apart = sides([2, 2.1, 1.9, 2.2], [0, 0.1, -0.1, 0]);
    const by = (bar: CodingBar) => {
      const { verdict, reason, alone } = typeTest(apart, 0.4, draws, bar);
      return [verdict, reason, alone];
    };
    expect(by(null)).toEqual(['SUPPORTED_SUBSTANTIAL', null, 'SUPPORTED_SUBSTANTIAL']);
    for (const bar of ['uncorrected', 'unreliable_codings'] as const)
      expect(by(bar)).toEqual(['INCONCLUSIVE', bar, 'SUPPORTED_SUBSTANTIAL']);
    expect(by('agreement_unknown')).toEqual(['NOT_TESTABLE', 'agreement_unknown', 'SUPPORTED_SUBSTANTIAL']);
  });

  it('has a coded reason where there is nothing', () => {
    expect(typeTest([], 0.4, draws)).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reason: 'no_contrast',
      p: null,
    });
    expect(typeTest(sides([1], []), 0.4, draws).reason).toBe('no_contrast');
    const alone = typeTest(
      sides(
        [1],
        Array(20)
          .fill(0)
          .map((_, at) => at / 10),
      ),
      0.4,
      draws,
    );
    expect(alone).toMatchObject({ verdict: 'NOT_TESTABLE', reason: 'one_institution', welch: null });
    const tied = typeTest(sides([1, 1, 1], [1, 1, 1]), 0.4, draws);
    expect(tied).toMatchObject({ p: 1, welch: null, alone: 'INCONCLUSIVE' });
    expect(notFinite([alone, tied])).toEqual([]);
  });
});
