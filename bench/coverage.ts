import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { codedPerSide } from '../sample/coders.ts';
import type { Estimate } from '../src/model/finding.ts';
import { sum } from '../src/stats/sum.ts';
import { alike, bundled, type Regenerated, regenerate, target } from './support/tagged.ts';

/**
 * Whether the method keeps its word where the truth is known: the sample study regenerated as tagged passages, with its
 * unequal recall, sampled by `titrate sample`'s own draw, coded by simulated coders and assessed as a run would. Prints how often
 * the 95 % interval of the first hypothesis holds what the generator's chances come to, what bias correction takes away,
 * and how often a sample without a difference is said to support the claim. Ends with 1 where coverage lies outside
 * 92.5 to 97.5 %, or support of nothing above 3.5 %, by the interval alone, which is less strict than the verdict.
 *
 * Run: node bench/coverage.ts; RUNS (2000), PER_SIDE (400, as in the bundled sample) and PROCESSES (the number of cores) can be set.
 */
const runs = Number(process.env['RUNS'] ?? 2000);
const perSide = Number(process.env['PER_SIDE'] ?? codedPerSide);
const processes = Number(process.env['PROCESSES'] ?? availableParallelism());
const firstSeed = 20140601;
const nullShare = 0.5;
const [least, most, mostFalse] = [0.925, 0.975, 0.035];

type Part = { readonly isNull: boolean; readonly from: number; readonly to: number };

const study = await bundled(fileURLToPath(new URL('..', import.meta.url)));
const without = { ...study, publishers: alike(study.publishers, nullShare) };

if (process.send === undefined) await measure();
else
  process.once('message', ({ isNull, from, to }: Part) => {
    const found = Array.from({ length: to - from }, (_, at) =>
      regenerate(isNull ? without : study, firstSeed + from + at, perSide),
    );
    process.send?.(found, () => process.exit(0));
  });

async function measure(): Promise<void> {
  const start = performance.now();
  const [planted, nothing] = [await all(false), await all(true)];
  const truth = target(study.publishers);
  const coded = Math.round(mean(planted.map((one) => one.coded)));
  console.log(
    `${runs} samples with a dilution of ${Math.exp(truth).toFixed(2)} and ${runs} without, ${coded} passages coded; ${((performance.now() - start) / 1000).toFixed(0)} s in ${processes} processes`,
  );
  const rows = [
    ['planted, no error', planted.map((one) => one.planted), truth],
    ['uncorrected', planted.map((one) => one.uncorrected), truth],
    ['corrected', planted.map((one) => one.corrected), truth],
    ['none, uncorrected', nothing.map((one) => one.uncorrected), 0],
    ['none, corrected', nothing.map((one) => one.corrected), 0],
  ] as const;
  console.table(Object.fromEntries(rows.map(([name, estimates, value]) => [name, told(estimates, value)])));
  const coverages = [
    covering(
      planted.map((one) => one.corrected),
      truth,
    ),
    covering(
      nothing.map((one) => one.corrected),
      0,
    ),
  ];
  const alone = share(nothing, (one) => one.alone?.startsWith('SUPPORTED') ?? false);
  const declared = share(nothing, (one) => one.verdict.startsWith('SUPPORTED'));
  const found = share(planted, (one) => one.verdict.startsWith('SUPPORTED'));
  console.log(
    `coverage of the 95 % interval: ${coverages.map(percent).join(' and ')} (bar ${100 * least} to ${100 * most} %)`,
  );
  console.log(
    `without a difference, supported by the interval alone: ${percent(alone)} (bar ${(100 * mostFalse).toFixed(1)} %), declared so: ${percent(declared)}`,
  );
  console.log(`with the planted one, declared supported: ${percent(found)}`);
  if (coverages.some((one) => !(one >= least && one <= most)) || alone > mostFalse) process.exitCode = 1;
}

/** All samples of one kind in the order of their seeds, however many processes share them. */
async function all(isNull: boolean): Promise<readonly Regenerated[]> {
  const bounds = Array.from({ length: processes + 1 }, (_, at) => Math.round((at * runs) / processes));
  const parts = bounds.slice(1).map((to, at) => inChild({ isNull, from: bounds[at] ?? 0, to }));
  return (await Promise.all(parts)).flat();
}

function inChild(part: Part): Promise<readonly Regenerated[]> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('message', (found: readonly Regenerated[]) => resolve(found));
    child.once('exit', (code) => (code === 0 ? undefined : reject(new Error(`ended with ${code}`))));
    child.send(part);
  });
}

/** Bias, spread, what the program took for spread, and coverage of estimates; a sample without one covers nothing. */
function told(estimates: readonly (Estimate | null)[], truth: number) {
  const found = estimates.filter((one) => one !== null);
  const values = found.map(({ value }) => value);
  const centre = mean(values);
  const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  return {
    'no estimate': estimates.length - found.length,
    bias: `${(centre - truth).toFixed(3)} ± ${(spread / Math.sqrt(values.length)).toFixed(3)}`,
    spread: spread.toFixed(3),
    'standard error': Math.sqrt(mean(found.map(({ standardError }) => standardError ** 2))).toFixed(3),
    'coverage %': percent(covering(estimates, truth)),
    'below %': percent(share(found, ({ upper }) => upper < truth)),
    'above %': percent(share(found, ({ lower }) => lower > truth)),
  };
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function covering(estimates: readonly (Estimate | null)[], truth: number): number {
  return share(estimates, (one) => one !== null && one.lower <= truth && truth <= one.upper);
}

function share<T>(things: readonly T[], isOne: (one: T) => boolean): number {
  return things.filter(isOne).length / things.length;
}

/** A share with its Monte Carlo error. */
function percent(value: number): string {
  return `${(100 * value).toFixed(1)} ± ${(100 * Math.sqrt((value * (1 - value)) / runs)).toFixed(1)}`;
}
