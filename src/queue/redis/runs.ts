import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, Queue, WaitingError, Worker } from 'bullmq';
import type { RunRequest } from '../../model/fleet.ts';
import { type Broker, connect } from './connection.ts';
import { queueNames } from './names.ts';
import { patient } from './patient.ts';
import { accepted, listen, type Server, type ServeSettings, workerOptions } from './serve.ts';

/** How a run stands. */
export type RunState<Progress, Summary> =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly progress: Progress | null }
  | { readonly state: 'done'; readonly summary: Summary }
  | { readonly state: 'failed'; readonly reason: string };

/** The runs of a fleet, from outside. */
export type Runs<Progress, Summary> = {
  /** Asks for a run and gives its id; a study that is being run is not run twice at once. */
  readonly submit: (request: RunRequest) => Promise<string>;
  readonly state: (id: string) => Promise<RunState<Progress, Summary> | null>;
  /** Follows a run to its end; throws when the signal is aborted, which does not stop the run. */
  readonly follow: (
    id: string,
    tell: (state: RunState<Progress, Summary>) => void,
    signal: AbortSignal,
  ) => Promise<RunState<Progress, Summary>>;
  readonly close: () => Promise<void>;
};

/** What a run has to do with the fleet while it is at work. */
export type Hold<Progress> = {
  readonly tell: (progress: Progress) => void;
  /** Whether this worker still has the run; where it does, it keeps it for long enough to publish. */
  readonly mayPublish: () => Promise<boolean>;
  /** Aborted when the run belongs to somebody else or this worker is to stop. */
  readonly signal: AbortSignal;
};

const askEveryMs = 300;
/** Asks in a row that find no run before it counts as gone: another submitter may just be replacing it. */
const asksUntilGone = 10;
/** Ended runs kept by number, since ages would depend on the clocks of hosts. */
const keptRuns = { count: 200 };
/** How often a run may lose its worker: every restart of the server may cost it one. */
const maxLosses = 100;

const takenOver = 'another worker has taken the run over';

/** The id of the run of a study: the same study in the same place is the same run. */
export function runId({ startedAt: _, ...request }: RunRequest): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 24);
}

/** Opens the submitting side of a fleet's runs. */
export function openRuns<Progress, Summary>(broker: Broker): Runs<Progress, Summary> {
  const connection = connect(broker.url);
  const queue = new Queue(queueNames.run, { connection, prefix: broker.prefix });
  queue.on('error', () => {});

  async function state(id: string): Promise<RunState<Progress, Summary> | null> {
    const job: Job | undefined = await queue.getJob(id);
    if (job === undefined) return null;
    if (job.finishedOn === undefined) {
      return job.processedOn === undefined
        ? { state: 'waiting' }
        : { state: 'running', progress: isProgress(job.progress) ? (job.progress as Progress) : null };
    }
    return job.failedReason === undefined
      ? { state: 'done', summary: job.returnvalue }
      : { state: 'failed', reason: job.failedReason };
  }

  return {
    state,
    async submit(request) {
      const jobId = runId(request);
      const earlier = await state(jobId);
      if (earlier?.state === 'done' || earlier?.state === 'failed') await queue.remove(jobId);
      await queue.add('run', request, { jobId, removeOnComplete: keptRuns, removeOnFail: keptRuns });
      return jobId;
    },
    async follow(id, tell, signal) {
      for (let gone = 0; gone < asksUntilGone; ) {
        const now = await unlessLeft(state(id), signal);
        gone = now === null ? gone + 1 : 0;
        if (now !== null) tell(now);
        if (now?.state === 'done' || now?.state === 'failed') return now;
        await wait(askEveryMs, undefined, { signal });
      }
      return { state: 'failed', reason: 'it is gone from the queue: run the study again' };
    },
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}

/**
 * Serves runs. A run whose worker dies is taken over by another, which finds the work done so far. A worker that
 * is to stop gives its run back; one that has lost it while it was silent is told so by the signal.
 */
export function serveRuns<Progress extends object, Summary>(
  settings: ServeSettings,
  parse: (data: unknown) => RunRequest,
  perform: (request: RunRequest, hold: Hold<Progress>) => Promise<Summary>,
): Server {
  const stop = new AbortController();
  const connection = connect(settings.url);
  const worker = new Worker(
    queueNames.run,
    // BullMQ gives the signal only to a function that names all three.
    async (job: Job, token: string | undefined, lost: AbortSignal | undefined) => {
      const begun = performance.now();
      const request = accepted(settings.observe, 'run', job, parse);
      const signal = AbortSignal.any(lost === undefined ? [stop.signal] : [stop.signal, lost]);
      let failure: string | null = null;
      let detail: string | null = null;
      try {
        // Asked of the server itself, so that one that cannot end the run now is waited for.
        const isOurs = async () =>
          (await patient(() => job.extendLock(token ?? '', settings.lockMs), signal)) === 1;
        const summary = await perform(request, {
          // Progress is a courtesy: a lost message must not end the run.
          tell: (progress) => void job.updateProgress(progress).catch(() => {}),
          mayPublish: isOurs,
          signal,
        });
        if (!(await isOurs())) throw new Error(takenOver);
        return summary;
      } catch (error) {
        failure = 'run_failed';
        detail = error instanceof Error ? error.message : String(error);
        if (!stop.signal.aborted) throw new Error(detail);
        detail = 'given back to the fleet, since this worker is to stop';
        await job.moveToWait(token);
        throw new WaitingError();
      } finally {
        const seconds = (performance.now() - begun) / 1000;
        settings.observe({ step: 'run', job: job.id ?? '', file: request.study, seconds, failure, detail });
      }
    },
    { ...workerOptions(connection, settings), maxStalledCount: maxLosses },
  );
  worker.on('lockRenewalFailed', (jobs) => {
    for (const id of jobs) worker.cancelJob(id, takenOver);
  });
  listen(worker, settings);
  return {
    async close() {
      const closed = worker.close();
      stop.abort();
      await closed;
      connection.disconnect();
    },
  };
}

/** An answer, or the signal's reason where that comes first: leaving must not take as long as a server is away. */
function unlessLeft<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

function isProgress(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
