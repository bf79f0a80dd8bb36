import { type Job as BullJob, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobFailure, JobResult, QueuedJob } from '../../model/queue.ts';
import { attempted } from '../attempted.ts';
import type { Attempts } from '../backoff.ts';
import type { BatchResult } from './batches.ts';
import { type Broker, connect } from './connection.ts';
import { deadKey, FailedJob, failureOf, type KeptLetter, queueNames } from './names.ts';
import { patient } from './patient.ts';

/** A worker at work on one of the queues. */
export type Server = {
  /** Takes no more jobs, lets the running ones end, and leaves no connection behind. */
  readonly close: () => Promise<void>;
};

/** What a worker tells of its work, for logs and metrics. */
export type Observer = (event: {
  readonly step: 'ingest' | 'tag' | 'run';
  readonly job: string;
  readonly file: string | null;
  readonly seconds: number;
  /** A code that can be counted: a kind of JobFailure, `refused` for what is no job, or `run_failed`. */
  readonly failure: string | null;
  /** What a person needs to know of the failure. */
  readonly detail: string | null;
}) => void;

export type ServeSettings = Broker & {
  /** Jobs at a time. */
  readonly concurrency: number;
  /** How long a job stays with a worker that has fallen silent, in milliseconds. */
  readonly lockMs: number;
  readonly observe: Observer;
  /** Is told what is wrong with the server or the way to it, once for each thing. */
  readonly trouble?: (detail: string) => void;
};

/** Jobs in a batch that a worker takes at most, many times what is ever submitted. */
const largestBatch = 500;
/** How often a job may lose its worker before it is given up: workers die for reasons of their own. */
const maxStalls = 5;

/** How a worker of any queue is set up. */
export function workerOptions(connection: Redis, { prefix, concurrency, lockMs }: ServeSettings) {
  return {
    connection,
    prefix,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: Math.ceil(lockMs / 3),
    maxStalledCount: maxStalls,
    runRetryDelay: 1_000,
  };
}

/**
 * Serves the first step: documents one by one. `parse` refuses data that are no job; `perform` may kill
 * what it runs. A job that fails in all its attempts fails in the queue, with its reason.
 */
export function serveIngest<Job extends QueuedJob>(
  settings: ServeSettings & Attempts,
  parse: (data: unknown) => Job,
  perform: (job: Job) => Promise<JobResult<unknown>>,
): Server {
  const stop = new AbortController();
  const connection = connect(settings.url);
  const worker = new Worker(
    queueNames.ingest,
    async (queued: BullJob) => {
      const begun = performance.now();
      const job = accepted(settings.observe, 'ingest', queued, ({ job }) => parse(job));
      const { failure } = await attempted(settings, () => safely(() => perform(job)), stop.signal);
      settings.observe({
        step: 'ingest',
        job: job.id,
        file: job.file,
        seconds: (performance.now() - begun) / 1000,
        ...toldOf(failure),
      });
      if (failure !== null) throw new FailedJob(failure);
    },
    workerOptions(connection, settings),
  );
  return served(worker, connection, stop, settings);
}

/**
 * Serves the second step: batches whose documents have all been ingested or given up, some `documents` of a batch at
 * a time. What was given up becomes a dead letter; what succeeds is none any more.
 */
export function serveTag<Job extends QueuedJob, Result>(
  settings: ServeSettings & Attempts & { readonly documents: number },
  parse: (data: unknown) => Job,
  perform: (job: Job) => Promise<JobResult<Result>>,
): Server {
  const stop = new AbortController();
  const connection = connect(settings.url);
  const dead = deadKey(settings);
  const worker = new Worker(
    queueNames.tag,
    async (queued: BullJob): Promise<BatchResult<Result>> => {
      const jobs = accepted(settings.observe, 'tag', queued, ({ jobs: given }) => {
        if (Array.isArray(given) && given.length <= largestBatch) return given.map(parse);
        throw new Error(`Expected a batch of at most ${largestBatch} jobs, got something else`);
      });
      const failed = await patient(() => queued.getIgnoredChildrenFailures(), stop.signal);
      const results: JobResult<Result>[] = [];
      const next = jobs.entries();
      const lane = async () => {
        for (const [place, job] of next) results[place] = await end(job, failed, `:${queued.id}-${place}`);
      };
      await Promise.all(Array.from({ length: settings.documents }, lane));
      await keepLetters(jobs, results);
      return { results };
    },
    workerOptions(connection, settings),
  );
  return served(worker, connection, stop, settings);

  /** Tags one document, unless it was given up: its failure stands under the key of its job. */
  async function end(
    job: Job,
    failed: Readonly<Record<string, string>>,
    keyEnd: string,
  ): Promise<JobResult<Result>> {
    const key = Object.keys(failed).find((one) => one.endsWith(keyEnd));
    const failure = key === undefined ? null : failureOf(failed[key] ?? '');
    if (failure !== null) return { result: null, failure };
    const begun = performance.now();
    const result = await attempted(settings, () => safely(() => perform(job)), stop.signal);
    settings.observe({
      step: 'tag',
      job: job.id,
      file: job.file,
      seconds: (performance.now() - begun) / 1000,
      ...toldOf(result.failure),
    });
    return result;
  }

  async function keepLetters(jobs: readonly Job[], results: readonly JobResult<Result>[]): Promise<void> {
    const letters = jobs.flatMap((job, place): readonly string[] => {
      const failure = results[place]?.failure ?? null;
      if (failure === null) return [];
      const letter: KeptLetter = { job, file: job.file, failure, attempts: settings.attempts };
      return [job.id, JSON.stringify(letter)];
    });
    const well = jobs.flatMap((job, place) => (results[place]?.failure === null ? job.id : []));
    if (letters.length > 0) await patient(() => connection.hset(dead, ...letters), stop.signal);
    if (well.length > 0) await patient(() => connection.hdel(dead, ...well), stop.signal);
  }
}

/** What a job's data hold, or a failure that is told: what comes from a broker may be anything. */
export function accepted<T>(
  observe: Observer,
  step: 'ingest' | 'tag' | 'run',
  { id, data }: BullJob,
  parse: (data: Readonly<Record<string, unknown>>) => T,
): T {
  try {
    return parse(typeof data === 'object' && data !== null ? data : {});
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    observe({ step, job: id ?? '', file: null, seconds: 0, failure: 'refused', detail });
    throw error;
  }
}

function toldOf(failure: JobFailure | null): { failure: string | null; detail: string | null } {
  if (failure === null) return { failure: null, detail: null };
  const { kind, ...rest } = failure;
  return { failure: kind, detail: 'detail' in rest ? rest.detail : Object.values(rest).join() };
}

/** What all workers have in common: they outlive a lost server, and tell of it once. */
export function listen(worker: Worker, { trouble }: ServeSettings): void {
  let told = '';
  worker.on('error', ({ message }) => {
    if (message !== told) trouble?.(message);
    told = message;
  });
}

/** Lets what runs end, then leaves. */
function served(worker: Worker, connection: Redis, stop: AbortController, settings: ServeSettings): Server {
  listen(worker, settings);
  return {
    async close() {
      await worker.close();
      stop.abort();
      connection.disconnect();
    },
  };
}

/** What a host throws where it cannot even begin is a failed attempt as well. */
async function safely<Result>(perform: () => Promise<JobResult<Result>>): Promise<JobResult<Result>> {
  try {
    return await perform();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { result: null, failure: { kind: 'crashed', detail } };
  }
}
