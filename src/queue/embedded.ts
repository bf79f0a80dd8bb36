import type { DeadLetter, JobResult, QueuedJob, WorkQueue } from '../model/queue.ts';
import { attempted } from './attempted.ts';
import type { Attempts } from './backoff.ts';
import { once } from './once.ts';
import { openPool, type PoolSettings } from './pool.ts';

/** How the embedded engine runs jobs. */
export type EmbeddedSettings = PoolSettings & Attempts;

/** The default engine: child processes on this machine, each of which its parent can kill. */
export function openEmbedded<Job extends QueuedJob, Result>(
  settings: EmbeddedSettings,
): WorkQueue<Job, Result> {
  const dead = new Map<string, DeadLetter & { readonly job: Job }>();
  const returned: Job[] = [];
  const state = { waiting: 0, active: 0 };
  let gate: { readonly open: Promise<void>; readonly release: () => void } | null = null;
  const closing = new AbortController();

  return {
    async run(jobs, ended, signal) {
      const stop = AbortSignal.any(signal === undefined ? [closing.signal] : [closing.signal, signal]);
      stop.throwIfAborted();
      const pool = openPool(settings);
      const { source, tell } = once(jobs, ended);
      const stopped = new Promise<never>((_, reject) => {
        stop.addEventListener('abort', () => reject(stop.reason), { once: true });
      });
      try {
        await Promise.race([stopped, Promise.all(Array.from({ length: settings.processes }, lane))]);
      } finally {
        await pool.close();
        state.active = 0;
      }

      async function lane(): Promise<void> {
        for (;;) {
          await gate?.open;
          const job = returned.pop() ?? source.next().value;
          if (job === undefined || stop.aborted) return;
          state.active++;
          const result = await work(job);
          state.active--;
          await tell(job, result);
        }
      }

      async function work(job: Job): Promise<JobResult<Result>> {
        dead.delete(job.id);
        const answer = await attempted(settings, () => pool.perform(job) as Promise<JobResult<Result>>, stop);
        if (answer.failure !== null) {
          const { id, file } = job;
          dead.set(id, { id, file, failure: answer.failure, attempts: settings.attempts, job });
        }
        return answer;
      }
    },

    async pause() {
      if (gate !== null) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = { open: promise, release: resolve };
    },

    async resume() {
      gate?.release();
      gate = null;
    },

    async counts() {
      return { waiting: returned.length, active: state.active, dead: dead.size, paused: gate !== null };
    },

    async deadLetters() {
      return [...dead.values()]
        .map(({ job: _, ...letter }) => letter)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },

    async retry(id) {
      const letter = dead.get(id);
      if (letter === undefined) return false;
      dead.delete(id);
      returned.push(letter.job);
      return true;
    },

    discard: async (id) => dead.delete(id),

    async close() {
      closing.abort();
    },
  };
}
