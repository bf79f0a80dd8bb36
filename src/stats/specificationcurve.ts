import {
  type Columns,
  type Grouping,
  groupContrast,
  grouping,
  groupSums,
  standardError,
} from './groupcontrast.ts';
import { normalQuantile } from './normal.ts';
import { jointPermutationTest, type Permuted } from './permutation.ts';
import { isAtLeast, pValue } from './pvalue.ts';
import { median } from './quantile.ts';
import { resample } from './resample.ts';
import type { Replicates } from './substream.ts';
import { sum } from './sum.ts';

/** One specification's contrast in log odds and its standard error; null where it has none, the error also where 0. */
export type Specification = { readonly value: number | null; readonly standardError: number | null };

/** What a curve of specifications comes to. */
export type Curve = {
  /** Median estimate; null without any. */
  readonly median: number | null;
  /** Share of specifications more than 1.645 standard errors above 0, and the sum of z over the root of their number. */
  readonly shareSignificant: number | null;
  readonly stouffer: number | null;
};

/** Summary of all specifications (Simonsohn, Simmons and Nelson 2020). One without an estimate has no part in it. */
export function curveOf(specifications: readonly Specification[]): Curve {
  const values = specifications.flatMap(({ value }) => value ?? []);
  const zs = specifications.flatMap(({ value, standardError }) =>
    value === null || standardError === null ? [] : value / standardError,
  );
  if (zs.length === 0) return { median: median(values), shareSignificant: null, stouffer: null };
  const limit = normalQuantile(0.95);
  return {
    median: median(values),
    shareSignificant: zs.filter((z) => z > limit).length / zs.length,
    stouffer: sum(zs) / Math.sqrt(zs.length),
  };
}

/** Contrasts of all specifications, each a pair of columns over the same clusters, between weighted groups of them. */
export function specifications(
  columns: readonly Columns[],
  groups: Grouping,
  weights: readonly number[],
  drawn?: Int32Array,
): readonly Specification[] {
  const sums = new Float64Array(weights.length * 6);
  return columns.map((pair) => {
    const contrast = groupContrast(groupSums(pair, groups, drawn, sums), weights);
    return { value: contrast?.value ?? null, standardError: standardError(contrast) };
  });
}

/** The three statistics of a curve with their joint null; each null where it has no value. */
export type CurveTest = {
  readonly median: Permuted | null;
  readonly shareSignificant: Permuted | null;
  readonly stouffer: Permuted | null;
};

/**
 * Joint test of all specifications by relabelling clusters within strata, the same relabelling for every specification.
 * Clusters may be institutions of one number each (scope B). Specifications are dependent: this is one test.
 */
export function curvePermutation(
  columns: readonly Columns[],
  labels: readonly number[],
  strata: readonly number[] | undefined,
  weights: readonly number[],
  replicates: Replicates,
): CurveTest {
  const [middle, share, stouffer] = jointPermutationTest(
    labels,
    strata,
    (relabelled) => {
      const curve = curveOf(specifications(columns, grouping(relabelled, weights.length), weights));
      return [curve.median, curve.shareSignificant, curve.stouffer];
    },
    replicates,
  );
  return { median: middle ?? null, shareSignificant: share ?? null, stouffer: stouffer ?? null };
}

/**
 * One-sided p of the same statistics when institutions are fixed (scope A): clusters are drawn anew within groups, the
 * same draw for every specification, and each specification's estimate is set back by the observed one, so that the null
 * holds. Null where the statistic is, or nothing is drawn. A draw without a value counts as extreme.
 */
export function curveBootstrap(
  columns: readonly Columns[],
  labels: readonly number[],
  weights: readonly number[],
  replicates: Replicates,
): Readonly<Record<keyof Curve, number | null>> {
  return bootstrapP(columns, labels, weights, curveExtremes(columns, labels, weights, replicates));
}

/** How many draws gave a statistic at least as large as the observed one, and how many there were. */
export type Extremes = Readonly<Record<keyof Curve, number>> & { readonly all: number };

const statistics = ['median', 'shareSignificant', 'stouffer'] as const;

/** The counts behind `curveBootstrap`: those of parts of the draws add up to those of all. */
export function curveExtremes(
  columns: readonly Columns[],
  labels: readonly number[],
  weights: readonly number[],
  replicates: Replicates,
): Extremes {
  const groups = grouping(Int32Array.from(labels), weights.length);
  const observed = specifications(columns, groups, weights);
  const curve = curveOf(observed);
  const counts = { median: 0, shareSignificant: 0, stouffer: 0 };
  resample(labels.length, labels, replicates, (drawn) => {
    const centred = specifications(columns, groups, weights, drawn).map((specification, at) => {
      const before = observed[at]?.value ?? null;
      if (specification.value === null || before === null) return { value: null, standardError: null };
      return { ...specification, value: specification.value - before };
    });
    const under = curveOf(centred);
    for (const key of statistics) {
      const [value, limit] = [under[key], curve[key]];
      if (value === null || (limit !== null && isAtLeast(value, limit))) counts[key]++;
    }
  });
  return { ...counts, all: Math.max(0, replicates.to - replicates.from) };
}

/** The counts of two parts of the draws as those of both. */
export function bothExtremes(one: Extremes, other: Extremes): Extremes {
  return {
    median: one.median + other.median,
    shareSignificant: one.shareSignificant + other.shareSignificant,
    stouffer: one.stouffer + other.stouffer,
    all: one.all + other.all,
  };
}

/** The p-values of the observed curve from such counts, all parts added up. */
export function bootstrapP(
  columns: readonly Columns[],
  labels: readonly number[],
  weights: readonly number[],
  { all, ...counts }: Extremes,
): Readonly<Record<keyof Curve, number | null>> {
  const groups = grouping(Int32Array.from(labels), weights.length);
  const curve = curveOf(specifications(columns, groups, weights));
  const p = (key: keyof Curve) =>
    curve[key] === null ? null : pValue({ atLeast: counts[key], all, exact: false });
  return { median: p('median'), shareSignificant: p('shareSignificant'), stouffer: p('stouffer') };
}
