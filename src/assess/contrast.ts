import type { Effects } from '../model/effects.ts';
import type { Balance, ContrastFinding, Estimate, Side, Stratum } from '../model/finding.ts';
import { compareText } from '../text/compare.ts';
import { effects, groupsOf } from './effects.ts';
import { estimateOf, factorOf } from './estimate.ts';
import { framedIn, obstacle } from './gates.ts';
import { collector, ofVoices, type Speaker, stratumOf } from './gather.ts';
import { cellsOf as counting } from './measure.ts';
import {
  type Asked,
  checksOf,
  codedBy,
  codingsOf,
  headOf,
  isValidated,
  type Question,
  smallestOf,
  testsOf,
  turned,
} from './question.ts';
import { type ComparedSide, sideOf } from './side.ts';
import { stratified } from './stratified.ts';
import { cellsOf, support } from './support.ts';
import { tippingPoint } from './tipping.ts';
import { atOtherEffects, verdictBefore, verdictOf } from './verdict.ts';

/** Both sides as one way of counting has them. */
type Compared = {
  readonly source: ComparedSide;
  readonly policy: ComparedSide;
  readonly strata: readonly Stratum[];
  /** Source less policy; null where a side has no balance or no spread. */
  readonly difference: Estimate | null;
};

/**
 * How much more a measure has of its numerator on one side than on the other (docs/method.md 2.3, scope A), in log
 * odds, over the strata that both sides have.
 */
export function contrast(asked: Asked, more: Side['role']): Question {
  const { study, measured, corrections } = asked;
  const { contrast: voices } = study;
  const counted = () => {
    const cells = counting(measured);
    return [collector(ofVoices(voices.source), cells), collector(ofVoices(voices.policy), cells)] as const;
  };
  const raw = counted();
  const coded =
    corrections === null
      ? null
      : ([
          collector(ofVoices(voices.source), counting(measured, corrections)),
          collector(ofVoices(voices.policy), counting(measured, corrections)),
        ] as const);
  return {
    add(parts) {
      for (const one of [...raw, ...(coded ?? [])]) one.add(parts);
    },
    finish() {
      const before = compared(asked, raw[0].speakers(), raw[1].speakers());
      const main =
        coded !== null && isValidated(asked, [voices.source, voices.policy])
          ? compared(asked, coded[0].speakers(), coded[1].speakers())
          : before;
      return findingOf(asked, more, main, before);
    },
  };
}

function compared(
  { study }: Asked,
  sourceSpeakers: readonly Speaker[],
  policySpeakers: readonly Speaker[],
): Compared {
  const common = support(sourceSpeakers, policySpeakers);
  const source = sideOf('source', study.contrast.source, sourceSpeakers, common);
  const policy = sideOf('policy', study.contrast.policy, policySpeakers, common);
  return {
    source,
    policy,
    strata: strataOf(sourceSpeakers, policySpeakers, common),
    difference: difference([source.side, policy.side]),
  };
}

function findingOf(
  asked: Asked,
  more: Side['role'],
  { source, policy, strata, difference: found }: Compared,
  before: Compared,
): ContrastFinding {
  const sides = [source.side, policy.side] as const;
  const { all, compared: kept } = framedIn(strata);
  const codings = codingsOf(asked, [asked.study.contrast.source, asked.study.contrast.policy]);
  const gates = checksOf(asked, { sides, strata, codings });
  const smallestEffect = smallestOf(asked);
  const stop = obstacle({ sides, strata }, gates) ?? unstable(sides) ?? allAlike(sides);
  const asClaimed = (estimate: Estimate | null) =>
    estimate === null || stop !== null ? null : more === 'source' ? estimate : turned(estimate);
  const estimate = asClaimed(found);
  const intervalVerdict =
    estimate === null ? null : verdictOf(estimate.lower, estimate.upper, smallestEffect);
  const { corrected, bar } = codedBy(gates);
  const pooled = estimate === null ? null : stratified(source.speakers, policy.speakers);
  const { measure } = asked.measured;
  const balance = measure.count === 'passages' && measure.against !== undefined;
  return {
    ...headOf(asked),
    kind: 'contrast',
    numerator: asked.measured.numerator,
    denominator: asked.measured.denominator,
    balance,
    more,
    corrected,
    smallestEffect,
    otherEffects: atOtherEffects(estimate),
    ...verdictBefore({ stop, corrected, bar, intervalVerdict }),
    intervalVerdict,
    gates,
    estimate,
    uncorrected: before.difference === null ? null : asClaimed(before.difference),
    tests: testsOf(estimate, smallestEffect),
    detectable: null,
    dilution: estimate === null ? null : factorOf(estimate),
    stratified: pooled === null || more === 'source' ? pooled : turned(pooled),
    ...effectsOf(
      asked,
      { main: [source.speakers, policy.speakers], before: [before.source.speakers, before.policy.speakers] },
      { isTested: estimate !== null, corrected, more },
    ),
    tippingPoint:
      estimate === null || corrected || !balance || more !== 'source'
        ? null
        : tippingPoint(source.side, policy.side, smallestEffect),
    sides,
    strata,
    shareNotCompared: all === 0 ? null : (all - kept) / all,
    warnings: warningsFor(source, policy),
    documents: source.side.documents + policy.side.documents,
    passages: source.side.passages + policy.side.passages,
    institutions: source.side.institutions.length + policy.side.institutions.length,
  };
}

/** Speakers of the source side and of the policy side, or of two institutions. */
type Both = readonly [readonly Speaker[], readonly Speaker[]];

/** The contrast in other measures, and by the lexicon alone where it is corrected (docs/method.md 3.5). */
export function effectsOf(
  { draws }: Asked,
  { main, before }: { readonly main: Both; readonly before: Both },
  {
    isTested,
    corrected,
    more,
  }: { readonly isTested: boolean; readonly corrected: boolean; readonly more: Side['role'] },
): Pick<ContrastFinding, 'effects' | 'uncorrectedEffects'> {
  const of = ([source, policy]: Both, isCorrected: boolean): Effects | null => {
    if (!isTested || draws == null) return null;
    const [first, second] = more === 'source' ? [source, policy] : [policy, source];
    return effects([...groupsOf('source', first), ...groupsOf('policy', second)], draws, isCorrected);
  };
  return { effects: of(main, corrected), uncorrectedEffects: corrected ? of(before, false) : null };
}

/** A corrected total so far below 0 that it has no logarithm. */
export function unstable(sides: readonly Side[]) {
  const isUnstable = sides.some(({ institutions }) =>
    institutions.some(({ leftOut, theta }) => leftOut === null && theta === null),
  );
  return isUnstable ? ('correction_unstable' as const) : null;
}

/** Nothing of one kind on either side: there is no share to compare. */
export function allAlike(sides: readonly Side[]): 'nothing_counted' | null {
  const compared = sides.flatMap(({ institutions }) =>
    institutions.filter(({ leftOut }) => leftOut === null),
  );
  const hasBoth =
    compared.some(({ numerator }) => numerator > 0) && compared.some(({ denominator }) => denominator > 0);
  return hasBoth ? null : 'nothing_counted';
}

/** Difference of the sides' means; its variance adds up over institutions, each weighing 1 / their number. */
function difference([source, policy]: readonly [Side, Side]): Estimate | null {
  if (source.theta === null || policy.theta === null) return null;
  return estimateOf(source.theta - policy.theta, [...componentsOf(source), ...componentsOf(policy)]);
}

/** What each institution that is in adds to the variance of its side's mean. */
export function componentsOf({ institutions }: Pick<Side, 'institutions'>) {
  const within = institutions.filter(({ leftOut }) => leftOut === null);
  return within.map(({ variance, framedDocuments }: Balance) => ({
    variance: variance === null ? null : variance / within.length ** 2,
    degreesOfFreedom: framedDocuments - 1,
  }));
}

/** Cells of language and period with the framed passages of both sides, those `within` what is compared marked. */
export function strataOf(
  source: readonly Speaker[],
  policy: readonly Speaker[],
  within: ReadonlySet<string>,
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
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([stratum, count]) => ({ ...stratumOf(stratum), ...count, compared: within.has(stratum) }));
}

function warningsFor(source: ComparedSide, policy: ComparedSide): ContrastFinding['warnings'] {
  const ours = kindsOf(source);
  const theirs = kindsOf(policy);
  const warnings: ContrastFinding['warnings'][number][] = [];
  // A kind that nobody filled in is not known to differ.
  if (ours.size > 0 && theirs.size > 0 && ours.isDisjointFrom(theirs)) warnings.push('confounded_with_genre');
  if (source.speakers.length === 1 || policy.speakers.length === 1) warnings.push('one_institution_a_side');
  return warnings;
}

function kindsOf({ speakers }: ComparedSide): ReadonlySet<string> {
  return new Set(speakers.flatMap(({ clusters }) => clusters.flatMap(({ kind }) => kind ?? [])));
}
