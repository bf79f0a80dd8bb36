import { expect } from 'vitest';
import { z } from 'zod';
import { thresholdVerdict } from '../../src/assess/threshold.ts';
import { diversity, sharesOf } from '../../src/stats/diversity.ts';
import { fisherExact } from '../../src/stats/fisher.ts';
import { keyness } from '../../src/stats/keyness.ts';
import { distinctions } from '../../src/stats/logodds.ts';
import { designEffect, expectedError, minimalDetectable } from '../../src/stats/power.ts';
import { clopperPearson, wilson, wilsonSampleSize } from '../../src/stats/proportion.ts';
import { allNear, type Checks, near, numberOrNull, numbers, pair, type Row } from './row.ts';

function share(row: Row): void {
  const { x, n } = z.object({ x: z.number(), n: z.number() }).parse(row.inputs);
  const expected = z.object({ wilson: numbers, clopperPearson: numbers }).parse(row.expected);
  allNear(pair(wilson(x, n)), expected.wilson, row);
  allNear(pair(clopperPearson(x, n)), expected.clopperPearson, row);
}

function fisher(row: Row): void {
  const two = z.tuple([z.number(), z.number()]);
  const { table } = z.object({ table: z.tuple([two, two]) }).parse(row.inputs);
  const expected = z
    .object({ p_two: z.number(), p_greater: z.number(), condMLE_OR: z.number(), ci: numbers })
    .parse(row.expected);
  const found = fisherExact(table);
  near(found?.pTwoSided, expected.p_two, row);
  near(found?.pGreater, expected.p_greater, row);
  // R looks for the ratio, or for its inverse above 1, with a root finder that stops at a width of eps^(1/4); ours
  // goes on to the last bits, where scipy.stats.contingency.odds_ratio is too.
  const loose = { ...row, tol: 2 ** -13 };
  const small = (ratio: number | null | undefined) => (ratio && ratio > 1 ? 1 / ratio : ratio);
  near(small(found?.oddsRatio), small(expected.condMLE_OR) ?? Number.NaN, loose);
  for (const [at, bound] of expected.ci.entries())
    near(small(pair(found)[at]), small(bound) ?? Number.NaN, loose);
}

function word(row: Row): void {
  const { a, b, n1, n2 } = z
    .object({ a: z.number(), b: z.number(), n1: z.number(), n2: z.number() })
    .parse(row.inputs);
  const expected = z
    .object({
      g2_dunning_4cell: z.number(),
      p: z.number(),
      g2_rayson_2cell: z.number(),
      sign: z.number(),
      log2_ratio_half_for_zero: z.number(),
    })
    .parse(row.expected);
  const found = keyness(a, b, n1, n2);
  near(found?.g2, expected.g2_dunning_4cell, row);
  near(found?.p, expected.p, row);
  near(found?.g2Word, expected.g2_rayson_2cell, row);
  expect(found?.sign).toBe(expected.sign);
  near(found?.logRatio, expected.log2_ratio_half_for_zero, row);
}

function mixed(row: Row): void {
  const { counts } = z.object({ counts: numbers }).parse(row.inputs);
  const expected = z
    .object({
      shannon: z.number(),
      hill1: z.number(),
      hill2: z.number(),
      hhi: z.number(),
      gini_simpson_unbiased: numberOrNull,
    })
    .parse(row.expected);
  const found = diversity(counts);
  near(found?.shannon, expected.shannon, row);
  near(found?.hill1, expected.hill1, row);
  near(found?.hill2, expected.hill2, row);
  near(found?.concentration, expected.hhi, row);
  allNear([found?.giniSimpson], [expected.gini_simpson_unbiased], row);
}

function plan(row: Row): void {
  const { p, halfWidth } = z.object({ p: z.number(), halfWidth: z.number() }).parse(row.inputs);
  expect(wilsonSampleSize(p, halfWidth)).toBe(z.object({ n: z.number() }).parse(row.expected).n);
}

function detectable(row: Row): void {
  const inputs = z
    .object({
      nDocs1: z.number(),
      nDocs0: z.number(),
      meanFramed: z.number(),
      cv: z.number(),
      icc: z.number(),
      p: z.number(),
      tau: z.number().optional(),
      G1: z.number().default(0),
      G0: z.number().default(0),
    })
    .parse(row.inputs);
  const expected = z
    .object({ deff: z.number(), se: z.number(), mde_logOR: z.number(), mde_OR: z.number() })
    .parse(row.expected);
  const scopeB =
    inputs.tau === undefined
      ? {}
      : { institutions: { numbers: [inputs.G1, inputs.G0] as const, deviation: inputs.tau } };
  const design = {
    documents: [inputs.nDocs1, inputs.nDocs0] as const,
    passages: inputs.meanFramed,
    variation: inputs.cv,
    correlation: inputs.icc,
    share: inputs.p,
    ...scopeB,
  };
  near(designEffect(design), expected.deff, row);
  near(expectedError(design), expected.se, row);
  near(minimalDetectable(design), expected.mde_logOR, row);
  near(Math.exp(minimalDetectable(design) ?? Number.NaN), expected.mde_OR, row);
}

function threshold(row: Row): void {
  const inputs = z
    .object({ shareLo: z.number(), shareHi: z.number(), threshold: z.number() })
    .parse(row.inputs);
  const expected = z.object({ L: z.number(), U: z.number(), verdict: z.string() }).parse(row.expected);
  const found = thresholdVerdict(inputs.shareLo, inputs.shareHi, inputs.threshold);
  near(found.lower, expected.L, row);
  near(found.upper, expected.U, row);
  expect(found.verdict).toBe(expected.verdict);
}

/** Shares, tables, words, Appendix I, planning. */
export const counts: Checks = {
  wilson_: share,
  fisher_: fisher,
  g2_: word,
  diversity_: mixed,
  plan_: plan,
  mde_: detectable,
  verdict_threshold_: threshold,

  monroe_6words(row) {
    const { y1, y2, background, alpha0 } = z
      .object({ y1: numbers, y2: numbers, background: numbers, alpha0: z.number() })
      .parse(row.inputs);
    const expected = z.object({ delta: numbers, var: numbers, z: numbers }).parse(row.expected);
    const found = distinctions(y1, y2, background, alpha0);
    allNear(
      found.map((one) => one?.delta),
      expected.delta,
      row,
    );
    allNear(
      found.map((one) => one?.variance),
      expected.var,
      row,
    );
    allNear(
      found.map((one) => one?.z),
      expected.z,
      row,
    );
  },

  appendix_funding(row) {
    const inputs = z.record(z.string(), z.number()).parse(row.inputs);
    const expected = z.record(z.string(), z.number()).parse(row.expected);
    const amount = (name: string) => inputs[name] ?? Number.NaN;
    const value = (name: string) => expected[name] ?? Number.NaN;
    const ism = [amount('FOCEM'), amount('UNDP'), amount('MIDES')];
    near(
      ism.reduce((total, one) => total + one, 0),
      value('ism_total'),
      row,
    );
    const [focem, undp, mides] = sharesOf(ism) ?? [];
    near(focem, value('focem_share'), row);
    near(undp, value('undp_share'), row);
    near(mides, value('mides_share'), row);
    near((focem ?? Number.NaN) + (mides ?? Number.NaN), value('state_or_interstate_share'), row);
    const unasur = [amount('UNASUR_CSDS'), amount('UNASUR_total') - amount('UNASUR_CSDS')];
    near(sharesOf(unasur)?.[0], value('csds_share'), row);
    const recm = [amount('RECM_disbursed_EUR'), amount('RECM_AECID_EUR') - amount('RECM_disbursed_EUR')];
    near(sharesOf(recm)?.[0], value('recm_disbursed_share'), row);
  },

  appendix_wilson_social_share(row) {
    const inputs = z.record(z.string(), z.tuple([z.number(), z.number()])).parse(row.inputs);
    const expected = z
      .record(z.string(), z.object({ share: z.number(), wilson95: numbers }))
      .parse(row.expected);
    expect(Object.keys(inputs)).toEqual(Object.keys(expected));
    for (const [name, [x, n]] of Object.entries(inputs)) {
      near(x / n, expected[name]?.share ?? Number.NaN, row);
      allNear(pair(wilson(x, n)), expected[name]?.wilson95 ?? [], row);
    }
  },
};
