import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, Queue, Worker } from 'bullmq';
import type { RunRequest } from '../../model/fleet.ts';
import { type Broker, connect } from './connection.ts';
import { queueNames } from './names.ts';
import { type Server, type ServeSettings, served, workerOptions } from './serve.ts';

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

const askEveryMs = 300;
const keptRuns = { age: 7 * 86_400, count: 200 };

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
      for (;;) {
        const now = await state(id);
        if (now === null) return { state: 'failed', reason: 'the run is gone from the queue' };
        tell(now);
        if (now.state === 'done' || now.state === 'failed') return now;
        await wait(askEveryMs, undefined, { signal });
      }
    },
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}

/**
 * Serves runs. A run whose worker dies is taken over by another, which finds the work done so far; one that
 * comes back after that is told to stop by its signal.
 */
export function serveRuns<Progress extends object, Summary>(
  settings: ServeSettings,
  parse: (data: unknown) => RunRequest,
  perform: (request: RunRequest, tell: (progress: Progress) => void, signal: AbortSignal) => Promise<Summary>,
): Server {
  const stop = new AbortController();
  const connection = connect(settings.url);
  const worker = new Worker(
    queueNames.run,
    async (job: Job, _token?: string, signal?: AbortSignal) => {
      const begun = performance.now();
      const request = parse(job.data);
      const signals = signal === undefined ? [stop.signal] : [stop.signal, signal];
      // Progress is a courtesy: a lost message must not end the run.
      const tell = (progress: Progress) => void job.updateProgress(progress).catch(() => {});
      let failure: string | null = null;
      try {
        return await perform(request, tell, AbortSignal.any(signals));
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
        throw error;
      } finally {
        const seconds = (performance.now() - begun) / 1000;
        settings.observe({ step: 'run', job: job.id ?? '', file: request.study, seconds, failure });
      }
    },
    workerOptions(connection, settings.prefix, settings.concurrency),
  );
  worker.on('lockRenewalFailed', (jobs) => {
    for (const id of jobs) worker.cancelJob(id, 'another worker has taken the run over');
  });
  return served(worker, connection, stop);
}

function isProgress(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
