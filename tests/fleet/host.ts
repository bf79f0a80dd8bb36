import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type Role, roles } from '../../src/model/fleet.ts';

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

/** A line of a worker's log. */
export type LogLine = Readonly<Record<string, unknown>> & {
  readonly event: string;
  readonly role: Role;
  readonly pid: number;
};

/** How a host differs from others. */
export type HostSettings = {
  readonly url: string;
  readonly root: string;
  readonly concurrency?: number;
  readonly only?: readonly Role[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What stands before the command, such as `ip netns exec name`. */
  readonly through?: readonly string[];
  /** The program's `main.ts`, where it is not this checkout's. */
  readonly program?: string;
};

/** A real `titrate worker` with its processes. */
export type Host = {
  readonly lines: readonly LogLine[];
  /** What it said beside its log. */
  readonly said: () => string;
  /** Its worker of a role at this moment. */
  readonly pid: (role: Role) => number;
  /** Resolves with the first line, old or new, that is one of those looked for. */
  readonly heard: (wanted: (line: LogLine) => boolean) => Promise<LogLine>;
  /** Its processes: the command, its workers, and what these have started. */
  readonly pids: () => readonly number[];
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Stops it as a user does; kills what is left after some seconds. */
  readonly stop: () => Promise<void>;
};

/** Starts a host and does not wait for it. */
export function startHost(settings: HostSettings): Host {
  const {
    url,
    root,
    concurrency = 1,
    only = roles,
    environment = {},
    through = [],
    program = main,
  } = settings;
  const command = [
    ...through,
    process.execPath,
    program,
    ...['worker', '--redis', url, '--root', root, '--concurrency', String(concurrency), '--only', ...only],
  ];
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TITRATE_LOG: 'info', ...environment },
  });
  const lines: LogLine[] = [];
  const said: string[] = [];
  const listeners = new Set<() => void>();
  createInterface({ input: child.stderr }).on('line', (text) => {
    if (text.startsWith('{')) lines.push(JSON.parse(text));
    else said.push(text);
    for (const listener of listeners) listener();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const pids = () => familyOf(child.pid ?? 0);
  return {
    lines,
    said: () => said.join('\n'),
    pid: (role) => lines.findLast((line) => line.role === role && line.event === 'ready')?.pid ?? 0,
    heard: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const line = lines.find(wanted);
          if (line === undefined) return;
          listeners.delete(look);
          resolve(line);
        };
        listeners.add(look);
        look();
      }),
    pids,
    ended,
    kill: (signal) => killAll(pids(), signal),
    stop: () => stopped(child, ended, pids),
  };
}

/** Waits until all workers of a host are ready. */
export async function ready(host: Host, only: readonly Role[] = roles): Promise<void> {
  const early = host.ended.then((code) => {
    throw new Error(`Expected a host to start, got exit code ${code}: ${host.said()}`);
  });
  early.catch(() => {});
  await Promise.race([
    early,
    Promise.all(only.map((role) => host.heard((line) => line.role === role && line.event === 'ready'))),
  ]);
}

async function stopped(
  child: ChildProcess,
  ended: Promise<number | null>,
  pids: () => readonly number[],
): Promise<void> {
  // A frozen process hears nothing.
  killAll(pids(), 'SIGCONT');
  const family = pids();
  child.kill('SIGTERM');
  const late = setTimeout(() => killAll([...family, ...pids()], 'SIGKILL'), 4_000);
  await ended;
  clearTimeout(late);
  killAll(family, 'SIGKILL');
}

/** Sends a signal to processes, of which some may be gone. */
export function killAll(pids: readonly number[], signal: NodeJS.Signals): void {
  // To the system, 0 is the group of this process, and no process at all.
  for (const pid of pids.filter((one) => one > 1)) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended.
    }
  }
}

/** Whether a process is there, and no mere remains of one. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** A process and all that descend from it. */
export function familyOf(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)];
}

/** The processes that one has started. */
export function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** Looks again and again until something is so. */
export async function until(what: string, is: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  for (const end = performance.now() + seconds * 1000; !(await is()); await wait(10)) {
    if (performance.now() > end) throw new Error(`Expected within ${seconds} s: ${what}`);
  }
}
