import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { gather } from '../src/assess/gather.ts';
import { stratified } from '../src/assess/stratified.ts';
import { verdictOf } from '../src/assess/verdict.ts';
import { groupContrast, grouping, groupSums } from '../src/stats/groupcontrast.ts';
import { effectiveNumber } from '../src/stats/kish.ts';
import {
  jackknifedVariance,
  linearisedVariance,
  logRatio,
  type Pair,
  totalOf,
} from '../src/stats/logratio.ts';
import { mantelHaenszel } from '../src/stats/mantelhaenszel.ts';
import { bandProbability, bandThreshold, overlap } from '../src/stats/minhash.ts';
import { permutationTest } from '../src/stats/permutation.ts';
import { sampleQuantile } from '../src/stats/quantile.ts';
import { resample } from '../src/stats/resample.ts';
import { squaredDeviations } from '../src/stats/sum.ts';
import { agreement } from './reference/agreement.ts';
import { counts } from './reference/counts.ts';
import { inference } from './reference/inference.ts';
import { measurement } from './reference/measurement.ts';
import { type Checks, near, none, numbers, Row } from './reference/row.ts';
import { time } from './reference/time.ts';
import { balances } from './support/balances.ts';
import { observation } from './support/observation.ts';
import { dilution, plainStudy } from './support/study.ts';
import { waiting } from './support/waiting.ts';

const { rows } = z
  .object({ rows: z.array(Row) })
  .parse(JSON.parse(readFileSync('tests/fixtures/reference.json', 'utf8')));

/** Contrasts and how alike texts are; the other rows are in `tests/reference`. */
const contrasts: Checks = {
  lsh_: bands,
  verdict_: verdict,

  frame_balance_log_ratio(row) {
    const { docA, docB } = z.object({ docA: numbers, docB: numbers }).parse(row.inputs);
    const expected = z
      .object({ theta: z.number(), var: z.number(), se: z.number(), se_jackknife: z.number() })
      .parse(row.expected);
    const pairs = zip(docA, docB);
    const { a, b } = totalOf(pairs);
    near(logRatio(a, b), expected.theta, row);
    near(linearisedVariance(pairs), expected.var, row);
    near(Math.sqrt(linearisedVariance(pairs) ?? -1), expected.se, row);
    near(Math.sqrt(jackknifedVariance(pairs) ?? -1), expected.se_jackknife, row);
  },

  frame_balance_edge(row) {
    const { docA, docB } = z.object({ docA: numbers, docB: numbers }).parse(row.inputs);
    const pairs = zip(docA, docB);
    const { a, b } = totalOf(pairs);
    near(logRatio(a, b), z.object({ theta: z.number() }).parse(row.expected).theta, row);
    expect(jackknifedVariance([{ a: 3, b: 1 }])).toBeNull();
    const silent = pairs.map((pair, at) => documentOf('regional_body', pair, at));
    const others = [1, 2, 3].map((n, at) => documentOf('civil_society', { a: n, b: 2 }, at));
    const [finding] = balances([...others, ...silent], dilution, plainStudy);
    expect(finding).toMatchObject({ verdict: 'NOT_TESTABLE', estimate: null });
    expect(finding?.sides[1].institutions).toMatchObject([{ theta: null, leftOut: 'no_framed_passage' }]);
  },

  core_contrast(row) {
    const { A, B, civil } = z.object({ A: numbers, B: numbers, civil: numbers }).parse(row.inputs);
    const expected = z
      .object({
        logOR: z.number(),
        se_linearised: z.number(),
        se_jackknife: z.number(),
        boot_se_R20000: z.number(),
        boot_pct95: numbers,
        perm_p_greater_exact: z.number(),
        nAssignments: z.number(),
      })
      .parse(row.expected);
    const documents = zip(A, B).map((pair, at) => ({
      pair,
      at,
      voice: civil[at] === 1 ? 'civil_society' : 'regional_body',
    }));
    const [finding] = balances(
      documents.map(({ pair, at, voice }) => documentOf(voice, pair, at)),
      dilution,
      plainStudy,
    );
    near(finding?.estimate?.value, expected.logOR, row);
    near(finding?.estimate?.standardError, expected.se_jackknife, row);
    const linear = ['civil_society', 'regional_body'].map(
      (side) =>
        linearisedVariance(documents.filter(({ voice }) => voice === side).map(({ pair }) => pair)) ?? -1,
    );
    near(Math.sqrt((linear[0] ?? -1) + (linear[1] ?? -1)), expected.se_linearised, row);
    // The same in one pass over columns, permuted and drawn anew.
    const columns = { a: Float64Array.from(A), b: Float64Array.from(B) };
    const value = (labels: Int32Array, drawn?: Int32Array) =>
      groupContrast(groupSums(columns, grouping(labels, 2), drawn), [-1, 1])?.value ?? null;
    const test = permutationTest(civil, undefined, value, none);
    near(test?.observed, expected.logOR, row);
    near(test?.pGreater, expected.perm_p_greater_exact, row);
    expect(test?.greater.all).toBe(expected.nAssignments);
    const labels = Int32Array.from(civil);
    const drawn: number[] = [];
    resample(A.length, civil, { seed: 42, name: 'boot', from: 0, to: 20_000 }, (counts) => {
      drawn.push(value(labels, counts) ?? Number.NaN);
    });
    const loose = { ...row, tol: 0.03 };
    near(Math.sqrt(squaredDeviations(drawn) / (drawn.length - 1)), expected.boot_se_R20000, loose);
    near(sampleQuantile(drawn, 0.025), expected.boot_pct95[0] ?? Number.NaN, loose);
    near(sampleQuantile(drawn, 0.975), expected.boot_pct95[1] ?? Number.NaN, loose);
  },

  neff_docs(row) {
    const { passagesPerDoc } = z.object({ passagesPerDoc: z.array(z.number()) }).parse(row.inputs);
    near(effectiveNumber(passagesPerDoc), z.object({ neff: z.number() }).parse(row.expected).neff, row);
  },

  jaccard_containment(row) {
    const { a, b, k } = z.object({ a: z.string(), b: z.string(), k: z.number() }).parse(row.inputs);
    const expected = z
      .object({
        jaccard: z.number(),
        containment_a_in_b: z.number(),
        shared: z.number(),
        nA: z.number(),
        nB: z.number(),
      })
      .parse(row.expected);
    const [one, other] = [shinglesOf(a, k), shinglesOf(b, k)];
    const found = overlap(one, other);
    near(found.jaccard, expected.jaccard, row);
    near(found.containment, expected.containment_a_in_b, row);
    expect([found.shared, one.size, other.size]).toEqual([expected.shared, expected.nA, expected.nB]);
  },

  mh_strata(row) {
    const { data } = z.object({ data: z.array(z.number()) }).parse(row.inputs);
    // R keeps arrays by column: source and policy of the first outcome, then of the second.
    const tables = [0, 4, 8].map((at) => {
      const [a1 = 0, a0 = 0, b1 = 0, b0 = 0] = data.slice(at, at + 4);
      return { a1, b1, a0, b0 };
    });
    near(Math.exp(mantelHaenszel(tables) ?? 0), z.object({ OR: z.number() }).parse(row.expected).OR, row);
  },

  mh_crosscheck(row) {
    const pair = z.tuple([z.number(), z.number()]);
    const { strata } = z.object({ strata: z.array(z.tuple([pair, pair])) }).parse(row.inputs);
    const expected = z.object({ OR: z.number(), logOR: z.number() }).parse(row.expected);
    // The same through the stage, two documents a side and stratum.
    const languages = ['en', 'es', 'pt'] as const;
    const side = (place: 0 | 1) =>
      gather(
        strata.flatMap((table, at) =>
          halves(table[place]).map((presence, half) =>
            observation({ file: `${at}/${half}`, language: languages[at] ?? 'und', presence }),
          ),
        ),
        ['civil_society'],
        { numerator: 'NEP', denominator: 'DIL' },
      );
    const estimate = stratified(side(0), side(1));
    near(estimate?.value, expected.logOR, row);
    near(Math.exp(estimate?.value ?? 0), expected.OR, row);
  },
};

function verdict(row: Row): void {
  const { L, U, sesoi } = z.object({ L: z.number(), U: z.number(), sesoi: z.number() }).parse(row.inputs);
  expect(verdictOf(L, U, sesoi)).toBe(z.object({ verdict: z.string() }).parse(row.expected).verdict);
}

function bands(row: Row): void {
  const { h, b, s } = z.object({ h: z.number(), b: z.number(), s: z.number() }).parse(row.inputs);
  const expected = z
    .object({ rows: z.number(), threshold: z.number(), prob: z.number() })
    .parse(row.expected);
  expect(h / b).toBe(expected.rows);
  near(bandThreshold(h, b), expected.threshold, row);
  near(bandProbability(h, b, s), expected.prob, row);
}

function shinglesOf(text: string, size: number): ReadonlySet<string> {
  const words = text.split(' ');
  return new Set(words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' ')));
}

const checks: Checks = { ...contrasts, ...agreement, ...counts, ...inference, ...measurement, ...time };

/** The check of a row: that of its whole id, or of the longest beginning of it that has one. */
function keyOf(id: string): string | undefined {
  return Object.keys(checks)
    .filter((name) => id === name || (name.endsWith('_') && id.startsWith(name)))
    .toSorted((one, other) => other.length - one.length)[0];
}

function checkOf({ id }: Row): ((row: Row) => void) | undefined {
  return checks[keyOf(id) ?? ''];
}

function zip(as: readonly number[], bs: readonly number[]): readonly Pair[] {
  return as.map((a, at) => ({ a, b: bs[at] ?? Number.NaN }));
}

function halves([NEP, DIL]: readonly [number, number]) {
  const half = { NEP: Math.floor(NEP / 2), DIL: Math.ceil(DIL / 2) };
  return [half, { NEP: NEP - half.NEP, DIL: DIL - half.DIL }];
}

function documentOf(voice: string, { a, b }: Pair, at: number) {
  return observation({ file: `${voice}/${at}`, voice, institution: voice, presence: { NEP: a, DIL: b } });
}

describe('reference values', () => {
  it('are each either checked or named as waiting, never both', () => {
    const checked = rows.filter((row) => checkOf(row) !== undefined).map(({ id }) => id);
    expect([...checked, ...waiting].toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    const used = new Set(rows.map(({ id }) => keyOf(id)));
    expect(Object.keys(checks).filter((name) => !used.has(name))).toEqual([]);
  });

  it.each(rows.filter((row) => checkOf(row) !== undefined))('$id', (row) => checkOf(row)?.(row));
});
