import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { residentMegabytes } from '../src/queue/memory.ts';
import { type BenchFleet, runOn, startFleet } from './support/fleet.ts';
import { familyOf, processorSeconds } from './support/processes.ts';
import { startRedis } from './support/redis.ts';
import { atEnd } from './support/tidy.ts';
import { tinyStudy } from './support/tiny.ts';

/**
 * Many tiny documents through Redis: documents per second, memory of Redis, of the submitter (the report
 * worker with the process of the run) and of the other workers over time, and what the store and the index
 * come to. Ends with 1 where a document is missing, where the run was done twice, or where Redis or a worker
 * other than the submitter grows by more than the floor between the second and the last quarter. Linux;
 * needs redis-server; leaves nothing behind.
 *
 * Run: node bench/scale.ts; DOCUMENTS (100000) and MINUTES (30, the longest it may take) can be set.
 */
const documents = Number(process.env['DOCUMENTS'] ?? 100_000);
const minutes = Number(process.env['MINUTES'] ?? 30);
/** Megabytes of growth that still count as flat: Node leaves much to its next collection, Redis nothing. */
const floor = { redis: 20, node: 128 };
const sampleEveryMs = 1_000;

type Sample = {
  readonly seconds: number;
  readonly done: number;
  /** Megabytes. */
  readonly redis: number;
  readonly submitter: number;
  readonly ingest: number;
  readonly tag: number;
  /** All processes that read and tag for the two. */
  readonly children: number;
};

const work = mkdtempSync(join(tmpdir(), 'titrate-bench-'));
atEnd(() => rmSync(work, { recursive: true, force: true }));
const redis = await startRedis();
let fleet: BenchFleet | null = null;
try {
  mkdirSync(join(work, 'study'));
  tinyStudy(join(work, 'study'), documents);
  fleet = await startFleet(
    redis.url,
    work,
    (['ingest', 'tag', 'report'] as const).map((role) => ({ role })),
  );
  await measure(fleet);
} finally {
  await fleet?.stop();
  await redis.stop();
}

async function measure({ broker, workers, ...rest }: BenchFleet): Promise<void> {
  const client = new Redis(broker.url);
  const samples: Sample[] = [];
  let done = 0;
  let total = 0;
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  const watch = setInterval(async () => {
    samples.push({ seconds: elapsed(), done, redis: await usedMegabytes(client), ...memoryOf(workers) });
  }, sampleEveryMs);
  const [empty, before] = [await usedMegabytes(client), processorSeconds(pidsOf(workers))];
  let read = 0;
  try {
    const summary = await runOn(
      { broker, workers, ...rest },
      { study: 'study/manifest.csv', state: 'state', output: 'reports', documentsRoots: [] },
      (progress) => {
        ({ done, total } = progress);
        if (done === total && read === 0) read = elapsed();
      },
      AbortSignal.timeout(minutes * 60_000),
    );
    if (summary.missing !== null)
      throw new Error(`Expected every document to be read, got: ${summary.missing}`);
    if (total !== documents) throw new Error(`Expected ${documents} documents, got ${total}`);
  } finally {
    clearInterval(watch);
  }
  const whole = elapsed();
  const processor = processorSeconds(pidsOf(workers)) - before;
  const listed = samples.find((one) => one.done > 0)?.seconds ?? 0;
  console.table(
    Array.from({ length: 11 }, (_, tenth) => samples[Math.round((tenth / 10) * (samples.length - 1))]).map(
      (one) =>
        one === undefined
          ? {}
          : Object.fromEntries(Object.entries(one).map(([key, value]) => [key, Number(value.toFixed(1))])),
    ),
  );
  const busy = samples.filter((one) => one.done > 0 && one.done < documents);
  const quarter = Math.ceil(busy.length / 4);
  const [early, late] = [busy.slice(quarter, 2 * quarter), busy.slice(-quarter)];
  const growths = (['redis', 'ingest', 'tag', 'children', 'submitter'] as const).map((part) => {
    const [from, to] = [meanOf(early, part), meanOf(late, part)];
    const flat = to - from <= (part === 'redis' ? floor.redis : floor.node);
    return { part, 'MB, 2nd quarter': from.toFixed(1), 'MB, last quarter': to.toFixed(1), flat };
  });
  console.table(growths);
  const store = sizeOf(join(work, 'state', 'artefacts'));
  const index = statSync(join(work, 'state', 'study.sqlite')).size;
  const report = sizeOf(join(work, 'reports'));
  const reports = readdirSync(join(work, 'reports')).length;
  if (reports !== 1) throw new Error(`Expected one report, got ${reports}: the run was done more than once`);
  const parts: Record<string, string> = {
    'listing and hashing': `${listed.toFixed(0)} s`,
    'reading, tagging, indexing': `${(read - listed).toFixed(0)} s, ${(documents / (read - listed)).toFixed(0)} documents a second`,
    'statistics and report': `${(whole - read).toFixed(0)} s`,
    'processor time of the workers': `${processor.toFixed(0)} s, ${((1000 * processor) / documents).toFixed(2)} ms a document`,
    'Redis before': `${empty.toFixed(2)} MB`,
    'Redis at most': `${Math.max(...samples.map((one) => one.redis)).toFixed(2)} MB`,
    'Redis at the end': `${(await usedMegabytes(client)).toFixed(2)} MB`,
    store: `${store.files} files, ${(store.allocated / documents).toFixed(0)} bytes of disk a document (${(store.bytes / documents).toFixed(0)} written)`,
    index: `${(index / documents).toFixed(0)} bytes a document`,
    report: `${(report.bytes / documents).toFixed(0)} bytes a document`,
  };
  for (const key of (await client.keys('*')).toSorted()) {
    const bytes = Number(await client.memory('USAGE', key, 'SAMPLES', 0));
    if (bytes > 50_000) parts[`Redis key ${key.replace(/^\{.*?\}:/, '')}`] = `${(bytes / 1e6).toFixed(2)} MB`;
  }
  console.table(parts);
  client.disconnect();
  if (growths.some(({ part, flat }) => part !== 'submitter' && !flat)) process.exitCode = 1;
}

function memoryOf(workers: BenchFleet['workers']): Omit<Sample, 'seconds' | 'done' | 'redis'> {
  const pid = (role: string) => workers.find((one) => one.role === role)?.pid ?? 0;
  const own = (role: string) => residentMegabytes(pid(role)) ?? 0;
  const family = (role: string) =>
    familyOf([pid(role)]).reduce((sum, one) => sum + (residentMegabytes(one) ?? 0), 0);
  const children = family('ingest') + family('tag') - own('ingest') - own('tag');
  return { submitter: family('report'), ingest: own('ingest'), tag: own('tag'), children };
}

function pidsOf(workers: BenchFleet['workers']): readonly number[] {
  return workers.map(({ pid }) => pid);
}

function meanOf(samples: readonly Sample[], part: keyof Sample): number {
  return samples.reduce((sum, one) => sum + one[part], 0) / Math.max(1, samples.length);
}

async function usedMegabytes(client: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1] ?? 0) / 1e6;
}

/** Files below a folder, their bytes, and what the disk gives for them. */
function sizeOf(folder: string): { files: number; bytes: number; allocated: number } {
  const size = { files: 0, bytes: 0, allocated: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { size: bytes, blocks } = statSync(join(entry.parentPath, entry.name));
    size.files++;
    size.bytes += bytes;
    size.allocated += blocks * 512;
  }
  return size;
}
