import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Corrections } from '../../src/model/correction.ts';
import type { FieldQuality, ProfileField } from '../../src/model/field.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Doing, Observation } from '../../src/model/profile.ts';
import { notFinite } from '../support/finite.ts';
import { observation, type Said } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

/** What codes of passages come to in documents by their file; nothing was coded in others. */
type Totals = Readonly<Record<string, Readonly<Record<string, number>>>>;

function codings(
  rows: readonly Observation[],
  totals: Totals,
  codes: readonly string[],
  lower: number | null = 0.8,
  read: Partial<Record<ProfileField, number>> = {},
  probability = 1,
  open: readonly string[] = [],
): Corrections {
  const fileOf = new Map(rows.map(({ document, file }) => [document, file]));
  return {
    presence: (document, _, code) => totals[fileOf.get(document) ?? '']?.[code] ?? null,
    open: (code) => (open.includes(code) ? 3 : 0),
    seen: (document, _, code) => (totals[fileOf.get(document) ?? '']?.[code] ?? 0) * probability,
    objectPassages: () => null,
    covers: (code) => codes.includes(code),
    reliability: (code) =>
      lower !== null && codes.includes(code) ? { alpha: 0.85, lower, upper: 0.9 } : null,
    twice: () => (lower === null ? 0 : 100),
    extraction: (field) => {
      const least = read[field];
      return least === undefined ? null : { ...fieldRead, field, interval: { lower: least, upper: 0.95 } };
    },
    documents: null,
    coded: () => ({ passages: 150, nonHits: 50, isSimulated: false }),
  };
}

/** Of a field that is read well on the whole. */
const fieldRead: Omit<FieldQuality, 'field' | 'interval'> = {
  codes: [],
  passages: 200,
  seen: 40,
  documents: 20,
  right: 35,
  wrong: 5,
  missed: 5,
  precision: 0.875,
  recall: 0.875,
  f1: 0.875,
  isSimulated: false,
};

function on(rows: readonly Observation[], id: string, corrections: Corrections | null): Finding {
  const found = assess(rows, dilution, plainStudy, corrections).find(
    ({ hypothesis, role }) => hypothesis === id && role === 'primary',
  );
  if (found === undefined) throw new Error(`no finding on ${id}`);
  return found;
}

const doing = (actor: string, category: string): Doing => ({
  actor,
  role: 'implementing',
  programme: null,
  category,
  above: [],
});
const document = (voice: string, at: number, rest: Partial<Said> = {}) =>
  observation({ file: `${voice}/${at}`, voice, institution: voice, objectPassages: 20, ...rest });
const theta = (a: number, b: number) => Math.log((a + 0.5) / (b + 0.5));

const lone = { verdict: 'NOT_TESTABLE', reasons: ['agreement_unknown'] } as const;

describe('a contrast of mentions that people coded', () => {
  const rows = ['civil_society', 'regional_body'].flatMap((voice) =>
    Array.from({ length: 6 }, (_, at) =>
      document(voice, at, {
        presence: { COOP: 5 + (at % 3), FORM: 4 },
        portrait: { served: { poor: 4 + (at % 2), workers: 4 } },
      }),
    ),
  );
  const totals = (poorInPolicy: number): Totals =>
    Object.fromEntries(
      rows.map(({ file, voice }, at) => [
        file,
        {
          H4_A: voice === 'regional_body' ? poorInPolicy + (at % 3) : 3 + (at % 2),
          H4_B: voice === 'regional_body' ? 3 + (at % 2) : 9 + (at % 3),
        },
      ]),
    );

  it('is one of passages that name either kind, by what people saw in them', () => {
    const found = on(rows, 'H4', codings(rows, totals(12), ['H4_A', 'H4_B']));
    const sum = (voice: string, code: string) =>
      rows
        .filter((row) => row.voice === voice)
        .reduce((total, { file }) => total + (totals(12)[file]?.[code] ?? 0), 0);
    const expected =
      theta(sum('regional_body', 'H4_A'), sum('regional_body', 'H4_B')) -
      theta(sum('civil_society', 'H4_A'), sum('civil_society', 'H4_B'));
    expect(found.estimate?.value).toBeCloseTo(expected, 10);
    expect(found).toMatchObject({ corrected: true, verdict: 'SUPPORTED_SUBSTANTIAL' });
    expect(found.uncorrected?.value).toBeCloseTo(on(rows, 'H4', null).estimate?.value ?? Number.NaN, 12);
    expect(found.uncorrected?.value).not.toBe(found.estimate?.value);
  });

  it('stays uncorrected for hypotheses that people were not asked about', () => {
    const found = on(rows, 'H6', codings(rows, totals(12), ['H4_A', 'H4_B']));
    expect(found).toMatchObject({ corrected: false, reasons: on(rows, 'H6', null).reasons });
    expect(found.estimate).toEqual(on(rows, 'H6', null).estimate);
    expect(on(rows, 'H4', codings(rows, totals(12), ['H4_A']))).toEqual(on(rows, 'H4', null));
  });

  it('is no more than inconclusive while nobody has decided what coders differ on', () => {
    const withOpen = (...open: string[]) =>
      on(rows, 'H4', codings(rows, totals(12), ['H4_A', 'H4_B'], 0.8, {}, 1, open));
    const found = withOpen('H4_B');
    expect(found).toMatchObject({
      corrected: true,
      verdict: 'INCONCLUSIVE',
      reasons: ['codings_open'],
      intervalVerdict: 'SUPPORTED_SUBSTANTIAL',
      tests: { claimedAdjusted: 1 },
    });
    expect(found.gates.find(({ gate }) => gate === 'reliability')).toMatchObject({
      passed: false,
      found: '0.850 (0.800 to 0.900), 3 of the passages not decided',
    });
    // What is open for another category is none of its own.
    expect(withOpen('H6_A')).toMatchObject({ verdict: 'SUPPORTED_SUBSTANTIAL' });
  });

  it('says what is wrong where nothing that people coded was there, or coders disagree', () => {
    const none = on(rows, 'H4', codings(rows, {}, ['H4_A', 'H4_B']));
    expect(none).toMatchObject({ verdict: 'NOT_TESTABLE', estimate: null });
    expect(none.reasons).toHaveLength(1);
    expect(on(rows, 'H4', codings(rows, totals(12), ['H4_A', 'H4_B'], null))).toMatchObject(lone);
    expect(on(rows, 'H4', codings(rows, totals(12), ['H4_A', 'H4_B'], 0.5))).toMatchObject({
      verdict: 'INCONCLUSIVE',
      reasons: ['unreliable_codings'],
    });
    expect(notFinite(none)).toEqual([]);
  });
});

describe('a share of distinct actors that codes of passages stand beside', () => {
  const social = Array.from({ length: 60 }, (_, at) => doing(`s${at}`, 'actors/social_ministries'));
  const rows = Array.from({ length: 6 }, (_, at) =>
    document('regional_body', at, { portrait: { doings: social.slice(10 * at, 10 * at + 10) } }),
  );
  const passages = (a: number, b: number): Totals =>
    Object.fromEntries(rows.map(({ file }, at) => [file, { H3_A: a + (at % 2), H3_B: b }]));
  const codes = ['H3_A', 'H3_B'];

  it('is decided where both say the same, with the larger p', () => {
    const alone = on(rows, 'H3', null);
    expect(alone).toMatchObject({ verdict: 'INCONCLUSIVE', intervalVerdict: 'SUPPORTED' });
    const found = on(rows, 'H3', codings(rows, passages(60, 1), codes));
    expect(found).toMatchObject({ corrected: true, intervalVerdict: 'SUPPORTED', verdict: 'SUPPORTED' });
    expect(found.tests.claimed).toBeGreaterThanOrEqual(alone.tests.claimed ?? 1);
    if (found.kind !== 'threshold') throw new Error('expected a threshold');
    expect(found.share).toMatchObject({ x: 60, n: 60 });
    expect(found.interval).toBe('wilson');
  });

  it('is open where passages say something else, whatever the units say', () => {
    const found = on(rows, 'H3', codings(rows, passages(2, 8), codes));
    expect(found).toMatchObject({ corrected: true, verdict: 'INCONCLUSIVE' });
    expect(found.estimate?.upper).toBeLessThan(0);
  });

  it('is not told at all where people have shown that the program misreads its mentions', () => {
    const wide = passages(60, 1);
    const poor = on(rows, 'H3', codings(rows, wide, codes, 0.8, { implementing: 0.69 }));
    expect(poor).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['extraction_inaccurate'], share: null });
    expect(poor.gates.map(({ gate, passed }) => [gate, passed])).toEqual([
      ['documents', true],
      ['extraction', false],
      ['reliability', true],
      ['validation', true],
    ]);
    expect(on(rows, 'H3w', codings(rows, wide, [], 0.8, { implementing: 0.69 }))).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reasons: ['extraction_inaccurate'],
    });
    const good = on(rows, 'H3', codings(rows, wide, codes, 0.8, { implementing: 0.7 }));
    expect(good).toMatchObject({ verdict: 'SUPPORTED', corrected: true });
    expect(good.gates.find(({ gate }) => gate === 'extraction')).toMatchObject({ passed: true });
    // Another field's faults are not its own.
    const other = on(rows, 'H3', codings(rows, wide, codes, 0.8, { funding: 0.1 }));
    expect(other).toMatchObject({ verdict: 'SUPPORTED' });
  });

  it('is not told where one person alone coded the passages', () => {
    const found = on(rows, 'H3', codings(rows, passages(60, 1), codes, null));
    expect(found).toMatchObject({ ...lone, share: null, band: [], intervalVerdict: null });
    expect(notFinite(found)).toEqual([]);
  });

  it('stays as it is where passages cannot tell', () => {
    expect(on(rows, 'H3', codings(rows, {}, codes))).toEqual(on(rows, 'H3', null));
    const nobody = rows.map((row) => ({ ...row, portrait: { ...row.portrait, doings: [] } }));
    expect(on(nobody, 'H3', codings(rows, passages(9, 1), codes))).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reasons: ['nothing_counted'],
    });
  });
});

describe('said against done by what people coded', () => {
  const rows = ['UNASUR', 'RECM'].flatMap((institution) =>
    Array.from({ length: 6 }, (_, at) =>
      document('regional_body', at, {
        file: `${institution}/${at}`,
        institution,
        portrait: {
          objectives: { ECON: 3 + (at % 2), SOC: 3 },
          doings: [
            doing(`s${at}`, 'actors/social_ministries'),
            doing(`e${at}`, 'actors/economic_ministries'),
          ],
        },
      }),
    ),
  );
  const totals: Totals = Object.fromEntries(
    rows.map(({ file }, at) => [file, { H11_A: 8 + (at % 3), H11_B: 2, H11_C: 1 + (at % 2), H11_D: 8 }]),
  );

  it('takes the difference of passages within institutions', () => {
    const found = on(rows, 'H11', codings(rows, totals, ['H11_A', 'H11_B', 'H11_C', 'H11_D']));
    const of = (institution: string) => {
      const sum = (code: string) =>
        rows
          .filter((row) => row.institution === institution)
          .reduce((total, { file }) => total + (totals[file]?.[code] ?? 0), 0);
      return theta(sum('H11_A'), sum('H11_B')) - theta(sum('H11_C'), sum('H11_D'));
    };
    expect(found.estimate?.value).toBeCloseTo((of('UNASUR') + of('RECM')) / 2, 10);
    expect(found).toMatchObject({ corrected: true, verdict: 'SUPPORTED_SUBSTANTIAL' });
    expect(found.uncorrected?.value).toBeCloseTo(on(rows, 'H11', null).estimate?.value ?? Number.NaN, 12);
  });

  it('asks how mentions are read only where they decide, and not the codes of people', () => {
    const all = ['H11_A', 'H11_B', 'H11_C', 'H11_D'];
    const read = { objectives: 0.9, implementing: 0.2 };
    const coded = on(rows, 'H11', codings(rows, totals, all, 0.8, read));
    expect(coded).toMatchObject({ corrected: true, verdict: 'SUPPORTED_SUBSTANTIAL' });
    expect(coded.gates.map(({ gate }) => gate)).not.toContain('extraction');
    expect(on(rows, 'H11', codings(rows, totals, [], 0.8, read))).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reasons: ['extraction_inaccurate'],
      estimate: null,
    });
    expect(on(rows, 'H11', codings(rows, totals, [], 0.8, { objectives: 0.9 }))).toMatchObject({
      verdict: 'INCONCLUSIVE',
    });
  });

  it('has the interval of two counts where people saw nothing of a kind, whatever its chances', () => {
    const nine = Array.from({ length: 9 }, (_, at) =>
      document('regional_body', at, { file: `RECM/${at}`, institution: 'RECM' }),
    );
    const all = ['H11_A', 'H11_B', 'H11_C', 'H11_D'];
    const said = (more: number): Totals =>
      Object.fromEntries(
        nine.map(({ file }, at) => [file, { H11_A: 9 + 6 * (at % 2), H11_B: 36, H11_C: 0, H11_D: more }]),
      );
    const found = on(nine, 'H11', codings(nine, said(4), all));
    expect(found).toMatchObject({
      corrected: true,
      verdict: 'INCONCLUSIVE',
      intervalVerdict: 'INCONCLUSIVE',
    });
    expect(found.estimate?.standardError ?? 0).toBeGreaterThanOrEqual(Math.sqrt(1 / 0.5 + 1 / 36.5));
    // Where one of four was drawn, the same totals rest on nine passages that name a channel.
    const few = on(nine, 'H11', codings(nine, said(4), all, 0.8, {}, 0.25));
    expect(few).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['too_few_framed_passages'] });
  });

  it('asks for codes of both of its measures', () => {
    expect(on(rows, 'H11', codings(rows, totals, ['H11_A', 'H11_B']))).toEqual(on(rows, 'H11', null));
  });
});

describe('missed integration', () => {
  const projects = Array.from({ length: 5 }, (_, at) =>
    document('regional_body', at, {
      file: `COSIPLAN/${at}`,
      institution: 'COSIPLAN',
      objectPassages: at === 0 ? 1 : 0,
    }),
  );
  const bodies = Array.from({ length: 8 }, (_, at) =>
    document('regional_body', at, { presence: at < 6 ? { PROJ: 2 } : {} }),
  );
  const apart = [
    document('regional_body', 90, { objectPassages: 0, presence: {} }),
    document('civil_society', 91, { presence: { PROJ: 3 } }),
  ];
  const rows = [...projects, ...bodies, ...apart];
  const asymmetryIn = (some: readonly Observation[], corrections: Corrections | null = null) => {
    const found = on(some, 'H2b', corrections);
    if (found.kind !== 'threshold') throw new Error('expected a threshold');
    return found.asymmetry;
  };

  it('weighs documents that name the projects against documents of the projects that name the object', () => {
    const found = asymmetryIn(rows);
    expect(found?.value).toBeCloseTo(Math.log(6.5 / 2.5) - Math.log(1.5 / 4.5), 12);
    expect(found?.object).toMatchObject({ documents: 8, naming: { x: 6, n: 8 }, most: null, coded: 0 });
    expect(found?.projects).toMatchObject({ documents: 5, naming: { x: 1, n: 5 } });
  });

  it('counts documents in which people saw a request, a proposal or a participation', () => {
    const totals: Totals = {
      'regional_body/0': { H2B_REQUEST: 3, H2B_PROPOSAL: 0, H2B_PARTICIPATION: 2 },
      'regional_body/1': { H2B_REQUEST: 1, H2B_PROPOSAL: 0, H2B_PARTICIPATION: 0 },
      'COSIPLAN/0': { H2B_REQUEST: 0, H2B_PROPOSAL: 0, H2B_PARTICIPATION: 0 },
    };
    const found = asymmetryIn(rows, codings(rows, totals, ['H2B_REQUEST']));
    expect(found?.object).toMatchObject({
      coded: 2,
      parts: { request: 2, proposal: 0, participation: 1 },
    });
    expect(found?.projects).toMatchObject({ coded: 1, parts: { request: 0, proposal: 0, participation: 0 } });
  });

  it('bounds a share of nothing, and is nothing without documents of either', () => {
    const silent = projects.map((row) => ({ ...row, objectPassages: 0 }));
    expect(asymmetryIn([...silent, ...bodies])?.projects.most).toBe(0.6);
    expect(asymmetryIn(bodies)).toMatchObject({ value: null, projects: { documents: 0, naming: null } });
    expect(asymmetryIn([])).toBeNull();
    expect(notFinite(asymmetryIn([...silent, ...bodies]))).toEqual([]);
  });
});

describe('any codes of mentions', () => {
  const all = ['H3', 'H3W', 'H4', 'H5', 'H6'].flatMap((id) => [`${id}_A`, `${id}_B`]);
  const fields = ['implementing', 'funding', 'beneficiaries', 'objectives'] as const;
  const codes = [...all, 'H11_A', 'H11_B', 'H11_C', 'H11_D'];
  const rows = ['civil_society', 'regional_body'].flatMap((voice) =>
    Array.from({ length: 6 }, (_, at) =>
      document(voice, at, {
        presence: { COOP: at, FORM: 2 },
        portrait: {
          served: { poor: at, workers: 1 },
          objectives: { ECON: 1, SOC: at },
          doings: [doing(`s${at}`, 'actors/social_ministries')],
        },
      }),
    ),
  );

  it('give coded reasons and finite numbers alone', () => {
    const total = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(-3));
    const said = fc.dictionary(
      fc.constantFrom(...rows.map(({ file }) => file)),
      fc.dictionary(fc.constantFrom(...codes), total),
    );
    fc.assert(
      fc.property(
        said,
        fc.dictionary(fc.constantFrom(...fields), fc.double({ min: 0, max: 1, noNaN: true })),
        (totals, read) => {
          const findings = assess(rows, dilution, plainStudy, codings(rows, totals, codes, 0.8, read));
          expect(notFinite(findings)).toEqual([]);
          for (const { verdict, reasons } of findings)
            if (verdict === 'NOT_TESTABLE') expect(reasons.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
