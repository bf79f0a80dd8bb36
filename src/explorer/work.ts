import { type ChildProcess, spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { noticesOf, readNotices } from '../io/notices.ts';
import type { StudyOptions } from '../io/study.ts';
import type { LiveRun } from '../model/api/runs.ts';
import { followNotices, type Heard } from './elsewhere.ts';
import { Refused } from './refused.ts';

/** The run of the study that is under way, wherever it was started; from the pages one at a time, each a process of its own. */
export type Work = {
  readonly state: () => LiveRun;
  /** Throws a Refused where one is under way. */
  readonly start: () => LiveRun;
  /** Stops it in order, as Ctrl-C does; throws a Refused where none is under way that was started from here. */
  readonly stop: () => LiveRun;
  /** Is called with the state whenever it changes; gives what ends that. */
  readonly watch: (changed: (state: LiveRun) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** What is known of a study beside its files. */
export type Known = {
  /** The folder of its state. */
  readonly state: string;
  /** Whether a run that began then has left a report. */
  readonly hasRun: (startedAt: string) => boolean;
};

/** Lines of what a run says that are kept. */
const mostLines = 12;
/** How often runs that were started elsewhere are looked for, in milliseconds. */
const lookEveryMs = 500;
const idle: LiveRun = { state: 'idle', elsewhere: null, startedAt: null, progress: null, lines: [] };

/** Opens the place in which runs of a study are started, with the options that the explorer was opened with. */
export function openWork(path: string, options: StudyOptions, { state, hasRun }: Known): Work {
  let now: LiveRun = idle;
  let child: ChildProcess | null = null;
  let isStopped = false;
  const watchers = new Set<(state: LiveRun) => void>();
  const follow = followNotices();
  let isLooking = false;
  const looking = setInterval(look, lookEveryMs).unref();

  function become(part: Partial<LiveRun>): LiveRun {
    now = { ...now, ...part };
    for (const tell of watchers) tell(now);
    return now;
  }

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const all = await readNotices(noticesOf(state));
      // A run of our own tells of itself by its own way.
      const others = [...all].filter(([, one]) => one.host !== hostname() || one.process !== child?.pid);
      const heard = follow(new Map(others), performance.now());
      const next = heard === null ? now : elsewhere(heard, hasRun);
      if (child === null && JSON.stringify(next) !== JSON.stringify(now)) become(next);
    } catch {
      // An index that cannot be read at this moment: the next look tells.
    } finally {
      isLooking = false;
    }
  }

  function start(): LiveRun {
    if (now.state === 'running')
      throw new Refused('conflict', 'expected no run under way, got one: wait for its end or stop it');
    isStopped = false;
    const main = fileURLToPath(new URL(`../cli/main${import.meta.url.slice(-3)}`, import.meta.url));
    const made = spawn(process.execPath, [main, ...argumentsOf(path, options)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child = made;
    const state = become({ ...idle, state: 'running', startedAt: new Date().toISOString() });
    made.on('message', (progress) => become({ progress: progress as LiveRun['progress'] }));
    let said = '';
    made.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      const lines = said.split('\n').map((line) => line.trim());
      become({ lines: lines.filter((line) => line !== '').slice(-mostLines) });
    });
    const ended = (code: number | null) => {
      if (child !== made) return;
      child = null;
      become({ state: code === 0 ? 'done' : isStopped ? 'stopped' : 'failed' });
    };
    made.on('error', (error) => {
      become({ lines: [error.message] });
      ended(1);
    });
    made.on('close', ended);
    return state;
  }

  return {
    state: () => now,
    start,
    stop() {
      if (child !== null) {
        isStopped = true;
        child.kill('SIGINT');
        return now;
      }
      const found = now.state === 'running' ? `${now.elsewhere}: stop it where it was started` : 'none';
      throw new Refused('conflict', `expected a run that was started from here, got ${found}`);
    },
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    async close() {
      clearInterval(looking);
      const last = child;
      watchers.clear();
      if (last === null) return;
      isStopped = true;
      const over = new Promise((resolve) => last.once('close', resolve));
      last.kill('SIGINT');
      await over;
    },
  };
}

/** A run elsewhere as the pages show it. */
function elsewhere({ kind, notice }: Heard, hasRun: Known['hasRun']): LiveRun {
  const { startedAt, progress, process, host } = notice;
  const where = host === hostname() ? `process ${process} of this machine` : `process ${process} of ${host}`;
  const told = { elsewhere: where, startedAt, progress, lines: [] };
  if (kind === 'running') return { ...told, state: 'running' };
  if (hasRun(startedAt)) return { ...told, state: 'done' };
  const line =
    kind === 'silent'
      ? `${where} says nothing any more: it was killed, or its machine is away`
      : `${where} ended without a report: what it said stands where it was started`;
  return { ...told, state: 'failed', lines: [line] };
}

/** What follows `--` is the study, whatever it begins with. */
function argumentsOf(path: string, { output, state, documentsRoot, contrast }: StudyOptions): string[] {
  return [
    'run',
    ...(output === undefined ? [] : ['--output', output]),
    ...(state === undefined ? [] : ['--state', state]),
    ...(documentsRoot ?? []).flatMap((root) => ['--documents-root', root]),
    ...(contrast === undefined
      ? []
      : ['--contrast', `${contrast.source.join(',')}:${contrast.policy.join(',')}`]),
    '--',
    path,
  ];
}
