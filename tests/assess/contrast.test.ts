import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContrastFinding } from '../../src/model/finding.ts';
import type { Observation } from '../../src/model/profile.ts';
import { balances } from '../support/balances.ts';
import { notFinite } from '../support/finite.ts';
import { observation, type Said } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

/** Six documents of one institution a side; the numbers of the reference row `core_contrast`. */
const source = [
  [4, 1],
  [0, 2],
  [7, 2],
  [2, 1],
  [1, 0],
  [3, 1],
] as const;
const policy = [
  [1, 5],
  [0, 3],
  [2, 6],
  [1, 2],
  [0, 4],
  [3, 7],
] as const;

function documents(
  pairs: readonly (readonly [number, number])[],
  rest: Omit<Said, 'file'>,
): readonly Observation[] {
  return pairs.map(([NEP, DIL], at) =>
    observation({ file: `${rest.institution ?? 'none'}/${at}`, presence: { NEP, DIL, PE: DIL }, ...rest }),
  );
}

const civil = documents(source, { institution: 'Red', kind: 'declaration' });
const regional = documents(policy, { institution: 'UNASUR', voice: 'regional_body', kind: 'decision' });
const both = [...civil, ...regional];

function primary(observations: readonly Observation[], study = plainStudy): ContrastFinding {
  const [finding] = balances(observations, dilution, study);
  if (finding === undefined) throw new Error('no finding');
  return finding;
}

describe('frame balance contrast', () => {
  it('estimates the difference of balances with the interval of protocol 2.3', () => {
    const finding = primary(both);
    expect(finding.estimate?.value).toBeCloseTo(2.146580844517, 11);
    expect(finding.estimate?.standardError).toBeCloseTo(0.4580257442532, 11);
    expect(finding.dilution?.value).toBeCloseTo(Math.exp(2.146580844517), 9);
    expect(finding.sides.map(({ theta }) => theta)).toEqual([
      expect.closeTo(Math.log(17.5 / 7.5), 12),
      expect.closeTo(Math.log(7.5 / 27.5), 12),
    ]);
  });

  it('is at most inconclusive while nothing is coded, and says what the interval alone would say', () => {
    expect(primary(both)).toMatchObject({
      verdict: 'INCONCLUSIVE',
      reasons: ['uncorrected'],
      intervalVerdict: 'SUPPORTED_SUBSTANTIAL',
      corrected: false,
      scope: 'A',
      documents: 12,
      institutions: 2,
      passages: 92,
      seed: plainStudy.settings.seed,
    });
  });

  it('names both reasons where the interval includes no difference', () => {
    const alike = [...civil, ...documents(source, { institution: 'UNASUR', voice: 'regional_body' })];
    expect(primary(alike)).toMatchObject({
      estimate: { value: 0 },
      verdict: 'INCONCLUSIVE',
      intervalVerdict: 'INCONCLUSIVE',
      reasons: ['uncorrected', 'interval_includes_zero'],
    });
  });

  it('weighs institutions the same however many documents they have', () => {
    const many = [0, 1, 2, 3].flatMap((copy) =>
      documents(source, { institution: 'Red' }).map((one) =>
        observation({ ...one, file: `${one.file}/${copy}` }),
      ),
    );
    const opposite = documents(policy, { institution: 'Zeta' });
    const finding = primary([...many, ...opposite, ...regional]);
    const theta = (a: number, b: number) => Math.log((a + 0.5) / (b + 0.5));
    expect(finding.sides[0].theta).toBeCloseTo((theta(68, 28) + theta(7, 27)) / 2, 12);
  });

  it('takes the languages of one document together as one cluster', () => {
    const split = both.flatMap((one) => {
      const half = { ...one.presence, NEP: 0 };
      const other = { NEP: one.presence['NEP'] ?? 0 };
      return [
        observation({ ...one, presence: half, objectPassages: 20 }),
        observation({ ...one, language: 'pt', presence: other, objectPassages: 20 }),
      ];
    });
    const finding = primary(split);
    expect(finding.documents).toBe(12);
    expect(finding.sides.map(({ framedDocuments }) => framedDocuments)).toEqual([6, 6]);
    expect(finding.estimate?.value).toBeCloseTo(2.146580844517, 11);
    expect(finding.estimate?.standardError).toBeCloseTo(0.4580257442532, 11);
  });

  it('compares only what both sides have, and says what share that leaves out', () => {
    const elsewhere = documents(
      [
        [9, 0],
        [9, 0],
      ],
      { institution: 'Red', language: 'pt' },
    ).map((one, at) => observation({ ...one, file: `pt/${at}` }));
    const finding = primary([...both, ...elsewhere]);
    expect(finding.estimate?.value).toBeCloseTo(2.146580844517, 11);
    expect(finding.strata).toEqual([
      { language: 'es', period: '2005-2009', source: 24, policy: 34, compared: true },
      { language: 'pt', period: '2005-2009', source: 18, policy: 0, compared: false },
    ]);
    expect(finding.shareNotCompared).toBeCloseTo(18 / 76, 12);
  });

  it('leaves out and names institutions with one framed document, none, or nothing in common', () => {
    const finding = primary([
      ...both,
      observation({ file: 'x/1', institution: 'One', presence: { NEP: 3 } }),
      observation({ file: 'x/2', institution: 'One', objectPassages: 9 }),
      observation({ file: 'y/1', institution: 'Silent', objectPassages: 9 }),
      observation({ file: 'z/1', institution: 'Far', period: 'undated', presence: { NEP: 3 } }),
      observation({ file: 'z/2', institution: 'Far', period: 'undated', presence: { DIL: 4 } }),
    ]);
    const left = finding.sides[0].institutions.map(({ institution, leftOut }) => [institution, leftOut]);
    expect(left).toEqual([
      ['Far', 'no_common_support'],
      ['One', 'one_document'],
      ['Red', null],
      ['Silent', 'no_framed_passage'],
    ]);
    expect(finding.sides[0].institutions[1]).toMatchObject({
      documents: 2,
      framedDocuments: 1,
      variance: null,
    });
    expect(finding.sides[0].institutions[3]).toMatchObject({ documents: 1, theta: null, variance: null });
    expect(finding.estimate?.value).toBeCloseTo(2.146580844517, 11);
    expect(finding.institutions).toBe(5);
  });

  it('warns where no kind of document is on both sides, and where one institution is a side', () => {
    expect(primary(both).warnings).toEqual(['confounded_with_genre', 'one_institution_a_side']);
    const mixed = [
      ...documents(source, { institution: 'Red', kind: 'declaration' }),
      ...documents(source, { institution: 'Otra', kind: 'decision' }),
      ...documents(policy, { institution: 'UNASUR', voice: 'regional_body', kind: 'decision' }),
      ...documents(policy, { institution: 'RECM', voice: 'regional_body', kind: 'decision' }),
    ];
    expect(primary(mixed).warnings).toEqual([]);
    const unknown = both.map((one) => observation({ ...one, kind: null }));
    expect(primary(unknown).warnings).toEqual(['one_institution_a_side']);
  });

  it('has no interval, so no verdict, where documents do not differ at all', () => {
    const pairs = Array.from({ length: 6 }, () => [3, 3] as const);
    const flat = [
      ...documents(pairs, { institution: 'Red' }),
      ...documents(pairs, { institution: 'UNASUR', voice: 'regional_body' }),
    ];
    expect(primary(flat)).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reasons: ['no_variance'],
      estimate: null,
    });
  });

  it('lets one institution of a side be without spread, as long as another has some', () => {
    const even = documents(
      Array.from({ length: 6 }, () => [3, 3] as const),
      { institution: 'Even' },
    );
    expect(primary([...both, ...even]).estimate?.standardError).toBeGreaterThan(0);
  });
});

/** One source and what it says in one or two languages; a sparse corpus is mostly refused, a dense one mostly not. */
function sourceOf(isDense: boolean) {
  const small = fc.integer({ min: 0, max: 12 });
  const counts = fc.record({
    NEP: isDense ? small : fc.oneof(fc.constant(0), small, fc.constant(2 ** 40)),
    DIL: isDense ? small : fc.oneof(fc.constant(0), small),
    PE: fc.oneof(fc.constant(0), fc.constant(7)),
  });
  const spoken = fc.record({ presence: counts, objectPassages: fc.integer({ min: 0, max: 60 }) });
  return fc.record({
    voice: isDense
      ? fc.constantFrom('civil_society', 'regional_body')
      : fc.constantFrom('civil_society', 'regional_body', 'donor', null),
    institution: fc.constantFrom('A', 'B', null),
    period: isDense ? fc.constant('2005-2009') : fc.constantFrom('2005-2009', 'undated'),
    kind: fc.constantFrom(null, 'law'),
    es: spoken,
    pt: fc.option(spoken),
  });
}

function corpusOf(sources: readonly Source[]): readonly Observation[] {
  return sources.flatMap(({ es, pt, ...rest }, at) => [
    observation({ file: `${at}`, ...rest, ...es }),
    ...(pt === null ? [] : [observation({ file: `${at}`, ...rest, ...pt, language: 'pt' })]),
  ]);
}

type Source = ReturnType<typeof sourceOf> extends fc.Arbitrary<infer One> ? One : never;
const corpus = fc
  .oneof(
    fc.array(sourceOf(false), { maxLength: 40 }),
    fc.array(sourceOf(true), { minLength: 20, maxLength: 40 }),
    // The same document over and over: ties everywhere.
    fc
      .tuple(sourceOf(true), sourceOf(true))
      .map(([one, other]) => Array.from({ length: 24 }, (_, i) => (i % 2 ? one : other))),
  )
  .map(corpusOf);

/** The whole of protocol 2.3 again, from rows, by estimating without each document. */
function oracle(observations: readonly Observation[]): { value: number; variance: number } {
  const side = (voice: string) => {
    const rows = observations.filter((one) => one.voice === voice);
    const names = [...new Set(rows.map((one) => one.institution))];
    const balance = (some: readonly Observation[]) =>
      Math.log(some.reduce((n, one) => n + (one.presence['NEP'] ?? 0), 0.5)) -
      Math.log(some.reduce((n, one) => n + (one.presence['DIL'] ?? 0), 0.5));
    const parts = names.map((name) => {
      const own = rows.filter((one) => one.institution === name);
      const without = own.map((left) => balance(own.filter((one) => one !== left)));
      const mean = without.reduce((n, one) => n + one, 0) / own.length;
      return {
        theta: balance(own),
        variance: ((own.length - 1) / own.length) * without.reduce((n, one) => n + (one - mean) ** 2, 0),
      };
    });
    return {
      theta: parts.reduce((n, one) => n + one.theta, 0) / parts.length,
      variance: parts.reduce((n, one) => n + one.variance, 0) / parts.length ** 2,
    };
  };
  const [ours, theirs] = [side('civil_society'), side('regional_body')];
  return { value: ours.theta - theirs.theta, variance: ours.variance + theirs.variance };
}

describe('frame balance contrast on any corpus', () => {
  it('equals estimating again without each document', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }));
    const six = fc.array(pair, { minLength: 6, maxLength: 9 });
    fc.assert(
      fc.property(six, six, six, (one, two, three) => {
        const observations = [
          ...documents(one, { institution: 'Red' }),
          ...documents(two, { institution: 'Otra' }),
          ...documents(three, { institution: 'UNASUR', voice: 'regional_body' }),
        ];
        const finding = primary(observations);
        fc.pre(finding.estimate !== null);
        const expected = oracle(observations);
        expect(finding.estimate?.value).toBeCloseTo(expected.value, 10);
        expect((finding.estimate?.standardError ?? 0) ** 2).toBeCloseTo(expected.variance, 10);
      }),
    );
  });

  it('never yields NaN or infinity, and a reason for every verdict', () => {
    let estimates = 0;
    fc.assert(
      fc.property(corpus, (observations) => {
        for (const finding of balances(observations, dilution, plainStudy)) {
          expect(notFinite(finding)).toEqual([]);
          expect(finding.reasons.length).toBeGreaterThan(0);
          expect(finding.estimate === null).toBe(finding.verdict === 'NOT_TESTABLE');
          expect(finding.dilution === null).toBe(finding.estimate === null);
          if (finding.estimate !== null) estimates++;
        }
      }),
      { numRuns: 300 },
    );
    expect(estimates).toBeGreaterThan(30);
  });

  it('gives the same bytes for any order of the observations', () => {
    const shuffled = corpus.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const bytes = (observations: readonly Observation[]) =>
          JSON.stringify(balances(observations, dilution, plainStudy));
        expect(bytes(other)).toBe(bytes(one));
      }),
    );
  });

  it('moves only denominators when a document without a frame is added', () => {
    const denominators = ({ sides, gates, documents, passages, institutions, ...rest }: ContrastFinding) => ({
      ...rest,
      passed: gates.map(({ passed }) => passed),
      thetas: sides.map(({ theta, framedDocuments, framedPassages, effectiveDocuments }) => [
        theta,
        framedDocuments,
        framedPassages,
        effectiveDocuments,
      ]),
    });
    const untagged = fc.record({
      voice: fc.constantFrom('civil_society', 'regional_body'),
      institution: fc.constantFrom('Red', 'UNASUR', 'New'),
      kind: fc.constantFrom(null, 'decision', 'law'),
      objectPassages: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(untagged, (one) => {
        const before = primary(both);
        const after = primary([...both, observation({ file: 'zz', ...one })]);
        expect(denominators(after)).toEqual(denominators(before));
        expect(after.documents).toBe(before.documents + 1);
        expect(after.passages).toBe(before.passages + one.objectPassages);
      }),
    );
  });
});
