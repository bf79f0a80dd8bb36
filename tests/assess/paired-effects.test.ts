import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PairedGroup, pairedEffects } from '../../src/assess/paired-effects.ts';
import { logOdds } from '../../src/model/units.ts';
import { notFinite } from '../support/finite.ts';

const draws = { seed: 5, replicates: 200, permutations: 20 };
const estimate = {
  value: logOdds(0.5),
  lower: logOdds(0.1),
  upper: logOdds(0.9),
  standardError: 0.2,
  degreesOfFreedom: 9,
};
const plain = { isDistinct: false, isCorrected: false };

const count = fc.record({ a: fc.nat(4), b: fc.nat(4) });
const groupOf = fc
  .array(fc.record({ first: count, second: count }), { minLength: 1, maxLength: 7 })
  .map((all): PairedGroup => {
    const total = (of: 'first' | 'second', key: 'a' | 'b') => all.reduce((sum, one) => sum + one[of][key], 0);
    const theta = ({ a, b }: { a: number; b: number }) =>
      a + b === 0 ? null : Math.log((a + 0.5) / (b + 0.5));
    return {
      first: { a: total('first', 'a'), b: total('first', 'b') },
      second: { a: total('second', 'a'), b: total('second', 'b') },
      documents: all.map(({ first, second }) => {
        const [one, other] = [theta(first), theta(second)];
        return { first, second, difference: one === null || other === null ? null : one - other };
      }),
    };
  });

describe('pairedEffects', () => {
  it('counts documents whose first measure is higher, less those whose second is, and means of shares', () => {
    fc.assert(
      fc.property(fc.array(groupOf, { minLength: 1, maxLength: 3 }), (groups) => {
        const found = pairedEffects(groups, estimate, draws, plain);
        const differences = groups.flatMap(({ documents }) =>
          documents.flatMap(({ difference }) => difference ?? []),
        );
        const [more, less] = [differences.filter((one) => one > 0), differences.filter((one) => one < 0)];
        if (differences.length === 0) expect(found.cliff).toBeNull();
        else expect(found.cliff?.value).toBeCloseTo((more.length - less.length) / differences.length, 12);
        const shares = groups.map(
          ({ first, second }) => first.a / (first.a + first.b) - second.a / (second.a + second.b),
        );
        const mean = (100 * shares.reduce((sum, one) => sum + one, 0)) / shares.length;
        if (Number.isNaN(mean)) expect(found.points).toBeNull();
        else expect(found.points?.value).toBeCloseTo(mean, 9);
        expect(found.oddsRatio?.value).toBeCloseTo(Math.exp(0.5), 12);
        expect(notFinite(found)).toEqual([]);
      }),
    );
  });

  it('draws documents within institutions, but no shares of distinct actors and no codes of single documents', () => {
    const documents = Array.from({ length: 8 }, (_, at) => ({
      first: { a: 3 + (at % 3), b: 1 + (at % 2) },
      second: { a: 1 + (at % 2), b: 2 },
      difference: at % 4 === 0 ? -1 : 1,
    }));
    const group = { first: { a: 31, b: 12 }, second: { a: 12, b: 16 }, documents };
    const found = pairedEffects([group], estimate, draws, plain);
    expect(found).toMatchObject({ draws: 200, reason: null });
    expect(found.points?.lower).toBeLessThan(found.points?.value ?? 0);
    expect(found.points?.upper).toBeGreaterThan(found.points?.value ?? 100);
    const distinct = pairedEffects([group], estimate, draws, { ...plain, isDistinct: true });
    expect(distinct).toMatchObject({ reason: 'distinct_units', points: { lower: null, upper: null } });
    expect(distinct.cliff).toEqual(found.cliff);
    const corrected = pairedEffects([group], estimate, draws, { ...plain, isCorrected: true });
    expect(corrected).toMatchObject({ cliff: null, commonLanguage: null, points: found.points });
    expect(
      pairedEffects([{ ...group, documents: documents.slice(4) }], estimate, draws, plain),
    ).toMatchObject({
      reason: 'few_documents',
      draws: 0,
    });
  });
});
