import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { JobFailure, JobResult } from '../model/ports.ts';
import { residentMegabytes } from './memory.ts';
import { type Reach, sealedArguments, sealedEnvironment } from './sealed.ts';

/** What a child is told. */
export type Request =
  | { readonly kind: 'setup'; readonly setup: unknown }
  | { readonly kind: 'job'; readonly job: unknown };

/** What a child answers: its job's result, or the exception that ended it. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'threw'; readonly detail: string };

/** Limits on one exchange with a child. */
export type ChildLimits = {
  /** Wall-clock seconds. */
  readonly seconds: number;
  /** Resident memory in megabytes. */
  readonly megabytes: number;
};

/** A process that works for this one and can be killed at any moment. */
export type Child = {
  /** Jobs that it has been given. */
  readonly jobs: number;
  readonly perform: (job: unknown, limits: ChildLimits) => Promise<JobResult<unknown>>;
  /** Resident memory in megabytes; null where it is not known. */
  readonly resident: () => number | null;
  readonly kill: () => Promise<void>;
};

const watchEveryMs = 100;
/** A process that takes longer to start than this will not start. */
const startSeconds = 60;

/**
 * Starts a child on a module and sends it its set-up; throws where it does not come up. With a reach, nothing else of
 * this machine is open to it.
 */
export async function startChild(
  module: URL,
  setup: unknown,
  limits: ChildLimits,
  reach: Reach | null,
): Promise<Child> {
  const child = fork(module, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(reach === null ? {} : { execArgv: [...sealedArguments(reach)], env: sealedEnvironment(process.env) }),
  });
  let jobs = 0;
  const started = await exchange(child, { kind: 'setup', setup }, { ...limits, seconds: startSeconds });
  if (started.failure !== null) {
    child.kill('SIGKILL');
    const { kind, ...more } = started.failure;
    throw new Error(`Expected a worker process to start, got ${kind} ${JSON.stringify(more)}`);
  }
  return {
    get jobs() {
      return jobs;
    },
    async perform(job, within) {
      jobs++;
      const answer = await exchange(child, { kind: 'job', job }, within);
      if (answer.failure !== null) return answer;
      if (answer.result.kind === 'done') return { result: answer.result.result, failure: null };
      const detail = answer.result.kind === 'threw' ? answer.result.detail : 'answered out of turn';
      return { result: null, failure: { kind: 'crashed', detail } };
    },
    resident: () => residentMegabytes(child.pid),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Sends one message and waits for its answer, the child's end, or a limit. */
function exchange(child: ChildProcess, request: Request, limits: ChildLimits): Promise<JobResult<Reply>> {
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
    const clock = setTimeout(
      () => fail({ kind: 'time_limit', seconds: limits.seconds }),
      limits.seconds * 1000,
    );
    const watch = setInterval(() => {
      const used = residentMegabytes(child.pid);
      if (used !== null && used > limits.megabytes) {
        fail({ kind: 'memory_limit', megabytes: limits.megabytes });
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
