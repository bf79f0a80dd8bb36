import { typeTests } from '../src/assess/robust/calibrate.ts';
import { correctedTotal, designTotals } from '../src/stats/dsl.ts';
import { groupContrast, grouping, groupSums, studentised } from '../src/stats/groupcontrast.ts';
import { linearisedVariance, logRatio, type Pair, totalOf } from '../src/stats/logratio.ts';
import { normalTail } from '../src/stats/normal.ts';
import { jointPermutationTest } from '../src/stats/permutation.ts';
import { roganGladen } from '../src/stats/rogangladen.ts';
import { betaDraw, documentsDraw, normalDraw, poissonDraw } from '../src/stats/simulate.ts';
import { type Substream, substream } from '../src/stats/substream.ts';
import { mean, squaredDeviations, sum } from '../src/stats/sum.ts';
import { wildBootstrap } from '../src/stats/wildbootstrap.ts';
import { misclassification, typeOneError } from './support/simulations.ts';

/**
 * The two simulations that the method rests on (docs/method.md 2.5 and 3.1), run with the estimators of this program
 * and random numbers of its own, beside what other code gave for the specification. Prints ours beside theirs; ends with 1
 * where one differs by more than Monte Carlo error allows.
 *
 * Run: node bench/calibration.ts; RUNS (1000) sets the studies of each cell, 600 of which serve 2.5.
 */
const runs = Number(process.env['RUNS'] ?? 1000);
const [theirRuns, theirMisclassified] = [1000, 600];
const codedRuns = Math.round((runs * theirMisclassified) / theirRuns);
/** Differences in standard errors that are no chance: with some 130 numbers compared, one in 40 such benches goes beyond by chance. */
const LIMIT = 3.7;
const z95 = 1.96;
const z90 = 1.645;

type Compared = {
  readonly what: string;
  readonly ours: number;
  readonly theirs: number;
  readonly error: number;
};
const compared: Compared[] = [];

const errors = typeOneError.map(({ institutions, documents, deviation, ...theirs }) => {
  const ours = rejections(institutions, documents, deviation);
  const cell = `${institutions} v ${institutions}, ${documents} documents, ${deviation}`;
  for (const rule of Object.keys(theirs) as (keyof typeof theirs)[])
    compareShares(`${cell}: ${rule}`, ours[rule], theirs[rule], runs, theirRuns);
  return [
    cell,
    Object.entries(theirs).map(([rule, share]) => [rule, beside(ours[rule as keyof typeof ours], share)]),
  ] as const;
});
console.log(
  `Share of ${runs} studies without an effect that each rule rejects at 5 % (theirs: ${theirRuns}); ours / theirs`,
);
console.table(Object.fromEntries(errors.map(([cell, rules]) => [cell, Object.fromEntries(rules)])));

const biases = misclassification.flatMap(({ isEffect, isUnequal, coded, ...theirs }) => {
  const ours = misclassified(isEffect ? Math.log(1.5) : 0, isUnequal, coded);
  const cell = `${isEffect ? 'OR 1.5' : 'no effect'}, errors ${isUnequal ? 'unequal' : 'equal'}, ${coded} coded`;
  return (Object.keys(theirs) as (keyof typeof theirs)[]).map((estimator) => {
    const [one, other] = [ours[estimator], theirs[estimator]];
    const spread = other.spread * Math.sqrt(1 / codedRuns + 1 / theirMisclassified);
    compared.push({ what: `${cell}: ${estimator} bias`, ours: one.bias, theirs: other.bias, error: spread });
    compared.push({
      what: `${cell}: ${estimator} spread`,
      ours: one.spread,
      theirs: other.spread,
      error: spread / Math.SQRT2,
    });
    const row: Record<string, string> = {
      cell,
      estimator,
      bias: beside(one.bias, other.bias),
      spread: beside(one.spread, other.spread),
    };
    if (!('coverage' in other) || !('coverage' in one)) return row;
    for (const what of ['coverage', 'rejects'] as const) {
      compareShares(`${cell}: ${estimator} ${what}`, one[what], other[what], codedRuns, theirMisclassified);
      row[what] = beside(one[what], other[what]);
    }
    return row;
  });
});
console.log(
  `What ${codedRuns} studies give where the lexicon errs (theirs: ${theirMisclassified}); ours / theirs`,
);
console.table(biases);

const outside = compared.filter(({ ours, theirs, error }) => Math.abs(ours - theirs) > LIMIT * error);
const furthest = Math.max(...compared.map(({ ours, theirs, error }) => Math.abs(ours - theirs) / error));
console.log(
  `${compared.length} numbers compared, the furthest ${furthest.toFixed(2)} standard errors apart; ${outside.length} beyond ${LIMIT}`,
);
for (const { what, ours, theirs } of outside) console.log(`  OUTSIDE  ${what}: ${ours} and ${theirs}`);
if (outside.length > 0) process.exitCode = 1;

function compareShares(what: string, ours: number, theirs: number, n: number, m: number): void {
  // A share of 0 or 1 has no spread of its own: pooled, with one case added.
  const pooled = (ours * n + theirs * m + 1) / (n + m + 2);
  compared.push({ what, ours, theirs, error: Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m)) });
}

function beside(ours: number, theirs: number): string {
  return `${ours.toFixed(3)} / ${theirs.toFixed(3)}`;
}

/** Shares of studies without an effect that each rule rejects (3.1). */
function rejections(institutions: number, documents: number, deviation: number) {
  const counts = {
    passages: 0,
    documentPermutation: 0,
    studentised: 0,
    clusters: 0,
    institutionPermutation: 0,
    welch: 0,
    wild: 0,
  };
  for (let run = 0; run < runs; run++) {
    const random = substream(20240601, `${institutions} ${documents} ${deviation}`, run);
    const study = Array.from({ length: 2 * institutions }, (_, at) => {
      const share = 1 / (1 + Math.exp(-deviation * normalDraw(random)));
      const n = poissonDraw(documents - 2, random) + 2;
      // Negative binomial of size 1.5 about 11, and 1.
      const pairs = documentsDraw(
        n,
        share,
        0.15,
        { mean: 12, variation: Math.sqrt(11 + 121 / 1.5) / 12 },
        random,
      );
      return { side: at < institutions ? ('source' as const) : ('policy' as const), pairs };
    });
    const pairs = study.flatMap((one) => one.pairs);
    const labels = study.flatMap(({ side, pairs: own }) => own.map(() => (side === 'source' ? 0 : 1)));
    const columns = { a: Float64Array.from(pairs, ({ a }) => a), b: Float64Array.from(pairs, ({ b }) => b) };
    const contrast = (drawn: Int32Array) => groupContrast(groupSums(columns, grouping(drawn, 2)), [1, -1]);
    const observed = contrast(Int32Array.from(labels));
    const z = studentised(observed) ?? 0;
    if (normalTail(z) < 0.05) counts.clusters++;
    if (normalTail((observed?.value ?? 0) / passageError(pairs, labels)) < 0.05) counts.passages++;
    const [plain, own] = jointPermutationTest(
      labels,
      undefined,
      (drawn) => {
        const found = contrast(drawn);
        return [found?.value ?? null, studentised(found)];
      },
      { seed: 1, name: `documents ${run}`, from: 0, to: 399 },
    );
    if ((plain?.pGreater ?? 1) <= 0.05) counts.documentPermutation++;
    if ((own?.pGreater ?? 1) <= 0.05) counts.studentised++;
    const { permutation, welch } = typeTests(study, 1, run);
    if ((permutation ?? 1) <= 0.05 + 1e-12) counts.institutionPermutation++;
    if ((welch ?? 1) < 0.05) counts.welch++;
    const clusters = study.map(({ side, pairs: some }) => {
      const { a, b } = totalOf(some);
      return { x: [[1, side === 'source' ? 1 : 0]], y: [logRatio(a, b) ?? 0] };
    });
    const wild = wildBootstrap(clusters, 1, 'webb', { seed: 1, name: `wild ${run}`, from: 0, to: 999 });
    if ((wild?.pGreater ?? 1) <= 0.05) counts.wild++;
  }
  return {
    passages: counts.passages / runs,
    documentPermutation: counts.documentPermutation / runs,
    studentised: counts.studentised / runs,
    clusters: counts.clusters / runs,
    institutionPermutation: counts.institutionPermutation / runs,
    welch: counts.welch / runs,
    wild: counts.wild / runs,
  };
}

/** Standard error of the log odds ratio as if passages were independent: the mistake that 3.1 shows. */
function passageError(pairs: readonly Pair[], labels: readonly number[]): number {
  return Math.sqrt(
    sum(
      [0, 1].flatMap((label) => {
        const { a, b } = totalOf(pairs.filter((_, at) => labels[at] === label));
        return [1 / (a + 0.5), 1 / (b + 0.5)];
      }),
    ),
  );
}

type Passage = { readonly truth: readonly [number, number]; readonly found: readonly [number, number] };
type Group = {
  readonly documents: readonly (readonly Passage[])[];
  readonly probability: ReadonlyMap<Passage, number>;
};

/** Bias, spread, coverage and rejections of four estimators where the lexicon errs (2.5). */
function misclassified(delta: number, isUnequal: boolean, coded: number) {
  const values = {
    oracle: [] as number[],
    raw: [] as number[],
    corrected: [] as number[],
    roganGladen: [] as number[],
  };
  const covered = { oracle: 0, raw: 0, corrected: 0 };
  const rejected = { oracle: 0, raw: 0, corrected: 0 };
  for (let run = 0; run < codedRuns; run++) {
    const random = substream(11, `${delta} ${isUnequal} ${coded}`, run);
    const groups = [1, 0].map((own) => groupOf(own === 1, delta, isUnequal, coded, random));
    for (const estimator of ['oracle', 'raw', 'corrected'] as const) {
      const parts = groups.map(({ documents, probability }) => {
        const pairs = documents.map((passages) => pairOf(passages, probability, estimator));
        const { a, b } = totalOf(pairs);
        return { theta: logRatio(a, b), variance: linearisedVariance(pairs) };
      });
      const [one, other] = parts;
      if (one?.theta == null || other?.theta == null) continue;
      const value = one.theta - other.theta;
      const error = Math.sqrt((one.variance ?? 0) + (other.variance ?? 0));
      values[estimator].push(value);
      if (Math.abs(value - delta) < z95 * error) covered[estimator]++;
      if (value / error > z90) rejected[estimator]++;
    }
    values.roganGladen.push(pooledRoganGladen(groups));
  }
  const told = (estimator: 'oracle' | 'raw' | 'corrected') => ({
    ...momentsOf(values[estimator], delta),
    coverage: covered[estimator] / codedRuns,
    rejects: rejected[estimator] / codedRuns,
  });
  return {
    oracle: told('oracle'),
    raw: told('raw'),
    corrected: told('corrected'),
    roganGladen: momentsOf(values.roganGladen, delta),
  };
}

function momentsOf(values: readonly number[], delta: number) {
  return { bias: (mean(values) ?? 0) - delta, spread: Math.sqrt(squaredDeviations(values) / values.length) };
}

function pairOf(
  passages: readonly Passage[],
  probability: ReadonlyMap<Passage, number>,
  estimator: 'oracle' | 'raw' | 'corrected',
): Pair {
  const total = (pole: 0 | 1) => {
    if (estimator === 'oracle') return sum(passages.map(({ truth }) => truth[pole]));
    const found = sum(passages.map((passage) => passage.found[pole]));
    if (estimator === 'raw') return found;
    const codings = passages.flatMap((passage) => {
      const chance = probability.get(passage);
      if (chance === undefined) return [];
      return [{ predicted: passage.found[pole], truth: passage.truth[pole], probability: chance }];
    });
    return correctedTotal(designTotals(passages.length, found, codings));
  };
  return { a: total(0), b: total(1) };
}

/** 40 documents of one side: truth, what a lexicon finds that errs, and which passages people coded. */
function groupOf(
  isSource: boolean,
  delta: number,
  isUnequal: boolean,
  coded: number,
  random: Substream,
): Group {
  const share = 1 / (1 + Math.exp(isSource ? -delta / 2 : delta / 2));
  const strength = 9;
  const [missed, missedOther] = isUnequal && !isSource ? [0.45, 0.1] : [0.15, 0.2];
  const documents = Array.from({ length: 40 }, () => {
    const own = betaDraw(share * strength, (1 - share) * strength, random);
    return Array.from({ length: poissonDraw(25, random) + 1 }, (): Passage => {
      const isFramed = random.unit() < 0.4;
      const isClaimed = isFramed && random.unit() < own;
      const truth = [isClaimed ? 1 : 0, isFramed && !isClaimed ? 1 : 0] as const;
      const found = [
        random.unit() < (truth[0] === 1 ? 1 - missed : 0.03) ? 1 : 0,
        random.unit() < (truth[1] === 1 ? 1 - missedOther : 0.05) ? 1 : 0,
      ] as const;
      return { truth, found };
    });
  });
  const probability = new Map<Passage, number>();
  const strata = Map.groupBy(documents.flat(), ({ found }) => found[0] + 2 * found[1]);
  for (const [stratum, portion] of [0.35, 0.25, 0.25, 0.15].entries()) {
    const left = [...(strata.get(stratum) ?? [])];
    const wanted = Math.max(1, Math.min(left.length, Math.round(coded * portion)));
    const chance = wanted / left.length;
    for (let draw = 0; draw < wanted && left.length > 0; draw++) {
      const [passage] = left.splice(random.below(left.length), 1);
      if (passage !== undefined) probability.set(passage, chance);
    }
  }
  return { documents, probability };
}

/** One sensitivity and one specificity for both sides, from all codings: the assumption that 2.5 shows to fail. */
function pooledRoganGladen(groups: readonly Group[]): number {
  const thetas = ([0, 1] as const).map((pole) => {
    let [hits, positives, rejected, negatives] = [0, 0, 0, 0];
    for (const { probability } of groups)
      for (const [{ truth, found }, chance] of probability) {
        if (truth[pole] === 1) {
          positives += 1 / chance;
          hits += found[pole] / chance;
        } else {
          negatives += 1 / chance;
          rejected += (1 - found[pole]) / chance;
        }
      }
    return groups.map(({ documents }) => {
      const all = documents.flat();
      const apparent = { positive: sum(all.map(({ found }) => found[pole])), total: all.length };
      return Math.max(1e-3, roganGladen(apparent, hits / positives, rejected / negatives).prevalence ?? 0);
    });
  });
  const ratio = (side: number) => Math.log((thetas[0]?.[side] ?? 1) / (thetas[1]?.[side] ?? 1));
  return ratio(0) - ratio(1);
}
