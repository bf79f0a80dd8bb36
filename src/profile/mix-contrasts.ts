import type { MixContrast } from '../model/channels.ts';
import { logOdds } from '../model/units.ts';
import { fisherExact } from '../stats/fisher.ts';
import { tInterval } from '../stats/interval.ts';
import { balanceVariance, logRatio, type Pair, totalOf } from '../stats/logratio.ts';
import type { Counted } from './mix.ts';

/** Most institutions that are compared in pairs in one role, those with the most units first. */
export const mostPaired = 8;

/**
 * Every pair of institutions, and of voices, by every class that either has: Fisher's exact test of distinct units, and
 * the difference in log odds of mentions with documents as clusters. Nobody asked for one pair rather than another, so
 * that nothing is adjusted and nothing decided: a description of how far apart two mixes are.
 */
export function contrastsOf(counted: readonly Counted[]): readonly MixContrast[] {
  const groups = Map.groupBy(counted, ({ mix: { by, role, reading } }) => [by, role, reading].join('\n'));
  return [...groups.values()].flatMap((group) => {
    const most = group.toSorted((a, b) => b.mix.units - a.mix.units).slice(0, mostPaired);
    const paired = group.filter((one) => most.includes(one));
    return paired.flatMap((one, at) => paired.slice(at + 1).flatMap((other) => contrasts(one, other)));
  });
}

function contrasts(one: Counted, other: Counted): readonly MixContrast[] {
  const { by, role, reading } = one.mix;
  return one.mix.classes.flatMap(({ category, share }, at): readonly MixContrast[] => {
    const otherShare = other.mix.classes[at]?.share;
    if (otherShare === undefined || share.x + otherShare.x === 0) return [];
    const test = fisherExact([
      [share.x, share.n - share.x],
      [otherShare.x, otherShare.n - otherShare.x],
    ]);
    if (test === null) return [];
    const { pTwoSided: p, oddsRatio, lower, upper } = test;
    return [
      {
        by,
        one: one.mix.key,
        other: other.mix.key,
        role,
        reading,
        category,
        oneShare: share,
        otherShare,
        p,
        oddsRatio,
        lower,
        upper,
        named: difference(one.pairsOf(category), other.pairsOf(category)),
      },
    ];
  });
}

function difference(one: readonly Pair[], other: readonly Pair[]): MixContrast['named'] {
  const [first, second] = [one, other].map((documents) => {
    const { a, b } = totalOf(documents);
    return { middle: logRatio(a, b), variance: balanceVariance(documents), documents: documents.length };
  });
  if (first?.middle == null || second?.middle == null) return null;
  if (first.variance === null || second.variance === null) return null;
  const value = first.middle - second.middle;
  const interval = tInterval(value, [
    { variance: first.variance, degreesOfFreedom: first.documents - 1 },
    { variance: second.variance, degreesOfFreedom: second.documents - 1 },
  ]);
  if (interval === null) return null;
  return { value: logOdds(value), lower: logOdds(interval.lower), upper: logOdds(interval.upper) };
}
