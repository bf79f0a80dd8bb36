import type { Estimate } from '../../model/finding.ts';
import type { TimeBin, TimeTest, Trend } from '../../model/trend.ts';
import { jackknife, logRatio } from '../../stats/logratio.ts';
import { kendallScore, mannKendall, theilSen } from '../../stats/mannkendall.ts';
import { permutationTest } from '../../stats/permutation.ts';
import { TIE } from '../../stats/pvalue.ts';
import { type Bin, logisticTrend } from '../../stats/trend.ts';
import { estimateOf } from '../estimate.ts';
import type { Timed } from './bins.ts';
import { type Draw, MOST_PERMUTED, timesOf } from './relabelling.ts';

/** Up to this many bins the monotone test goes through all orders. */
const MOST_ORDERED = 8;

/** Slope of an institution's balance with its tests (docs/method.md 4), from documents in the order of time; `test` is by `scoreOf`. */
export function trendOf(
  documents: readonly Timed[],
  bins: readonly TimeBin[],
  test: TimeTest | null,
  draw: Draw,
): Trend {
  const slope = slopeOf(documents);
  const isSingle = new Set(documents.map(({ a, b }) => (a === 0 ? -1 : b === 0 ? 1 : 0))).size === 1;
  const reason =
    slope !== null
      ? test !== null
        ? null
        : documents.length > MOST_PERMUTED
          ? 'too_many_documents'
          : 'no_draws'
      : isSingle && (documents[0]?.a === 0 || documents[0]?.b === 0)
        ? 'one_frame_alone'
        : 'no_variance';
  return { slope, test, monotone: monotoneOf(bins, draw), reason };
}

/** Slope in log odds a year with its t interval from a jackknife over documents; null where it is not finite. */
export function slopeOf(documents: readonly Timed[]): Estimate | null {
  return jackknifed(documents, slopeIn)[0] ?? null;
}

/**
 * Coefficients of grouped documents with their t intervals: the documents are left out one at a time, and those that are
 * equal at the same time once for all. Null for one that is not finite, with all documents or without one of them, and
 * where documents do not differ.
 */
export function jackknifed(
  documents: readonly Timed[],
  solve: (bins: readonly Bin[]) => readonly number[] | null,
): readonly (Estimate | null)[] {
  const bins = grouped(documents);
  const values = solve(bins) ?? [];
  const known = new Map<string, readonly number[] | null>();
  const leftOut = documents.map(({ time, a, b }) => {
    const name = `${time} ${a} ${b}`;
    let found = known.get(name);
    if (found === undefined) {
      found = solve(
        bins.map((bin) =>
          bin.time === time ? { time, successes: bin.successes - a, total: bin.total - a - b } : bin,
        ),
      );
      known.set(name, found);
    }
    return found;
  });
  return values.map((value, place) => {
    const variance = jackknife(leftOut.map((found) => found?.[place] ?? null));
    return estimateOf(value, [{ variance, degreesOfFreedom: documents.length - 1 }]);
  });
}

/** Successes and totals of the documents at each time. */
export function grouped(documents: readonly Timed[]): readonly Bin[] {
  const totals = new Map<number, { time: number; successes: number; total: number }>();
  for (const { time, a, b } of documents) {
    const bin = totals.get(time) ?? { time, successes: 0, total: 0 };
    bin.successes += a;
    bin.total += a + b;
    totals.set(time, bin);
  }
  return [...totals.values()];
}

function slopeIn(bins: readonly Bin[]): readonly number[] | null {
  const centre = bins.reduce((sum, { time }) => sum + time, 0) / bins.length;
  return logisticTrend(bins, centre).coefficients?.slice(1) ?? null;
}

/**
 * The score of the slope over its spread with documents as clusters, for permuting dates: it needs no fit, and is
 * studentised as Chung and Romano (2013) advise. 0 where all documents say the same.
 */
export function scoreOf(documents: readonly Timed[]): (places: Int32Array) => number | null {
  const times = Float64Array.from(timesOf(documents));
  const a = documents.reduce((sum, one) => sum + one.a, 0);
  const all = documents.reduce((sum, one) => sum + one.a + one.b, 0);
  const sizes = Float64Array.from(documents, (one) => one.a + one.b);
  const residuals = Float64Array.from(documents, (one) => one.a - ((one.a + one.b) * a) / all);
  return (places) => {
    let centre = 0;
    for (let at = 0; at < sizes.length; at++) centre += (sizes[at] ?? 0) * (times[places[at] ?? 0] ?? 0);
    centre /= all;
    let [score, spread] = [0, 0];
    for (let at = 0; at < sizes.length; at++) {
      const part = (residuals[at] ?? 0) * ((times[places[at] ?? 0] ?? 0) - centre);
      score += part;
      spread += part ** 2;
    }
    return spread > TIE ? score / Math.sqrt(spread) : 0;
  };
}

function monotoneOf(bins: readonly TimeBin[], { seed, name }: Omit<Draw, 'permutations'>): Trend['monotone'] {
  const filled = bins.filter(({ framed }) => framed > 0);
  const balances = filled.map(({ numerator, framed }) => logRatio(numerator, framed - numerator) ?? 0);
  const line = theilSen(
    filled.map(({ from }) => from),
    balances,
  );
  const ranks = ranksOf(balances);
  const test = mannKendall(ranks);
  if (line === null || test === null) return null;
  const { tauB: tau, p } = test;
  const replicates = { seed, name: `${name}/monotone`, from: 0, to: 0 };
  const permuted =
    filled.length > MOST_ORDERED ? null : permutationTest(ranks, undefined, kendallScore, replicates);
  return { tau, slope: line.slope, p: permuted?.pTwoSided ?? p, exact: permuted !== null };
}

/** Ranks from 0, the same where values are the same but for rounding. */
function ranksOf(values: readonly number[]): readonly number[] {
  const levels: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = levels.at(-1);
    if (last === undefined || value > last + TIE) levels.push(value);
  }
  return values.map((value) => levels.findLastIndex((level) => level <= value + TIE));
}
