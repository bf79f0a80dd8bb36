import { expect } from 'vitest';
import { z } from 'zod';
import { betaBinomial } from '../../src/stats/betabinomial.ts';
import { cliffsDelta } from '../../src/stats/cliff.ts';
import { clusterRegression } from '../../src/stats/clusterregression.ts';
import { logChoose } from '../../src/stats/gammaln.ts';
import { gridBayes } from '../../src/stats/gridbayes.ts';
import { grouping } from '../../src/stats/groupcontrast.ts';
import { jonckheereTest } from '../../src/stats/jonckheere.ts';
import { benjaminiHochberg, holm } from '../../src/stats/padjust.ts';
import { meanDifference, permutationTest } from '../../src/stats/permutation.ts';
import { relabellings } from '../../src/stats/relabel.ts';
import { signFlip } from '../../src/stats/signflip.ts';
import { curveOf, curvePermutation, specifications } from '../../src/stats/specificationcurve.ts';
import { tBothTails } from '../../src/stats/ttail.ts';
import { wildBootstrap } from '../../src/stats/wildbootstrap.ts';
import { allNear, type Checks, near, none, numberOrNull, numbers, pair, type Row } from './row.ts';

function samples(row: Row) {
  const { a, b } = z.object({ a: numbers, b: numbers }).parse(row.inputs);
  const values = [...a, ...b];
  const labels = values.map((_, at) => (at < a.length ? 1 : 0));
  return { a, b, labels, values };
}

function byMean(labels: readonly number[], values: readonly number[], strata?: readonly number[]) {
  return permutationTest(labels, strata, (relabelled) => meanDifference(values, relabelled), none);
}

function clustered(row: Row) {
  const { y, x, cluster } = z.object({ y: numbers, x: numbers, cluster: numbers }).parse(row.inputs);
  return [...Map.groupBy([...y.keys()], (unit) => cluster[unit] ?? 0).values()].map((units) => ({
    x: units.map((unit) => [1, x[unit] ?? Number.NaN]),
    y: units.map((unit) => y[unit] ?? Number.NaN),
  }));
}

function trials(row: Row) {
  const { y, n } = z.object({ y: numbers, n: numbers }).parse(row.inputs);
  return y.map((successes, at) => ({ successes, total: n[at] ?? Number.NaN }));
}

function grid(row: Row): void {
  const expected = z
    .object({
      mu_mean: z.number(),
      rho_mean: z.number(),
      posteriorMean: numbers,
      ci95: z.array(numbers),
    })
    .parse(row.expected);
  const found = gridBayes(trials(row));
  near(found?.mean, expected.mu_mean, row);
  near(found?.rho, expected.rho_mean, row);
  allNear(found?.groups.map(({ mean }) => mean) ?? [], expected.posteriorMean, row);
  allNear(found?.groups.flatMap(({ interval }) => pair(interval)) ?? [], expected.ci95.flat(), row);
}

function delta(row: Row): void {
  const { a, b } = samples(row);
  near(cliffsDelta(a, b), z.object({ delta: z.number() }).parse(row.expected).delta, row);
}

/** Permutation, few clusters, multiplicity, pooling, robustness. */
export const inference: Checks = {
  gridbayes_: grid,
  cliffs_delta_: delta,

  padjust(row) {
    const { p } = z.object({ p: numbers }).parse(row.inputs);
    const expected = z.object({ holm: numbers, BH: numbers }).parse(row.expected);
    allNear(holm(p), expected.holm, row);
    allNear(benjaminiHochberg(p), expected.BH, row);
  },

  padjust_missing(row) {
    const { p } = z.object({ p: z.array(numberOrNull) }).parse(row.inputs);
    const expected = z
      .object({ holm_m4: z.array(numberOrNull), holm_m3: z.array(numberOrNull) })
      .parse(row.expected);
    allNear(holm(p), expected.holm_m4, row);
    // What R does, and what a family fixed in advance must not do.
    allNear(
      holm(p.filter((one) => one !== null)),
      expected.holm_m3.filter((one) => one !== null),
      row,
    );
  },

  perm_tiny_exact(row) {
    const { labels, values } = samples(row);
    const expected = z
      .object({
        p_greater_mean: z.number(),
        p_two_mean: z.number(),
        p_greater_rank: z.number(),
        nAssignments: z.number(),
      })
      .parse(row.expected);
    const found = byMean(labels, values);
    near(found?.pGreater, expected.p_greater_mean, row);
    near(found?.pTwoSided, expected.p_two_mean, row);
    expect(found?.greater).toMatchObject({ all: expected.nAssignments, exact: true });
    const ranks = values.map(
      (value) =>
        values.filter((other) => other < value).length + values.filter((other) => other === value).length / 2,
    );
    near(byMean(labels, ranks)?.pGreater, expected.p_greater_rank, row);
  },

  perm_stratified_exact(row) {
    const { y, group, stratum } = z
      .object({ y: numbers, group: z.array(z.string()), stratum: numbers })
      .parse(row.inputs);
    const expected = z.object({ nAssignments: z.number(), p_greater: z.number() }).parse(row.expected);
    const labels = group.map((name) => (name === 'a' ? 1 : 0));
    const total = (relabelled: Int32Array) =>
      y.reduce((sum, value, at) => sum + (relabelled[at] === 1 ? value : 0), 0);
    const found = permutationTest(labels, stratum, total, none);
    near(found?.pGreater, expected.p_greater, row);
    expect(found?.greater.all).toBe(expected.nAssignments);
  },

  perm_all_ties(row) {
    const { a, b, labels, values } = samples(row);
    const expected = z
      .object({ p_greater: z.number(), p_two: z.number(), cliffs_delta: z.number() })
      .parse(row.expected);
    near(byMean(labels, values)?.pGreater, expected.p_greater, row);
    near(byMean(labels, values)?.pTwoSided, expected.p_two, row);
    near(cliffsDelta(a, b), expected.cliffs_delta, row);
  },

  institution_perm_exact(row) {
    const { theta, type } = z.object({ theta: numbers, type: numbers }).parse(row.inputs);
    const expected = z
      .object({ diff: z.number(), p_greater: z.number(), min_attainable: z.number(), n: z.number() })
      .parse(row.expected);
    const found = byMean(type, theta);
    near(found?.observed, expected.diff, row);
    near(found?.pGreater, expected.p_greater, row);
    expect(relabellings(type)).toBe(expected.n);
    near(1 / (relabellings(type) ?? Number.NaN), expected.min_attainable, row);
  },

  sign_flip_exact(row) {
    const { diff } = z.object({ diff: numbers }).parse(row.inputs);
    const expected = z.object({ mean: z.number(), p_greater: z.number(), n: z.number() }).parse(row.expected);
    const found = signFlip(diff, none);
    near(found?.mean, expected.mean, row);
    near(found?.pGreater, expected.p_greater, row);
    expect(found?.greater).toMatchObject({ all: expected.n, exact: true });
  },

  jonckheere_exact(row) {
    const { groups } = z.object({ groups: z.array(numbers) }).parse(row.inputs);
    const expected = z
      .object({ J: z.number(), p_exact: z.number(), nAssignments: z.number() })
      .parse(row.expected);
    const found = jonckheereTest(groups, none);
    near(found?.observed, expected.J, row);
    near(found?.pGreater, expected.p_exact, row);
    expect(found?.greater.all).toBe(expected.nAssignments);
  },

  cr2_ols(row) {
    const expected = z
      .object({
        beta: numbers,
        se_CR0: z.number(),
        se_CR1: z.number(),
        se_CR2: z.number(),
        df_satt: z.number(),
        p_satt: z.number(),
        se_CR3: z.number(),
      })
      .parse(row.expected);
    const found = clusterRegression(clustered(row), 1);
    allNear(found?.coefficients ?? [], expected.beta, row);
    near(found?.standardErrors.cr0, expected.se_CR0, row);
    near(found?.standardErrors.cr1, expected.se_CR1, row);
    near(found?.standardErrors.cr2, expected.se_CR2, row);
    near(found?.standardErrors.cr3, expected.se_CR3, row);
    near(found?.degreesOfFreedom, expected.df_satt, row);
    const t = (found?.coefficients[1] ?? Number.NaN) / (found?.standardErrors.cr2 ?? Number.NaN);
    near(tBothTails(t, found?.degreesOfFreedom ?? 1), expected.p_satt, row);
  },

  wild_cluster_exact_rademacher(row) {
    const expected = z
      .object({ t: z.number(), p_sym: z.number(), p_greater: z.number(), n: z.number() })
      .parse(row.expected);
    const found = wildBootstrap(clustered(row), 1, 'rademacher', none);
    near(found?.t, expected.t, row);
    near(found?.pTwoSided, expected.p_sym, row);
    near(found?.pGreater, expected.p_greater, row);
    expect(found?.greater).toMatchObject({ all: expected.n, exact: true });
  },

  beta_binomial_ml(row) {
    const expected = z
      .object({
        shape1: z.number(),
        shape2: z.number(),
        loglik: z.number(),
        posteriorMean: numbers,
        ci95: z.array(numbers),
      })
      .parse(row.expected);
    const y = trials(row);
    const found = betaBinomial(y);
    if (found.reason !== null) throw new Error(found.reason);
    const chosen = y.reduce((total, { successes, total: n }) => total + logChoose(n, successes), 0);
    near(found.logLikelihood + chosen, expected.loglik, row);
    // VGAM stops where the likelihood is flat: ours is higher, in its eighth digit, at shapes a little larger.
    expect(found.logLikelihood + chosen).toBeGreaterThan(expected.loglik);
    near(found.shape1 / expected.shape1, 1, { ...row, tol: 3e-4 });
    near(found.shape2 / expected.shape2, 1, { ...row, tol: 3e-4 });
    near(found.shape1 / found.shape2, expected.shape1 / expected.shape2, row);
    allNear(
      found.groups.map(({ mean }) => mean),
      expected.posteriorMean,
      row,
    );
    allNear(
      found.groups.flatMap(({ interval }) => pair(interval)),
      expected.ci95.flat(),
      row,
    );
  },

  spec_curve_toy(row) {
    const { A_docBySpec, B_docBySpec, x } = z
      .object({ A_docBySpec: z.array(numbers), B_docBySpec: z.array(numbers), x: numbers })
      .parse(row.inputs);
    const expected = z
      .object({
        estimates: numbers,
        z: numbers,
        median: z.number(),
        shareSignificant: z.number(),
        stouffer: z.number(),
        p_median: z.number(),
        p_share: z.number(),
        p_stouffer: z.number(),
        n: z.number(),
      })
      .parse(row.expected);
    const column = (table: readonly (readonly number[])[], at: number) =>
      Float64Array.from(table, (values) => values[at] ?? Number.NaN);
    const columns = expected.estimates.map((_, at) => ({
      a: column(A_docBySpec, at),
      b: column(B_docBySpec, at),
    }));
    const found = specifications(columns, grouping(Int32Array.from(x), 2), [-1, 1]);
    allNear(
      found.map(({ value }) => value),
      expected.estimates,
      row,
    );
    allNear(
      found.map(({ value, standardError }) => (value ?? Number.NaN) / (standardError ?? Number.NaN)),
      expected.z,
      row,
    );
    const curve = curveOf(found);
    near(curve.median, expected.median, row);
    near(curve.shareSignificant, expected.shareSignificant, row);
    near(curve.stouffer, expected.stouffer, row);
    const test = curvePermutation(columns, x, undefined, [-1, 1], none);
    near(test.median?.pGreater, expected.p_median, row);
    near(test.shareSignificant?.pGreater, expected.p_share, row);
    near(test.stouffer?.pGreater, expected.p_stouffer, row);
    expect(test.median?.greater.all).toBe(expected.n);
  },
};
