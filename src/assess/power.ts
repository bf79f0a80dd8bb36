import type {
  Estimate,
  Finding,
  IntervalVerdict,
  OrderFinding,
  Share,
  ThresholdFinding,
} from '../model/finding.ts';
import { mostRealistic } from '../model/finding.ts';
import { type LogOdds, logOdds } from '../model/units.ts';
import { detectable } from '../stats/power.ts';
import { binomialTest, detectableShare, wilson } from '../stats/proportion.ts';
import { logit } from './on.ts';
import { thresholdVerdict } from './threshold.ts';

/** One-sided, to match a 95 % interval. */
export const ALPHA = 0.025;

/** Levels at which a p of a finding decides: for the claim, and against it. */
export type Levels = { readonly claimed: number; readonly against: number };

/** Of what is in no family. */
export const ownLevels: Levels = { claimed: ALPHA, against: ALPHA };

/**
 * The level at which one member of a family would be decided by Holm (1979), whatever its own p, with the p of all others
 * as they are: the family's level over the number of those that are left once all others that can go before it have.
 */
export function levelFor(place: number, family: readonly (number | null)[]): number {
  const others = family.flatMap((p, at) => (at === place ? [] : [p ?? 1])).toSorted((a, b) => a - b);
  const levelAt = (gone: number) => ALPHA / (family.length - gone);
  const left = others.findIndex((p, gone) => p > levelAt(gone));
  return levelAt(left < 0 ? others.length : left);
}

/**
 * The finding with what a study of its size could have shown: the smallest true effect that 80 of 100 such studies find by
 * the very rule that decides it, and how many units of a share would decide it (docs/method.md 1.3).
 */
export function withPower(finding: Finding, levels: Levels): Finding {
  const least =
    finding.kind === 'minimum' || finding.kind === 'paired'
      ? leastOfOrder(finding, levels.claimed)
      : leastOf(finding.estimate, levels.claimed);
  if (finding.kind !== 'threshold') return { ...finding, detectable: least };
  const { share, threshold, direction, interval } = finding;
  if (share === null) return finding;
  if (interval === 'jackknife') {
    const side = direction === 'above' ? 1 : -1;
    const odds = least === null ? null : logit(threshold) + side * least;
    return {
      ...finding,
      detectable: least,
      detectableShare: odds === null ? null : 1 / (1 + Math.exp(-odds)),
    };
  }
  return {
    ...finding,
    detectable: least,
    detectableShare: shownBy(share.n, threshold, direction, levels.claimed),
    needed: neededFor(share.value, finding, levels),
  };
}

/** By Student's t with the estimate's own degrees of freedom, since its p is. */
function leastOf(estimate: Estimate | null, level: number): LogOdds | null {
  if (estimate === null) return null;
  return logOdds(detectable(estimate.standardError, estimate.degreesOfFreedom, level));
}

/**
 * Of a minimum the larger of its contrasts', since all have to be found; of pairs none where no difference, however large, could
 * give a p of that level.
 */
function leastOfOrder({ estimate, contrasts, leastP }: OrderFinding, level: number): LogOdds | null {
  if (leastP !== null && leastP > level) return null;
  if (contrasts.length === 0) return leastOf(estimate, level);
  return logOdds(Math.max(...contrasts.map((one) => leastOf(one.estimate, level) ?? 0)));
}

/** The true share nearest to the threshold that so many units show in 80 of 100 studies. */
function shownBy(
  n: number,
  limit: number,
  direction: ThresholdFinding['direction'],
  level: number,
): number | null {
  if (direction === 'above') return detectableShare(n, limit, level);
  const other = detectableShare(n, 1 - limit, level);
  return other === null ? null : 1 - other;
}

/** How many units of this share would decide it; null where no realistic number would. */
function neededFor(
  share: number,
  { threshold: limit, direction }: ThresholdFinding,
  levels: Levels,
): number | null {
  const isAbove = direction === 'above';
  const [claimed, against] = isAbove ? (['pGreater', 'pLess'] as const) : (['pLess', 'pGreater'] as const);
  const decides = (n: number) => {
    const x = Math.round(share * n * 1e9) / 1e9;
    const [bounds, test] = [wilson(x, n), binomialTest(x, n, limit)];
    if (bounds === null || test === null) return false;
    const verdict = againstThreshold(bounds, limit, direction);
    if (verdict === 'INCONCLUSIVE') return false;
    return verdict === 'SUPPORTED' ? test[claimed] <= levels.claimed : test[against] <= levels.against;
  };
  if (!decides(mostRealistic)) return null;
  let [few, enough] = [0, mostRealistic];
  while (enough - few > 1) {
    const middle = (few + enough) >> 1;
    if (decides(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}

/** What the interval of a share says of a threshold. */
export function againstThreshold(
  { lower, upper }: Pick<Share, 'lower' | 'upper'>,
  limit: number,
  direction: ThresholdFinding['direction'],
): IntervalVerdict {
  if (direction === 'above') return thresholdVerdict(lower, upper, limit).verdict;
  return thresholdVerdict(1 - upper, 1 - lower, 1 - limit).verdict;
}
