import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import type { JobResult } from '../../src/model/queue.ts';
import { openPool } from '../../src/queue/pool.ts';
import { openRedisQueue } from '../../src/queue/redis/batches.ts';
import { serveIngest, serveTag } from '../../src/queue/redis/serve.ts';
import { redisServer, startRedis, type TestRedis } from '../support/redis.ts';
import { conformance } from './conformance.ts';
import type { Deed, Done } from './worker.ts';

describe.skipIf(redisServer === null)('with a real Redis server', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  conformance('Redis', async ({ folder, processes, attempts, backoffMs, ...limits }) => {
    const broker = { url: redis.url, prefix: `test:${randomUUID()}` };
    const pool = openPool({ ...limits, processes, setup: folder, reach: null });
    const done = new Map<string, JobResult<Done>>();
    const parse = (data: unknown) => data as Deed;
    const serving = {
      ...broker,
      concurrency: processes,
      attempts,
      backoffMs,
      lockMs: 15_000,
      observe: () => {},
    };
    const ingest = serveIngest(serving, parse, async (job) => {
      const result = (await pool.perform(job)) as JobResult<Done>;
      done.set(job.id, result);
      return result;
    });
    const tag = serveTag(
      { ...serving, documents: 2 },
      parse,
      async (job) =>
        done.get(job.id) ?? { result: null, failure: { kind: 'crashed', detail: 'not ingested' } },
    );
    const queue = openRedisQueue<Deed, Done>({ ...broker, batch: 4, window: 4 });
    onTestFinished(async () => {
      await queue.close();
      await Promise.all([ingest.close(), tag.close()]);
      await pool.close();
    });
    return queue;
  });
});
