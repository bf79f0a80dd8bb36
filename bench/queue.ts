import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type BenchFleet, startFleet } from './support/fleet.ts';
import { median, processorSeconds, processorSecondsOfEnded } from './support/processes.ts';
import { startRedis } from './support/redis.ts';
import { atEnd } from './support/tidy.ts';

/**
 * What the engine for many hosts costs beside the embedded one, on the same cores, the same documents and the
 * same number of reading processes: wall-clock and processor time of all processes (Redis and the starting of
 * workers included), in alternating rounds, medians. Each study is run once as it is and once with every
 * document COPIES times in bytes of their own: the difference is the cost per document, without that of
 * starting. Ends with 1 where a table differs or the processor time per document is above the floor; the wall
 * clock is shown but not judged, since other work of the machine is in it. Linux; needs redis-server.
 *
 * Run: node bench/queue.ts, or with real documents: TITRATE_REAL=<folder> node bench/queue.ts
 * ROUNDS (3), COPIES (4) and STUDIES (sample,sse-texts) can be set.
 */
const floor = 0.1;
const rounds = Number(process.env['ROUNDS'] ?? 3);
const copies = Number(process.env['COPIES'] ?? 4);
const asked = (process.env['STUDIES'] ?? 'sample,sse-texts').split(',');
const real = process.env['TITRATE_REAL'];
const main = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts');
const sample = join(import.meta.dirname, '..');

type Cost = { readonly wall: number; readonly processor: number };
type Study = { readonly path: string; readonly documents: number };
type Engine = 'embedded' | 'fleet' | 'fleet, at work already';

const work = mkdtempSync(join(tmpdir(), 'titrate-bench-'));
atEnd(() => rmSync(work, { recursive: true, force: true }));
let failed = false;
if (asked.includes('sample')) await compare('sample', join(sample, 'corpus', 'manifest.csv'));
if (real === undefined) process.stdout.write('TITRATE_REAL is unset: the sample only\n');
else if (asked.includes('sse-texts'))
  await compare('sse-texts', join(real, 'studies', 'sse-texts', 'manifest.csv'));
process.exitCode = failed ? 1 : 0;

/** Writes a study with every document of a manifest a number of times. */
function multiplied(name: string, manifest: string, times: number): Study {
  const folder = join(work, `${name}-${times}`);
  mkdirSync(join(folder, 'texts'), { recursive: true });
  const given: Record<string, string>[] = parse(readFileSync(manifest), { columns: true, bom: true });
  const rows = given.flatMap((row, place) =>
    Array.from({ length: times }, (_, copy) => {
      const file = String(row['file']);
      const target = join('texts', `${place}-${copy}-${basename(file)}`);
      const bytes = readFileSync(join(dirname(manifest), file));
      const isText = ['.md', '.txt'].includes(extname(file));
      writeFileSync(join(folder, target), isText ? `${bytes}\n\nCopy ${copy}.\n` : changed(bytes, copy));
      return { ...row, file: target, translation_of: '', version_of: '' };
    }),
  );
  const path = join(folder, 'manifest.csv');
  writeFileSync(path, stringify(rows, { header: true }));
  return { path, documents: rows.length };
}

/** The same document to any reader, in other bytes: PDF, HTML and DOCX end where they say that they end. */
function changed(bytes: Buffer, copy: number): Buffer {
  return copy === 0 ? bytes : Buffer.concat([bytes, Buffer.from(`\n%${copy}\n`)]);
}

async function compare(name: string, manifest: string): Promise<void> {
  const sizes = [multiplied(name, manifest, 1), multiplied(name, manifest, copies)] as const;
  const costs = new Map<string, Cost[]>();
  let differing = false;
  for (let round = 0; round < rounds; round++) {
    for (const study of sizes) {
      const keep = (engine: Engine, cost: Cost) => {
        const key = `${engine} ${study.documents}`;
        costs.set(key, [...(costs.get(key) ?? []), cost]);
        // A round takes minutes: what has been measured is told at once.
        process.stderr.write(`  ${key}: ${cost.wall.toFixed(2)} / ${cost.processor.toFixed(2)} s\n`);
      };
      const [here, there, again] = [join(work, 'here'), join(work, 'there'), join(work, 'again')];
      keep('embedded', await embedded(study, here));
      const { cold, warm } = await onFleet(study, there, again);
      keep('fleet', cold);
      keep('fleet, at work already', warm);
      differing ||= new Set([here, there, again].map(tablesOf)).size > 1;
      for (const place of [here, there, again]) rmSync(place, { recursive: true });
    }
  }

  const [few, many] = sizes;
  const cost = (engine: Engine, { documents }: Study) => middle(costs.get(`${engine} ${documents}`) ?? []);
  const each = (engine: Engine): Cost => {
    const [small, large] = [cost(engine, few), cost(engine, many)];
    const documents = many.documents - few.documents;
    return {
      wall: (large.wall - small.wall) / documents,
      processor: (large.processor - small.processor) / documents,
    };
  };
  const base = each('embedded');
  process.stdout.write(`\n${name}: medians of ${rounds} rounds, seconds wall / processor\n`);
  const shown = ({ wall, processor }: Cost) => `${wall.toFixed(2)} / ${processor.toFixed(2)}`;
  const engines = ['embedded', 'fleet', 'fleet, at work already'] as const;
  console.table(
    Object.fromEntries(
      engines.map((engine) => {
        const one = each(engine);
        return [
          engine,
          {
            [`${few.documents} documents`]: shown(cost(engine, few)),
            [`${many.documents} documents`]: shown(cost(engine, many)),
            'ms a document': shown({ wall: one.wall * 1000, processor: one.processor * 1000 }),
            'against embedded': shown({
              wall: one.wall / base.wall,
              processor: one.processor / base.processor,
            }),
          },
        ];
      }),
    ),
  );
  const fleet = each('fleet');
  const overhead = fleet.processor / base.processor - 1;
  process.stdout.write(
    `overhead per document in processor time: ${(100 * overhead).toFixed(1)} %, ${overhead <= floor ? 'within' : 'ABOVE'} the floor of ${100 * floor} %; tables ${differing ? 'DIFFER' : 'byte-identical'}\n`,
  );
  failed ||= overhead > floor || differing;
}

function middle(costs: readonly Cost[]): Cost {
  return {
    wall: median(costs.map(({ wall }) => wall)),
    processor: median(costs.map((one) => one.processor)),
  };
}

async function embedded(study: Study, place: string): Promise<Cost> {
  const before = processorSecondsOfEnded();
  const start = performance.now();
  await command(['run', study.path, '--quiet', '--workers', '2', ...folders(place)]);
  const wall = (performance.now() - start) / 1000;
  return { wall, processor: processorSecondsOfEnded() - before };
}

/** A fleet from its start to the end of its run, and the same fleet on the same study kept elsewhere. */
async function onFleet(study: Study, place: string, again: string): Promise<{ cold: Cost; warm: Cost }> {
  const begun = performance.now();
  const redis = await startRedis();
  let fleet: BenchFleet | null = null;
  try {
    const posts = (['ingest', 'tag', 'report'] as const).map((role) => ({ role }));
    fleet = await startFleet(redis.url, '/', posts);
    const members = [redis.pid, ...fleet.workers.map(({ pid }) => pid)];
    const { broker } = fleet;
    const cost = async (at: string): Promise<Cost> => {
      const before = processorSeconds(members) + processorSecondsOfEnded();
      const start = performance.now();
      await command(['run', study.path, '--quiet', '--redis', broker.url, '--root', '/', ...folders(at)]);
      const wall = (performance.now() - start) / 1000;
      return { wall, processor: processorSeconds(members) + processorSecondsOfEnded() - before };
    };
    const starting = { wall: (performance.now() - begun) / 1000, processor: processorSeconds(members) };
    const first = await cost(place);
    const cold = { wall: first.wall, processor: first.processor + starting.processor };
    return { cold, warm: await cost(again) };
  } finally {
    await fleet?.stop();
    await redis.stop();
  }
}

function folders(place: string): readonly string[] {
  return ['--state', place, '--output', join(place, 'reports')];
}

function command(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`Expected \`titrate ${args.join(' ')}\` to end with 0, got ${code}`)),
    );
  });
}

/** A digest of all tables of the report below a place. */
function tablesOf(place: string): string {
  const found = readdirSync(join(place, 'reports'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  if (found.length === 0) throw new Error(`Expected tables below ${place}, got none`);
  const hash = createHash('sha256');
  for (const path of found) hash.update(basename(path)).update(readFileSync(path));
  return hash.digest('hex');
}
