import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { ALPHA, againstThreshold, levelFor, withPower } from '../../src/assess/power.ts';
import type { Finding, OrderFinding, ThresholdFinding } from '../../src/model/finding.ts';
import { holm } from '../../src/stats/padjust.ts';
import { wilson } from '../../src/stats/proportion.ts';
import { leastSignFlip, signFlip } from '../../src/stats/signflip.ts';
import { tQuantile } from '../../src/stats/tquantile.ts';
import { balanced } from '../support/balanced.ts';
import { dilution, plainStudy } from '../support/study.ts';

const rows = balanced((ofCivilSociety, count, at) => ({
  presence: ofCivilSociety
    ? { NEP: count, DIL: 8, INT: 3 + (at % 2) }
    : { NEP: 8, DIL: count, INT: 3 + (at % 2) },
}));
const on = (id: string): Finding => {
  const found = assess(rows, dilution, plainStudy).find(({ hypothesis }) => hypothesis === id);
  if (found === undefined) throw new Error(`no finding on ${id}`);
  return found;
};

/** Chance of each count of n, by multiplying. */
function binomial(n: number, share: number): readonly number[] {
  let row = [1];
  for (let at = 0; at < n; at++)
    row = [...row, 0].map((p, x) => p * (1 - share) + (x === 0 ? 0 : (row[x - 1] ?? 0) * share));
  return row;
}

describe('what a study could have shown', () => {
  it('is told at the level at which the family would decide it, as all others are', () => {
    expect(levelFor(0, Array<null>(12).fill(null))).toBeCloseTo(ALPHA / 12, 15);
    expect(levelFor(0, [0.5, 0.0001, 0.002, ...Array<null>(9).fill(null)])).toBeCloseTo(ALPHA / 10, 15);
    // Alone in its family it has all of the level.
    expect(levelFor(0, [0.3])).toBe(ALPHA);
    const p = fc.option(fc.double({ min: 0, max: 0.05, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 12 }), fc.nat(), (family, at) => {
        const place = at % family.length;
        const level = levelFor(place, family);
        const withOwn = (own: number) =>
          holm(family.map((one, index) => (index === place ? own : one)))[place] ?? 1;
        expect(withOwn(level * (1 - 1e-9))).toBeLessThanOrEqual(ALPHA + 1e-12);
        expect(withOwn(level * (1 + 1e-6))).toBeGreaterThan(ALPHA);
      }),
    );
  });

  it('stands in findings by the level and the distribution of their own p', () => {
    for (const id of ['H1', 'H2a', 'H10']) {
      const { estimate, detectable } = on(id);
      if (estimate === null) continue;
      const { standardError: error, degreesOfFreedom: df } = estimate;
      expect(detectable).toBeCloseTo((tQuantile(1 - ALPHA / 12, df) + tQuantile(0.8, df)) * error, 10);
    }
    const secondary = on('H1a');
    const { standardError: error, degreesOfFreedom: df } = secondary.estimate ?? {
      standardError: Number.NaN,
      degreesOfFreedom: 1,
    };
    expect(secondary.detectable).toBeCloseTo((tQuantile(0.975, df) + tQuantile(0.8, df)) * error, 10);
    const share = on('H2a');
    if (share.kind !== 'threshold') throw new Error('expected a threshold');
    const centred = (value: number) => Math.log(value / (1 - value)) - Math.log(0.1 / 0.9);
    expect(centred(share.detectableShare ?? 0.1)).toBeCloseTo(share.detectable ?? Number.NaN, 10);
    expect(on('H4')).toMatchObject({ verdict: 'NOT_TESTABLE', detectable: null });
  });

  it('is the larger of two contrasts, and none where no signs could be flipped to such a p', () => {
    const { estimate, ...rest } = on('H1');
    if (estimate === null) throw new Error('expected an estimate');
    const wider = { ...estimate, standardError: 3 * estimate.standardError };
    const order = (values: Partial<OrderFinding>) => {
      const found = { ...rest, estimate, kind: 'minimum', contrasts: [], leastP: null, ...values };
      return withPower(found as never as OrderFinding, { claimed: ALPHA / 12, against: ALPHA }).detectable;
    };
    const alone = order({}) ?? Number.NaN;
    const both = [estimate, wider].map((one, at) => ({
      institution: `i${at}`,
      estimate: one,
      effects: null,
      uncorrectedEffects: null,
    }));
    expect(order({ contrasts: both })).toBeCloseTo(3 * alone, 10);
    expect(order({ contrasts: both.toReversed() })).toBeCloseTo(3 * alone, 10);
    // A twelfth of .025 takes nine differences of either sign; eight give 1/256.
    const flipped = (n: number) => order({ kind: 'paired', leastP: leastSignFlip(n, 9999) });
    expect(flipped(8)).toBeNull();
    expect(flipped(9)).toBeCloseTo(alone, 12);
    expect(flipped(30)).toBeCloseTo(alone, 12);
    expect(leastSignFlip(0, 9999)).toBeNull();
    const signs = Array.from({ length: 8 }, (_, at) => 1 + at);
    expect(signFlip(signs, { seed: 1, name: 'least', from: 0, to: 9999 })?.pGreater).toBe(
      leastSignFlip(8, 9999),
    );
  });

  it('is, of a share, the one that 80 of 100 samples show with interval and p alike', () => {
    const whole = on('H2a');
    const counted = (n: number, threshold: number, direction: ThresholdFinding['direction'], x: number) =>
      ({
        ...whole,
        estimate: null,
        interval: 'wilson',
        threshold,
        direction,
        share: { value: x / n, x, n, ...(wilson(x, n) ?? { lower: 0, upper: 1 }) },
      }) as ThresholdFinding;
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 60 }),
        fc.constantFrom(0.05, 0.2, 0.5, 0.8),
        fc.constantFrom('above' as const, 'below' as const),
        fc.constantFrom(ALPHA, ALPHA / 3, ALPHA / 12),
        (n, limit, direction, level) => {
          const found = withPower(counted(n, limit, direction, 1), { claimed: level, against: level });
          if (found.kind !== 'threshold') throw new Error('expected a threshold');
          const atLimit = binomial(n, limit);
          const isShown = (x: number) => {
            const tail = atLimit.reduce(
              (sum, p, count) => sum + ((direction === 'above' ? count >= x : count <= x) ? p : 0),
              0,
            );
            const verdict = againstThreshold(wilson(x, n) ?? { lower: 0, upper: 1 }, limit, direction);
            return verdict === 'SUPPORTED' && tail <= level;
          };
          const { detectableShare } = found;
          const shown = (share: number) =>
            binomial(n, share).reduce((sum, p, x) => sum + (isShown(x) ? p : 0), 0);
          if (detectableShare === null) expect(isShown(direction === 'above' ? n : 0)).toBe(false);
          else expect(shown(detectableShare)).toBeCloseTo(0.8, 6);
        },
      ),
      { numRuns: 60 },
    );
    // More units are needed to decide at a twelfth of the level.
    const needed = (level: number) => {
      const found = withPower(counted(10, 0.8, 'above', 6), { claimed: level, against: level });
      return found.kind === 'threshold' ? (found.needed ?? 0) : 0;
    };
    expect(needed(ALPHA / 12)).toBeGreaterThan(needed(ALPHA));
  });
});
