import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { Claim } from '../../src/model/claim.ts';
import type { Corrections } from '../../src/model/correction.ts';
import type { Finding } from '../../src/model/finding.ts';
import { findingSentence } from '../../src/model/finding-words.ts';
import type { Doing, Observation } from '../../src/model/profile.ts';
import { labelsOf } from '../../src/model/words.ts';
import { binomialTest, wilson } from '../../src/stats/proportion.ts';
import { balanced } from '../support/balanced.ts';
import { notFinite } from '../support/finite.ts';
import { observation, type Said } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

const doing = (actor: string, category: string | null, rest: Partial<Doing> = {}): Doing => ({
  actor,
  role: 'implementing',
  programme: null,
  category,
  above: [],
  ...rest,
});

function on(observations: readonly Observation[], id: string, claim = dilution): Finding {
  const found = assess(observations, claim, plainStudy).find(
    ({ hypothesis, role }) => hypothesis === id && role === 'primary',
  );
  if (found === undefined) throw new Error(`no finding on ${id}`);
  return found;
}

const policy = (file: string, rest: Partial<Said> = {}) =>
  observation({ file, voice: 'regional_body', institution: 'UNASUR', objectPassages: 10, ...rest });

/** As many documents as a share asks for, all of them naming the same actors: each is one unit still. */
const told = (doings: readonly Doing[], rest: Partial<Said> = {}) =>
  ['a', 'b', 'c', 'd', 'e'].map((name) =>
    policy(`${rest.institution ?? ''}${name}`, { ...rest, portrait: { doings } }),
  );

/** The channels of UNASUR as the paper's own appendix has them: 6 social, 3 foreign, 1 institute. */
const unasur = [
  ...Array.from({ length: 6 }, (_, at) => doing(`social ${at}`, 'actors/social_ministries')),
  ...Array.from({ length: 3 }, (_, at) => doing(`foreign ${at}`, 'actors/foreign_ministries')),
  doing('institute', 'actors/sse_institutes'),
];

describe('a share of distinct actors against a threshold', () => {
  it('leaves "almost exclusively" open with the channels of the paper, and says how many would decide it', () => {
    const finding = on(told(unasur), 'H3');
    if (finding.kind !== 'threshold') throw new Error('expected a threshold');
    expect(finding.share).toMatchObject({ x: 6, n: 10, value: 0.6 });
    expect(finding.share?.lower).toBeCloseTo(0.31267376973365835, 9);
    expect(finding.share?.upper).toBeCloseTo(0.8318196702937639, 9);
    expect(finding).toMatchObject({ verdict: 'INCONCLUSIVE', intervalVerdict: 'INCONCLUSIVE' });
    expect(finding.tests.claimed).toBeCloseTo(binomialTest(6, 10, 0.8)?.pGreater ?? -1, 12);
    const needed = finding.needed ?? 0;
    expect(wilson(0.6 * needed, needed)?.upper).toBeLessThan(0.8);
    // Twelve places share the level, and nothing else here can be decided.
    const p = (n: number) => binomialTest(0.6 * n, n, 0.8)?.pLess ?? 1;
    expect(p(needed)).toBeLessThanOrEqual(0.025 / 12);
    expect(p(needed - 1)).toBeGreaterThan(0.025 / 12);
    expect(finding.band.map(({ threshold }) => threshold)).toEqual([0.7, 0.75, 0.8, 0.85, 0.9]);
  });

  it('counts an actor and programme once, however many documents name them, and never whoever was present', () => {
    const named = doing('social 0', 'actors/social_ministries', { programme: 'plan' });
    const present = doing('economy', 'actors/economic_ministries', { role: 'participant' });
    const rows = [...told(unasur), policy('z', { portrait: { doings: [...unasur, named, present] } })];
    expect(on(rows, 'H3')).toMatchObject({ share: { x: 6, n: 10 } });
  });

  it('takes an institute for the ministry that it stands in, unless the claim says otherwise', () => {
    const inside = doing('inaes', 'actors/sse_institutes', { above: ['actors/social_ministries'] });
    const rows = told([inside]);
    expect(on(rows, 'H3')).toMatchObject({ share: { x: 1, n: 1 } });
    const alone = Claim.parse({
      ...dilution,
      hypotheses: dilution.hypotheses.map((one) =>
        one.id === 'H3' ? { ...one, measure: { ...one.measure, through_parents: false } } : one,
      ),
    });
    expect(on(rows, 'H3', alone)).toMatchObject({ share: { x: 0, n: 1 } });
  });

  it('repeats the verdict for other readings of who is a channel, and says where one decides', () => {
    const rows = told([
      ...unasur,
      doing('inaes', 'actors/sse_institutes', { above: ['actors/social_ministries'] }),
      doing('network', 'actors/movement_networks'),
      doing('guest', 'actors/economic_ministries', { role: 'participant' }),
    ]);
    const finding = on(rows, 'H3');
    if (finding.kind !== 'threshold') throw new Error('expected a threshold');
    expect(finding.share).toMatchObject({ x: 7, n: 12 });
    const found = Object.fromEntries(finding.variants.map(({ id, share }) => [id, [share?.x, share?.n]]));
    expect(found).toEqual({
      themselves: [6, 12],
      no_diplomacy: [7, 9],
      governments: [7, 11],
      members: [7, 13],
    });
    const decides = finding.variants.some(({ verdict }) => verdict !== finding.intervalVerdict);
    expect(finding.warnings.includes('reading_of_actors_decides')).toBe(decides);
    expect(decides).toBe(true);
    // Open by its own reading, contradicted by another: none of them is firm.
    expect(finding.fragile).toEqual(['reading']);
  });

  it('has no reading where nobody is left', () => {
    const diplomats = told([doing('f', 'actors/foreign_ministries')]);
    const finding = on(diplomats, 'H3');
    if (finding.kind !== 'threshold') throw new Error('expected a threshold');
    expect(finding.variants.find(({ id }) => id === 'no_diplomacy')).toMatchObject({
      share: null,
      verdict: null,
    });
    expect(notFinite(finding)).toEqual([]);
  });

  it('needs no logarithm of 0 or 1', () => {
    const none = on(told([doing('e', 'actors/economic_ministries')]), 'H3');
    expect(none).toMatchObject({ share: { value: 0, lower: 0 }, intervalVerdict: 'CONTRADICTED' });
    expect(notFinite(none)).toEqual([]);
    expect(on([policy('a')], 'H3')).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['nothing_counted'] });
  });

  it.each(['H3', 'H3w', 'H5'])(
    'asks for documents enough, and that no single one names nearly all: %s',
    (id) => {
      const role = id === 'H5' ? ('funding' as const) : ('implementing' as const);
      const many = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, at) =>
          doing(`s${from + at}`, 'actors/social_ministries', { role }),
        );
      const each = (sizes: readonly number[]) => {
        let from = 0;
        return sizes.map((size, at) => {
          const doings = many(from, from + size);
          from += size;
          return policy(`d${at}`, { portrait: { doings } });
        });
      };
      const refused = (rows: readonly Observation[], reason: string) =>
        expect(on(rows, id)).toMatchObject({
          verdict: 'NOT_TESTABLE',
          reasons: [reason],
          share: null,
          band: [],
          detectableShare: null,
        });
      refused(each([5, 5, 5, 5]), 'too_few_documents');
      // A document that names nobody is none of them.
      refused([...each([5, 5, 5, 5]), policy('silent')], 'too_few_documents');
      refused(each([40, 2, 2, 2, 2, 2]), 'too_few_effective_documents');
      const found = on(each([2, 2, 2, 2, 2]), id);
      expect(found).toMatchObject({
        verdict: found.family === 'primary' ? 'INCONCLUSIVE' : 'DESCRIBED',
        share: { x: 10 },
      });
      expect(found.gates[0]).toMatchObject({
        gate: 'documents',
        passed: true,
        found: 'regional bodies: 5 of 5, worth 5.0',
      });
    },
  );
});

describe('documents of the main projects', () => {
  const project = (file: string, substantive: number) =>
    observation({ file, institution: 'Cosiplan', voice: 'other', portrait: { substantive } });

  it('are compared with the share that the claim allows, and asked for where there are none', () => {
    const many = Array.from({ length: 200 }, (_, at) => project(`p${at}`, at === 0 ? 1 : 0));
    expect(on(many, 'H2b')).toMatchObject({ share: { x: 1, n: 200 }, intervalVerdict: 'SUPPORTED' });
    expect(on([policy('a')], 'H2b')).toMatchObject({ reasons: ['institution_missing'] });
    const four = Array.from({ length: 4 }, (_, at) => project(`p${at}`, 0));
    expect(on(four, 'H2b')).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['too_few_documents'] });
    expect(on([...four, project('p4', 0)], 'H2b')).toMatchObject({ share: { x: 0, n: 5 } });
  });
});

describe('passages against a threshold', () => {
  it('supports a share that lies above it with documents as clusters', () => {
    const rows = [7, 8, 6, 9, 7, 8].map((INT, at) =>
      policy(`d${at}`, { objectPassages: 20, presence: { INT } }),
    );
    const finding = on(rows, 'H2a');
    if (finding.kind !== 'threshold') throw new Error('expected a threshold');
    expect(finding.intervalVerdict).toBe('SUPPORTED');
    expect(finding.share?.value).toBeCloseTo(45.5 / (45.5 + 75.5), 10);
    expect(finding.estimate?.value).toBeCloseTo(Math.log(45.5 / 75.5) - Math.log(0.1 / 0.9), 10);
  });
});

describe('contrasts of one kind with all others', () => {
  const side = (voice: string, counts: readonly (readonly [number, number])[]) =>
    counts.map(([a, b], at) =>
      observation({
        file: `${voice}/${at}`,
        voice,
        institution: voice,
        objectPassages: 12,
        presence: {},
        portrait: { served: { poor: a, 'poor women': 1, workers: b } },
      }),
    );

  it('is positive as claimed where policy names the poor more often', () => {
    const pairs = (a: number, b: number) => Array.from({ length: 6 }, (_, at) => [a + (at % 2), b] as const);
    const rows = [...side('civil_society', pairs(2, 6)), ...side('regional_body', pairs(7, 2))];
    const finding = on(rows, 'H4');
    expect(finding.estimate?.value).toBeGreaterThan(1);
    expect(finding).toMatchObject({
      kind: 'contrast',
      more: 'policy',
      intervalVerdict: 'SUPPORTED_SUBSTANTIAL',
    });
  });

  it('does not take the absence of a category everywhere for equality', () => {
    const rows = ['civil_society', 'regional_body'].flatMap((voice) =>
      Array.from({ length: 6 }, (_, at) =>
        observation({
          file: `${voice}/${at}`,
          voice,
          institution: voice,
          objectPassages: 50,
          presence: { DOM: 0 },
        }),
      ),
    );
    expect(on(rows, 'H10')).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reasons: ['nothing_counted'],
      estimate: null,
    });
  });

  it('is not made certain by a side that never names it', () => {
    const rows = ['civil_society', 'regional_body'].flatMap((voice) =>
      Array.from({ length: 6 }, (_, at) =>
        observation({
          file: `${voice}/${at}`,
          voice,
          institution: voice,
          objectPassages: 10,
          presence: { DOM: voice === 'civil_society' && at < 2 ? 1 : 0 },
        }),
      ),
    );
    const finding = on(rows, 'H10');
    expect(finding.estimate?.standardError).toBeGreaterThan(1.4);
    expect(finding.intervalVerdict).toBe('INCONCLUSIVE');
  });
});

describe('what is said against what is done', () => {
  const rows = Array.from({ length: 6 }, (_, at) =>
    policy(`d${at}`, {
      portrait: {
        objectives: { ECON: 6 + (at % 2), SOC: 1 },
        doings: [
          doing(`s${at}`, 'actors/social_ministries'),
          doing(`t${at}`, 'actors/social_ministries'),
          doing(`u${at}`, 'actors/social_ministries'),
          doing(`v${at}`, 'actors/social_ministries'),
          ...(at === 0 ? [doing('e', 'actors/economic_ministries')] : []),
        ],
      },
    }),
  );

  it('is the difference of both within an institution, tested by flipping signs', () => {
    const finding = on(rows, 'H11');
    const expected = Math.log(39.5 / 6.5) - Math.log(1.5 / 24.5);
    expect(finding.estimate?.value).toBeCloseTo(expected, 10);
    expect(finding.tests.claimed).toBe(1 / 64);
    expect(finding.intervalVerdict).toBe('SUPPORTED_SUBSTANTIAL');
  });

  it('asks for enough of what is said and of what is done', () => {
    const refused = (some: readonly Observation[], reason: string) =>
      expect(on(some, 'H11')).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: [reason], estimate: null });
    for (const documents of [1, 2, 4]) refused(rows.slice(0, documents), 'too_few_documents');
    expect(on(rows.slice(0, 5), 'H11').estimate).not.toBeNull();
    const with_ = (portrait: (row: Observation, at: number) => Partial<Observation['portrait']>) =>
      rows.map((row, at) => ({ ...row, portrait: { ...row.portrait, ...portrait(row, at) } }));
    // Four documents that say what is done are too few, whatever six say of aims.
    refused(
      with_(({ portrait }, at) => (at < 2 ? { doings: [] } : portrait)),
      'too_few_documents',
    );
    refused(
      with_(({ portrait }) => ({ doings: portrait.doings.slice(0, 3) })),
      'too_few_framed_passages',
    );
    refused(
      with_((_, at) => ({ objectives: at === 0 ? { ECON: 90, SOC: 9 } : { ECON: 1, SOC: 1 } })),
      'too_few_effective_documents',
    );
  });
});

describe('institutions in an order', () => {
  const body = (institution: string, PE: number) =>
    Array.from({ length: 6 }, (_, at) =>
      observation({
        file: `${institution}/${at}`,
        voice: 'regional_body',
        institution,
        objectPassages: 20,
        presence: { PE: PE + (at % 2) },
      }),
    );

  it('takes the smaller contrast with the smallest bounds, whatever the capitals of names', () => {
    const finding = on([...body('unasur', 14), ...body('ISM', 10), ...body('RECM', 2)], 'H8p');
    if (finding.kind !== 'minimum') throw new Error('expected an order');
    const [one, other] = finding.contrasts;
    expect(finding.estimate?.value).toBe(Math.min(one?.estimate.value ?? 0, other?.estimate.value ?? 0));
    expect(finding.estimate?.lower).toBe(Math.min(one?.estimate.lower ?? 0, other?.estimate.lower ?? 0));
    expect(finding.intervalVerdict).toBe('SUPPORTED_SUBSTANTIAL');
  });

  const placed = (institution: string, PE: number, rest: Partial<Said>) =>
    body(institution, PE).map((row, at) =>
      observation({ ...row, file: `${institution}/${JSON.stringify(rest)}/${at}`, ...rest }),
    );
  const H8p = (rows: readonly Observation[]) => {
    const finding = on(rows, 'H8p');
    if (finding.kind !== 'minimum') throw new Error('expected an order');
    return finding;
  };

  it('compares each two by the languages and periods that both have', () => {
    const shared = [...body('UNASUR', 14), ...body('ISM', 10), ...body('RECM', 2)];
    // As much as is compared of each body again, elsewhere and quite another thing: it must not matter.
    const apart = [
      ...placed('UNASUR', 0, { language: 'pt' }),
      ...placed('RECM', 19, { language: 'en' }),
      ...placed('ISM', 0, { period: '1990-1994' }),
    ];
    const [alone, beside] = [H8p(shared), H8p([...shared, ...apart])];
    expect(beside.contrasts.map(({ estimate }) => estimate.value)).toEqual(
      alone.contrasts.map(({ estimate }) => estimate.value),
    );
    expect(beside.gates.find(({ gate }) => gate === 'overlap')).toMatchObject({
      passed: true,
      found: '50 %',
    });
    // Each pair has strata of its own: what RECM shares with ISM alone is in that contrast and in no other.
    const own = H8p([
      ...shared,
      ...placed('ISM', 10, { language: 'pt' }),
      ...placed('RECM', 6, { language: 'pt' }),
    ]);
    expect(own.contrasts[0]?.estimate.value).toBe(alone.contrasts[0]?.estimate.value);
    const sum = (PE: number) => [0, 1, 2, 3, 4, 5].reduce((total, at) => total + PE + (at % 2), 0);
    const theta = (a: number, n: number) => Math.log((a + 0.5) / (n - a + 0.5));
    expect(own.contrasts[1]?.estimate.value).toBeCloseTo(
      theta(sum(10) * 2, 240) - theta(sum(2) + sum(6), 240),
      12,
    );
  });

  it('is told of bodies that share a language and a period alone', () => {
    const rows = [...body('UNASUR', 14), ...body('ISM', 10), ...placed('RECM', 2, { language: 'pt' })];
    expect(H8p(rows)).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reasons: ['no_common_support'],
      estimate: null,
      uncorrected: null,
      contrasts: [],
    });
    const less = [...body('UNASUR', 14), ...body('ISM', 10), ...body('RECM', 2)];
    const half = H8p([
      ...less,
      ...placed('UNASUR', 3, { language: 'pt' }),
      ...placed('UNASUR', 3, { language: 'en' }),
      ...placed('RECM', 2, { period: '1990-1994' }),
    ]);
    expect(half).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['no_common_support'] });
    expect(half.gates.find(({ gate }) => gate === 'overlap')?.found).toMatch(/^40 %; UNASUR: .*; RECM: /);
  });

  it('asks for documents and passages of every one of them', () => {
    const three = (few: readonly Observation[]) => H8p([...body('UNASUR', 14), ...few, ...body('RECM', 2)]);
    expect(three(body('ISM', 10).slice(0, 4))).toMatchObject({
      reasons: ['too_few_documents'],
      estimate: null,
    });
    const thin = body('ISM', 1).map((row) => ({ ...row, objectPassages: 3 }));
    expect(three(thin)).toMatchObject({ reasons: ['too_few_framed_passages'] });
    const uneven = body('ISM', 1).map((row, at) => ({ ...row, objectPassages: at === 0 ? 200 : 5 }));
    expect(three(uneven)).toMatchObject({ reasons: ['too_few_effective_documents'] });
    expect(three(thin).gates[0]?.found).toBe(
      'UNASUR: 6 of 6, worth 6.0; RECM beside UNASUR: 6 of 6, worth 6.0; ISM: 6 of 6, worth 6.0; RECM beside ISM: 6 of 6, worth 6.0',
    );
  });

  it('says which one is missing', () => {
    const finding = on([...body('UNASUR', 14), ...body('RECM', 2)], 'H8p');
    expect(finding).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['institution_missing'] });
    expect(finding.gates[0]).toMatchObject({ expected: 'documents of ISM' });
  });

  it('describes how mixed channels are, with the counts of the paper', () => {
    const kinds = (name: string, counts: Readonly<Record<string, number>>) =>
      Object.entries(counts).flatMap(([category, n]) =>
        Array.from({ length: n }, (_, at) => doing(`${name} ${category} ${at}`, `actors/${category}`)),
      );
    const mixed = kinds('r', {
      social_ministries: 1,
      economic_ministries: 1,
      sector_ministries: 1,
      sse_institutes: 3,
      movement_networks: 6,
    });
    const rows = [
      policy('u', { portrait: { doings: unasur } }),
      policy('i', { institution: 'ISM', portrait: { doings: kinds('i', { social_ministries: 1 }) } }),
      policy('r', { institution: 'RECM', portrait: { doings: mixed } }),
    ];
    const finding = on(rows, 'H8c');
    if (finding.kind !== 'diversity') throw new Error('expected a description');
    expect(finding.verdict).toBe('DESCRIBED');
    expect(finding.rows.map(({ values }) => values[0])).toEqual([
      expect.closeTo(3.7224194364083982, 8),
      expect.closeTo(2.4545555958911476, 8),
      1,
      expect.closeTo(3.7224194364083982 - 2.4545555958911476, 8),
    ]);
  });
});

describe('the family and the whole', () => {
  const rows = balanced((ofCivilSociety, count) => ({
    presence: ofCivilSociety ? { NEP: count, DIL: 2, PE: 2 } : { NEP: 2, DIL: count, PE: count },
  }));
  const coded = (halved = false, lower: number | null = 0.8, passages = 150): Corrections => ({
    presence: (document, _, code) => {
      const row = rows.find((one) => one.document === document);
      const counted = row?.presence[code] ?? 0;
      return halved && code === 'NEP' && row?.voice === 'civil_society' ? counted / 5 : counted;
    },
    seen: () => 0,
    open: () => 0,
    objectPassages: () => null,
    covers: (code) => ['NEP', 'DIL', 'PE'].includes(code),
    reliability: () => (lower === null ? null : { alpha: 0.85, lower, upper: 0.9 }),
    twice: () => (lower === null ? 0 : 100),
    extraction: () => null,
    documents: null,
    coded: () => ({ passages, nonHits: 50, isSimulated: false }),
  });
  const h1 = (corrections: Corrections | null) =>
    assess(rows, dilution, plainStudy, corrections).find(({ hypothesis }) => hypothesis === 'H1');

  it('lets a corrected estimate support, with p adjusted over twelve places', () => {
    const finding = h1(coded());
    expect(finding).toMatchObject({ verdict: 'SUPPORTED_SUBSTANTIAL', corrected: true, reasons: [] });
    expect(finding?.tests.claimedAdjusted).toBeCloseTo(12 * (finding?.tests.claimed ?? 0), 12);
    expect(h1(null)).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['uncorrected'], corrected: false });
  });

  it('prints both estimates and decides by the corrected one', () => {
    const finding = h1(coded(true));
    expect(finding?.uncorrected?.value).toBe(h1(null)?.estimate?.value);
    expect(finding?.estimate?.value).toBeLessThan(finding?.uncorrected?.value ?? 0);
  });

  it('decides nothing where coders disagree or too few passages are coded', () => {
    expect(h1(coded(false, 0.5))).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['unreliable_codings'] });
    expect(h1(coded(false, 0.8, 99))).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['uncorrected'] });
  });

  it('keeps the number of the lexicon, and its tipping point, until enough is coded', () => {
    const [none, few, enough] = [h1(null), h1(coded(true, 0.8, 99)), h1(coded(true))];
    if (none?.kind !== 'contrast' || few?.kind !== 'contrast' || enough?.kind !== 'contrast')
      throw new Error('expected contrasts');
    expect(few.estimate).toEqual(none.estimate);
    expect(few.uncorrected).toEqual(none.estimate);
    expect(few.tippingPoint).toEqual(none.tippingPoint);
    expect(none.tippingPoint).not.toBeNull();
    expect(few.gates.find(({ gate }) => gate === 'validation')?.found).toContain('civil society: 99');
    expect(enough.estimate?.value).not.toBe(none.estimate?.value);
    expect(enough.uncorrected).toEqual(none.estimate);
    expect(enough.tippingPoint).toBeNull();
    // A share of passages as well as a contrast of them.
    const h1a = (corrections: Corrections | null) =>
      assess(rows, dilution, plainStudy, corrections).find(({ hypothesis }) => hypothesis === 'H1a');
    expect(h1a(coded(true, 0.8, 99))?.estimate).toEqual(h1a(null)?.estimate);
    expect(h1a(coded(true))?.estimate?.value).not.toBe(h1a(null)?.estimate?.value);
  });

  it('cannot test with codings of one person, and leaves what is uncorrected anyway as it was', () => {
    const alone = h1(coded(false, null));
    expect(alone).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reasons: ['agreement_unknown'],
      intervalVerdict: null,
      estimate: null,
      corrected: true,
    });
    expect(alone === undefined ? '' : findingSentence(alone, labelsOf([]))).toContain(
      'found none: a second coder must code 100 of the 300 coded passages',
    );
    expect(h1(coded(false, null, 99))).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['uncorrected'] });
    expect(h1(null)).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['uncorrected'] });
    const on = (id: string) =>
      assess(rows, dilution, plainStudy, coded(false, null)).find(({ hypothesis }) => hypothesis === id);
    expect(on('H1a')).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['agreement_unknown'] });
    expect(on('overall')).toMatchObject({ verdict: 'INCONCLUSIVE' });
  });

  it('gives up a correction that takes away more than was counted', () => {
    const none: Corrections = { ...coded(), presence: (_, __, code) => (code === 'NEP' ? -3 : 5) };
    const finding = h1(none);
    expect(finding).toMatchObject({ verdict: 'NOT_TESTABLE', estimate: null });
    expect(finding === undefined ? ['nothing'] : notFinite(finding)).toEqual([]);
  });

  it('never calls a secondary statement supported, and the whole only where every part is', () => {
    const findings = assess(rows, dilution, plainStudy, coded());
    expect(findings.find(({ hypothesis }) => hypothesis === 'H1a')).toMatchObject({
      verdict: 'DESCRIBED',
      intervalVerdict: 'SUPPORTED',
    });
    const whole = findings.at(-1);
    expect(whole).toMatchObject({ kind: 'overall', verdict: 'INCONCLUSIVE', reasons: ['part_not_testable'] });
    const only = Claim.parse({ ...dilution, overall: { title: 'one', all: ['H1'] } });
    expect(assess(rows, only, plainStudy, coded()).at(-1)).toMatchObject({ verdict: 'SUPPORTED' });
  });

  it('keeps the place of what has no measure', () => {
    expect(on(rows, 'H9')).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['no_reuse_measure'] });
    expect(dilution.hypotheses.filter(({ family }) => family === 'primary')).toHaveLength(12);
  });
});

describe('any corpus', () => {
  const said = fc.record({
    file: fc.integer({ min: 0, max: 8 }).map((n) => `f${n}`),
    voice: fc.constantFrom(null, 'civil_society', 'regional_body'),
    institution: fc.constantFrom(null, 'UNASUR', 'ISM', 'RECM', 'COSIPLAN', 'Red'),
    language: fc.constantFrom('es' as const, 'pt' as const, 'und' as const),
    period: fc.constantFrom('undated', '2005-2009'),
    objectPassages: fc.integer({ min: 0, max: 9 }),
    presence: fc.dictionary(
      fc.constantFrom('NEP', 'DIL', 'PE', 'INT', 'DOM', 'DEF'),
      fc.integer({ min: 0, max: 5 }),
    ),
    portrait: fc.record({
      doings: fc.array(
        fc.record({
          actor: fc.constantFrom('a', 'b', 'c'),
          role: fc.constantFrom('implementing' as const, 'funding' as const, 'participant' as const),
          programme: fc.constantFrom(null, 'p'),
          category: fc.constantFrom(
            null,
            'actors/social_ministries',
            'actors/economic_ministries',
            'actors/donors',
          ),
          above: fc.constant([]),
        }),
        { maxLength: 4 },
      ),
      objectives: fc.dictionary(
        fc.constantFrom('ECON', 'SOC', 'ECON SOC', ''),
        fc.integer({ min: 1, max: 3 }),
      ),
      served: fc.dictionary(fc.constantFrom('poor', '', 'frontier women'), fc.integer({ min: 1, max: 3 })),
      substantive: fc.integer({ min: 0, max: 2 }),
    }),
  });

  it('gives every hypothesis a finding with one reason or finite numbers', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), (rows) => {
        const unique = [...new Map(rows.map((row) => [`${row.file} ${row.language}`, row])).values()].map(
          (row) =>
            observation({
              ...row,
              voice: row.file > 'f4' ? 'regional_body' : 'civil_society',
              institution: row.institution,
            }),
        );
        const findings = assess(unique, dilution, plainStudy);
        expect(findings.filter(({ role }) => role === 'primary')).toHaveLength(18);
        for (const finding of findings) {
          expect(notFinite(finding)).toEqual([]);
          if (finding.verdict === 'NOT_TESTABLE') expect(finding.reasons).toHaveLength(1);
          expect(finding.verdict.startsWith('SUPPORTED')).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});
