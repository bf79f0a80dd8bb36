import { fork } from 'node:child_process';
import { choices, type Pole, placeOf, polesOf, primaryPlace } from '../src/assess/robust/choices.ts';
import { compared, contrastOf, sided, thetaOf } from '../src/assess/robust/compare.ts';
import { type CurveData, curveData } from '../src/assess/robust/curve.ts';
import { effects } from '../src/assess/robust/effects.ts';
import { type DocumentRows, matrix } from '../src/assess/robust/matrix.ts';
import { typeTest } from '../src/assess/robust/type-test.ts';
import type { Framing, Mark } from '../src/model/framing.ts';
import { bootstrapP, curveExtremes, type Extremes } from '../src/stats/specificationcurve.ts';
import { type Substream, substream } from '../src/stats/substream.ts';

/**
 * What inference costs on 2,000 documents of 12 institutions: the contrast with its permutations and bootstraps of 9,999
 * replicates, and the joint test of all 648 specifications with 2,000 replicates in two processes, which must give what
 * one gives. Ends with 1 where the first takes more than 5 s, the second more than 60 s, or results differ.
 *
 * Run: node bench/inference.ts; DOCUMENTS (2000), REPLICATES (2000) and PROCESSES (2) can be set.
 */
const documents = Number(process.env['DOCUMENTS'] ?? 2000);
const replicates = Number(process.env['REPLICATES'] ?? 2000);
const processes = Number(process.env['PROCESSES'] ?? 2);
const seed = 20140601;
const category = (code: string, ...categories: string[]) => ({
  code,
  label: code,
  definition: code,
  categories,
});
const measured = [
  category('NEP', 'new/one'),
  category('ADD', 'add/one'),
  category('PE', 'poor/one'),
  category('DIL', 'add/one', 'poor/one'),
  category('SOC', 'social/one'),
];
const { poles, primary } = polesOf('DIL', measured);

if (process.send === undefined) await measure();
else
  process.once('message', ({ from, to }: { from: number; to: number }) => {
    const { columns, labels, weights } = prepared().data;
    process.send?.(curveExtremes(columns, labels, weights, { seed, name: 'curve', from, to }), () =>
      process.exit(0),
    );
  });

async function measure(): Promise<void> {
  const { rows, data, made } = prepared();
  console.log(
    `${rows.length} documents, ${data.weights.length} institutions, ${choices(poles).length} specifications; made in ${made} s`,
  );
  const contrast = timed(() => inference(rows, 9999));
  console.log(
    `contrast, scope B, effect sizes with 9,999 replicates: ${contrast.seconds.toFixed(1)} s (limit 5)`,
  );
  const start = performance.now();
  const bounds = Array.from({ length: processes + 1 }, (_, at) => Math.round((at * replicates) / processes));
  const parts = await Promise.all(bounds.slice(1).map((to, at) => inChild({ from: bounds[at] ?? 0, to })));
  const together = parts.reduce(added);
  const seconds = (performance.now() - start) / 1000;
  const p = bootstrapP(data.columns, data.labels, data.weights, together);
  console.log(
    `curve with ${replicates} replicates in ${processes} processes: ${seconds.toFixed(1)} s (limit 60); p = ${JSON.stringify(p)}`,
  );
  const few = Math.min(50, replicates);
  const range = (from: number, to: number) =>
    curveExtremes(data.columns, data.labels, data.weights, { seed, name: 'curve', from, to });
  const isSame = JSON.stringify(range(0, few)) === JSON.stringify(added(range(0, 17), range(17, few)));
  console.log(`parts of the replicates give what the whole gives: ${isSame ? 'yes' : 'NO'}`);
  if (contrast.seconds > 5 || seconds > 60 || !isSame) process.exitCode = 1;
}

function added(one: Extremes, other: Extremes): Extremes {
  return {
    median: one.median + other.median,
    shareSignificant: one.shareSignificant + other.shareSignificant,
    stouffer: one.stouffer + other.stouffer,
    all: one.all + other.all,
  };
}

function inChild(part: { readonly from: number; readonly to: number }): Promise<Extremes> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('message', (extremes: Extremes) => resolve(extremes));
    child.once('exit', (code) => (code === 0 ? undefined : reject(new Error(`ended with ${code}`))));
    child.send(part);
  });
}

function prepared(): { rows: readonly DocumentRows[]; data: CurveData; made: string } {
  const { value, seconds } = timed(() => {
    const rows =
      matrix(madeUp(), {
        claimed: new Set(['new/one']),
        poles,
        primary,
        source: ['civil_society'],
        termSets: [],
        most: documents,
      }) ?? [];
    const { institutions, strata } = compared(rows, countsOf(poles));
    return { rows, data: curveData(rows, institutions, strata, poles) };
  });
  return { ...value, made: seconds.toFixed(1) };
}

function countsOf(all: readonly Pole[]) {
  const place = 2 * placeOf(primaryPlace(primary), all.length);
  return ({ counts }: { readonly counts: Float64Array }) => ({
    a: counts[place] ?? 0,
    b: counts[place + 1] ?? 0,
  });
}

/** Everything about the contrast that is drawn at random. */
function inference(rows: readonly DocumentRows[], draws: number): void {
  const { institutions } = compared(rows, countsOf(poles));
  const estimate = contrastOf(sided(institutions));
  const balances = institutions.map(({ side, units }) => ({ side, theta: thetaOf(units) ?? 0 }));
  const b = typeTest(balances, Math.log(1.5), { seed, permutations: draws });
  const sizes = effects(institutions, { seed, replicates: draws, permutations: draws });
  console.log(`  estimate ${estimate?.value.toFixed(4)}, scope B p ${b.p}, sharp null p ${sizes.sharpNull}`);
}

function timed<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const start = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

/** Documents with about 25 passages each, the same again in every process. */
function* madeUp(): Generator<Framing> {
  for (let number = 0; number < documents; number++) {
    const random = substream(1, 'documents', number);
    const institution = number % 12;
    const year = 2000 + (number % 15);
    const source = {
      file: `documents/${String(number).padStart(7, '0')}.pdf`,
      institution: `Institution ${institution}`,
      voice: institution % 2 === 0 ? 'civil_society' : 'regional_body',
      kind: 'minutes',
      date: `${year}-06-01`,
      language: 'es' as const,
      period: `${5 * Math.floor(year / 5)}`,
    };
    for (let ordinal = 0; ordinal < 25; ordinal++)
      yield {
        ...source,
        ordinal,
        object: random.unit() < 0.5,
        marks: marksOf(institution, random),
        words: [],
      };
  }
}

function marksOf(institution: number, random: Substream): readonly Mark[] {
  const count = random.below(3);
  return Array.from({ length: count }, () => {
    const isNew = random.unit() < (institution % 2 === 0 ? 0.55 : 0.45);
    const [one = 'add/one'] = isNew
      ? ['new/one']
      : [['add/one', 'poor/one', 'social/one'][random.below(3)] ?? 'add/one'];
    return {
      term: `${one}.es.${random.below(40)}`,
      category: one,
      sentence: 10 * random.below(3),
      polarity: random.unit() < 0.1 ? ('negated' as const) : ('affirmed' as const),
      voice: (['own', 'own', 'own', 'endorsed', 'neutral'] as const)[random.below(5)] ?? 'own',
    };
  });
}
