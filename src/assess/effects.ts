import type { Effects, EffectsReason, Resampled } from '../model/effects.ts';
import { cliffsDeltaOf, commonLanguage } from '../stats/cliff.ts';
import { groupContrast, grouping, groupSums, studentised } from '../stats/groupcontrast.ts';
import { type Pair, totalOf } from '../stats/logratio.ts';
import { permutationTest } from '../stats/permutation.ts';
import { sampleQuantile } from '../stats/quantile.ts';
import { resample } from '../stats/resample.ts';
import type { Speaker } from './gather.ts';
import { numberOn } from './robust/compare.ts';

/** With fewer documents in an institution nothing is drawn anew (docs/method.md 3.2). */
export const FEWEST_RESAMPLED = 5;
/** Most documents times draws of one contrast: beyond, fewer are drawn. */
const MOST_WORK = 6_000_000;
/** With fewer draws there is no telling where a fortieth of them ends. */
export const FEWEST_DRAWS = 200;
/** Least share of draws that must have a number for their quantiles to be an interval of it. */
const ENOUGH = 0.95;

/** How much is drawn, and from which seed. */
export type Draws = { readonly seed: number; readonly replicates: number; readonly permutations: number };

/** What one document adds to the two totals of its institution, and the stratum that most of it is in. */
export type Unit = Pair & { readonly stratum: string };

/** One institution of a contrast; the side that is said to have more is the `source`. */
export type Group = { readonly side: 'source' | 'policy'; readonly units: readonly Unit[] };

/** Institutions of a side as groups: their documents with what is counted in what is compared. */
export function groupsOf(side: Group['side'], speakers: readonly Speaker[]): readonly Group[] {
  return speakers.map(({ clusters }) => ({
    side,
    units: clusters.flatMap(({ cells }) => {
      const { a, b } = totalOf(cells);
      const [first] = cells.toSorted((one, other) => other.a + other.b - (one.a + one.b));
      return a === 0 && b === 0 ? [] : [{ a, b, stratum: first?.stratum ?? '' }];
    }),
  }));
}

/** How many draws of so many documents are made where some are asked for; 0 where these would be too few. */
export function affordable(asked: number, documents: number): number {
  const most = Math.floor(MOST_WORK / Math.max(1, documents));
  return asked <= most ? asked : most < FEWEST_DRAWS ? 0 : most;
}

/** Equal weights a side, adding up to 1 for source and to -1 for policy. */
export function weightsOf(institutions: readonly Pick<Group, 'side'>[]): readonly number[] {
  return institutions.map(({ side }) => (side === 'source' ? 1 : -1) / numberOn(institutions, side));
}

/**
 * Effect sizes beside a contrast, with intervals from documents drawn anew within institutions. From `corrected` totals
 * there is none of single documents: where nobody coded a passage of one its total is the lexicon's, elsewhere it may be
 * below 0 or above all. What is drawn is bounded: the more documents the fewer draws, and none where these would be few.
 */
export function effects(institutions: readonly Group[], draws: Draws, isCorrected = false): Effects {
  const units = institutions.flatMap(({ units: own }) => own);
  const labels = institutions.flatMap(({ units: own }, label) => own.map(() => label));
  const columns = { a: Float64Array.from(units, ({ a }) => a), b: Float64Array.from(units, ({ b }) => b) };
  const weights = weightsOf(institutions);
  const [to, relabellings] = [
    affordable(draws.replicates, units.length),
    affordable(draws.permutations, units.length),
  ];
  const stop = obstacle(institutions, draws.replicates, to);
  const groupOfUnit = Int32Array.from(labels);
  const groups = grouping(groupOfUnit, institutions.length);
  const observed = institutions.length === 0 ? null : groupContrast(groupSums(columns, groups), weights);
  const cliffOf = isCorrected
    ? () => null
    : cliffsDeltaOf(
        units.map(({ a, b }) => a / (a + b)),
        labels.map((label) => institutions[label]?.side === 'source'),
      );
  const [totalA, totalB] = [new Float64Array(institutions.length), new Float64Array(institutions.length)];
  const room = new Float64Array(institutions.length * 6);
  const once = new Int32Array(units.length).fill(1);
  const cliff = cliffOf(once);
  const samples = { value: [] as number[], t: [] as number[], points: [] as number[], cliff: [] as number[] };
  const drawn = stop === null ? to : 0;
  if (drawn > 0) resample(units.length, labels, { seed: draws.seed, name: 'effects', from: 0, to }, take);
  const error = observed?.variance == null || !(observed.variance > 0) ? null : Math.sqrt(observed.variance);
  return {
    oddsRatio: observed === null ? null : exponential(resampled(observed.value, samples.value, drawn)),
    points: resampledOrNull(pointsOf(once), samples.points, drawn),
    cliff: resampledOrNull(cliff, samples.cliff, drawn),
    commonLanguage: cliff === null ? null : commonLanguage(cliff),
    studentised: observed === null || error === null ? null : turned(observed.value, error, samples.t, drawn),
    ...sharpNull(),
    draws: drawn,
    reason: stop,
  };

  function take(times: Int32Array): void {
    const contrast = groupContrast(groupSums(columns, groups, times, room), weights);
    if (contrast === null || observed === null) return;
    samples.value.push(contrast.value);
    const t = studentised({ ...contrast, value: contrast.value - observed.value });
    if (t !== null) samples.t.push(t);
    const points = pointsOf(times);
    if (points !== null) samples.points.push(points);
    const delta = cliffOf(times);
    if (delta !== null) samples.cliff.push(delta);
  }

  function pointsOf(drawn: Int32Array): number | null {
    totalA.fill(0);
    totalB.fill(0);
    for (let unit = 0; unit < drawn.length; unit++) {
      const label = groupOfUnit[unit] ?? 0;
      const times = drawn[unit] ?? 0;
      totalA[label] = (totalA[label] ?? 0) + times * (columns.a[unit] ?? 0);
      totalB[label] = (totalB[label] ?? 0) + times * (columns.b[unit] ?? 0);
    }
    if (!hasBoth(institutions)) return null;
    let points = 0;
    for (const [at, weight] of weights.entries()) {
      const [a, b] = [totalA[at] ?? 0, totalB[at] ?? 0];
      // A corrected total outside of its whole is no share.
      if (a < 0 || b < 0 || a + b === 0) return null;
      points += weight * (a / (a + b));
    }
    return 100 * points;
  }

  /** Documents change institutions within strata: the null that it makes no difference whose they are. */
  function sharpNull(): Pick<Effects, 'sharpNull' | 'relabelled'> {
    if (!hasBoth(institutions) || relabellings === 0) return { sharpNull: null, relabelled: 0 };
    const stratum = new Map([...new Set(units.map((unit) => unit.stratum))].map((name, at) => [name, at]));
    const into = grouping(groupOfUnit, institutions.length);
    const test = permutationTest(
      labels,
      units.map((unit) => stratum.get(unit.stratum) ?? 0),
      (relabelled) =>
        studentised(
          groupContrast(
            groupSums(columns, grouping(relabelled, institutions.length, into), undefined, room),
            weights,
          ),
        ),
      { seed: draws.seed, name: 'sharp null', from: 0, to: relabellings },
    );
    return { sharpNull: test?.pGreater ?? null, relabelled: test?.greater.all ?? 0 };
  }
}

function obstacle(institutions: readonly Group[], asked: number, afforded: number): EffectsReason | null {
  if (!hasBoth(institutions)) return 'no_contrast';
  return undrawn(
    institutions.map(({ units }) => units.length),
    asked,
    afforded,
  );
}

/** Why documents of institutions are not drawn anew; null where they are. */
export function undrawn(documents: readonly number[], asked: number, afforded: number): EffectsReason | null {
  if (documents.some((count) => count < FEWEST_RESAMPLED)) return 'few_documents';
  if (asked === 0) return 'no_draws';
  return afforded === 0 ? 'too_many_documents' : null;
}

function hasBoth(institutions: readonly Group[]): boolean {
  return numberOn(institutions, 'source') > 0 && numberOn(institutions, 'policy') > 0;
}

function resampled(value: number, sample: readonly number[], draws: number): Resampled {
  return { value, lower: quantile(sample, 0.025, draws), upper: quantile(sample, 0.975, draws) };
}

/** A value with the middle 95 % of its draws; null without a value, and without an interval where draws lack it often. */
export function resampledOrNull(
  value: number | null,
  sample: readonly number[],
  draws: number,
): Resampled | null {
  return value === null ? null : resampled(value, sample, draws);
}

/** The studentised interval: large draws of t bound it from below. */
function turned(value: number, error: number, ts: readonly number[], draws: number): Resampled {
  const [low, high] = [quantile(ts, 0.025, draws), quantile(ts, 0.975, draws)];
  return {
    value,
    lower: high === null ? null : value - high * error,
    upper: low === null ? null : value - low * error,
  };
}

/** Null where too many of the draws have no number. */
function quantile(sample: readonly number[], p: number, draws: number): number | null {
  return sample.length < ENOUGH * draws ? null : sampleQuantile(sample, p);
}

function exponential({ value, lower, upper }: Resampled): Resampled {
  const factor = (logarithm: number) => Math.min(Math.exp(logarithm), Number.MAX_VALUE);
  return {
    value: factor(value),
    lower: lower === null ? null : factor(lower),
    upper: upper === null ? null : factor(upper),
  };
}
