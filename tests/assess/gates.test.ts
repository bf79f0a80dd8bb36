import { describe, expect, it } from 'vitest';
import { gateOf } from '../../src/assess/gates.ts';
import { protocolBars } from '../../src/model/bars.ts';
import type { FieldQuality } from '../../src/model/field.ts';
import type { ContrastFinding } from '../../src/model/finding.ts';
import { findingSentence } from '../../src/model/finding-words.ts';
import type { Language } from '../../src/model/passage.ts';
import type { Observation } from '../../src/model/profile.ts';
import { labelsOf } from '../../src/model/words.ts';
import { balances } from '../support/balances.ts';
import { observation, type Said } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

function side(voice: string, framed: readonly number[], rest: Partial<Said> = {}): readonly Observation[] {
  return framed.map((passages, at) => {
    const NEP = Math.max(0, Math.ceil(passages / 2) - (at % 2 === 0 ? 0 : 1));
    return observation({
      file: `${voice}/${at}`,
      voice,
      institution: voice,
      presence: { NEP, DIL: passages - NEP },
      objectPassages: passages,
      ...rest,
    });
  });
}

const civil = (framed: readonly number[], rest?: Partial<Said>) => side('civil_society', framed, rest);
const regional = (framed: readonly number[], rest?: Partial<Said>) => side('regional_body', framed, rest);
const enough = [6, 5, 6, 5, 6];

function find(observations: readonly Observation[]): ContrastFinding {
  const [finding] = balances(observations, dilution, plainStudy);
  if (finding === undefined) throw new Error('no finding');
  return finding;
}

function gate(finding: ContrastFinding, id: ContrastFinding['gates'][number]['gate']) {
  return finding.gates.find((one) => one.gate === id);
}

const quality = (interval: FieldQuality['interval']): FieldQuality => ({
  field: 'implementing',
  codes: ['H3_A', 'H3_B'],
  passages: 200,
  seen: 40,
  documents: 20,
  right: 30,
  wrong: 5,
  missed: 10,
  precision: 30 / 35,
  recall: 30 / 40,
  f1: interval === null ? null : 0.8,
  interval,
  isSimulated: false,
});

describe('gates', () => {
  it("ask for the numbers that a claim names, and tell the protocol's beside them", () => {
    const few = [...civil([3, 4, 3]), ...regional([4, 3, 4])];
    const bars = { documents: 3, effective_documents: 2, framed_passages: 10 };
    const asked = (claim: typeof dilution) => {
      const [finding] = balances(few, claim, plainStudy);
      if (finding === undefined) throw new Error('no finding');
      return finding;
    };
    expect(asked(dilution)).toMatchObject({ verdict: 'NOT_TESTABLE', reasons: ['too_few_documents'] });
    const named = asked({ ...dilution, bars });
    expect(named.verdict).toBe('INCONCLUSIVE');
    expect(gate(named, 'documents')).toMatchObject({
      passed: true,
      expected:
        '3 documents with framed passages a side, worth 2 of equal size (the protocol: 5 documents with framed passages a side, worth 4 of equal size)',
    });
    expect(gate(named, 'overlap')?.expected).not.toContain('protocol');
    const single = dilution.hypotheses.map((one) => (one.id === 'H1' ? { ...one, bars } : one));
    expect(asked({ ...dilution, hypotheses: single }).verdict).toBe('INCONCLUSIVE');
  });

  it('say where it is too little coded twice that fails, and not that coders differ', () => {
    const found = (alpha: number, lower: number) =>
      gateOf('reliability', {
        sides: [],
        strata: [],
        codings: { reliability: { alpha, lower, upper: 1 }, twice: 100, coded: [] },
      });
    expect(found(0.796, 0.492)).toMatchObject({
      passed: false,
      found:
        '0.796 (0.492 to 1.000); enough by itself, with too wide an interval: have more passages coded twice that hold it',
    });
    expect(found(0.6, 0.492).found).toBe('0.600 (0.492 to 1.000)');
    expect(found(0.9, 0.8).found).toBe('0.900 (0.800 to 1.000)');
  });

  it('hold codings against the numbers of a claim', () => {
    const codings = {
      reliability: { alpha: 0.75, lower: 0.7, upper: 0.8 },
      twice: 100,
      coded: [{ passages: 120, nonHits: 40, isSimulated: false }],
    };
    const evidence = { sides: [], strata: [], codings, extraction: [quality({ lower: 0.75, upper: 0.9 })] };
    const strict = { ...protocolBars, alpha: 0.8, coded_passages: 200, f1: 0.8, overlap: 0.9 };
    for (const id of ['reliability', 'validation', 'extraction'] as const) {
      expect(gateOf(id, evidence)).toMatchObject({ passed: true });
      expect(gateOf(id, evidence, strict)).toMatchObject({ passed: false });
      expect(gateOf(id, evidence, strict).expected).toContain('(the protocol: ');
    }
    expect(gateOf('reliability', evidence, strict).reason).toBe('unreliable_codings');
  });

  it('say whose codings they looked at where a simulation stood for people', () => {
    const codings = (isSimulated: boolean) => ({
      reliability: { alpha: 0.9, lower: 0.8, upper: 1 },
      twice: 100,
      coded: [{ passages: 150, nonHits: 60, isSimulated }],
    });
    for (const id of ['reliability', 'validation'] as const) {
      const of = (isSimulated: boolean) =>
        gateOf(id, { sides: [], strata: [], codings: codings(isSimulated) });
      expect(of(true)).toMatchObject({ passed: true });
      expect(of(true).found).toMatch(/, simulated coders$/);
      expect(of(false).found).not.toContain('simulated');
    }
  });

  it('ask for a second coder where nobody knows whether coders agree, and say for how many passages', () => {
    const of = (all: number, twice: number, unit?: 'documents') =>
      gateOf('reliability', {
        sides: [],
        strata: [],
        codings: {
          ...(unit === undefined ? {} : { unit }),
          reliability: null,
          twice,
          coded: [all / 2, all / 2].map((passages) => ({ passages, nonHits: 40, isSimulated: false })),
        },
      });
    expect(of(300, 0)).toMatchObject({ passed: false, reason: 'agreement_unknown' });
    expect(of(300, 0).found).toBe('none: a second coder must code 100 of the 300 coded passages');
    expect(of(800, 60).found).toBe('none: a second coder must code 100 more of the 800 coded passages');
    expect(of(40, 0).found).toBe('none: a second coder must code 40 of the 40 coded passages');
    expect(of(60, 0, 'documents').found).toBe('none: a second coder must code 12 of the 60 coded documents');
    // Enough were coded twice, and all have one code: no number of coders makes an alpha of them.
    expect(of(300, 100).found).toContain('the 100 passages that two people coded do not differ enough');
    expect(gateOf('reliability', { sides: [], strata: [], codings: null })).toMatchObject({
      passed: null,
      reason: null,
    });
  });

  it('hold how mentions are read against people: the worst field decides, an unknown one leaves it open', () => {
    const of = (...fields: readonly (FieldQuality | null)[]) =>
      gateOf('extraction', { sides: [], strata: [], extraction: fields });
    const good = quality({ lower: 0.7, upper: 0.9 });
    expect(of(good)).toMatchObject({ passed: true, reason: null });
    expect(of(good).found).toBe('channels: F1 0.800 (0.700 to 0.900)');
    const poor = quality({ lower: 0.69999, upper: 0.9 });
    expect(of(poor)).toMatchObject({ passed: false, reason: 'extraction_inaccurate' });
    // Rounded down: what fails never reads as if it were enough.
    expect(of(poor).found).toContain('(0.699 to');
    expect(of(good, poor)).toMatchObject({ passed: false, reason: 'extraction_inaccurate' });
    expect(of(good, quality(null))).toMatchObject({ passed: false, reason: 'extraction_unvalidated' });
    expect(of(poor, null)).toMatchObject({ passed: false, reason: 'extraction_inaccurate' });
    expect(of(good, null)).toMatchObject({ passed: null, reason: null });
    expect(of(null)).toMatchObject({ passed: null, reason: null, found: 'no codings' });
    expect(of({ ...good, isSimulated: true }).found).toMatch(/, simulated coders$/);
  });

  it('take few documents that were coded whole where there are no more, but never none', () => {
    const of = (passages: number, nonHits: number, isAll: boolean) =>
      gateOf('validation', {
        sides: [],
        strata: [],
        codings: {
          unit: 'documents',
          reliability: null,
          twice: 0,
          coded: [{ passages, nonHits, isSimulated: false, isAll, areAllNonHits: isAll }],
        },
      }).passed;
    expect([of(30, 10, false), of(29, 10, false), of(30, 9, false)]).toEqual([true, false, false]);
    expect([of(3, 1, true), of(1, 0, true), of(0, 0, true)]).toEqual([true, true, false]);
  });

  it('let pass what is just enough, and stand in their order', () => {
    const finding = find([...civil(enough), ...regional([4, 4, 4, 4, 4])]);
    expect(finding.gates.map(({ gate, passed, reason }) => [gate, passed, reason])).toEqual([
      ['documents', true, null],
      ['framed_passages', true, null],
      ['overlap', true, null],
      ['reliability', null, null],
      ['validation', null, 'uncorrected'],
    ]);
    expect(finding.estimate).not.toBeNull();
  });

  it.each([
    ['no documents on a side', [...civil(enough)], 'no_documents'],
    ['nothing at all', [], 'no_documents'],
    ['four documents on a side', [...civil(enough), ...regional([9, 9, 9, 9])], 'too_few_documents'],
    [
      'one document with nearly everything',
      [...civil(enough), ...regional([90, 2, 2, 2, 2, 2])],
      'too_few_effective_documents',
    ],
    ['nineteen framed passages', [...civil(enough), ...regional([4, 4, 4, 4, 3])], 'too_few_framed_passages'],
    [
      'documents of which none has a frame',
      [...civil(enough), ...regional([0, 0, 0, 0, 0, 0, 0])],
      'too_few_framed_passages',
    ],
    [
      'no language in common',
      [...civil(enough), ...regional(enough, { language: 'pt' })],
      'no_common_support',
    ],
    [
      'no period in common',
      [...civil(enough), ...regional(enough, { period: 'undated' })],
      'no_common_support',
    ],
    [
      'nothing in common and too little of it',
      [...civil([2]), ...regional([3], { language: 'pt' })],
      'no_common_support',
    ],
    [
      'each institution with a single document',
      [...civil(enough).map((one, at) => ({ ...one, institution: `movement ${at}` })), ...regional(enough)],
      'too_few_documents',
    ],
  ] as const)('refuse %s', (_, observations, reason) => {
    const finding = find(observations);
    expect(finding).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reasons: [reason],
      intervalVerdict: null,
      estimate: null,
      dilution: null,
      stratified: null,
      tippingPoint: null,
    });
  });

  it('refuse less than half of the framed passages in common, and count down, never up', () => {
    const elsewhere = (count: number) =>
      civil([count], { language: 'pt' }).map((one) => ({
        ...one,
        file: 'pt',
        document: observation({ file: 'pt' }).document,
      }));
    expect(find([...civil(enough), ...regional(enough), ...elsewhere(56)]).estimate).not.toBeNull();
    const finding = find([...civil(enough), ...regional(enough), ...elsewhere(57)]);
    expect(finding.reasons).toEqual(['no_common_support']);
    expect(gate(finding, 'overlap')?.found).toBe(
      '49 %; civil society: es 2005-2009, pt 2005-2009; regional bodies: es 2005-2009',
    );
  });

  it('say what each side has, so that the sentence does', () => {
    const undated = { period: 'undated', language: 'en' as Language };
    const finding = find([...civil(enough, undated), ...regional(enough)]);
    expect(findingSentence(finding, labelsOf([]))).toBe(
      'not testable: the two sides share too few languages and periods (expected 50 % of framed passages in ' +
        'languages and periods that both sides have, found 0 %; civil society: en undated; regional bodies: ' +
        'es 2005-2009): add documents of either side in the languages and years of the other',
    );
    const few = find([
      ...civil(enough),
      ...regional([9, 0, 0]),
      ...side('regional_body', [4], { file: 'x', institution: 'RECM' }),
    ]);
    expect(gate(few, 'documents')?.found).toBe(
      'civil society: 5 of 5, worth 5.0; regional bodies: 0 of 4, worth 0.0 (2 left out as the only one of their institution)',
    );
    expect(gate(find(civil(enough)), 'documents')?.found).toBe(
      'civil society: 5 of 5, worth 5.0; regional bodies: no documents',
    );
  });

  it('fill sides and strata even where nothing can be tested', () => {
    const finding = find([...civil(enough), ...regional(enough, { language: 'pt' })]);
    expect(finding.strata).toEqual([
      { language: 'es', period: '2005-2009', source: 28, policy: 0, compared: false },
      { language: 'pt', period: '2005-2009', source: 0, policy: 28, compared: false },
    ]);
    expect(finding.shareNotCompared).toBe(1);
    expect(finding.sides[1]).toMatchObject({
      documents: 5,
      framedDocuments: 5,
      framedPassages: 28,
      theta: null,
      institutions: [{ institution: 'regional_body', leftOut: 'no_common_support', framedDocuments: 5 }],
    });
  });
});
