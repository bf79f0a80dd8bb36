import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { FlowProducer, Queue, QueueEvents } from 'bullmq';
import type { DeadLetter, JobResult, QueuedJob, WorkQueue } from '../../model/ports.ts';
import { once } from '../once.ts';
import { type Broker, connect } from './connection.ts';
import { deadKey, failureOf, type KeptLetter, queueNames } from './names.ts';

/** How jobs are handed to a fleet. */
export type BatchSettings = Broker & {
  /** Jobs in a batch: the unit of tagging. */
  readonly batch: number;
  /** Batches under way at a time: what Redis holds, whatever the corpus. */
  readonly window: number;
};

/** What a batch came to, one entry a job in the batch's order. */
export type BatchResult<Result> = { readonly results: readonly JobResult<Result>[] };

/** How often the state of batches is asked for, in case an event was lost with a connection. */
const askEveryMs = 1_000;
/** How long the memory of a full server is given to empty before the next try. */
const fullWaitMs = 1_000;

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
      const underWay = new Map<string, readonly Job[]>();
      const events = new QueueEvents(queueNames.tag, {
        connection: connection.duplicate(),
        prefix: settings.prefix,
      });
      events.on('error', () => {});
      let wake = Promise.withResolvers<void>();
      for (const event of ['completed', 'failed'] as const) events.on(event, () => wake.resolve());
      try {
        for (let more = true; more || underWay.size > 0; ) {
          while (more && underWay.size < settings.window) {
            const batch = take(source);
            more = batch.length === settings.batch;
            if (batch.length > 0) underWay.set(await submit(batch, stop), batch);
          }
          if (underWay.size === 0) break;
          await Promise.race([wake.promise, wait(askEveryMs, undefined, { signal: stop })]);
          wake = Promise.withResolvers();
          await settle(underWay, tell);
          stop.throwIfAborted();
        }
      } finally {
        await events.close().catch(() => {});
        await Promise.all([...underWay.keys()].map(withdraw));
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
      await submit([job as Job], closing.signal);
      await connection.hdel(dead, id);
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

  /** Hands a batch over and gives its id; waits as long as the server has no memory for it. */
  async function submit(batch: readonly Job[], stop: AbortSignal): Promise<string> {
    const jobId = randomUUID();
    for (;;) {
      try {
        await flows.add({
          name: 'batch',
          queueName: queueNames.tag,
          data: { jobs: batch },
          opts: {
            jobId,
            removeOnComplete: { count: settings.window * 4 },
            removeOnFail: { count: settings.window * 4 },
          },
          children: batch.map((job, place) => ({
            name: 'document',
            queueName: queueNames.ingest,
            data: { job },
            opts: {
              jobId: `${jobId}-${place}`,
              ignoreDependencyOnFailure: true,
              removeOnComplete: true,
              removeOnFail: true,
            },
          })),
        });
        return jobId;
      } catch (error) {
        if (!isFull(error)) throw error;
        await wait(fullWaitMs, undefined, { signal: stop });
      }
    }
  }

  /** Tells the ends of all batches under way that have come to one. */
  async function settle(
    underWay: Map<string, readonly Job[]>,
    tell: (job: Job, result: JobResult<Result>) => Promise<void>,
  ): Promise<void> {
    for (const [id, batch] of underWay) {
      const job = await tag.getJob(id);
      if (job !== undefined && job.finishedOn === undefined) continue;
      const answer: BatchResult<Result> | null = job?.returnvalue ?? null;
      const failure = failureOf(job?.failedReason ?? 'the batch is gone from the queue');
      underWay.delete(id);
      for (const [place, one] of batch.entries()) {
        await tell(one, answer?.results[place] ?? { result: null, failure });
      }
    }
  }

  /** Takes back what no worker has begun; what runs ends by itself and harms nobody. */
  async function withdraw(id: string): Promise<void> {
    const job = await tag.getJob(id).catch(() => undefined);
    const children = (await job?.getDependencies().catch(() => null))?.unprocessed ?? [];
    for (const key of children) {
      await ingest.remove(key.slice(key.lastIndexOf(':') + 1)).catch(() => 0);
    }
    await job?.remove().catch(() => {});
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /^OOM|MISCONF/.test(error.message);
}
