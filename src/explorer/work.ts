import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StudyOptions } from '../io/study.ts';
import type { LiveRun } from '../model/api/runs.ts';
import { Refused } from './refused.ts';

/** Runs of the study that are started from its pages: one at a time, each a process of its own. */
export type Work = {
  readonly state: () => LiveRun;
  /** Throws a Refused where one is under way. */
  readonly start: () => LiveRun;
  /** Stops it in order, as Ctrl-C does; throws a Refused where none is under way. */
  readonly stop: () => LiveRun;
  /** Is called with the state whenever it changes; gives what ends that. */
  readonly watch: (changed: (state: LiveRun) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** Lines of what a run says that are kept. */
const mostLines = 12;
const idle: LiveRun = { state: 'idle', startedAt: null, progress: null, lines: [] };

/** Opens the place in which runs of a study are started, with the options that the explorer was opened with. */
export function openWork(path: string, options: StudyOptions): Work {
  let now: LiveRun = idle;
  let child: ChildProcess | null = null;
  let isStopped = false;
  const watchers = new Set<(state: LiveRun) => void>();

  function become(part: Partial<LiveRun>): LiveRun {
    now = { ...now, ...part };
    for (const tell of watchers) tell(now);
    return now;
  }

  function start(): LiveRun {
    if (child !== null)
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
      if (child === null) throw new Refused('conflict', 'expected a run under way, got none');
      isStopped = true;
      child.kill('SIGINT');
      return now;
    },
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    async close() {
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
