import type {
  Choice,
  JointTest,
  RobustnessReason,
  SpecificationCurve,
  SpecificationRow,
} from '../../model/robustness.ts';
import { type LogOdds, logOdds } from '../../model/units.ts';
import {
  type Columns,
  groupContrast,
  grouping,
  groupSums,
  standardError,
} from '../../stats/groupcontrast.ts';
import { tInterval } from '../../stats/interval.ts';
import { logRatio, type Pair } from '../../stats/logratio.ts';
import { jointPermutationTest, meanDifference } from '../../stats/permutation.ts';
import { sampleQuantile } from '../../stats/quantile.ts';
import { bootstrapP, curveExtremes, curveOf, type Extremes } from '../../stats/specificationcurve.ts';
import type { Replicates } from '../../stats/substream.ts';
import { squaredDeviations, sum } from '../../stats/sum.ts';
import { FEWEST_RESAMPLED, weightsOf } from '../effects.ts';
import { choices, type Place, type Pole, placeOf, primaryPlace } from './choices.ts';
import type { Institution } from './compare.ts';
import type { DocumentRows } from './matrix.ts';

/** Framed passages of one document above this quantile of all documents weigh no more than it. */
const CAP = 0.95;
/** Institutions are relabelled in all ways up to this many, since every way asks for all specifications. */
const MOST_RELABELLED = 20_000;

/** All that a curve is computed from: clusters, their institutions, and a pair of columns a specification. */
export type CurveData = {
  readonly columns: readonly Columns[];
  readonly labels: readonly number[];
  readonly weights: readonly number[];
  /** Columns of the specifications that count what people coded, corrected by it; none without codings. */
  readonly corrected: readonly { readonly choice: Choice; readonly at: Place; readonly columns: Columns }[];
};

type Draws = { readonly seed: number; readonly replicates: number; readonly permutations: number };

/** All that the joint test at scope A draws from; parts of its replicates may be drawn apart. */
export type CurveDraws = Pick<CurveData, 'columns' | 'labels' | 'weights'> & {
  readonly replicates: Replicates;
};

/**
 * What is still to be drawn, by `curveExtremes`, and what all comes to once it is. Nothing else here takes long enough to be
 * shared among processes.
 */
export type Undrawn<T> = {
  /** Null where there is nothing to draw. */
  readonly draws: CurveDraws | null;
  readonly finish: (extremes: Extremes | null) => T;
};

/**
 * Columns of every specification over the documents of the institutions compared, in the strata compared; those that
 * codings correct in the strata that are compared then.
 */
export function curveData(
  documents: readonly DocumentRows[],
  institutions: readonly Pick<Institution, 'name' | 'side'>[],
  strata: ReadonlySet<string>,
  poles: readonly Pole[],
  coded: { readonly strata: ReadonlySet<string>; readonly isCoded: (pole: Pole) => boolean } | null = null,
): CurveData {
  const places = new Map(institutions.map(({ name, side }, at) => [`${side} ${name}`, at]));
  const within = documents.filter(({ side, institution }) => places.has(`${side} ${institution}`));
  const known = new Map<string, Columns>();
  return {
    columns: choices(poles).map(({ choice, at }) => {
      const place = 2 * placeOf(at, poles.length);
      const name = `${place} ${choice.weighting}`;
      const columns = known.get(name) ?? weighted(pairsAt(place), choice.weighting);
      known.set(name, columns);
      return columns;
    }),
    labels: within.map(({ side, institution }) => places.get(`${side} ${institution}`) ?? 0),
    weights: weightsOf(institutions),
    corrected: choices(poles)
      .filter(({ at }) => isTarget(at, poles.length) && coded?.isCoded(poles[at.pole] ?? noPole) === true)
      .map(({ choice, at }) => {
        const there = coded?.strata ?? strata;
        const raw = pairsAt(2 * placeOf(at, poles.length), 'counts', there);
        const pairs = pairsAt(2 * at.pole, 'corrected', there);
        return { choice, at, columns: weighted(pairs, choice.weighting, raw) };
      }),
  };

  function pairsAt(
    place: number,
    of: 'counts' | 'corrected' = 'counts',
    among: ReadonlySet<string> = strata,
  ): readonly Pair[] {
    return within.map(({ rows }) => {
      let [a, b] = [0, 0];
      for (const row of rows) {
        if (!among.has(row.stratum)) continue;
        a += row[of][place] ?? 0;
        b += row[of][place + 1] ?? 0;
      }
      return { a, b };
    });
  }
}

/** What people code: passages that name the object, for what their author affirms. Only this can be corrected. */
function isTarget(at: Place, poles: number): boolean {
  return placeOf(at, poles) === placeOf(primaryPlace(at.pole), poles);
}

const noPole: Pole = { name: '', codes: [], categories: new Set() };

/** Documents weigh by their framed passages as the lexicon counts them, `sizes`: corrected numbers may be below 0. */
function weighted(
  pairs: readonly Pair[],
  weighting: SpecificationRow['weighting'],
  sizes: readonly Pair[] = pairs,
): Columns {
  const framed = sizes.map(({ a, b }) => a + b).filter((size) => size > 0);
  const cap = sampleQuantile(framed, CAP) ?? 0;
  const scale = (place: number) => {
    const { a, b } = sizes[place] ?? { a: 0, b: 0 };
    const size = a + b;
    if (size === 0 || weighting === 'pooled') return 1;
    return weighting === 'document' ? 1 / size : Math.min(1, cap / size);
  };
  return {
    a: Float64Array.from(pairs, (pair, place) => pair.a * scale(place)),
    b: Float64Array.from(pairs, (pair, place) => pair.b * scale(place)),
  };
}

/** The curve of all specifications with both joint tests (docs/method.md 3.7), that at scope A still to be drawn. */
export function curve(
  data: CurveData,
  poles: readonly Pole[],
  primaryPole: number,
  draws: Draws,
): Undrawn<SpecificationCurve> {
  const { columns, labels, weights } = data;
  const groups = grouping(Int32Array.from(labels), weights.length);
  const sums = columns.map((pair) => groupSums(pair, groups));
  const primary = placeOf(primaryPlace(primaryPole), poles.length);
  const rows = choices(poles).map(({ choice, at }, place): SpecificationRow => {
    const isPrimary = choice.weighting === 'pooled' && placeOf(at, poles.length) === primary;
    return {
      ...choice,
      primary: isPrimary,
      corrected: false,
      ...contrastIn(sums[place] ?? new Float64Array(), weights),
    };
  });
  const codedSums = data.corrected.map(({ columns: pair }) => groupSums(pair, groups));
  const corrected = data.corrected.map(({ choice, at }, place): SpecificationRow => {
    const isPrimary = choice.weighting === 'pooled' && at.pole === primaryPole;
    const found = contrastIn(codedSums[place] ?? new Float64Array(), weights);
    return { ...choice, primary: isPrimary, corrected: true, ...found };
  });
  const has = (of: readonly SpecificationRow[]) => (_: unknown, at: number) => of[at]?.value !== null;
  const values = rows.flatMap(({ value }) => value ?? []);
  const deciding = [...corrected, ...rows].find((row) => row.primary && row.value !== null);
  const sign = Math.sign(deciding?.value ?? 0);
  const summary = curveOf(rows);
  const share = (holds: (value: number) => boolean) =>
    values.length === 0 ? null : values.filter(holds).length / values.length;
  const joint = named({ columns: columns.filter(has(rows)), labels, weights }, draws);
  const coded = data.corrected.map(({ columns: pair }) => pair).filter(has(corrected));
  const alone = {
    specifications: rows,
    corrected,
    median: summary.median === null ? null : logOdds(summary.median),
    shareAbove: share((value) => value > 0),
    shareSameSign: sign === 0 ? null : share((value) => Math.sign(value) === sign),
    shareSignificant: summary.shareSignificant,
    stouffer: summary.stouffer,
    typed: typed(sums.filter(has(rows)), weights, draws),
    correctedTests: coded.length === 0 ? null : testsOf(coded, codedSums.filter(has(corrected))),
  };
  return { draws: joint.draws, finish: (extremes) => ({ ...alone, named: joint.finish(extremes) }) };

  /** So few that they are drawn here. */
  function testsOf(
    own: readonly Columns[],
    ownSums: readonly Float64Array[],
  ): NonNullable<SpecificationCurve['correctedTests']> {
    const test = named({ columns: own, labels, weights }, draws);
    const to = test.draws;
    return {
      named: test.finish(to === null ? null : curveExtremes(to.columns, labels, weights, to.replicates)),
      typed: typed(ownSums, weights, draws),
    };
  }
}

function contrastIn(
  sums: Float64Array,
  weights: readonly number[],
): Pick<SpecificationRow, 'value' | 'standardError' | 'lower' | 'upper' | 'reason'> {
  const none = { value: null, standardError: null, lower: null, upper: null };
  if (weights.some((_, group) => sums[group * 6 + 1] === 0 && sums[group * 6 + 2] === 0))
    return { ...none, reason: 'no_framed_passage' };
  const contrast = groupContrast(sums, weights);
  if (contrast === null) return { ...none, reason: 'no_contrast' };
  const value: LogOdds = logOdds(contrast.value);
  const error = standardError(contrast);
  if (error === null) return { ...none, value, reason: 'no_spread' };
  const interval = tInterval(contrast.value, componentsOf(sums, weights));
  return {
    value,
    standardError: error,
    lower: interval === null ? null : logOdds(interval.lower),
    upper: interval === null ? null : logOdds(interval.upper),
    reason: null,
  };
}

/** What each institution adds to the variance, by leaving the others without weight. */
function componentsOf(sums: Float64Array, weights: readonly number[]) {
  return weights.map((weight, group) => {
    const own = groupContrast(
      sums,
      weights.map((_, at) => (at === group ? weight : 0)),
    );
    return { variance: own?.variance ?? 0, degreesOfFreedom: Math.max(1, (sums[group * 6] ?? 2) - 1) };
  });
}

/** What a joint test is of. */
type Joint = Pick<CurveData, 'columns' | 'labels' | 'weights'>;

const untold = { median: null, shareSignificant: null, stouffer: null, draws: 0, exact: false };

function named(data: Joint, { seed, replicates }: Draws): Undrawn<JointTest> {
  const stop = obstacle(data, replicates);
  if (stop !== null) return { draws: null, finish: () => ({ ...untold, reason: stop }) };
  const { columns, labels, weights } = data;
  return {
    draws: { columns, labels, weights, replicates: { seed, name: 'curve', from: 0, to: replicates } },
    finish: (extremes) =>
      extremes === null
        ? { ...untold, reason: 'no_draws' }
        : {
            ...bootstrapP(columns, labels, weights, extremes),
            draws: extremes.all,
            exact: false,
            reason: null,
          },
  };
}

function obstacle({ columns, labels, weights }: Joint, replicates: number): RobustnessReason | null {
  if (columns.length === 0) return 'no_contrast';
  const sizes = weights.map((_, group) => labels.filter((label) => label === group).length);
  if (sizes.some((size) => size < FEWEST_RESAMPLED)) return 'few_documents';
  return replicates === 0 ? 'no_draws' : null;
}

/** Institutions change types, for all specifications alike; a specification's z is Welch's. */
function typed(
  sums: readonly Float64Array[],
  weights: readonly number[],
  { seed, permutations }: Draws,
): JointTest {
  const labels = weights.map((weight) => (weight > 0 ? 1 : 0));
  const source = sum(labels);
  if (sums.length === 0) return { ...untold, reason: 'no_contrast' };
  if (source < 2 || labels.length - source < 2) return { ...untold, reason: 'one_institution' };
  const thetas = sums.map((own) =>
    weights.map((_, group) => logRatio(own[group * 6 + 1] ?? 0, own[group * 6 + 2] ?? 0) ?? 0),
  );
  const [median, share, stouffer] = jointPermutationTest(
    labels,
    undefined,
    (relabelled) => {
      const summary = curveOf(
        thetas.map((values) => ({
          value: meanDifference(values, relabelled),
          standardError: welchError(values, relabelled),
        })),
      );
      return [summary.median, summary.shareSignificant, summary.stouffer];
    },
    { seed, name: 'typed curve', from: 0, to: permutations },
    MOST_RELABELLED,
  );
  const any = median ?? share ?? stouffer ?? null;
  if (any === null) return { ...untold, reason: 'no_draws' };
  return {
    median: median?.pGreater ?? null,
    shareSignificant: share?.pGreater ?? null,
    stouffer: stouffer?.pGreater ?? null,
    draws: any.greater.all,
    exact: any.greater.exact,
    reason: null,
  };
}

function welchError(values: readonly number[], labels: Int32Array): number | null {
  const variance = sum(
    [1, 0].map((label) => {
      const own = values.filter((_, at) => labels[at] === label);
      return squaredDeviations(own) / (own.length - 1) / own.length;
    }),
  );
  return variance > 0 ? Math.sqrt(variance) : null;
}
