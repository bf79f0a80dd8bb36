import { join } from 'node:path';
import { assess } from '../src/assess/assess.ts';
import { choices, type Pole, placeOf, polesOf, primaryPlace } from '../src/assess/robust/choices.ts';
import { compared, contrastOf, sided, thetaOf } from '../src/assess/robust/compare.ts';
import { type CurveData, curveData } from '../src/assess/robust/curve.ts';
import { type DocumentRows, matrix } from '../src/assess/robust/matrix.ts';
import { typeTest } from '../src/assess/robust/type-test.ts';
import { assessTime } from '../src/assess/time/time.ts';
import { curveProcesses } from '../src/compose/curve-processes.ts';
import { inputOf } from '../src/compose/open.ts';
import { openStudy } from '../src/io/study.ts';
import type { Framing, Mark } from '../src/model/framing.ts';
import { blankPortrait, type Observation } from '../src/model/profile.ts';
import { documentId, sha256 } from '../src/model/units.ts';
import { bootstrapP, bothExtremes, curveExtremes } from '../src/stats/specificationcurve.ts';
import { type Substream, substream } from '../src/stats/substream.ts';

/**
 * What inference costs on 2,000 documents of 12 institutions: all hypotheses, courses over time, and the contrast's
 * permutations and bootstraps, with 9,999 replicates; and the joint test of all 648 specifications with 2,000 replicates
 * in two processes, which must give what one gives. Ends with 1 where the first three together take more than 5 s of
 * processor time, the last more than 60 s, or results differ. A million documents: `bench/statistics.ts`.
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

await measure();

async function measure(): Promise<void> {
  const { rows, data, made } = prepared();
  console.log(
    `${rows.length} documents, ${data.weights.length} institutions, ${choices(poles).length} specifications; made in ${made} s`,
  );
  const contrast = timed(() => inference(rows, 9999));
  console.log(`contrast, scope B with 9,999 replicates: ${contrast.seconds.toFixed(1)} s`);
  const whole = contrast.seconds + (await hypotheses());
  console.log(`all of it with 9,999 replicates: ${whole.toFixed(1)} s (limit 5)`);
  const start = performance.now();
  const draws = { ...data, replicates: { seed, name: 'curve', from: 0, to: replicates } };
  const together = await curveProcesses(processes)(draws);
  const seconds = (performance.now() - start) / 1000;
  const p = bootstrapP(data.columns, data.labels, data.weights, together);
  console.log(
    `curve with ${replicates} replicates in ${processes} processes: ${seconds.toFixed(1)} s (limit 60); p = ${JSON.stringify(p)}`,
  );
  const few = Math.min(50, replicates);
  const range = (from: number, to: number) =>
    curveExtremes(data.columns, data.labels, data.weights, { seed, name: 'curve', from, to });
  const isSame = JSON.stringify(range(0, few)) === JSON.stringify(bothExtremes(range(0, 17), range(17, few)));
  console.log(`parts of the replicates give what the whole gives: ${isSame ? 'yes' : 'NO'}`);
  if (whole > 5 || seconds > 60 || !isSame) process.exitCode = 1;
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
  console.log(`  estimate ${estimate?.value.toFixed(4)}, scope B p ${b.p}`);
}

/** Seconds for the findings on every hypothesis of the shipped claim, and for all courses over time. */
async function hypotheses(): Promise<number> {
  const place = await openStudy(join(import.meta.dirname, '..'), {});
  const { file } = place;
  const { claims, lexicon } = await inputOf(place);
  const observations = madeUpTotals(lexicon.measured.map(({ code }) => code));
  const draws = { seed, replicates: 9999, permutations: 9999 };
  const found = timed(() => claims.flatMap((claim) => assess(observations, claim, file, null, draws)));
  const tested = found.value.filter(({ verdict }) => verdict !== 'NOT_TESTABLE').length;
  const robust = { ...file.settings.robustness, permutations: 9999 };
  const courses = timed(() =>
    assessTime(observations, claims, { ...file, settings: { ...file.settings, robustness: robust } }),
  );
  const [one, other] = [found.seconds.toFixed(1), courses.seconds.toFixed(1)];
  console.log(`${tested} of ${found.value.length} findings: ${one} s; courses over time: ${other} s`);
  return found.seconds + courses.seconds;
}

/** As many documents as totals, with actors, objectives and people served. */
function madeUpTotals(codes: readonly string[]): readonly Observation[] {
  return Array.from({ length: documents }, (_, number) => {
    const random = substream(1, 'totals', number);
    const institution = number % 12;
    const objectPassages = random.below(20);
    const counted = () =>
      Object.fromEntries(codes.map((code) => [code, Math.floor(random.unit() ** 3 * (objectPassages + 1))]));
    const kind = ['actors/social_ministries', 'actors/economic_ministries'][random.below(2)] ?? null;
    const doing = {
      actor: `a${random.below(40)}`,
      programme: `p${random.below(40)}`,
      category: kind,
      above: [],
    };
    const year = 2000 + random.below(15);
    return {
      file: `documents/${String(number).padStart(7, '0')}.pdf`,
      document: documentId(sha256(number.toString(16).padStart(16, '0').padEnd(64, '0'))),
      institution: `Institution ${institution}`,
      voice: institution % 2 === 0 ? 'civil_society' : 'regional_body',
      kind: 'minutes',
      date: `${year}-06-01`,
      period: `${5 * Math.floor(year / 5)}`,
      language: 'es',
      passages: 60,
      objectPassages,
      words: 4000,
      objectWords: objectPassages * 60,
      presence: counted(),
      hits: counted(),
      portrait: {
        ...blankPortrait,
        doings: (['implementing', 'funding'] as const).map((role) => ({ ...doing, role })),
        served: { poor: random.below(3), workers: random.below(3) },
        objectives: { SOC: random.below(3), ECON: random.below(3) },
        substantive: random.below(2),
      },
    };
  });
}

/** Seconds of this process's own time: what others do on the machine has no part in it. */
function timed<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, seconds: (user + system) / 1e6 };
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
