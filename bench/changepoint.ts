import { readFileSync } from 'node:fs';
import { largestChange } from '../src/stats/changepoint.ts';
import { permutationTest } from '../src/stats/permutation.ts';
import { type Substream, substream } from '../src/stats/substream.ts';
import { dispersionWithin } from '../src/stats/trend.ts';

/**
 * How often a change of level is declared by three rules, in series with and without one: likelihood ratio above a
 * penalty of 2 ln T, the same over the dispersion, and documents permuted over dates. Series are drawn as in the
 * simulation behind docs/method.md 4: documents of beta-binomial counts with a correlation of .15 within documents.
 * REFERENCE may name a JSON file with rows {T, docs_per_year, jump, bic_binomial, bic_phi, perm_docs} of another
 * program's 400 runs a row: rates are then compared, and the bench ends with 1 where one differs by more than
 * 3.5 standard errors of the difference.
 *
 * Run: node bench/changepoint.ts; RUNS (400) and REPLICATES (199) can be set.
 */
const runs = Number(process.env['RUNS'] ?? 400);
const replicates = Number(process.env['REPLICATES'] ?? 199);
const reference = process.env['REFERENCE'];
const correlation = 0.15;
const seed = 5;

type Rates = { readonly bic_binomial: number; readonly bic_phi: number; readonly perm_docs: number };
type Row = Rates & { readonly T: number; readonly docs_per_year: number; readonly jump: number };

const known: readonly Row[] = reference === undefined ? [] : JSON.parse(readFileSync(reference, 'utf8'));

for (const [T, each] of [
  [10, 3],
  [15, 8],
] as const) {
  for (const jump of [0, 0.2, 0.35]) {
    const rates = ratesOf(T, each, jump);
    const other = known.find((row) => row.T === T && row.docs_per_year === each && row.jump === jump);
    const apart = other === undefined ? null : Math.max(...distances(rates, other));
    if (apart !== null && apart > 3.5) process.exitCode = 1;
    console.log(
      JSON.stringify({
        T,
        docs_per_year: each,
        jump,
        ...rates,
        runs,
        ...(apart === null ? {} : { apart: Number(apart.toFixed(2)) }),
      }),
    );
  }
}

function ratesOf(T: number, each: number, jump: number): Rates {
  const found = { bic_binomial: 0, bic_phi: 0, perm_docs: 0 };
  for (let run = 0; run < runs; run++) {
    const name = `changepoint/${T}/${each}/${jump}`;
    const documents = series(substream(seed, name, run), T, each, jump);
    const places = documents.map(({ bin }) => bin);
    const statistic = (labels: Int32Array) =>
      largestChange(binned(documents, labels, T), 2)?.likelihoodRatio ?? null;
    const observed = statistic(Int32Array.from(places)) ?? 0;
    const penalty = 2 * Math.log(T);
    const p = permutationTest(places, undefined, statistic, {
      seed,
      name: `${name}/${run}`,
      from: 0,
      to: replicates,
    });
    if (observed > penalty) found.bic_binomial++;
    if (observed / (dispersionWithin(documents) ?? 1) > penalty) found.bic_phi++;
    if ((p?.pGreater ?? 1) <= 0.05) found.perm_docs++;
  }
  return {
    bic_binomial: found.bic_binomial / runs,
    bic_phi: found.bic_phi / runs,
    perm_docs: found.perm_docs / runs,
  };
}

function series(random: Substream, T: number, each: number, jump: number) {
  const spread = (1 - correlation) / correlation;
  return Array.from({ length: T }, (_, bin) => {
    const share = bin >= Math.floor(T / 2) ? 0.5 - jump / 2 : 0.5 + jump / 2;
    return Array.from({ length: Math.max(1, poisson(random, each)) }, () => {
      const total = poisson(random, 11) + 1;
      const own = beta(random, share * spread, (1 - share) * spread);
      let successes = 0;
      for (let trial = 0; trial < total; trial++) if (random.unit() < own) successes++;
      return { bin, successes, total };
    });
  }).flat();
}

function binned(documents: ReturnType<typeof series>, places: Int32Array, T: number) {
  const bins = Array.from({ length: T }, () => ({ successes: 0, total: 0 }));
  for (const [at, { successes, total }] of documents.entries()) {
    const bin = bins[places[at] ?? 0];
    if (bin === undefined) continue;
    bin.successes += successes;
    bin.total += total;
  }
  return bins;
}

/** Differences of rates in standard errors, of which a rate of 0 or 1 has at least that of one run. */
function distances(ours: Rates, theirs: Rates): readonly number[] {
  const theirRuns = 400;
  return (['bic_binomial', 'bic_phi', 'perm_docs'] as const).map((rule) => {
    const share = (ours[rule] * runs + theirs[rule] * theirRuns) / (runs + theirRuns);
    const variance = Math.max(share * (1 - share), 1 / (runs + theirRuns)) * (1 / runs + 1 / theirRuns);
    return Math.abs(ours[rule] - theirs[rule]) / Math.sqrt(variance);
  });
}

/** Knuth's way, for small means. */
function poisson(random: Substream, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.unit(); product > limit; product *= random.unit()) count++;
  return count;
}

function beta(random: Substream, one: number, other: number): number {
  const x = gamma(random, one);
  return x / (x + gamma(random, other));
}

/** Marsaglia and Tsang (2000). */
function gamma(random: Substream, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.unit()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.unit()) < 0.5 * x ** 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
