import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { JobFailure, JobResult, WorkQueue } from '../model/ports.ts';
import { residentMegabytes } from './memory.ts';

/** How the embedded engine runs jobs. */
export type EmbeddedSettings = {
  /** Module that each child process runs; it answers `Request` messages with `Reply` messages. */
  readonly worker: URL;
  /** Sent to every child before its first job. */
  readonly setup: unknown;
  /** Number of child processes at work at a time, at least 1. */
  readonly processes: number;
  /** Wall-clock seconds for one job. */
  readonly seconds: number;
  /** Resident memory at which a child is stopped, in megabytes. */
  readonly megabytes: number;
};

/** What a child is told. */
export type Request =
  | { readonly kind: 'setup'; readonly setup: unknown }
  | { readonly kind: 'job'; readonly job: unknown };

/** What a child answers: its job's result, or the exception that ended it. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'threw'; readonly detail: string };

const watchEveryMs = 100;
/** A process that takes longer to start than this will not start. */
const startSeconds = 60;
/** A child that has grown past this share of its limit is replaced before its next job. */
const recycleShare = 0.6;

type Child = { readonly process: ChildProcess; jobs: number };

/**
 * The default engine: child processes on this machine, each of which its parent can kill. A job that
 * exceeds its time or memory costs itself only; its process is replaced. A job that failed in a process
 * that had run others before gets a second chance in a fresh one, since the fault may be the process's.
 */
export function openEmbedded<Job, Result>(settings: EmbeddedSettings): WorkQueue<Job, Result> {
  return {
    async run(jobs, ended, signal) {
      const source = jobs[Symbol.iterator]();
      const alive = new Set<Child>();
      signal?.throwIfAborted();
      const stop = () => {
        for (const child of alive) child.process.kill('SIGKILL');
      };
      signal?.addEventListener('abort', stop);
      try {
        await Promise.all(Array.from({ length: settings.processes }, () => lane()));
      } finally {
        signal?.removeEventListener('abort', stop);
        stop();
      }

      async function lane(): Promise<void> {
        let child: Child | null = null;
        for (let next = source.next(); !next.done; next = source.next()) {
          let result: JobResult<Result> | null = null;
          while (result === null) {
            signal?.throwIfAborted();
            child ??= await start();
            const fresh: boolean = child.jobs === 0;
            const attempt: JobResult<Result> = await perform(child, next.value);
            signal?.throwIfAborted();
            if (attempt.failure === null) result = attempt;
            else {
              await discard(child);
              child = null;
              if (fresh || attempt.failure.kind === 'time_limit') result = attempt;
            }
          }
          await ended(next.value, result);
          if (child !== null && isGrown(child)) {
            await discard(child);
            child = null;
          }
        }
        if (child !== null) await discard(child);
      }

      async function start(): Promise<Child> {
        const child: Child = {
          process: fork(settings.worker, {
            serialization: 'advanced',
            stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
          }),
          jobs: 0,
        };
        alive.add(child);
        const started = await exchange(child, { kind: 'setup', setup: settings.setup }, startSeconds);
        if (started.failure !== null) {
          const { failure } = started;
          throw new Error(
            `Expected a worker process to start, got ${failure.kind}: ${'detail' in failure ? failure.detail : ''}`,
          );
        }
        return child;
      }

      async function discard(child: Child): Promise<void> {
        alive.delete(child);
        if (child.process.exitCode !== null || child.process.signalCode !== null) return;
        const gone = once(child.process, 'exit');
        child.process.kill('SIGKILL');
        await gone;
      }

      async function perform(child: Child, job: Job): Promise<JobResult<Result>> {
        const answer = await exchange(child, { kind: 'job', job }, settings.seconds);
        child.jobs++;
        if (answer.failure !== null) return answer;
        const reply = answer.result;
        if (reply.kind === 'done') return { result: reply.result as Result, failure: null };
        const detail = reply.kind === 'threw' ? reply.detail : 'answered out of turn';
        return { result: null, failure: { kind: 'crashed', detail } };
      }

      function isGrown(child: Child): boolean {
        const used = residentMegabytes(child.process.pid);
        return used !== null && used > settings.megabytes * recycleShare;
      }
    },
  };

  /** Sends one message and waits for its answer, the child's end, or a limit. */
  function exchange({ process: child }: Child, request: Request, seconds: number): Promise<JobResult<Reply>> {
    return new Promise((resolve) => {
      const finish = (result: JobResult<Reply>) => {
        clearTimeout(clock);
        clearInterval(watch);
        child.off('message', onMessage);
        child.off('exit', onExit);
        child.off('error', onError);
        resolve(result);
      };
      const fail = (failure: JobFailure) => finish({ result: null, failure });
      const onMessage = (reply: unknown) => finish({ result: reply as Reply, failure: null });
      const onExit = (code: number | null, signal: string | null) =>
        fail({ kind: 'crashed', detail: signal === null ? `exit code ${code}` : `signal ${signal}` });
      const onError = (error: Error) => fail({ kind: 'crashed', detail: error.message });
      const clock = setTimeout(() => fail({ kind: 'time_limit', seconds }), seconds * 1000);
      const watch = setInterval(() => {
        const used = residentMegabytes(child.pid);
        if (used !== null && used > settings.megabytes) {
          fail({ kind: 'memory_limit', megabytes: settings.megabytes });
        }
      }, watchEveryMs);
      child.on('message', onMessage);
      child.on('exit', onExit);
      child.on('error', onError);
      child.send(request, (error) => {
        if (error !== null) onError(error);
      });
    });
  }
}
