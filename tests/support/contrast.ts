import { atOtherEffects } from '../../src/assess/verdict.ts';
import type { Balance, ContrastFinding, Side } from '../../src/model/finding.ts';
import type { Evidence } from '../../src/model/results.ts';
import { type LogOdds, logOdds } from '../../src/model/units.ts';
import { categories } from './speech.ts';

/** Whether a passage counts for a category. */
export function carries(item: Evidence, code: string): boolean {
  const of = categories.find((category) => category.code === code)?.categories ?? [];
  return item.tags.some((tag) => tag.blocked === null && of.includes(tag.category));
}

function balanceOf(institution: string, items: readonly Evidence[], against: string): Balance {
  const totals = [...Map.groupBy(items, (item) => item.file).values()].map((of) => ({
    a: of.filter((item) => carries(item, 'NEP')).length,
    b: of.filter((item) => carries(item, against)).length,
  }));
  const a = totals.reduce((sum, total) => sum + total.a, 0);
  const b = totals.reduce((sum, total) => sum + total.b, 0);
  const theta = (x: number, y: number) => Math.log((x + 0.5) / (y + 0.5));
  const without = totals.map((total) => theta(a - total.a, b - total.b));
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const n = totals.length;
  const framed = items.filter((item) => carries(item, 'NEP') || carries(item, against)).length;
  return {
    institution,
    documents: n,
    passages: items.length,
    framedDocuments: totals.filter((total) => total.a + total.b > 0).length,
    numerator: a,
    denominator: b,
    theta: framed === 0 ? null : logOdds(theta(a, b)),
    variance: n < 2 ? null : ((n - 1) / n) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0),
    leftOut: framed === 0 ? 'no_framed_passage' : n < 2 ? 'one_document' : null,
  };
}

function sideOf(role: Side['role'], voice: string, evidence: readonly Evidence[], against: string): Side {
  const own = Map.groupBy(
    evidence.filter((item) => item.voice === voice),
    (item) => item.institution ?? '(none)',
  );
  const institutions = [...own].map(([name, items]) => balanceOf(name, items, against));
  const inside = institutions.flatMap((one) =>
    one.leftOut === null && one.theta !== null ? [one.theta] : [],
  );
  return {
    role,
    voices: [voice],
    institutions,
    documents: institutions.reduce((sum, one) => sum + one.documents, 0),
    passages: [...own.values()].flat().length,
    framedDocuments: institutions.reduce((sum, one) => sum + one.framedDocuments, 0),
    framedPassages: [...own.values()].flat().filter((item) => carries(item, 'NEP') || carries(item, against))
      .length,
    effectiveDocuments: institutions.reduce((sum, one) => sum + one.documents, 0) * 0.83,
    theta:
      inside.length === 0
        ? null
        : logOdds(inside.reduce<number>((sum, value) => sum + value, 0) / inside.length),
  };
}

/** A finding whose balances follow from the evidence; the interval is a plain normal one. */
export function finding(evidence: readonly Evidence[], against: string): ContrastFinding {
  const sides = [
    sideOf('source', 'civil_society', evidence, against),
    sideOf('policy', 'regional_body', evidence, against),
  ] as const;
  const value = (sides[0].theta ?? 0) - (sides[1].theta ?? 0);
  const spread = (side: Side) =>
    side.institutions.reduce((sum, one) => sum + (one.variance ?? 0), 0) /
    Math.max(1, side.institutions.length) ** 2;
  const error = Math.sqrt(spread(sides[0]) + spread(sides[1]));
  const estimate = {
    value: logOdds(value),
    lower: logOdds(value - 2.05 * error),
    upper: logOdds(value + 2.05 * error),
    standardError: error,
    degreesOfFreedom: 21.4,
  };
  const smallest: LogOdds = logOdds(Math.log(1.5));
  return {
    claim: 'dilution',
    hypothesis: 'H1',
    title: 'The new paradigm gives way to the add-on',
    role: against === 'DIL' ? 'primary' : 'companion',
    family: 'primary',
    unit: 'passages about the object',
    having: 'frame it as a new paradigm',
    kind: 'contrast',
    balance: true,
    more: 'source',
    numerator: 'NEP',
    denominator: against,
    scope: 'A',
    corrected: false,
    fragile: [],
    smallestEffect: smallest,
    otherEffects: atOtherEffects(estimate),
    verdict: 'INCONCLUSIVE',
    reasons: ['uncorrected'],
    intervalVerdict: 'SUPPORTED_SUBSTANTIAL',
    gates: [
      {
        gate: 'documents',
        passed: true,
        expected: 'at least 5 documents and 4 effective documents a side',
        found: '15 and 17',
        reason: null,
      },
      {
        gate: 'framed_passages',
        passed: true,
        expected: 'at least 20 a side',
        found: '81 and 92',
        reason: null,
      },
      {
        gate: 'overlap',
        passed: true,
        expected: 'at least 50 % in languages and periods of both sides',
        found: '87 %',
        reason: null,
      },
      {
        gate: 'validation',
        passed: null,
        expected: 'at least 100 coded passages a side, 30 of them without a hit',
        found: 'no passage is coded',
        reason: 'uncorrected',
      },
    ],
    estimate,
    uncorrected: estimate,
    undecidable: null,
    tests: { claimed: 0.0002, against: 0.99, claimedAdjusted: 0.0024, againstAdjusted: 1 },
    detectable: logOdds(2.49 * error),
    dilution: {
      value: Math.exp(estimate.value),
      lower: Math.exp(estimate.lower),
      upper: Math.exp(estimate.upper),
    },
    effects: {
      oddsRatio: {
        value: Math.exp(value),
        lower: Math.exp(value - 2 * error),
        upper: Math.exp(value + 2 * error),
      },
      points: { value: 31.4, lower: 18.2, upper: 44.9 },
      cliff: { value: 0.52, lower: 0.21, upper: 0.77 },
      commonLanguage: 0.76,
      studentised: { value, lower: value - 2.1 * error, upper: value + 2.2 * error },
      sharpNull: 0.002,
      draws: 499,
      relabelled: 1000,
      reason: null,
    },
    uncorrectedEffects: null,
    stratified: { ...estimate, value: logOdds(value * 0.94) },
    tippingPoint: { toZero: Math.exp(-value), toSmallestEffect: Math.exp(Math.log(1.5) - value) },
    sides,
    strata: [
      { language: 'es', period: '1995-1999', source: 11, policy: 0, compared: false },
      { language: 'es', period: '2000-2004', source: 14, policy: 15, compared: true },
      { language: 'es', period: '2005-2009', source: 12, policy: 27, compared: true },
      { language: 'es', period: '2010-2014', source: 13, policy: 22, compared: true },
      { language: 'pt', period: '2000-2004', source: 4, policy: 4, compared: true },
      { language: 'pt', period: '2005-2009', source: 9, policy: 5, compared: true },
    ],
    shareNotCompared: 0.13,
    warnings: [],
    documents: sides[0].documents + sides[1].documents,
    passages: sides[0].passages + sides[1].passages,
    institutions: sides[0].institutions.length + sides[1].institutions.length,
    falsifier: 'The interval lies within a factor of 1.5 of no difference, or on the other side of it.',
    seed: 20140601,
  };
}

/** A finding for which the corpus does not suffice. */
export function notTestable(from: ContrastFinding): ContrastFinding {
  return {
    ...from,
    verdict: 'NOT_TESTABLE',
    reasons: ['too_few_documents'],
    intervalVerdict: null,
    estimate: null,
    uncorrected: null,
    tests: { claimed: null, against: null, claimedAdjusted: null, againstAdjusted: null },
    detectable: null,
    dilution: null,
    stratified: null,
    effects: null,
    tippingPoint: null,
    shareNotCompared: null,
    gates: from.gates.map((gate) =>
      gate.gate === 'documents'
        ? { ...gate, passed: false, found: '15 and 3', reason: 'too_few_documents' }
        : gate,
    ),
  };
}
