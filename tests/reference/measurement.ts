import { expect } from 'vitest';
import { z } from 'zod';
import { correctedMean, correctedTotal, designTotals, powerTuning } from '../../src/stats/dsl.ts';
import { predictionPoweredMean, predictionTuning } from '../../src/stats/ppi.ts';
import { clopperPearson } from '../../src/stats/proportion.ts';
import { stratifiedRecall } from '../../src/stats/recall.ts';
import { roganGladen, roganGladenEstimated } from '../../src/stats/rogangladen.ts';
import { allNear, type Checks, near, numberOrNull, numbers, pair, type Row } from './row.ts';

function known(row: Row): void {
  const { pos, n, se, sp } = z
    .object({ pos: z.number(), n: z.number(), se: z.number(), sp: z.number() })
    .parse(row.inputs);
  const { tp } = z.object({ tp: numbers }).parse(row.expected);
  const found = roganGladen({ positive: pos, total: n }, se, sp);
  if (found.reason !== null) throw new Error(found.reason);
  allNear([found.unclipped, ...pair(found.interval)], tp, row);
}

const Counts = z.object({
  pos: z.number(),
  n: z.number(),
  tp: z.number(),
  nPos: z.number(),
  tn: z.number(),
  nNeg: z.number(),
});

function estimated(row: Row) {
  const { pos, n, tp, nPos, tn, nNeg } = Counts.parse(row.inputs);
  return roganGladenEstimated(
    { positive: pos, total: n },
    { positive: tp, total: nPos },
    { positive: tn, total: nNeg },
  );
}

function delta(row: Row): void {
  const expected = z
    .object({
      rg: z.number(),
      rg_unclipped: z.number(),
      var_delta: z.number(),
      lang_reiczigel95: numbers,
    })
    .parse(row.expected);
  const found = estimated(row);
  if (found.reason !== null) throw new Error(found.reason);
  near(found.prevalence, expected.rg, row);
  near(found.unclipped, expected.rg_unclipped, row);
  near(found.variance, expected.var_delta, row);
  allNear(pair(found.interval), expected.lang_reiczigel95, row);
}

const Strata = z
  .object({
    N_hit: z.number(),
    n_hit: z.number(),
    true_hit: z.number(),
    N_nonhit: z.number(),
    n_nonhit: z.number(),
    true_nonhit: z.number(),
  })
  .transform((row) => ({
    hits: { size: row.N_hit, coded: row.n_hit, positive: row.true_hit },
    others: { size: row.N_nonhit, coded: row.n_nonhit, positive: row.true_nonhit },
  }));

/** Errors of the lexicon, and what codings make of them. */
export const measurement: Checks = {
  rogan_gladen_: known,
  rg_est_: delta,

  rg_uninformative(row) {
    expect(estimated(row)).toEqual({ prevalence: null, reason: 'uninformative' });
  },

  ppi_mean(row) {
    const { Y, Yhat, YhatUnlabeled } = z
      .object({ Y: numbers, Yhat: numbers, YhatUnlabeled: numbers })
      .parse(row.inputs);
    const Estimate = z.object({ est: z.number(), ci95: numbers });
    const expected = z
      .object({
        ppi_lambda1: Estimate,
        classical_lambda0: Estimate,
        ppi_plus_plus: Estimate,
        lambda_star_paper: z.number(),
      })
      .parse(row.expected);
    const data = {
      coded: Y.map((truth, at) => ({ truth, prediction: Yhat[at] ?? Number.NaN })),
      others: YhatUnlabeled,
    };
    near(predictionTuning(data), expected.lambda_star_paper, row);
    // The estimate is linear in lambda, so that ppi_py's own can be told from its estimate.
    const tuned =
      (expected.classical_lambda0.est - expected.ppi_plus_plus.est) /
      (expected.classical_lambda0.est - expected.ppi_lambda1.est);
    for (const [lambda, { est, ci95 }] of [
      [1, expected.ppi_lambda1],
      [0, expected.classical_lambda0],
      [tuned, expected.ppi_plus_plus],
    ] as const) {
      const found = predictionPoweredMean(data, lambda);
      near(found?.mean, est, row);
      allNear(pair(found?.interval), ci95, row);
    }
  },

  dsl_mean(row) {
    const { g, R, Y, pi, cluster } = z
      .object({ g: numbers, R: numbers, Y: z.array(numberOrNull), pi: numbers, cluster: numbers })
      .parse(row.inputs);
    const expected = z
      .object({
        pseudo: numbers,
        estimate: z.number(),
        var_iid: z.number(),
        var_cluster_CR0: z.number(),
        var_cluster_G_over_Gminus1: z.number(),
        se_cluster: z.number(),
        lambda_star: z.number(),
        lambda_star_unclipped: z.number(),
      })
      .parse(row.expected);
    const totalsOf = (units: readonly number[]) =>
      designTotals(
        units.length,
        units.reduce((total, unit) => total + (g[unit] ?? 0), 0),
        units
          .filter((unit) => R[unit] === 1)
          .map((unit) => ({
            predicted: g[unit] ?? Number.NaN,
            truth: Y[unit] ?? Number.NaN,
            probability: pi[unit] ?? 0,
          })),
      );
    const units = g.map((_, unit) => unit);
    const single = units.map((unit) => totalsOf([unit]));
    allNear(
      single.map((one) => correctedTotal(one)),
      expected.pseudo,
      row,
    );
    const [n, iid] = [single.length, correctedMean(single)];
    near(iid?.mean, expected.estimate, row);
    near(((iid?.variance ?? Number.NaN) * (n - 1)) / n, expected.var_iid, row);
    const documents = [...Map.groupBy(units, (unit) => cluster[unit] ?? 0).values()].map(totalsOf);
    const found = correctedMean(documents);
    near(found?.mean, expected.estimate, row);
    near(found?.variance, expected.var_cluster_G_over_Gminus1, row);
    near((found?.variance ?? Number.NaN) * (3 / 4), expected.var_cluster_CR0, row);
    near(Math.sqrt(found?.variance ?? Number.NaN), expected.se_cluster, row);
    const tuning = powerTuning(documents);
    near(tuning?.lambda, expected.lambda_star, row);
    near(tuning?.unclipped, expected.lambda_star_unclipped, row);
  },

  recall_stratified(row) {
    const { hits, others } = Strata.parse(row.inputs);
    const expected = z
      .object({
        precision: z.number(),
        recall: z.number(),
        f1: z.number(),
        prevalence: z.number(),
        var_logit: z.number(),
        ci95: numbers,
      })
      .parse(row.expected);
    const found = stratifiedRecall(hits, others);
    near(found.precision, expected.precision, row);
    near(found.recall, expected.recall, row);
    near(found.f1, expected.f1, row);
    near(found.prevalence, expected.prevalence, row);
    near(found.varianceLogit, expected.var_logit, row);
    allNear(pair(found.interval), expected.ci95, row);
  },

  recall_zero_fn(row) {
    const { hits, others } = Strata.parse(row.inputs);
    const expected = z
      .object({ nonhit_upper_clopper: z.number(), recall_lower: z.number() })
      .parse(row.expected);
    near(clopperPearson(others.positive, others.coded)?.upper, expected.nonhit_upper_clopper, row);
    const found = stratifiedRecall(hits, others);
    // The row's point of 1 is what must not be reported.
    expect(found).toMatchObject({ recall: null, interval: null, reason: 'no_misses' });
    near(found.bound, expected.recall_lower, row);
  },
};
