import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assess } from '../src/assess/assess.ts';
import { assessTime } from '../src/assess/time/time.ts';
import { inputOf } from '../src/compose/open.ts';
import { indexPath, openIndex } from '../src/io/database.ts';
import { openStudy } from '../src/io/study.ts';
import { blankPortrait, type groupings, type Observation, type Totals } from '../src/model/profile.ts';
import { documentId, sha256 } from '../src/model/units.ts';
import { observe } from '../src/profile/observe.ts';
import { profile } from '../src/profile/profile.ts';
import { atEnd } from './support/tidy.ts';

/**
 * What the statistics of very many documents cost: an index is filled with made-up totals of documents of
 * 2,000 institutions over 25 years in three languages, and everything between index and report is computed
 * from it, each step in a process of its own with the heap that Node gives by itself. Above a million documents
 * the same rows are made up as they are asked for, without an index on disk. Prints processor time and peak memory of
 * every step; ends with 1 where one fails, but for profiles of single documents above a million, and where findings or
 * courses of a million documents take more than 60 s or 1 GB. Linux.
 *
 * Run: node bench/statistics.ts; SIZES (100000,1000000) can be set, and HEAP for `--max-old-space-size`.
 */
const sizes = (process.env['SIZES'] ?? '100000,1000000').split(',').map(Number);
const heap = process.env['HEAP'];
/** The largest size that an index is written for. */
const written = 1_000_000;
/** What findings, and courses over time, of that many may take. */
const limits = { seconds: 60, megabytes: 1000 };

const place = await openStudy(join(import.meta.dirname, '..'), {});
const study = await inputOf(place);
const codes = study.lexicon.measured.map(({ code }) => code);
const voices = [...place.file.contrast.source, ...place.file.contrast.policy, 'donor'];

type Step = 'fill' | 'assess' | 'time' | (typeof groupings)[number];
type Order = { readonly step: Step; readonly state: string; readonly size: number };

if (process.send !== undefined) {
  process.once('message', (order: Order) => follow(order));
  process.once('disconnect', () => process.exit());
} else await measure();

async function measure(): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  for (const size of sizes) {
    const state = mkdtempSync(join(tmpdir(), 'titrate-bench-'));
    atEnd(() => rmSync(state, { recursive: true, force: true }));
    try {
      for (const step of ['fill', 'institution', 'voice', 'assess', 'time', 'document'] as const) {
        if (step === 'fill' && size > written) continue;
        const { code, told } = await inChild({ step, state, size });
        if (code !== 0 && (size <= written || step !== 'document')) process.exitCode = 1;
        const isHeld = size === written && (step === 'assess' || step === 'time');
        if (
          isHeld &&
          (Number(told['seconds']) > limits.seconds || Number(told['peak MB']) > limits.megabytes)
        )
          process.exitCode = 1;
        rows.push({ documents: size, step, ...(code === 0 ? told : { result: `FAILED with ${code}` }) });
        console.log(JSON.stringify(rows.at(-1)));
      }
    } finally {
      rmSync(state, { recursive: true });
    }
  }
  console.table(rows);
}

function inChild(order: Order): Promise<{ code: string | number | null; told: Record<string, string> }> {
  return new Promise((resolve) => {
    const child = fork(import.meta.filename, {
      execArgv: heap === undefined ? [] : [`--max-old-space-size=${heap}`],
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
    });
    let told: Record<string, string> = {};
    child.on('message', (answer: Record<string, string>) => {
      told = answer;
    });
    child.once('exit', (code, signal) => resolve({ code: code ?? signal, told }));
    child.send(order);
  });
}

function follow({ step, state, size }: Order): void {
  const start = process.cpuUsage();
  const result = step === 'fill' ? fill(state, size) : compute(step, state, size);
  const { user, system } = process.cpuUsage(start);
  const seconds = ((user + system) / 1e6).toFixed(1);
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  process.send?.({ seconds, 'peak MB': (Number(peak) / 1000).toFixed(0), result }, () => process.exit(0));
}

function compute(step: Exclude<Step, 'fill'>, state: string, size: number): string {
  const database = size > written ? { eachTotals: () => madeUp(size) } : openIndex(state);
  const observations: Iterable<Observation> = {
    *[Symbol.iterator]() {
      for (const { totals, source } of database.eachTotals()) {
        yield observe(totals, source, place.file.settings.period_years);
      }
    },
  };
  if (step === 'time') return `${assessTime(observations, study.claims, place.file).courses.length} courses`;
  if (step !== 'assess') return `${profile(observations, step, codes).length} profiles`;
  return study.claims
    .flatMap((claim) => assess(observations, claim, place.file))
    .map(({ estimate }) => `${estimate?.value.toFixed(6)} ± ${estimate?.standardError.toFixed(6)}`)
    .join(', ');
}

/** Writes what an index of so many documents holds for the statistics, without their passages. */
function fill(state: string, size: number): string {
  openIndex(state).close();
  const database = new DatabaseSync(indexPath(state));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; BEGIN');
  const corpus = database.prepare('INSERT INTO corpus VALUES (?, ?, ?, ?, ?, ?, 1, ?)');
  const totals = database.prepare('INSERT INTO totals VALUES (?, ?, ?)');
  for (const { source: row, totals: said } of madeUp(size)) {
    corpus.run(row.file, row.document, row.institution, row.voice, row.kind, row.date, JSON.stringify(row));
    totals.run(row.document, said.language, JSON.stringify(said));
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return `${(statSync(indexPath(state)).size / size).toFixed(0)} bytes a document`;
}

/** What an index of so many documents gives; the same again each time. */
function madeUp(size: number): Iterable<{ source: ReturnType<typeof rowOf>; totals: Totals }> {
  return {
    *[Symbol.iterator]() {
      const chance = generator(1);
      for (let number = 0; number < size; number++) {
        const source = rowOf(number, size);
        yield { source, totals: totalsOf(source.document, number, chance) };
      }
    },
  };
}

function rowOf(number: number, size: number) {
  const hash = sha256(createHash('sha256').update(String(number)).digest('hex'));
  const institution = number % 2000;
  return {
    file: `documents/${String(number).padStart(String(size).length, '0')}-report-of-a-meeting.pdf`,
    title: `Report of meeting ${number} on the solidarity economy`,
    institution: `Institution ${institution}`,
    voice: voices[institution % voices.length] ?? null,
    kind: institution % 2 === 0 ? 'minutes' : 'declaration',
    date: `${2000 + (number % 25)}-06-01`,
    date_precision: 'day',
    language: 'es',
    url: null,
    rights: null,
    translation_of: null,
    version_of: null,
    hash,
    document: documentId(hash),
    bytes: 100_000,
    format: 'pdf',
    reader: 'pdfium',
    pages: 10,
    sources: { text: 10, ocr: 0, blank: 0, unread: 0 },
    characters: 25_000,
    passages: 60,
    objectPassages: 6,
    removals: 12,
    status: 'ok',
    problems: [],
  };
}

function totalsOf(document: Totals['document'], number: number, chance: () => number): Totals {
  const objectPassages = Math.floor(chance() ** 2 * 20);
  const drawn = codes.map((code) => [code, Math.floor(chance() ** 3 * (objectPassages + 1))] as const);
  const presence = Object.fromEntries(drawn);
  return {
    document,
    language: (['es', 'pt', 'en'] as const)[number % 3] ?? 'es',
    passages: 60,
    objectPassages,
    words: 4000,
    objectWords: objectPassages * 60,
    presence,
    hits: Object.fromEntries(drawn.map(([code, count]) => [code, count * 2])),
    portrait: blankPortrait,
  };
}

/** Numbers from 0 to 1, the same ones every time (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
