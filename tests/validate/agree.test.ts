import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorff } from '../../src/stats/krippendorff.ts';
import { type AgreementUnit, agreement, agreementUnits } from '../../src/validate/agree.ts';
import { act, documentOf, keyOf, sampleOf } from '../support/codings.ts';
import { notFinite } from '../support/finite.ts';

const quick = { seed: 1, replicates: 200 };
const unit = (document: number, codes: readonly (number | null)[], weight = 1): AgreementUnit => ({
  document: documentOf(document),
  weight,
  codes,
});

describe('agreementUnits', () => {
  const sample = sampleOf([keyOf('I1'), keyOf('I2', { probability: 0.25 }), keyOf('I3')]);
  const column = { code: 'NEP', values: ['1', '0'] };

  it('takes passages that two or more coded, the latest word of each, without ? and adjudicators', () => {
    const log = [
      act('I1', 'ana', '10..'),
      act('I1', 'ana', '11..'),
      act('I1', 'ben', '11..'),
      act('I1', 'carla', '10..', { role: 'adjudicator' }),
      act('I2', 'ana', '0...'),
      act('I2', 'ben', '11..'),
      act('I3', 'ana', '1?..'),
      act('I3', 'ben', '11..'),
      act('I3', 'model', '11..', { origin: 'machine' }),
    ];
    const { units, coders } = agreementUnits([sample], log, column, ['human']);
    expect(coders).toEqual(['ana', 'ben']);
    // Values are numbered as the column lists them: 1 is 0, the first.
    expect(units.map(({ codes, weight }) => [codes, weight])).toEqual([
      [[0, 0], 1],
      [[1, 0], 4],
    ]);
  });

  it('has none where nobody coded', () => {
    expect(agreementUnits([sample], [], column, ['human'])).toEqual({ units: [], coders: [] });
    expect(agreementUnits([], [], column, ['human'])).toEqual({ units: [], coders: [] });
  });
});

describe('agreement', () => {
  it('gives what counting by hand gives', () => {
    // Both present 3, only the first 1, only the second 1, neither 5.
    const codes = [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ];
    const found = agreement(
      'NEP',
      2,
      codes.map((own, at) => unit(at, own)),
      2,
      quick,
    );
    expect(found.present.value).toBeCloseTo(6 / 8, 12);
    expect(found.absent.value).toBeCloseTo(10 / 12, 12);
    // Observed .8, by chance .4^2 + .6^2.
    expect(found.kappa.value).toBeCloseTo((0.8 - 0.52) / 0.48, 12);
    // Disagreeing pairs 4 of 20 values, 8 and 12 of each.
    expect(found.alpha.value).toBeCloseTo(1 - (19 * 4) / (2 * 8 * 12), 12);
    expect(found.ac1.value).toBeCloseTo((0.8 - 0.48) / 0.52, 12);
    expect(found).toMatchObject({ passages: 10, documents: 10, coders: 2 });
    for (const one of [found.alpha, found.kappa, found.ac1, found.present, found.absent]) {
      expect(one.interval?.lower).toBeLessThanOrEqual(one.value ?? Number.NaN);
      expect(one.interval?.upper).toBeGreaterThanOrEqual(one.value ?? Number.NaN);
    }
  });

  const code = fc.constantFrom(0, 1, null);
  const units = fc.array(
    fc.record({
      document: fc.integer({ min: 1, max: 4 }).map(documentOf),
      weight: fc.integer({ min: 1, max: 9 }),
      codes: fc.tuple(code, code, code),
    }),
    { maxLength: 12 },
  );

  it('weighs a passage as if it were there so many times, but for the number of values', () => {
    fc.assert(
      fc.property(units, (some) => {
        const { alphaWeighted, alpha } = agreement('NEP', 2, some, 3, { seed: 1, replicates: 0 });
        const times = some.flatMap(({ codes, weight }) => Array.from({ length: weight }, () => codes));
        const repeated = krippendorff(times, 'nominal').alpha;
        const plain = krippendorff(
          some.map(({ codes }) => codes),
          'nominal',
        ).alpha;
        if (plain === null) expect(alpha.value).toBeNull();
        else expect(alpha.value).toBeCloseTo(plain, 10);
        if (repeated === null || alphaWeighted.value === null) {
          expect(alphaWeighted.value).toBeNull();
          return;
        }
        // (n - 1) / n of both taken out, what is left is the same ratio of disagreements.
        const pairable = (all: readonly (readonly (number | null)[])[]) =>
          all.reduce((sum, codes) => {
            const given = codes.filter((one) => one !== null).length;
            return sum + (given < 2 ? 0 : given);
          }, 0);
        const [n, m] = [pairable(times), pairable(some.map(({ codes }) => codes))];
        expect((1 - alphaWeighted.value) * (m / (m - 1))).toBeCloseTo((1 - repeated) * (n / (n - 1)), 8);
      }),
    );
  });

  it('says why there is none and never gives what is no number', () => {
    fc.assert(
      fc.property(units, (some) => {
        const found = agreement('NEP', 2, some, 3, { seed: 1, replicates: 20 });
        for (const one of [
          found.alpha,
          found.alphaWeighted,
          found.kappa,
          found.ac1,
          found.present,
          found.absent,
        ]) {
          expect(one.value === null).toBe(one.reason !== null);
          if (one.value !== null) expect(Number.isFinite(one.value)).toBe(true);
        }
        expect(notFinite(found)).toEqual([]);
      }),
    );
    expect(agreement('NEP', 2, [], 0, quick).alpha).toEqual({
      value: null,
      interval: null,
      degenerate: 0,
      reason: 'no_pairs',
    });
    const all = [unit(1, [0, 0]), unit(2, [0, 0])];
    expect(agreement('NEP', 2, all, 2, quick)).toMatchObject({
      alpha: { value: null, reason: 'one_category', degenerate: 200 },
      ac1: { value: 1 },
      absent: { reason: 'not_used' },
    });
    // One document cannot be drawn anew.
    expect(
      agreement('NEP', 2, [unit(1, [0, 1]), unit(1, [0, 0]), unit(1, [1, 1])], 2, quick).alpha.interval,
    ).toBeNull();
  });

  it('is the same again', () => {
    const some = [unit(1, [0, 1]), unit(2, [0, 0]), unit(3, [1, 1]), unit(4, [1, 1])];
    expect(agreement('NEP', 2, some, 2, quick)).toEqual(agreement('NEP', 2, some, 2, quick));
  });
});
