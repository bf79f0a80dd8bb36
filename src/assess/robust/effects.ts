import type { Effects, Resampled, RobustnessReason, ShrunkenShare } from '../../model/robustness.ts';
import { cliffsDeltaOf, commonLanguage } from '../../stats/cliff.ts';
import { gridBayes } from '../../stats/gridbayes.ts';
import { groupContrast, grouping, groupSums, studentised } from '../../stats/groupcontrast.ts';
import { totalOf } from '../../stats/logratio.ts';
import { permutationTest } from '../../stats/permutation.ts';
import { sampleQuantile } from '../../stats/quantile.ts';
import { resample } from '../../stats/resample.ts';
import { designEffectOf, type Institution, numberOn } from './compare.ts';

/** With fewer documents in an institution nothing is drawn anew (docs/method.md 3.2). */
export const FEWEST_RESAMPLED = 5;
/** Above this many institutions a grid over what they have in common is slow and shows nothing. */
const MOST_SHRUNKEN = 50;

type Draws = { readonly seed: number; readonly replicates: number; readonly permutations: number };

/** The clusters of a contrast as columns, with the weight of each institution. */
export function columnsOf(institutions: readonly Institution[]) {
  const units = institutions.flatMap(({ units: own }, label) => own.map((unit) => ({ ...unit, label })));
  return {
    units,
    labels: units.map(({ label }) => label),
    columns: { a: Float64Array.from(units, ({ a }) => a), b: Float64Array.from(units, ({ b }) => b) },
    weights: weightsOf(institutions),
  };
}

/** Equal weights a side, adding up to 1 for source and to -1 for policy. */
export function weightsOf(institutions: readonly Pick<Institution, 'side'>[]): readonly number[] {
  return institutions.map(({ side }) => (side === 'source' ? 1 : -1) / numberOn(institutions, side));
}

/** Least share of draws that must have a number for their quantiles to be an interval of it. */
const ENOUGH = 0.95;

/**
 * Effect sizes beside the contrast, with intervals from documents drawn anew within institutions. From `corrected` totals
 * there is none of single documents: where nobody coded a passage of one its total is the lexicon's, elsewhere it may be
 * below 0 or above all.
 */
export function effects(institutions: readonly Institution[], draws: Draws, isCorrected = false): Effects {
  const { units, labels, columns, weights } = columnsOf(institutions);
  const isSource = labels.map((label) => institutions[label]?.side === 'source');
  const stop = obstacle(institutions, draws.replicates);
  const groups = grouping(Int32Array.from(labels), institutions.length);
  const observed = institutions.length === 0 ? null : groupContrast(groupSums(columns, groups), weights);
  const cliffOf = isCorrected
    ? () => null
    : cliffsDeltaOf(
        units.map(({ a, b }) => a / (a + b)),
        isSource,
      );
  const groupOfUnit = Int32Array.from(labels);
  const [totalA, totalB] = [new Float64Array(institutions.length), new Float64Array(institutions.length)];
  const room = new Float64Array(institutions.length * 6);
  const once = new Int32Array(units.length).fill(1);
  const cliff = cliffOf(once);
  const samples = { value: [] as number[], t: [] as number[], points: [] as number[], cliff: [] as number[] };
  const to = stop === null ? draws.replicates : 0;
  resample(units.length, labels, { seed: draws.seed, name: 'effects', from: 0, to }, (drawn) => {
    const contrast = groupContrast(groupSums(columns, groups, drawn, room), weights);
    if (contrast === null || observed === null) return;
    samples.value.push(contrast.value);
    const t = studentised({ ...contrast, value: contrast.value - observed.value });
    if (t !== null) samples.t.push(t);
    const points = pointsOf(drawn);
    if (points !== null) samples.points.push(points);
    const delta = cliffOf(drawn);
    if (delta !== null) samples.cliff.push(delta);
  });
  const error = observed?.variance == null || !(observed.variance > 0) ? null : Math.sqrt(observed.variance);
  return {
    oddsRatio: observed === null ? null : exponential(resampled(observed.value, samples.value, to)),
    points: resampledOrNull(pointsOf(once), samples.points, to),
    cliff: resampledOrNull(cliff, samples.cliff, to),
    commonLanguage: cliff === null ? null : commonLanguage(cliff),
    studentised: observed === null || error === null ? null : turned(observed.value, error, samples.t, to),
    sharpNull: sharpNull(),
    draws: to,
    reason: stop,
  };

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
  function sharpNull(): number | null {
    if (!hasBoth(institutions)) return null;
    const stratum = new Map([...new Set(units.map((unit) => unit.stratum))].map((name, at) => [name, at]));
    const into = grouping(Int32Array.from(labels), institutions.length);
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
      { seed: draws.seed, name: 'sharp null', from: 0, to: draws.permutations },
    );
    return test?.pGreater ?? null;
  }
}

/**
 * Institutions' shares drawn towards what they have in common, by effective counts; none above 50 institutions. One whose
 * corrected total is below 0 is left out: it is no count.
 */
export function shrunken(all: readonly Institution[]): readonly ShrunkenShare[] {
  if (all.length > MOST_SHRUNKEN) return [];
  const institutions = all.filter(({ units }) => {
    const { a, b } = totalOf(units);
    return a >= 0 && b >= 0;
  });
  const counts = institutions.map(({ units }) => {
    const { a, b } = totalOf(units);
    const effect = designEffectOf(units);
    return { successes: a / effect, total: (a + b) / effect };
  });
  const pooled = gridBayes(counts);
  return institutions.flatMap(({ name, side }, at) => {
    const [own, count] = [pooled?.groups[at], counts[at]];
    if (own === undefined || count === undefined || count.total === 0) return [];
    return [
      {
        institution: name,
        side,
        share: count.successes / count.total,
        effective: count.total,
        shrunken: own.mean,
        ...own.interval,
      },
    ];
  });
}

function obstacle(institutions: readonly Institution[], replicates: number): RobustnessReason | null {
  if (!hasBoth(institutions)) return 'no_contrast';
  if (institutions.some(({ units }) => units.length < FEWEST_RESAMPLED)) return 'few_documents';
  return replicates === 0 ? 'no_draws' : null;
}

function hasBoth(institutions: readonly Institution[]): boolean {
  return numberOn(institutions, 'source') > 0 && numberOn(institutions, 'policy') > 0;
}

function resampled(value: number, sample: readonly number[], draws: number): Resampled {
  return { value, lower: quantile(sample, 0.025, draws), upper: quantile(sample, 0.975, draws) };
}

function resampledOrNull(value: number | null, sample: readonly number[], draws: number): Resampled | null {
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
