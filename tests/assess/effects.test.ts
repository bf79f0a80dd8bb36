import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { affordable, effects, type Group } from '../../src/assess/effects.ts';
import type { Finding } from '../../src/model/finding.ts';
import { effectsIn } from '../../src/model/finding-effects.ts';
import type { Observation } from '../../src/model/profile.ts';
import { notFinite } from '../support/finite.ts';
import { doing } from '../support/mention-rows.ts';
import { observation } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

const draws = { seed: 5, replicates: 200, permutations: 20 };

/** An institution whose documents have these totals. */
function group(side: Group['side'], pairs: readonly (readonly [number, number])[], stratum = 's'): Group {
  return { side, units: pairs.map(([a, b]) => ({ a, b, stratum })) };
}

const plain = group('source', [
  [3, 1],
  [2, 2],
  [4, 1],
  [3, 2],
  [5, 1],
]);

/** Documents of one side with what they have of the kind in question, and of what it is weighed against. */
function shares(groups: readonly Group[], side: Group['side']): readonly number[] {
  return groups
    .filter((one) => one.side === side)
    .flatMap(({ units }) => units.map(({ a, b }) => a / (a + b)));
}

describe('effects', () => {
  it('are what counting every pair of documents and every institution by hand gives', () => {
    const pair = fc.tuple(fc.nat(5), fc.nat(5)).filter(([a, b]) => a + b > 0);
    const some = (side: Group['side']) =>
      fc
        .array(fc.array(pair, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
        .map((all) => all.map((pairs) => group(side, pairs)));
    fc.assert(
      fc.property(some('source'), some('policy'), (source, policy) => {
        const found = effects([...source, ...policy], { ...draws, replicates: 0, permutations: 0 });
        const [xs, ys] = [shares(source, 'source'), shares(policy, 'policy')];
        const signs = xs.flatMap((x) => ys.map((y) => Math.sign(x - y)));
        const mean = (all: readonly number[]) => all.reduce((total, one) => total + one, 0) / all.length;
        expect(found.cliff?.value).toBeCloseTo(mean(signs), 12);
        expect(found.commonLanguage).toBeCloseTo((mean(signs) + 1) / 2, 12);
        const total = ({ units }: Group, of: 'a' | 'b') => units.reduce((sum, unit) => sum + unit[of], 0);
        const share = (one: Group) => total(one, 'a') / (total(one, 'a') + total(one, 'b'));
        expect(found.points?.value).toBeCloseTo(100 * (mean(source.map(share)) - mean(policy.map(share))), 9);
        const theta = (one: Group) => Math.log((total(one, 'a') + 0.5) / (total(one, 'b') + 0.5));
        const difference = mean(source.map(theta)) - mean(policy.map(theta));
        expect(found.oddsRatio?.value).toBeCloseTo(Math.exp(difference), 9);
        expect(found).toMatchObject({ draws: 0, relabelled: 0, sharpNull: null });
        expect(found.reason).toBe(
          [...source, ...policy].some(({ units }) => units.length < 5) ? 'few_documents' : 'no_draws',
        );
      }),
    );
  });

  it('have a p of relabelled documents that counts the observed labels among the drawn ones', () => {
    const policy = group(
      'policy',
      Array.from({ length: 8 }, (_, at) => [1, 6 + (at % 3)] as const),
    );
    const source = group(
      'source',
      Array.from({ length: 8 }, (_, at) => [6 + (at % 2), 1] as const),
    );
    // Enumerating 12,870 ways: the observed labels are the most extreme, and so are ties among equal documents.
    const exact = effects([source, policy], draws);
    expect(exact).toMatchObject({ relabelled: 12_870 });
    expect(exact.sharpNull).toBeLessThan(0.001);
    const many = (side: Group['side'], a: number, b: number) =>
      group(
        side,
        Array.from({ length: 20 }, (_, at) => [a + (at % 2), b + (at % 3)] as const),
      );
    expect(
      effects([many('source', 5, 1), many('policy', 1, 5)], { ...draws, permutations: 60 }),
    ).toMatchObject({
      sharpNull: 1 / 61,
      relabelled: 60,
    });
  });

  it('are drawn less often the more documents there are, and not at all where few draws would be left', () => {
    expect(affordable(9999, 600)).toBe(9999);
    expect(affordable(9999, 2000)).toBe(3000);
    expect(affordable(2000, 20_000)).toBe(300);
    expect(affordable(2000, 30_001)).toBe(0);
    expect(affordable(0, 10)).toBe(0);
    expect(affordable(150, 30_000)).toBe(150);
    const large = (side: Group['side']) =>
      group(
        side,
        Array.from({ length: 16_000 }, (_, at) => [1 + (at % 3), 1 + (at % 2)] as const),
      );
    const found = effects([large('source'), large('policy')], draws);
    expect(found).toMatchObject({ reason: 'too_many_documents', draws: 0, relabelled: 20 });
    expect(found.cliff).toEqual({ value: 0, lower: null, upper: null });
  });
});

describe('effect sizes from corrected totals', () => {
  it('have no interval where draws often have no number, and none of single documents', () => {
    // One document carries the correction: drawn twice or more, the total falls below nothing.
    const shaky = group('policy', [
      [-5, 4],
      [3, 3],
      [3, 2],
      [2, 4],
      [2, 3],
    ]);
    const found = effects([plain, shaky], draws, true);
    expect(found.points).toMatchObject({ lower: null, upper: null });
    expect(found.oddsRatio).toMatchObject({ lower: null, upper: null });
    expect(found.oddsRatio?.value).toBeCloseTo(17.5 / 7.5 / (5.5 / 16.5), 9);
    expect([found.cliff, found.commonLanguage]).toEqual([null, null]);
    expect(notFinite(found)).toEqual([]);
  });

  it('have no difference of shares where a total is below 0', () => {
    const below = group('policy', [
      [-2, 4],
      [1, 3],
      [0.7, 2],
      [0, 4],
      [0, 3],
    ]);
    expect(effects([plain, below], draws, true).points).toBeNull();
  });

  it('have an interval where nothing is shaky', () => {
    const calm = group('policy', [
      [1, 4],
      [1.5, 3],
      [0.8, 2],
      [1, 4],
      [1.2, 3],
    ]);
    const { points } = effects([plain, calm], draws, true);
    expect(points?.lower).toBeLessThan(points?.value ?? 0);
    expect(points?.upper).toBeGreaterThan(points?.value ?? 0);
  });
});

/** Two voices with 24 documents each of everything that a contrast of the claim counts. */
function rich(): readonly Observation[] {
  return ['civil_society', 'regional_body'].flatMap((voice) =>
    Array.from({ length: 24 }, (_, at) => {
      const isSource = voice === 'civil_society';
      const [more, less] = [5 + (at % 3), 1 + (at % 2)];
      const [own, other] = isSource ? [more, less] : [less, more];
      return observation({
        file: `${voice}/${at}`,
        voice,
        institution: voice,
        objectPassages: 20,
        presence: {
          NEP: own,
          DIL: other,
          PE: other,
          COOP: other,
          FORM: own,
          DOM: own,
          DEF: at % (isSource ? 3 : 2),
        },
        portrait: {
          served: { poor: other, workers: own },
          objectives: { ECON: own, SOC: other },
          doings: [
            doing(`m${at}`, 'actors/social_ministries'),
            doing(`e${at % 5}`, 'actors/economic_ministries'),
          ],
        },
      });
    }),
  );
}

describe('effects of findings', () => {
  const findings = assess(rich(), dilution, plainStudy, null, draws);
  const of = (id: string, role: Finding['role'] = 'primary') => {
    const found = findings.find((one) => one.hypothesis === id && one.role === role);
    if (found === undefined) throw new Error(`no finding on ${id}`);
    return found;
  };

  it.each(['H1', 'H4', 'H6', 'H7', 'H10'])('stand beside every contrast between sides: %s', (id) => {
    const finding = of(id);
    if (finding.kind !== 'contrast') throw new Error('expected a contrast');
    const [told] = effectsIn(finding);
    expect(finding.reasons).not.toContain('too_few_documents');
    expect(told?.institution).toBeNull();
    expect(told?.uncorrectedEffects).toBeNull();
    expect(Math.log(told?.effects.oddsRatio?.value ?? 0)).toBeCloseTo(
      finding.estimate?.value ?? Number.NaN,
      9,
    );
    expect(Math.sign(told?.effects.points?.value ?? 0)).toBe(1);
    expect(told?.effects).toMatchObject({ draws: 200, reason: null });
    expect(told?.effects.points?.lower).toBeLessThanOrEqual(told?.effects.points?.value ?? 0);
    expect(told?.effects.cliff?.value).toBeGreaterThan(0);
    expect(told?.effects.sharpNull).toBeGreaterThan(0);
  });

  it('stand beside companions too, and beside no share against a threshold, which compares no two groups', () => {
    expect(effectsIn(of('H1', 'companion'))).toHaveLength(1);
    for (const id of ['H1a', 'H1b', 'H2a', 'H2b', 'H3', 'H3w', 'H5', 'H8c', 'H8d', 'H9'])
      expect(effectsIn(of(id))).toEqual([]);
  });

  it('stand beside each contrast of an order of institutions, by the two that it compares alone', () => {
    const ordered = ['UNASUR', 'ISM', 'RECM'].flatMap((institution, place) =>
      Array.from({ length: 8 }, (_, at) =>
        observation({
          file: `${institution}/${at}`,
          voice: 'regional_body',
          institution,
          objectPassages: 12,
          presence: { PE: (place === 2 ? 1 : 6) + (at % 3) },
        }),
      ),
    );
    const found = assess(ordered, dilution, plainStudy, null, draws).find(
      ({ hypothesis }) => hypothesis === 'H8p',
    );
    if (found?.kind !== 'minimum') throw new Error('expected an order');
    const told = effectsIn(found);
    expect(told.map(({ institution }) => institution)).toEqual(['UNASUR', 'ISM']);
    for (const [at, { effects: own }] of told.entries()) {
      expect(Math.log(own.oddsRatio?.value ?? 0)).toBeCloseTo(
        found.contrasts[at]?.estimate.value ?? Number.NaN,
        9,
      );
      // Every document of the first has the larger share, 6 of 12 or more against 3 of 12 or fewer.
      expect(own).toMatchObject({ commonLanguage: 1, draws: 200, cliff: { value: 1, lower: 1, upper: 1 } });
    }
  });

  it('are told of documents that have both measures where an institution is compared with itself', () => {
    const finding = of('H11');
    const [told] = effectsIn(finding);
    expect(finding.kind).toBe('paired');
    expect(told?.effects).toMatchObject({ reason: 'distinct_units', studentised: null, sharpNull: null });
    // An actor is the same however often it is named, so that shares of these have no interval from draws.
    expect(told?.effects.points).toMatchObject({ lower: null, upper: null });
    expect(Math.log(told?.effects.oddsRatio?.lower ?? 0)).toBeCloseTo(
      finding.estimate?.lower ?? Number.NaN,
      9,
    );
    expect(told?.effects.cliff?.lower).not.toBeNull();
    expect(notFinite(findings)).toEqual([]);
  });

  it('are not worked out where nothing is drawn for them', () => {
    expect(assess(rich(), dilution, plainStudy).flatMap(effectsIn)).toEqual([]);
  });
});
