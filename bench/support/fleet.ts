import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ownVersion } from '../../src/io/version.ts';
import type { Role, RunRequest } from '../../src/model/fleet.ts';
import type { Progress, RunSummary } from '../../src/model/summary.ts';
import type { Broker } from '../../src/queue/redis/connection.ts';
import { members, prefixOf } from '../../src/queue/redis/fleet.ts';
import { openRuns } from '../../src/queue/redis/runs.ts';
import { atEnd } from './tidy.ts';

const root = join(import.meta.dirname, '..', '..');

/** One worker of a bench: its part, and what stands before its command (`ip netns exec ...`). */
export type Post = { readonly role: Role; readonly through?: readonly string[]; readonly redis?: string };

/** Workers at work, each a process of its own. */
export type BenchFleet = {
  readonly broker: Broker;
  readonly workers: readonly { readonly role: Role; readonly process: ChildProcess; readonly pid: number }[];
  readonly stop: () => Promise<void>;
};

/** Starts workers and waits until all have joined. */
export async function startFleet(
  url: string,
  shared: string,
  posts: readonly Post[],
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchFleet> {
  const workers = posts.map(({ role, through = [], redis = url }) => {
    const command = [...through, process.execPath, join(root, 'workers', `${role}.ts`)];
    const child = spawn(command[0] ?? process.execPath, command.slice(1), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        TITRATE_REDIS: redis,
        TITRATE_ROOT: shared,
        TITRATE_LOG: 'silent',
        ...environment,
      },
    });
    atEnd(() => child.kill('SIGTERM'));
    return { role, process: child, pid: child.pid ?? 0 };
  });
  const fleet = {
    broker: { url, prefix: prefixOf(ownVersion().fingerprint) },
    workers,
    async stop() {
      await Promise.all(workers.map(({ process: child }) => stopChild(child)));
    },
  };
  try {
    for (let tries = 0; (await members(url)).length < posts.length; tries++) {
      if (tries > 600) throw new Error(`Expected ${posts.length} workers to join within 120 s, got fewer`);
      await wait(200);
    }
  } catch (error) {
    await fleet.stop();
    throw error;
  }
  return fleet;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

/** Has a fleet do a run from here and follows it; throws where it fails or the signal is aborted. */
export async function runOn(
  { broker }: BenchFleet,
  request: Omit<RunRequest, 'startedAt'>,
  tell: (progress: Progress) => void = () => {},
  signal: AbortSignal = AbortSignal.timeout(1_800_000),
): Promise<RunSummary> {
  const runs = openRuns<Progress, RunSummary>(broker);
  try {
    const id = await runs.submit({ ...request, startedAt: new Date().toISOString() });
    const end = await runs.follow(
      id,
      (now) => {
        if (now.state === 'running' && now.progress !== null) tell(now.progress);
      },
      signal,
    );
    if (end.state === 'done') return end.summary;
    throw new Error(`Expected the run to end well, got ${end.state === 'failed' ? end.reason : end.state}`);
  } finally {
    await runs.close();
  }
}
