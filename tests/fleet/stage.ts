import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { ownVersion } from '../../src/io/version.ts';
import { prefixOf } from '../../src/queue/redis/fleet.ts';
import type { Ended } from '../support/cli.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { type Host, type HostSettings, ready, startHost, until } from './host.ts';
import { accountOf, faultStudy, reportsOf, type Size, slowFile, tablesOf } from './study.ts';

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const prefix = prefixOf(ownVersion().fingerprint);

/** A command of a user under way. */
export type Asked = { readonly process: ChildProcess; readonly ended: Promise<Ended> };

/** Where a fault strikes: a fleet at work on a study. */
export type Stage = {
  /** The folder that all hosts share, and the study in it. */
  readonly root: string;
  readonly study: string;
  readonly lockMs: number;
  /** The server at this moment. */
  readonly redis: () => TestRedis;
  /** Starts the server anew, on the same port and with what it has on disk. */
  readonly restartRedis: () => Promise<void>;
  readonly admin: Redis;
  /** Starts one more host and waits until it is ready. */
  readonly host: (more?: Partial<HostSettings>) => Promise<Host>;
  /** Starts a command of the program, with the fleet's options. */
  readonly ask: (...command: readonly string[]) => Asked;
  /** Waits until the slow document is being read. */
  readonly reading: () => Promise<void>;
  /** Undoes something when all is over. */
  readonly later: (undo: () => unknown) => void;
};

/** A fault: what it does to a fleet. Gives the command whose end is the end of the run. */
export type Fault = {
  readonly name: string;
  /** Environment of hosts, and of the undisturbed run where it decides about documents. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly strike: (stage: Stage) => Promise<Asked>;
};

/** What a fleet came to under a fault. */
export type Outcome = {
  /** Seconds from the fault to the end of the run, and of the whole run. */
  readonly recovered: number;
  readonly whole: number;
  readonly lost: number;
  readonly doubled: number;
  readonly identical: boolean;
  readonly reports: number;
  /** What is left in the queues, and dead letters. */
  readonly left: number;
};

/** How hard a fault is tried. */
export type Scale = Size & { readonly lockMs: number };

/** Tables of an undisturbed run of the embedded engine. */
export async function undisturbed(
  size: Size,
  environment: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const root = mkdtempSync(join(tmpdir(), 'titrate-fault-'));
  try {
    faultStudy(join(root, 'study'), size);
    const { code, stderr } = await ask(['run', join(root, 'study'), '--quiet'], environment).ended;
    if (code !== 0) throw new Error(`Expected an undisturbed run, got exit code ${code}: ${stderr}`);
    return tablesOf(newest(join(root, 'study', 'reports')));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Lets a fault strike a fleet and tells what came of the run. Leaves nothing behind. */
export async function withstand(
  fault: Fault,
  scale: Scale,
  expected: Readonly<Record<string, string>>,
  late: AbortSignal = AbortSignal.timeout(100_000),
): Promise<Outcome> {
  const { promise: failed, reject: fail } = Promise.withResolvers<never>();
  failed.catch(() => {});
  late.addEventListener('abort', () => fail(new Error('Expected an end in time, got none')), { once: true });
  const root = mkdtempSync(join(tmpdir(), 'titrate-fault-'));
  const study = join(root, 'study');
  const undo: (() => unknown)[] = [() => rmSync(root, { recursive: true, force: true })];
  try {
    faultStudy(study, scale);
    mkdirSync(join(root, 'redis'));
    const kept = ['--dir', join(root, 'redis'), '--appendonly', 'yes'];
    let redis = await startRedis(kept);
    undo.push(() => redis.stop());
    const { url, port } = redis;
    const admin = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 100 });
    admin.on('error', () => {});
    undo.push(() => admin.disconnect());
    const environment = {
      TITRATE_LOCK_MS: String(scale.lockMs),
      TITRATE_BACKOFF_MS: '50',
      ...fault.environment,
    };
    let struck = performance.now();
    const begun = struck;
    const stage: Stage = {
      root,
      study,
      lockMs: scale.lockMs,
      admin,
      redis: () => redis,
      async restartRedis() {
        redis = await startRedis(kept, port);
      },
      async host(more = {}) {
        const settings = { url, root, ...more, environment: { ...environment, ...more.environment } };
        const host = startHost(settings);
        undo.push(() => host.stop());
        // No fault stops a host in order: whoever does it spoils what is looked at.
        void host.ended.then((end) =>
          fail(new Error(`Expected hosts to stay, got one's end with code ${end}`)),
        );
        await ready(host, settings.only);
        return host;
      },
      ask(...command) {
        const asked = ask([...command, '--redis', url], { TITRATE_ROOT: root });
        undo.push(() => asked.process.kill('SIGKILL'));
        return asked;
      },
      async reading() {
        await until('the slow document is being read', () => isReading(admin), 120);
        struck = performance.now();
      },
      later: (more) => undo.push(more),
    };
    const ending = fault.strike(stage).then(({ ended }) => ended);
    const { code, stderr } = await Promise.race([failed, ending]);
    const end = performance.now();
    if (code !== 0) throw new Error(`Expected the run to end well, got exit code ${code}: ${stderr.trim()}`);
    const reports = reportsOf(join(study, 'reports'));
    const found = tablesOf(newest(join(study, 'reports')));
    await until('the queues are empty', async () => (await leftIn(admin)) === 0, 30).catch(() => {});
    return {
      recovered: (end - struck) / 1000,
      whole: (end - begun) / 1000,
      ...accountOf(found, expected),
      identical: JSON.stringify(found) === JSON.stringify(expected),
      reports: reports.length,
      left: await leftIn(admin),
    };
  } finally {
    for (const one of undo.toReversed()) {
      try {
        await one();
      } catch (error) {
        process.stderr.write(`not undone: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
  }
}

function ask(command: readonly string[], environment: Readonly<Record<string, string>> = {}): Asked {
  const child = spawn(process.execPath, [main, ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { process: child, ended };
}

async function isReading(admin: Redis): Promise<boolean> {
  for (const id of await admin.lrange(`${prefix}:ingest:active`, 0, -1)) {
    const data = await admin.hget(`${prefix}:ingest:${id}`, 'data');
    if (data !== null && JSON.parse(data).job.file === slowFile) return true;
  }
  return false;
}

/** Jobs in any queue that have not ended, and dead letters. */
async function leftIn(admin: Redis): Promise<number> {
  const lists = ['ingest', 'tag', 'run'].flatMap((queue) =>
    ['wait', 'active', 'paused'].map((state) => admin.llen(`${prefix}:${queue}:${state}`)),
  );
  const counts = await Promise.all([
    ...lists,
    admin.zcard(`${prefix}:tag:waiting-children`),
    admin.hlen(`${prefix}:dead`),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

function newest(output: string): string {
  const name = reportsOf(output).toSorted().at(-1);
  if (name === undefined) throw new Error(`Expected a report below ${output}, got none`);
  return join(output, name);
}
