import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { extract } from '../src/extract/extract.ts';
import { sha256 } from '../src/model/units.ts';
import { segment } from '../src/segment/segment.ts';
import { median, processorSeconds, processorSecondsOfEnded } from './support/processes.ts';
import { atEnd } from './support/tidy.ts';

/**
 * What reading PDFs costs, from bytes to passages, beside poppler's pdftotext (native, a process a file, as a tool is
 * called) and pdf-parse: two files at a time each, in alternating rounds, medians of wall-clock and of processor time.
 * Titrate and pdf-parse read in two processes that have read everything once; what that first round took, with the
 * starting of the processes, stands beside it. Ends with 1 where a bar is missed by either clock. Linux.
 *
 * Run: TITRATE_REAL=<folder> node bench/extract.ts
 * ROUNDS (7) can be set.
 */
const rounds = Number(process.env['ROUNDS'] ?? 7);
/** Least speed of Titrate as a multiple of the peer's. */
const bars = { short: { pdftotext: 1, 'pdf-parse': 2 }, long: { pdftotext: 0.5, 'pdf-parse': 2 } } as const;
/** Files with more bytes are the long ones; pdftotext takes less processor seconds for a light one. */
const longBytes = 2_000_000;
const lightSeconds = 0.1;

type Peer = 'pdftotext' | 'pdf-parse';
type Reader = Peer | 'titrate';
type Answer = { readonly pages: number; readonly made: string };
type Cost = { readonly wall: number; readonly processor: number };

const does: Readonly<Record<Reader, string>> = {
  pdftotext: 'text in reading order, page by page',
  'pdf-parse': 'text in the order of the file, page by page',
  titrate: 'paragraphs with place, zone, speaker, language; headers and footers apart; the facts of the act',
};

const mode = process.argv[2];
if (mode === 'titrate' || mode === 'pdf-parse') answerAs(mode);
else await compare();

/** A reading process: answers each path it is sent with what it made of the file. */
function answerAs(reader: 'titrate' | 'pdf-parse'): void {
  const read = reader === 'titrate' ? ours : pdfParse;
  process.on('message', async (file: string) => process.send?.(await read(file)));
}

async function ours(file: string): Promise<Answer> {
  const bytes = readFileSync(file);
  const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
  const { value } = await extract(bytes, { file, hash, characters: 1e9 });
  if (value === null) throw new Error(`Expected \`${file}\` to be read, got nothing`);
  const { passages, removals } = segment(value, { language: null });
  const languages = new Set(passages.map(({ language }) => language)).size;
  const zones = new Set(passages.map(({ zone }) => zone)).size;
  const made = `${passages.length} passages, ${zones} zones, ${languages} languages, ${removals.length} removals`;
  return { pages: value.pages.length, made };
}

async function pdfParse(file: string): Promise<Answer> {
  const parser = new PDFParse({ data: new Uint8Array(readFileSync(file)) });
  const { pages, text } = await parser.getText();
  await parser.destroy();
  return { pages: pages.length, made: `${text.length} characters` };
}

async function compare(): Promise<void> {
  const real = process.env['TITRATE_REAL'];
  if (real === undefined)
    throw new Error('Expected TITRATE_REAL to name the folder with real documents, got nothing');
  const all = ['minutes', 'policy'].flatMap((part) => pdfsIn(join(real, 'data', part))).toSorted();
  const long = all.filter((file) => statSync(file).size > longBytes);
  const short = all.filter((file) => !long.includes(file));
  const light = short.filter((file) => secondsOfPdftotext(file) < lightSeconds);
  const load = () =>
    loadavg()
      .map((one) => one.toFixed(1))
      .join(' ');
  console.log(`median of ${rounds} rounds, two files at a time; load before: ${load()}`);
  for (const [reader, what] of Object.entries(does)) console.log(`  ${reader}: ${what}`);
  const missed = [
    ...(await measure('short', short, bars.short)),
    ...(await measure('of these, light for pdftotext', light, null)),
    ...(await measure('long', long, bars.long)),
  ];
  console.log(`load after: ${load()}`);
  for (const one of missed) console.error(`missed: ${one}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function pdfsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.pdf'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function secondsOfPdftotext(file: string): number {
  const before = processorSecondsOfEnded();
  execFileSync('pdftotext', [file, '/dev/null'], { stdio: 'ignore' });
  return processorSecondsOfEnded() - before;
}

/** Reads some files by all readers in alternating rounds, prints the table, and names the bars that are missed. */
async function measure(
  name: string,
  files: readonly string[],
  least: Readonly<Record<Peer, number>> | null,
): Promise<readonly string[]> {
  const pools = { titrate: openProcesses('titrate'), 'pdf-parse': openProcesses('pdf-parse') };
  const runners: Readonly<Record<Reader, () => Promise<Cost>>> = {
    pdftotext: () => timed(() => inTwos(files, () => pdftotext), processorSecondsOfEnded),
    'pdf-parse': pools['pdf-parse'].run(files),
    titrate: pools.titrate.run(files),
  };
  const costs: Readonly<Record<Reader, Cost[]>> = { pdftotext: [], 'pdf-parse': [], titrate: [] };
  const readers = ['pdftotext', 'titrate', 'pdf-parse'] as const;
  for (let round = 0; round <= rounds; round++) {
    for (const reader of readers) costs[reader].push(await runners[reader]());
  }
  const answers = pools.titrate.answers;
  pools.titrate.close();
  pools['pdf-parse'].close();
  const usual = (reader: Reader, clock: keyof Cost) =>
    median(costs[reader].slice(1).map((cost) => cost[clock]));
  const speed = (peer: Peer, clock: keyof Cost) => usual(peer, clock) / usual('titrate', clock);
  const pages = [...answers.values()].reduce((sum, one) => sum + one.pages, 0);
  console.log(`\n${name}: ${files.length} files, ${pages} pages`);
  if (name === 'long')
    for (const [file, { pages: count, made }] of answers)
      console.log(`  ${basename(file)}, ${count} pages: ${made}`);
  console.table(
    Object.fromEntries(
      readers.map((reader) => [
        reader,
        {
          'wall s': usual(reader, 'wall').toFixed(2),
          'processor s': usual(reader, 'processor').toFixed(2),
          'titrate is so many times as fast, wall':
            reader === 'titrate' ? '' : speed(reader, 'wall').toFixed(2),
          processor: reader === 'titrate' ? '' : speed(reader, 'processor').toFixed(2),
          'first round, wall s': costs[reader][0]?.wall.toFixed(2),
        },
      ]),
    ),
  );
  return (['pdftotext', 'pdf-parse'] as const).flatMap((peer) =>
    (['wall', 'processor'] as const).flatMap((clock) => {
      const bar = least?.[peer] ?? 0;
      const got = speed(peer, clock);
      const expected = `Expected ${name} files at ${bar} times the speed of ${peer} by ${clock} time`;
      return got < bar ? [`${expected}, got ${got.toFixed(2)}`] : [];
    }),
  );
}

/** Two reading processes, which start with the first round. */
function openProcesses(reader: 'titrate' | 'pdf-parse') {
  const children: ChildProcess[] = [];
  const answers = new Map<string, Answer>();
  const close = () => {
    for (const child of children) child.kill();
  };
  atEnd(close);
  return {
    answers,
    close,
    run: (files: readonly string[]) => () =>
      timed(
        async () => {
          while (children.length < 2) children.push(fork(import.meta.filename, [reader]));
          await inTwos(files, (lane) => async (file) => {
            const child = children[lane];
            if (child === undefined) throw new Error(`Expected two processes, got ${children.length}`);
            const answer = Promise.race([
              once(child, 'message'),
              once(child, 'exit').then(() => Promise.reject(new Error(`${reader} ended on \`${file}\``))),
            ]);
            child.send(file);
            answers.set(file, (await answer)[0]);
          });
        },
        () => processorSeconds(children.flatMap(({ pid }) => pid ?? [])),
      ),
  };
}

async function pdftotext(file: string): Promise<void> {
  await once(spawn('pdftotext', [file, '/dev/null'], { stdio: 'ignore' }), 'exit');
}

/** Has two lanes work through some files, each taking the next as soon as it is free. */
async function inTwos(files: readonly string[], reading: (lane: number) => (file: string) => Promise<void>) {
  const waiting = [...files];
  await Promise.all(
    [0, 1].map(async (lane) => {
      const read = reading(lane);
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await read(file);
    }),
  );
}

async function timed(work: () => Promise<void>, processor: () => number): Promise<Cost> {
  const [start, used] = [performance.now(), processor()];
  await work();
  return { wall: (performance.now() - start) / 1000, processor: processor() - used };
}
