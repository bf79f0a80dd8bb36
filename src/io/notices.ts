import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { check } from '../model/input.ts';
import { RunNotice } from '../model/notice.ts';
import type { Announce } from '../model/ports.ts';

/** The folder of a study's state in which runs tell of themselves. */
export function noticesOf(state: string): string {
  return join(state, 'running');
}

/** What the thread that keeps a notice is given when it starts. */
export type NoticeTask = { readonly path: string; readonly notice: RunNotice };

/** After so long a notice that nobody writes to is taken away, in milliseconds: clocks of hosts differ by less. */
const longDeadMs = 24 * 3_600_000;

/** Most that is read of a notice, in bytes. */
const longest = 10_000;

/**
 * Lets runs tell of themselves in a folder of the state, a file a run, which goes when the run ends. The file is kept by a thread
 * of its own, so that a run that computes for long is not taken for dead. To tell is a courtesy: a folder that cannot be written
 * to ends no run.
 */
export function openNotices(folder: string, thread: URL): Announce {
  return (startedAt) => {
    const path = join(folder, `${randomBytes(8).toString('hex')}.json`);
    const notice: RunNotice = {
      startedAt: startedAt.toISOString(),
      host: hostname(),
      process: process.pid,
      progress: null,
      beat: 0,
    };
    try {
      mkdirSync(folder, { recursive: true });
      sweep(folder);
      writeNotice(path, notice);
    } catch {
      return { tell: () => {}, end: async () => {} };
    }
    const worker = new Worker(thread, { workerData: { path, notice } satisfies NoticeTask, execArgv: [] });
    worker.unref();
    worker.on('error', () => {});
    return {
      tell: (progress) => worker.postMessage(progress),
      async end() {
        await worker.terminate();
        for (const one of [path, `${path}.partial`]) rmSync(one, { force: true });
      },
    };
  };
}

/** Writes a notice as a whole, so that nobody reads half of one. */
export function writeNotice(path: string, notice: RunNotice): void {
  writeFileSync(`${path}.partial`, JSON.stringify(notice));
  renameSync(`${path}.partial`, path);
}

/** Takes away what killed runs left. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile() && Date.now() - found.mtimeMs > longDeadMs)
      rmSync(join(folder, name), { force: true });
  }
}

/** The notices of a folder by their files: of runs that are under way, and of those that were killed lately. */
export async function readNotices(folder: string): Promise<ReadonlyMap<string, RunNotice>> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => [name, await noticeAt(join(folder, name))] as const),
  );
  return new Map(found.flatMap(([name, notice]) => (notice === null ? [] : [[name, notice] as const])));
}

/** A notice as it stands; null where it went meanwhile or is none. */
async function noticeAt(path: string): Promise<RunNotice | null> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(longest) });
      return check(RunNotice, JSON.parse(buffer.toString('utf8', 0, bytesRead))).value;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
