import type { GateId, Hypothesis } from '../model/claim.ts';
import { gates as gateOrder } from '../model/claim.ts';
import type { Balance, Estimate, Finding, Reason, Side, Stratum } from '../model/finding.ts';
import type { Observation } from '../model/profile.ts';
import type { StudyFile } from '../model/study.ts';
import { logOdds } from '../model/units.ts';
import { estimateOf, factorOf } from './estimate.ts';
import { framedIn, gateOf, obstacle } from './gates.ts';
import { compare, gather, type Ratio, type Speaker, stratumOf } from './gather.ts';
import { type ComparedSide, sideOf } from './side.ts';
import { stratified } from './stratified.ts';
import { cellsOf, support } from './support.ts';
import { tippingPoint } from './tipping.ts';
import { verdictOf } from './verdict.ts';

/** What of a study a claim is assessed with. */
export type Setting = Pick<StudyFile, 'poles' | 'contrast' | 'settings'>;

/** One contrast to compute: which hypothesis of which claim, and which two categories. */
export type Contrast = Ratio & {
  readonly claim: string;
  readonly hypothesis: Extract<Hypothesis, { estimand: 'frame_balance_contrast' }>;
  readonly role: Finding['role'];
};

/**
 * How much more the numerator's frame prevails over the denominator's in source voices than in policy
 * voices (docs/method.md 2.3, scope A), in log odds, over the strata that both sides have.
 */
export function contrast(observations: Iterable<Observation>, asked: Contrast, study: Setting): Finding {
  const sourceSpeakers = gather(observations, study.contrast.source, asked);
  const policySpeakers = gather(observations, study.contrast.policy, asked);
  const common = support(sourceSpeakers, policySpeakers);
  const source = sideOf('source', study.contrast.source, sourceSpeakers, common);
  const policy = sideOf('policy', study.contrast.policy, policySpeakers, common);
  const sides = [source.side, policy.side] as const;
  const strata = strataOf(sourceSpeakers, policySpeakers, common);
  const { all, compared } = framedIn(strata);
  const checks = gatesOf(asked.hypothesis.gates).map((gate) => gateOf(gate, { sides, strata }));
  const smallestEffect = logOdds(Math.log(study.settings.smallest_effect));
  const stop = obstacle({ sides, strata }, checks);
  const estimate = stop === null ? difference(sides) : null;
  const intervalVerdict =
    estimate === null ? null : verdictOf(estimate.lower, estimate.upper, smallestEffect);
  return {
    claim: asked.claim,
    hypothesis: asked.hypothesis.id,
    title: asked.hypothesis.title,
    role: asked.role,
    estimand: asked.hypothesis.estimand,
    numerator: asked.numerator,
    denominator: asked.denominator,
    scope: asked.hypothesis.scope,
    corrected: false,
    smallestEffect,
    verdict: estimate === null ? 'NOT_TESTABLE' : 'INCONCLUSIVE',
    reasons: estimate === null ? [stop ?? 'no_variance'] : reasonsFor(intervalVerdict),
    intervalVerdict,
    gates: checks,
    estimate,
    dilution: estimate === null ? null : factorOf(estimate),
    stratified: estimate === null ? null : stratified(source.speakers, policy.speakers),
    tippingPoint: estimate === null ? null : tippingPoint(source.side, policy.side, smallestEffect),
    sides,
    strata,
    shareNotCompared: all === 0 ? null : (all - compared) / all,
    warnings: warningsFor(source, policy),
    documents: source.side.documents + policy.side.documents,
    passages: source.side.passages + policy.side.passages,
    institutions: source.side.institutions.length + policy.side.institutions.length,
    falsifier: asked.hypothesis.falsifier,
    seed: study.settings.seed,
  };
}

function gatesOf(asked: readonly GateId[]): readonly GateId[] {
  return gateOrder.filter((gate) => asked.includes(gate));
}

/** Difference of the sides' means; its variance adds up over institutions, each weighing 1 / their number. */
function difference([source, policy]: readonly [Side, Side]): Estimate | null {
  if (source.theta === null || policy.theta === null) return null;
  return estimateOf(source.theta - policy.theta, [...componentsOf(source), ...componentsOf(policy)]);
}

function componentsOf({ institutions }: Side) {
  const within = institutions.filter(({ leftOut }) => leftOut === null);
  return within.map(({ variance, framedDocuments }: Balance) => ({
    variance: variance === null ? null : variance / within.length ** 2,
    degreesOfFreedom: framedDocuments - 1,
  }));
}

/** Without codings nothing may be more than inconclusive; where the interval alone is, that is said too. */
function reasonsFor(intervalVerdict: Finding['intervalVerdict']): readonly Reason[] {
  return intervalVerdict === 'INCONCLUSIVE' ? ['uncorrected', 'interval_includes_zero'] : ['uncorrected'];
}

function strataOf(
  source: readonly Speaker[],
  policy: readonly Speaker[],
  compared: ReadonlySet<string>,
): readonly Stratum[] {
  const counts = new Map<string, { source: number; policy: number }>();
  for (const [role, speakers] of [
    ['source', source],
    ['policy', policy],
  ] as const) {
    for (const { stratum, framed } of cellsOf(speakers)) {
      const count = counts.get(stratum) ?? { source: 0, policy: 0 };
      count[role] += framed;
      counts.set(stratum, count);
    }
  }
  return [...counts]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([stratum, count]) => ({ ...stratumOf(stratum), ...count, compared: compared.has(stratum) }));
}

function warningsFor(source: ComparedSide, policy: ComparedSide): Finding['warnings'] {
  const ours = kindsOf(source);
  const theirs = kindsOf(policy);
  const warnings: Finding['warnings'][number][] = [];
  // A kind that nobody filled in is not known to differ.
  if (ours.size > 0 && theirs.size > 0 && ours.isDisjointFrom(theirs)) warnings.push('confounded_with_genre');
  if (source.speakers.length === 1 || policy.speakers.length === 1) warnings.push('one_institution_a_side');
  return warnings;
}

function kindsOf({ speakers }: ComparedSide): ReadonlySet<string> {
  return new Set(speakers.flatMap(({ clusters }) => clusters.flatMap(({ kind }) => kind ?? [])));
}
