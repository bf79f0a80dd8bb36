import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { JobFailure, JobResult } from '../model/queue.ts';
import { childrenOf, residentMegabytes } from './memory.ts';
import { type Reach, sealedArguments, sealedEnvironment } from './sealed.ts';

/** What a child is told. */
export type Request =
  | { readonly kind: 'setup'; readonly setup: unknown }
  | { readonly kind: 'job'; readonly job: unknown; readonly megabytes: number }
  /** How many pages it may read side by side from now on; said to one that has said `pages`. */
  | { readonly kind: 'lanes'; readonly lanes: number };

/**
 * What a child answers: its job's result, why there is none, or, before that, that so many pages of its job need
 * OCR, for each of which it is given time.
 */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pages'; readonly pages: number }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'late'; readonly seconds: number }
  | { readonly kind: 'engine_missing'; readonly detail: string }
  | { readonly kind: 'threw'; readonly detail: string };

/** Limits on one exchange with a child. */
export type ChildLimits = {
  /** Wall-clock seconds. */
  readonly seconds: number;
  /** Resident memory in megabytes. */
  readonly megabytes: number;
  /** Wall-clock seconds beside `seconds` for each page that needs OCR; 0 where left out. */
  readonly pageSeconds?: number;
};

/** A process that works for this one and can be killed at any moment. */
export type Child = {
  /** Jobs that it has been given. */
  readonly jobs: number;
  readonly perform: (job: unknown, limits: ChildLimits, lanes: number) => Promise<JobResult<unknown>>;
  /** Tells it how many pages it may read side by side, if it is reading any. */
  readonly share: (lanes: number) => void;
  /** Resident memory in megabytes; null where it is not known. */
  readonly resident: () => number | null;
  readonly kill: () => Promise<void>;
};

const watchEveryMs = 100;
/** A process that takes longer to start than this will not start. */
const startSeconds = 60;
/**
 * Garbage is looked for sooner, in megabytes of new objects and when old ones are up by two fifths: left to itself, half of what
 * a child holds is garbage.
 */
const sparing = ['--max-semi-space-size=8', '--heap-growing-percent=40'];
/** The longest time that a timer keeps, in milliseconds. */
const longestMs = 2 ** 31 - 1;

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
    ...(reach === null
      ? { execArgv: [...process.execArgv, ...sparing] }
      : { execArgv: [...sealedArguments(reach), ...sparing], env: sealedEnvironment(process.env) }),
  });
  let jobs = 0;
  let share = 1;
  let isSharing = false;
  const tellShare = () => child.send({ kind: 'lanes', lanes: share } satisfies Request, () => {});
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
    async perform(job, within, lanes) {
      jobs++;
      share = lanes;
      const request: Request = { kind: 'job', job, megabytes: within.megabytes };
      const answer = await exchange(child, request, within, () => {
        isSharing = true;
        tellShare();
      });
      isSharing = false;
      return answer.failure === null ? resultOf(answer.result) : answer;
    },
    share(lanes) {
      if (lanes === share) return;
      share = lanes;
      if (isSharing) tellShare();
    },
    resident: () => residentMegabytes(child.pid),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      const started = childrenOf(child.pid);
      child.kill('SIGKILL');
      for (const pid of started) killQuietly(pid);
      await gone;
    },
  };
}

function resultOf(reply: Reply): JobResult<unknown> {
  switch (reply.kind) {
    case 'done':
      return { result: reply.result, failure: null };
    case 'late':
      return { result: null, failure: { kind: 'time_limit', seconds: reply.seconds } };
    case 'engine_missing':
    case 'threw': {
      const kind = reply.kind === 'threw' ? 'crashed' : reply.kind;
      return { result: null, failure: { kind, detail: reply.detail } };
    }
    default:
      return { result: null, failure: { kind: 'crashed', detail: 'answered out of turn' } };
  }
}

/** What the child itself has started would otherwise work on for nobody until it ends by itself. */
function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/** Sends one message and waits for its answer, the child's end, or a limit. */
function exchange(
  child: ChildProcess,
  request: Request,
  limits: ChildLimits,
  onPages: () => void = () => {},
): Promise<JobResult<Reply>> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let seconds = limits.seconds;
    const finish = (result: JobResult<Reply>) => {
      clearTimeout(clock);
      clearInterval(watch);
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.off('error', onError);
      resolve(result);
    };
    const fail = (failure: JobFailure) => finish({ result: null, failure });
    const onMessage = (message: unknown) => {
      const reply = message as Reply;
      if (reply.kind !== 'pages') return finish({ result: reply, failure: null });
      seconds = limits.seconds + reply.pages * (limits.pageSeconds ?? 0);
      clearTimeout(clock);
      clock = setClock();
      onPages();
    };
    const onExit = (code: number | null, signal: string | null) =>
      fail({ kind: 'crashed', detail: signal === null ? `exit code ${code}` : `signal ${signal}` });
    const onError = (error: Error) => fail({ kind: 'crashed', detail: error.message });
    const setClock = () =>
      setTimeout(
        () => fail({ kind: 'time_limit', seconds }),
        Math.min(longestMs, Math.max(0, seconds * 1000 - (performance.now() - begun))),
      );
    let clock = setClock();
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
