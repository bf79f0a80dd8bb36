import { type Job as BullJob, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobResult, QueuedJob } from '../../model/ports.ts';
import { attempted } from '../attempted.ts';
import type { Attempts } from '../backoff.ts';
import type { BatchResult } from './batches.ts';
import { type Broker, connect } from './connection.ts';
import { deadKey, FailedJob, failureOf, type KeptLetter, queueNames } from './names.ts';

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
  readonly failure: string | null;
}) => void;

export type ServeSettings = Broker & {
  /** Jobs at a time. */
  readonly concurrency: number;
  readonly observe: Observer;
};

/** How long a job stays with a worker that has gone silent, in milliseconds. */
const lockMs = 15_000;
const stalledEveryMs = 5_000;
/** How often a job may lose its worker before it is given up: workers die for reasons of their own. */
const maxStalls = 5;

/** How a worker of any queue is set up. */
export function workerOptions(connection: Redis, prefix: string, concurrency: number) {
  return {
    connection,
    prefix,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledEveryMs,
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
      const job = parse(queued.data?.job);
      const { failure } = await attempted(settings, () => perform(job), stop.signal);
      settings.observe({
        step: 'ingest',
        job: job.id,
        file: job.file,
        seconds: (performance.now() - begun) / 1000,
        failure: failure?.kind ?? null,
      });
      if (failure !== null) throw new FailedJob(failure);
    },
    workerOptions(connection, settings.prefix, settings.concurrency),
  );
  return served(worker, connection, stop);
}

/**
 * Serves the second step: batches whose documents have all been ingested or given up. What was given up
 * becomes a dead letter; what succeeds is none any more.
 */
export function serveTag<Job extends QueuedJob, Result>(
  settings: ServeSettings & Attempts,
  parse: (data: unknown) => Job,
  perform: (job: Job) => Promise<JobResult<Result>>,
): Server {
  const stop = new AbortController();
  const connection = connect(settings.url);
  const dead = deadKey(settings);
  const worker = new Worker(
    queueNames.tag,
    async (queued: BullJob): Promise<BatchResult<Result>> => {
      const given: unknown = queued.data?.jobs;
      if (!Array.isArray(given)) throw new Error('Expected a batch of jobs, got none');
      const jobs = given.map(parse);
      const failed = await queued.getIgnoredChildrenFailures();
      const results = await Promise.all(
        jobs.map(async (job, place): Promise<JobResult<Result>> => {
          const child = Object.keys(failed).find((key) => key.endsWith(`:${queued.id}-${place}`));
          if (child !== undefined) return { result: null, failure: failureOf(failed[child] ?? '') };
          const begun = performance.now();
          const result = await attempted(settings, () => perform(job), stop.signal);
          settings.observe({
            step: 'tag',
            job: job.id,
            file: job.file,
            seconds: (performance.now() - begun) / 1000,
            failure: result.failure?.kind ?? null,
          });
          return result;
        }),
      );
      await keepLetters(jobs, results);
      return { results };
    },
    workerOptions(connection, settings.prefix, settings.concurrency),
  );
  return served(worker, connection, stop);

  async function keepLetters(jobs: readonly Job[], results: readonly JobResult<Result>[]): Promise<void> {
    for (const [place, job] of jobs.entries()) {
      const failure = results[place]?.failure ?? null;
      if (failure === null) await connection.hdel(dead, job.id);
      else {
        const letter: KeptLetter = { job, file: job.file, failure, attempts: settings.attempts };
        await connection.hset(dead, job.id, JSON.stringify(letter));
      }
    }
  }
}

/** What all workers have in common: they outlive a lost server, and end when they are told to. */
export function served(worker: Worker, connection: Redis, stop: AbortController): Server {
  worker.on('error', () => {});
  return {
    async close() {
      await worker.close();
      stop.abort();
      connection.disconnect();
    },
  };
}
