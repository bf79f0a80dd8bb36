import type { Effects, EffectsReason } from '../model/effects.ts';
import type { Estimate } from '../model/finding.ts';
import { commonLanguage } from '../stats/cliff.ts';
import type { Pair } from '../stats/logratio.ts';
import { resample } from '../stats/resample.ts';
import { sum } from '../stats/sum.ts';
import { affordable, type Draws, resampledOrNull, undrawn } from './effects.ts';
import { factorOf } from './estimate.ts';

/** One institution and its documents: two measures that are weighed against each other. */
export type PairedGroup = {
  readonly first: Pair;
  readonly second: Pair;
  readonly documents: readonly {
    readonly first: Pair;
    readonly second: Pair;
    /** The document's own difference of log odds; null where it does not have both measures. */
    readonly difference: number | null;
  }[];
};

/**
 * Effect sizes of two measures of the same institutions (docs/method.md 3.5): Cliff's delta is the one within documents
 * (Cliff 1993), of those that have both. Distinct actors are none the more where a document is drawn twice, so that of
 * them (`isDistinct`) only Cliff's delta has an interval from draws; that of the odds ratio is the estimate's own.
 */
export function pairedEffects(
  groups: readonly PairedGroup[],
  estimate: Estimate,
  draws: Draws,
  { isDistinct, isCorrected }: { readonly isDistinct: boolean; readonly isCorrected: boolean },
): Effects {
  const all = groups.flatMap(({ documents }, group) => documents.map((document) => ({ ...document, group })));
  const to = affordable(draws.replicates, all.length);
  const stop = undrawn(
    groups.map(({ documents }) => documents.length),
    draws.replicates,
    to,
  );
  const drawn = stop === null ? to : 0;
  const points = pointsOf(groups);
  const signs = isCorrected
    ? []
    : all.map(({ difference }) => (difference === null ? null : Math.sign(difference)));
  const cliff = within(signs, null);
  const samples = { points: [] as number[], cliff: [] as number[] };
  const labels = all.map(({ group }) => group);
  if (drawn > 0)
    resample(all.length, labels, { seed: draws.seed, name: 'effects', from: 0, to: drawn }, take);
  const reason: EffectsReason | null = stop ?? (isDistinct ? 'distinct_units' : null);
  return {
    oddsRatio: factorOf(estimate),
    points: resampledOrNull(points, samples.points, drawn),
    cliff: resampledOrNull(cliff, samples.cliff, drawn),
    commonLanguage: cliff === null ? null : commonLanguage(cliff),
    studentised: null,
    sharpNull: null,
    draws: drawn,
    relabelled: 0,
    reason,
  };

  function take(times: Int32Array): void {
    const delta = within(signs, times);
    if (delta !== null) samples.cliff.push(delta);
    if (isDistinct) return;
    const totals = groups.map(() => ({ first: { a: 0, b: 0 }, second: { a: 0, b: 0 } }));
    for (const [at, { group, first, second }] of all.entries()) {
      const [own, count] = [totals[group], times[at] ?? 0];
      if (own === undefined) continue;
      own.first.a += count * first.a;
      own.first.b += count * first.b;
      own.second.a += count * second.a;
      own.second.b += count * second.b;
    }
    const value = pointsOf(totals);
    if (value !== null) samples.points.push(value);
  }
}

/** Mean difference of shares over institutions in percentage points; null where one has none or a total is below 0. */
function pointsOf(groups: readonly { readonly first: Pair; readonly second: Pair }[]): number | null {
  const differences = groups.map(({ first, second }) => {
    const [one, other] = [shareIn(first), shareIn(second)];
    return one === null || other === null ? null : one - other;
  });
  const known = differences.filter((one) => one !== null);
  return known.length === 0 || known.length < differences.length ? null : (100 * sum(known)) / known.length;
}

function shareIn({ a, b }: Pair): number | null {
  return a < 0 || b < 0 || a + b === 0 ? null : a / (a + b);
}

/** Share of documents whose first measure is higher, less that of those whose second is. */
function within(signs: readonly (number | null)[], times: Int32Array | null): number | null {
  let [balance, count] = [0, 0];
  for (const [at, sign] of signs.entries()) {
    if (sign === null) continue;
    const drawn = times === null ? 1 : (times[at] ?? 0);
    balance += drawn * sign;
    count += drawn;
  }
  return count === 0 ? null : balance / count;
}
