import type { Comparison } from '../model/claim.ts';
import type { Estimate, Part, Share, Side, ThresholdFinding } from '../model/finding.ts';
import { componentsOf } from './contrast.ts';
import { estimateOf } from './estimate.ts';
import { obstacle } from './gates.ts';
import { collector, type Speaker } from './gather.ts';
import { cellsOf as counting } from './measure.ts';
import { bandOf, logit, shareOf, voicesOn, wantedOn } from './on.ts';
import {
  type Asked,
  checksOf,
  codedBy,
  codingsOf,
  headOf,
  isValidated,
  type Question,
  testsOf,
  turned,
} from './question.ts';
import { sideOf } from './side.ts';
import { cellsOf } from './support.ts';
import { centredVerdict, verdictBefore } from './verdict.ts';

/** A claim of so much or more, or of less. */
export type Threshold = Extract<Comparison, { by: 'threshold' }>;

/**
 * A share of passages or mentions against a threshold: mean log odds over institutions with documents as clusters,
 * centred at the threshold (docs/method.md 1.3).
 */
export function magnitude(asked: Asked, comparison: Threshold): Question {
  const { measured, corrections } = asked;
  const isWanted = wantedOn(asked, comparison.on);
  const raw = collector(isWanted, counting(measured));
  const coded = corrections === null ? null : collector(isWanted, counting(measured, corrections));
  return {
    add(parts) {
      raw.add(parts);
      coded?.add(parts);
    },
    finish() {
      const before = meanOf(asked, comparison, raw.speakers());
      const main =
        coded !== null && isValidated(asked, [voicesOn(asked, comparison.on)])
          ? meanOf(asked, comparison, coded.speakers())
          : before;
      return findingOf(asked, comparison, main, before);
    },
  };
}

type Mean = { readonly side: Side; readonly estimate: Estimate | null };

function meanOf(asked: Asked, comparison: Threshold, speakers: readonly Speaker[]): Mean {
  const all = new Set(cellsOf(speakers).map(({ stratum }) => stratum));
  const role = comparison.on === 'source' ? 'source' : 'policy';
  const { side } = sideOf(role, voicesOn(asked, comparison.on), speakers, all);
  if (side.theta === null) return { side, estimate: null };
  const centred = estimateOf(side.theta - logit(thresholdOf(comparison)), componentsOf(side));
  return {
    side,
    estimate: centred === null || comparison.above !== undefined ? centred : turned(centred),
  };
}

function findingOf(asked: Asked, comparison: Threshold, main: Mean, before: Mean): ThresholdFinding {
  const { side, estimate: found } = main;
  const codings = codingsOf(asked, [voicesOn(asked, comparison.on)]);
  const evidence = { sides: [side], strata: [], codings };
  const gates = checksOf(asked, evidence);
  const isUnstable = side.institutions.some(({ leftOut, theta }) => leftOut === null && theta === null);
  const stop = obstacle(evidence, gates) ?? (isUnstable ? 'correction_unstable' : null);
  const estimate = stop === null ? found : null;
  const limit = thresholdOf(comparison);
  const isAbove = comparison.above !== undefined;
  const intervalVerdict = estimate === null ? null : centredVerdict(estimate.lower, estimate.upper);
  const { corrected, bar } = codedBy(gates);
  const within = side.institutions.filter(({ leftOut }) => leftOut === null);
  const parts = side.institutions.map(
    ({ institution, documents, numerator, denominator, leftOut }): Part => ({
      institution,
      documents,
      a: numerator,
      b: denominator,
      share: shareOf(numerator, numerator + denominator),
      leftOut,
    }),
  );
  return {
    ...headOf(asked),
    kind: 'threshold',
    numerator: asked.measured.numerator,
    denominator: asked.measured.denominator,
    threshold: limit,
    direction: isAbove ? 'above' : 'below',
    interval: 'jackknife',
    corrected,
    ...verdictBefore({ stop, corrected, bar, intervalVerdict }),
    intervalVerdict,
    gates,
    estimate,
    uncorrected: stop === null ? before.estimate : null,
    tests: testsOf(estimate, 0),
    detectable: null,
    share: stop === null ? meanShare(main, comparison) : null,
    uncorrectedShare: stop === null && corrected ? meanShare(before, comparison) : null,
    band:
      estimate === null
        ? []
        : bandOf(comparison).map((at) => {
            const shift = (isAbove ? 1 : -1) * (logit(limit) - logit(at));
            return {
              threshold: at,
              verdict: centredVerdict(estimate.lower + shift, estimate.upper + shift),
            };
          }),
    variants: [],
    asymmetry: null,
    detectableShare: null,
    needed: null,
    parts,
    warnings: within.length < side.institutions.length && stop === null ? ['institutions_left_out'] : [],
    documents: side.documents,
    passages: side.passages,
    institutions: side.institutions.length,
  };
}

/** What a centred mean says as a share; the counts are those of the institutions in it. */
function meanShare({ side, estimate }: Mean, comparison: Threshold): Share | null {
  if (estimate === null) return null;
  const isAbove = comparison.above !== undefined;
  const base = logit(thresholdOf(comparison));
  const odds = (value: number) => 1 / (1 + Math.exp(-(base + (isAbove ? value : -value))));
  const within = side.institutions.filter(({ leftOut }) => leftOut === null);
  return {
    value: odds(estimate.value),
    lower: odds(isAbove ? estimate.lower : estimate.upper),
    upper: odds(isAbove ? estimate.upper : estimate.lower),
    x: within.reduce((sum, { numerator }) => sum + numerator, 0),
    n: within.reduce((sum, { numerator, denominator }) => sum + numerator + denominator, 0),
  };
}

/** The threshold of a comparison, as a share. */
export function thresholdOf({ above, below }: Threshold): number {
  return above ?? below ?? 0.5;
}
