import { expect } from 'vitest';
import { z } from 'zod';
import { largestChange } from '../../src/stats/changepoint.ts';
import { type Logistic, standardErrors } from '../../src/stats/logistic.ts';
import { mannKendall, theilSen } from '../../src/stats/mannkendall.ts';
import {
  binomialCost,
  meanCost,
  optimalPartition,
  poissonCost,
  type SegmentCost,
} from '../../src/stats/partition.ts';
import { permutationTest } from '../../src/stats/permutation.ts';
import { cochranArmitage, interruptedSeries, logisticTrend } from '../../src/stats/trend.ts';
import { allNear, type Checks, near, none, numberOrNull, numbers, type Row } from './row.ts';

const Series = z.object({ success: numbers, total: numbers });

function binsOf(row: Row, times: readonly number[] = []) {
  const { success, total } = Series.parse(row.inputs);
  return success.map((successes, at) => ({
    time: times[at] ?? at,
    successes,
    total: total[at] ?? Number.NaN,
  }));
}

function yearsOf(row: Row) {
  return binsOf(row, z.object({ year: numbers }).parse(row.inputs).year);
}

function sameFit(found: Logistic, row: Row): void {
  const expected = z.object({ coef: numbers, se: numbers, dispersion: z.number() }).parse(row.expected);
  if (found.reason !== null) throw new Error(found.reason);
  allNear(found.coefficients, expected.coef, row);
  // R stops once the deviance changes by less than 1e-8 and takes weights from the step before: a few units in the sixth digit.
  near(found.dispersion, expected.dispersion, { ...row, tol: 3e-6 });
  // Without a floor for the dispersion, as R has it; ours are wider here.
  allNear(standardErrors(found, 0), expected.se, row);
  allNear(
    standardErrors(found),
    expected.se.map((error) => error / Math.sqrt(expected.dispersion)),
    row,
  );
}

function pelt(cost: (values: readonly number[]) => SegmentCost) {
  return (row: Row) => {
    const { y, penalty, minseglen } = z
      .object({ y: numbers, penalty: z.number(), minseglen: z.number() })
      .parse(row.inputs);
    const { changes } = optimalPartition(y.length, cost(y), penalty, minseglen);
    expect(changes).toEqual(z.object({ cpts: numbers }).parse(row.expected).cpts);
  };
}

function binomial(row: Row): void {
  const { penalty, minseglen, phi } = z
    .object({ penalty: z.number(), minseglen: z.number(), phi: z.number() })
    .parse(row.inputs);
  const expected = z.object({ total_cost: z.number(), cpts: numbers }).parse(row.expected);
  const bins = binsOf(row);
  const found = optimalPartition(bins.length, binomialCost(bins, phi), penalty, minseglen);
  near(found.cost, expected.total_cost, row);
  expect(found.changes).toEqual(expected.cpts);
}

function trend(row: Row): void {
  const { x } = z.object({ x: numbers }).parse(row.inputs);
  const expected = z
    .object({
      S: z.number(),
      varS: z.number(),
      z: z.number(),
      p: z.number(),
      tau_a: z.number(),
      slope: z.number(),
      intercept: z.number(),
      kendall_tau_b: numberOrNull,
    })
    .parse(row.expected);
  const found = mannKendall(x);
  near(found?.s, expected.S, row);
  near(found?.variance, expected.varS, row);
  near(found?.z, expected.z, row);
  near(found?.p, expected.p, row);
  near(found?.tauA, expected.tau_a, row);
  allNear([found?.tauB], [expected.kendall_tau_b], row);
  const line = theilSen([...x.keys()], x);
  near(line?.slope, expected.slope, row);
  near(line?.intercept, expected.intercept, row);
}

/** Trends, breaks and events. */
export const time: Checks = {
  mann_kendall_: trend,
  cpt_binom_: binomial,
  pelt_poisson: pelt(poissonCost),
  pelt_constant: pelt(poissonCost),
  pelt_normal_mean: pelt(meanCost),

  quasibinomial_trend(row) {
    const { centre } = z.object({ centre: z.number() }).parse(row.inputs);
    sameFit(logisticTrend(yearsOf(row), centre), row);
  },

  its_segmented(row) {
    const { event } = z.object({ event: z.number() }).parse(row.inputs);
    sameFit(interruptedSeries(yearsOf(row), event), row);
  },

  cochran_armitage(row) {
    const { score } = z.object({ score: numbers }).parse(row.inputs);
    const expected = z.object({ chisq: z.number(), p: z.number() }).parse(row.expected);
    const found = cochranArmitage(binsOf(row, score));
    near(found?.chiSquared, expected.chisq, row);
    near(found?.p, expected.p, row);
  },

  cpt_maxlr_exact_perm(row) {
    const { minseglen } = z.object({ minseglen: z.number() }).parse(row.inputs);
    const expected = z
      .object({ maxLR: z.number(), cpt: z.number(), p_exact: z.number(), nPerm: z.number() })
      .parse(row.expected);
    const bins = binsOf(row);
    const found = largestChange(bins, minseglen);
    near(found?.likelihoodRatio, expected.maxLR, row);
    expect(found?.at).toBe(expected.cpt);
    const statistic = (order: Int32Array) =>
      largestChange(
        [...order].flatMap((at) => bins[at] ?? []),
        minseglen,
      )?.likelihoodRatio ?? null;
    const test = permutationTest([...bins.keys()], undefined, statistic, none);
    near(test?.pGreater, expected.p_exact, row);
    expect(test?.greater.all).toBe(expected.nPerm);
  },
};
