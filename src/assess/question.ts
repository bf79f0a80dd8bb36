import { barsFor } from '../model/bars.ts';
import type { Claim, GateId, TestedHypothesis } from '../model/claim.ts';
import { gates as gateOrder } from '../model/claim.ts';
import { type Corrections, worst } from '../model/correction.ts';
import { fieldsAsked } from '../model/field.ts';
import type { Estimate, Finding, Gate, Reason, Tests } from '../model/finding.ts';
import type { StudyFile } from '../model/study.ts';
import { type LogOdds, logOdds } from '../model/units.ts';
import { tTail } from '../stats/ttail.ts';
import type { Draws } from './effects.ts';
import { type Codings, type Evidence, gateOf, unheld } from './gates.ts';
import type { Parts } from './gather.ts';
import type { Measured } from './measure.ts';
import type { Bar } from './verdict.ts';

/** What of a study a claim is assessed with. */
export type Setting = Pick<StudyFile, 'poles' | 'contrast' | 'settings'>;

/** One hypothesis on its way to a finding: takes documents in one at a time, and answers when all have been. */
export type Question = { readonly add: (parts: Parts) => void; readonly finish: () => Finding };

/** What a question is asked with. */
export type Asked = {
  readonly claim: Claim;
  readonly hypothesis: TestedHypothesis;
  readonly role: Finding['role'];
  readonly measured: Measured;
  readonly study: Setting;
  /** Null where people coded nothing that this hypothesis needs. */
  readonly corrections: Corrections | null;
  /** All that people coded, whatever this hypothesis needs of it. */
  readonly codings?: Corrections | null;
  /** What is drawn for effect sizes; nothing, and no effect sizes, where left out. */
  readonly draws?: Draws | null;
};

/** What all findings of a hypothesis share. */
export function headOf({ claim, hypothesis, role, study }: Asked) {
  return {
    claim: claim.id,
    hypothesis: hypothesis.id,
    title: hypothesis.title,
    role,
    family: hypothesis.family,
    unit: hypothesis.unit,
    having: hypothesis.having,
    scope: hypothesis.scope,
    falsifier: hypothesis.falsifier,
    fragile: [],
    undecidable: null,
    seed: study.settings.seed,
  };
}

/**
 * The gates that a hypothesis asks for, in their own order; a threshold has no other side to overlap with, and how
 * mentions are read matters only where they decide and not the codes of people.
 */
export function checksOf(asked: Asked, evidence: Evidence) {
  const { claim, hypothesis, codings = null } = asked;
  const bars = barsFor(claim, hypothesis);
  const isDecidedByCodes = gateOf('validation', evidence, bars).passed === true;
  const fields = isDecidedByCodes ? [] : fieldsAsked(hypothesis.measure, hypothesis.comparison);
  const extraction = fields.map((field) => codings?.extraction(field) ?? null);
  return gateOrder
    .filter((gate) => hypothesis.gates.includes(gate))
    .filter((gate) => gate !== 'overlap' || evidence.pairs !== undefined || evidence.sides.length > 1)
    .filter((gate) => gate !== 'extraction' || fields.length > 0)
    .map((gate) => gateOf(gate, { ...evidence, extraction }, bars));
}

/**
 * Why the codes or the mentions under a number cannot carry it, or null where they can or nobody has shown that they
 * cannot: fields that are misread, or codes that would correct it without a second coder's to hold them against.
 */
export function unfit(gates: readonly Gate[]): Reason | null {
  const failed = gates.find(({ gate, passed }) => gate === 'extraction' && passed === false);
  return failed?.reason ?? unheld(gates);
}

/** What codings allow: whether they correct, and what keeps them from carrying a verdict. */
export function codedBy(gates: readonly Gate[]): { readonly corrected: boolean; readonly bar: Bar } {
  const of = (id: GateId) => gates.find(({ gate }) => gate === id) ?? null;
  const reason = of('reliability')?.reason;
  const bar = reason === 'unreliable_codings' || reason === 'codings_open' ? reason : null;
  return { corrected: of('validation')?.passed === true, bar };
}

/** What people coded for the categories of a measure in documents of some voices; null where nothing was. */
export function codingsOf(
  { corrections, measured }: Asked,
  sides: readonly (readonly string[])[],
): Codings | null {
  if (corrections === null) return null;
  const { documents } = corrections;
  const { whole } = measured;
  if (whole !== null && documents !== null)
    return {
      unit: 'documents',
      reliability: documents.reliability(whole),
      twice: documents.twice(whole),
      open: documents.open(whole),
      coded: sides.map((voices) => documents.coded(voices, whole)),
    };
  const reliability = worst(measured.codes.map((code) => corrections.reliability(code)));
  const twice = Math.min(...measured.codes.map((code) => corrections.twice(code)));
  const open = Math.max(0, ...measured.codes.map((code) => corrections.open(code)));
  const coded = sides.map((voices) => corrections.coded(voices));
  return { unit: 'passages', reliability, twice, open, coded };
}

/** Whether enough was coded on each of some sides for codes to correct what is decided; else the uncorrected number does. */
export function isValidated(asked: Asked, sides: readonly (readonly string[])[]): boolean {
  const codings = codingsOf(asked, sides);
  if (codings === null || !asked.hypothesis.gates.includes('validation')) return false;
  const bars = barsFor(asked.claim, asked.hypothesis);
  return gateOf('validation', { sides: [], strata: [], codings }, bars).passed === true;
}

/** The smallest effect of a hypothesis in log odds. */
export function smallestOf({ hypothesis, study }: Asked): LogOdds {
  return logOdds(Math.log(hypothesis.smallest_effect ?? study.settings.smallest_effect));
}

/** p-values of Student's t for an estimate that is 0, and one that is `smallest`; null without an estimate. */
export function testsOf(estimate: Estimate | null, smallest: number): Tests {
  if (estimate === null) return noTests;
  const { value, standardError, degreesOfFreedom } = estimate;
  return {
    claimed: tTail(value / standardError, degreesOfFreedom),
    against: tTail((smallest - value) / standardError, degreesOfFreedom),
    claimedAdjusted: null,
    againstAdjusted: null,
  };
}

/** Of what could not be tested. */
export const noTests: Tests = {
  claimed: null,
  against: null,
  claimedAdjusted: null,
  againstAdjusted: null,
};

/** What a finding has where no test was made. */
export const nothingTested = {
  fragile: [],
  corrected: false,
  intervalVerdict: null,
  gates: [],
  estimate: null,
  uncorrected: null,
  undecidable: null,
  tests: noTests,
  detectable: null,
  warnings: [],
} as const;

/** The same estimate the other way round. */
export function turned(estimate: Estimate): Estimate {
  return {
    ...estimate,
    value: logOdds(-estimate.value),
    lower: logOdds(-estimate.upper),
    upper: logOdds(-estimate.lower),
  };
}
