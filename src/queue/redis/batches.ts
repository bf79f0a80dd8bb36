import { setTimeout as wait } from 'node:timers/promises';
import { FlowProducer, Queue, QueueEvents } from 'bullmq';
import type { DeadLetter, JobFailure, JobResult, QueuedJob, WorkQueue } from '../../model/queue.ts';
import { once } from '../once.ts';
import { type Broker, connect } from './connection.ts';
import { submitBatch, withdrawBatch } from './flows.ts';
import { deadKey, failureOf, type KeptLetter, queueNames } from './names.ts';
import { patient } from './patient.ts';

/** How jobs are handed to a fleet. */
export type BatchSettings = Broker & {
  /** Jobs in a batch: the unit of tagging. */
  readonly batch: number;
  /** Batches under way at a time: what Redis holds, whatever the corpus. */
  readonly window: number;
};

/** What a batch came to, one entry a job in the batch's order. */
export type BatchResult<Result> = { readonly results: readonly JobResult<Result>[] };

/** A batch under way, and how often it has been handed over. */
type Batch<Job> = { readonly jobs: readonly Job[]; readonly handed: number };

/** How often all batches are looked at, in case an event was lost with a connection. */
const askEveryMs = 1_000;
/** A batch that a server lost, or ended without an answer, is handed over so often before it counts as failed. */
const handOvers = 5;

/**
 * The submitting side of the engine for many hosts. Each batch is one BullMQ flow: a tagging job whose
 * children ingest one document each. A batch is handed over only while fewer than `window` are under way.
 */
export function openRedisQueue<Job extends QueuedJob, Result>(
  settings: BatchSettings,
): WorkQueue<Job, Result> {
  const connection = connect(settings.url);
  const options = { connection, prefix: settings.prefix };
  const flows = new FlowProducer(options);
  const ingest = new Queue(queueNames.ingest, options);
  const tag = new Queue(queueNames.tag, options);
  const dead = deadKey(settings);
  const closing = new AbortController();
  // A lost connection comes back by itself; without listeners it would end the process.
  flows.on('error', () => {});
  ingest.on('error', () => {});
  tag.on('error', () => {});

  return {
    async run(jobs, ended, signal) {
      const stop = AbortSignal.any(signal === undefined ? [closing.signal] : [closing.signal, signal]);
      stop.throwIfAborted();
      const { source, tell } = once(jobs, ended);
      const underWay = new Map<string, Batch<Job>>();
      const heardOf = new Set<string>();
      const events = new QueueEvents(queueNames.tag, options);
      events.on('error', () => {});
      let wake = Promise.withResolvers<void>();
      for (const event of ['completed', 'failed'] as const) {
        events.on(event, ({ jobId }: { readonly jobId: string }) => {
          heardOf.add(jobId);
          wake.resolve();
        });
      }
      let lookedAt = performance.now();
      try {
        for (let more = true; more || underWay.size > 0; ) {
          while (more && underWay.size < settings.window) {
            const batch = take(source);
            more = batch.length === settings.batch;
            if (batch.length > 0)
              underWay.set(await submitBatch(flows, batch, stop), { jobs: batch, handed: 1 });
          }
          if (underWay.size === 0) break;
          await Promise.race([wake.promise, wait(askEveryMs, undefined, { signal: stop })]);
          wake = Promise.withResolvers();
          const all = performance.now() - lookedAt >= askEveryMs;
          if (all) lookedAt = performance.now();
          const ids = [...underWay.keys()].filter((id) => all || heardOf.has(id));
          heardOf.clear();
          for (const id of ids) await settle(id, underWay, tell, stop);
          stop.throwIfAborted();
        }
      } finally {
        await events.close().catch(() => {});
        await Promise.all([...underWay.keys()].map((id) => withdrawBatch(tag, ingest, id)));
      }
    },

    async pause() {
      await Promise.all([ingest.pause(), tag.pause()]);
    },

    async resume() {
      await Promise.all([ingest.resume(), tag.resume()]);
    },

    async counts() {
      const [counts, letters, paused] = await Promise.all([
        ingest.getJobCounts('waiting', 'active'),
        connection.hlen(dead),
        ingest.isPaused(),
      ]);
      const { active = 0, waiting = 0 } = counts;
      return { waiting, active, dead: letters, paused };
    },

    async deadLetters() {
      const letters = Object.entries(await connection.hgetall(dead));
      return letters
        .map(([id, text]): DeadLetter => {
          const { file, failure, attempts }: KeptLetter = JSON.parse(text);
          return { id, file, failure, attempts };
        })
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },

    async retry(id) {
      const text = await connection.hget(dead, id);
      if (text === null) return false;
      const { job }: KeptLetter = JSON.parse(text);
      // Taken away first: afterwards it could be the letter of the new failure.
      await connection.hdel(dead, id);
      try {
        await submitBatch(flows, [job as Job], closing.signal);
      } catch (error) {
        await connection.hset(dead, id, text);
        throw error;
      }
      return true;
    },

    discard: async (id) => (await connection.hdel(dead, id)) === 1,

    async close() {
      closing.abort();
      await Promise.all([flows.close(), ingest.close(), tag.close()]);
      connection.disconnect();
    },
  };

  function take(source: Iterator<Job, undefined>): readonly Job[] {
    const batch: Job[] = [];
    while (batch.length < settings.batch) {
      const { value } = source.next();
      if (value === undefined) break;
      batch.push(value);
    }
    return batch;
  }

  /**
   * Tells the ends of a batch that has come to one. A batch that is gone or ended without an answer was lost by
   * the server, not by its documents: it is handed over again, and what was done of it is found done.
   */
  async function settle(
    id: string,
    underWay: Map<string, Batch<Job>>,
    tell: (job: Job, result: JobResult<Result>) => Promise<void>,
    stop: AbortSignal,
  ): Promise<void> {
    const batch = underWay.get(id);
    if (batch === undefined) return;
    const { jobs, handed } = batch;
    const job = await patient(() => tag.getJob(id), stop);
    if (job !== undefined && job.finishedOn === undefined) return;
    const answer: BatchResult<Result> | null = job?.returnvalue ?? null;
    underWay.delete(id);
    if (answer === null && handed < handOvers) {
      underWay.set(await submitBatch(flows, jobs, stop), { jobs, handed: handed + 1 });
      return;
    }
    const detail = job?.failedReason ?? 'the queue lost its batch each time';
    const failure: JobFailure = failureOf(detail) ?? { kind: 'crashed', detail };
    for (const [place, one] of jobs.entries()) {
      await tell(one, answer?.results[place] ?? { result: null, failure });
    }
    await tag.remove(id).catch(() => 0);
  }
}
