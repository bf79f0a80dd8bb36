import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actingIn } from '../../src/assess/units.ts';
import type { Doing } from '../../src/model/profile.ts';
import { mixes } from '../../src/profile/mixes.ts';
import { doing, naming } from '../support/mention-rows.ts';

type Document = ReturnType<typeof naming>;

const mixed = (documents: readonly Document[]) =>
  mixes(
    documents.map(({ observation }) => observation),
    documents.flatMap(({ mentions }) => mentions),
  );

const [social, foreign, institute] = [
  'actors/social_ministries',
  'actors/foreign_ministries',
  'actors/sse_institutes',
];
const actors = (category: string, number: number, more: Partial<Doing> = {}) =>
  Array.from({ length: number }, (_, at) => doing(`${category} ${at}`, category, more));

/** The channels of the paper's Appendix I as `tests/fixtures/reference.json` codes them. */
const appendix = [
  naming({ file: 'a', institution: 'UNASUR' }, [
    ...actors(social, 6),
    ...actors(foreign, 3),
    ...actors(institute, 1),
  ]),
  naming({ file: 'b', institution: 'RECM' }, [
    doing('inaes', institute, { above: [social] }),
    ...actors('actors/agriculture', 1),
    ...actors('actors/labour', 1),
    ...actors(institute, 3),
    ...actors('actors/movements', 6),
  ]),
  naming({ file: 'c', institution: 'ISM' }, actors(social, 1)),
];

const expected = (id: string) =>
  JSON.parse(readFileSync('tests/fixtures/reference.json', 'utf8')).rows.find(
    (row: { id: string }) => row.id === id,
  ).expected;

describe('the mix of channels', () => {
  const { mixes: all, contrasts } = mixed(appendix);
  const of = (key: string, reading = 'itself') =>
    all.find((mix) => mix.by === 'institution' && mix.key === key && mix.reading === reading);

  it('is that of the appendix of the paper', () => {
    for (const [key, reading] of [
      ['UNASUR', 'itself'],
      ['RECM', 'above'],
      ['ISM', 'itself'],
    ] as const) {
      const { hill1, hill2, gini_simpson_unbiased } = expected(`diversity_${key}`);
      expect(of(key, reading)?.hill1).toBeCloseTo(hill1, 8);
      expect(of(key, reading)?.hill2).toBeCloseTo(hill2, 8);
      if (gini_simpson_unbiased === null) expect(of(key, reading)?.giniSimpson).toBeNull();
      else expect(of(key, reading)?.giniSimpson).toBeCloseTo(gini_simpson_unbiased, 8);
    }
    const shares = expected('appendix_wilson_social_share');
    for (const [key, name] of [
      ['UNASUR', 'UNASUR'],
      ['RECM', 'RECM_all'],
      ['ISM', 'ISM'],
    ] as const) {
      const found = of(key, 'above')?.classes.find(({ category }) => category === social)?.share;
      expect(found?.value).toBeCloseTo(shares[name].share, 10);
      expect(found?.lower).toBeCloseTo(shares[name].wilson95[0], 6);
      expect(found?.upper).toBeCloseTo(shares[name].wilson95[1], 6);
    }
  });

  it('is compared as the appendix is, which decides nothing', () => {
    const { p_two, condMLE_OR, ci } = expected('fisher_UNASUR_RECM_all12');
    const found = contrasts.find(
      (one) =>
        one.by === 'institution' &&
        one.reading === 'above' &&
        one.category === social &&
        one.one === 'RECM' &&
        one.other === 'UNASUR',
    );
    expect(found?.p).toBeCloseTo(p_two, 6);
    // R's own ratios stop at a width of eps^(1/4) (tests/reference/counts.ts).
    expect(found?.oddsRatio).toBeCloseTo(1 / condMLE_OR, 3);
    expect(found?.lower).toBeCloseTo(1 / ci[1], 3);
    expect(found?.upper).toBeCloseTo(1 / ci[0], 3);
    // One document each: mentions have no interval.
    expect(found?.named).toBeNull();
  });

  it('tells classes without anybody, with the bound 3/n beside Wilson', () => {
    const none = of('UNASUR')?.classes.find(({ category }) => category === 'actors/labour');
    expect(none).toMatchObject({ share: { x: 0, n: 10, lower: 0 }, most: 0.3, mentions: 0 });
    expect(of('ISM')?.classes.find(({ category }) => category === foreign)?.most).toBe(1);
    expect(of('UNASUR')?.classes.find(({ category }) => category === social)?.most).toBeNull();
  });

  it('keeps being present apart from carrying out, and takes several documents of a voice together', () => {
    const twice = mixed([
      naming({ file: 'a', institution: 'X' }, [
        doing('m', social),
        doing('m', social, { role: 'participant' }),
      ]),
      naming({ file: 'b', institution: 'Y' }, [doing('m', social), doing('n', null)]),
    ]).mixes.filter(({ reading }) => reading === 'itself');
    expect(twice.map(({ by, key, role, units, documents }) => [by, key, role, units, documents])).toEqual([
      ['institution', 'X', 'implementing', 1, 1],
      ['institution', 'X', 'participant', 1, 1],
      ['institution', 'Y', 'implementing', 2, 1],
      ['voice', 'regional_body', 'implementing', 2, 2],
      ['voice', 'regional_body', 'participant', 1, 1],
    ]);
    expect(twice[2]?.classes.map(({ category }) => category)).toEqual([social, null]);
  });

  it('is nothing of nobody', () => {
    expect(mixed([])).toEqual({ mixes: [], contrasts: [] });
    expect(mixed([naming({ file: 'a' }, [])])).toEqual({ mixes: [], contrasts: [] });
  });

  it('compares no more than the eight institutions with the most units in pairs', () => {
    const many = Array.from({ length: 10 }, (_, at) =>
      naming({ file: `f${at}`, institution: `I${at}`, voice: `v${at}` }, actors(social, at + 1)),
    );
    const pairs = mixed(many).contrasts.filter(
      ({ by, reading }) => by === 'institution' && reading === 'itself',
    );
    expect(pairs).toHaveLength(28);
    expect(pairs.flatMap(({ one, other }) => [one, other])).not.toContain('I1');
  });
});

const unit = fc.record({
  actor: fc.constantFrom('p', 'q', 'r', 's'),
  programme: fc.constantFrom(null, 'plan', 'fund'),
  times: fc.integer({ min: 1, max: 3 }),
});
const category = (actor: string) => ({ p: social, q: foreign, r: null, s: social })[actor] ?? null;
const corpora = fc
  .array(fc.array(unit, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 8 })
  .map((documents) =>
    documents.map((units, at) =>
      naming(
        { file: `f${at}` },
        units.map(({ actor, programme, times }) => ({
          ...doing(actor, category(actor), { programme }),
          times,
        })),
      ),
    ),
  );

/** Of Student's t at .975 with 1 to 7 degrees of freedom. */
const quantiles = [12.7062, 4.30265, 3.18245, 2.77645, 2.57058, 2.44691, 2.36462];

describe('a mix of any documents', () => {
  it('counts the units that hypotheses about actors count', () => {
    fc.assert(
      fc.property(corpora, (documents) => {
        const [mix] = mixed(documents).mixes;
        const units = actingIn(
          documents.flatMap(({ observation }) => observation.portrait.doings),
          'implementing',
        );
        expect(mix?.units).toBe(units.length);
        for (const { category: name, share } of mix?.classes ?? [])
          expect(share.x).toBe(units.filter((one) => one.category === name).length);
        expect(mix?.documents).toBe(documents.length);
      }),
    );
  });

  it('gives mentions the interval of a jackknife that leaves whole documents out', () => {
    fc.assert(
      fc.property(corpora, (documents) => {
        const counts = documents.map(({ mentions }) => ({
          a: mentions.filter(({ mention }) => mention.category === social).length,
          n: mentions.length,
        }));
        const totalOf = (rows: typeof counts) => ({
          a: rows.reduce((total, { a }) => total + a, 0),
          n: rows.reduce((total, { n }) => total + n, 0),
        });
        const theta = ({ a, n }: { a: number; n: number }) => Math.log((a + 0.5) / (n - a + 0.5));
        const own = totalOf(counts);
        const found = mixed(documents).mixes[0]?.classes.find((one) => one.category === social);
        expect(found === undefined).toBe(own.a === 0);
        if (found === undefined) return;
        expect(found.mentions).toBe(own.a);
        expect(found.named?.value).toBeCloseTo(own.a / own.n, 12);
        const left = counts.map((_, at) => theta(totalOf(counts.filter((__, other) => other !== at))));
        const middle = left.reduce((total, one) => total + one, 0) / left.length;
        const jackknifed =
          ((left.length - 1) / left.length) * left.reduce((total, one) => total + (one - middle) ** 2, 0);
        const least = own.a === own.n ? 1 / (own.a + 0.5) + 1 / 0.5 : 0;
        const error = Math.sqrt(Math.max(jackknifed, least));
        const { lower, upper } = found.named ?? { lower: null, upper: null };
        if (error < 1e-9) {
          expect([lower, upper]).toEqual([null, null]);
          return;
        }
        const reach = (quantiles[documents.length - 2] ?? 0) * error;
        expect(lower).toBeCloseTo(1 / (1 + Math.exp(reach - theta(own))), 4);
        expect(upper).toBeCloseTo(1 / (1 + Math.exp(-reach - theta(own))), 4);
      }),
    );
  });
});
