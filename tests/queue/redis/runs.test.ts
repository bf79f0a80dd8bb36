import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { RunRequest } from '../../../src/model/fleet.ts';
import { type Hold, openRuns, runId, serveRuns } from '../../../src/queue/redis/runs.ts';
import { redisServer, startRedis, type TestRedis } from '../../support/redis.ts';

type Progress = { readonly done: number };
type Perform = (request: RunRequest, hold: Hold<Progress>) => Promise<string>;

const request = (study = 'study', second = 1): RunRequest => ({
  study,
  documentsRoots: [],
  startedAt: `2026-01-01T00:00:0${second}.000Z`,
});
const never = new AbortController().signal;
const untilToldTo = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe.skipIf(redisServer === null)('runs of a fleet', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  function open() {
    const broker = { url: redis.url, prefix: `test:${randomUUID()}` };
    const runs = openRuns<Progress, string>(broker);
    onTestFinished(() => runs.close());
    const serve = (perform: Perform) => {
      const settings = { ...broker, concurrency: 1, lockMs: 1_000, observe: () => {} };
      const server = serveRuns(settings, (data) => RunRequest.parse(data), perform);
      onTestFinished(() => server.close());
      return server;
    };
    return { runs, serve };
  }

  it('are followed from the asking to the end', async () => {
    const { runs, serve } = open();
    const id = await runs.submit(request());
    expect(await runs.state(id)).toEqual({ state: 'waiting' });
    serve(async ({ study }) => `${study} is done`);
    expect(await runs.follow(id, () => {}, never)).toEqual({ state: 'done', summary: 'study is done' });
  });

  it('are the same run while one is under way, and a new one afterwards', async () => {
    const { runs, serve } = open();
    const started: string[] = [];
    const ids = await Promise.all([runs.submit(request('study', 1)), runs.submit(request('study', 2))]);
    expect(ids[0]).toBe(ids[1]);
    expect(runId(request('other'))).not.toBe(ids[0]);
    serve(async ({ startedAt }) => {
      started.push(startedAt);
      return startedAt;
    });
    await runs.follow(ids[0], () => {}, never);
    expect(started).toHaveLength(1);
    await runs.submit(request('study', 3));
    expect(await runs.follow(ids[0], () => {}, never)).toMatchObject({ summary: '2026-01-01T00:00:03.000Z' });
    expect(started).toHaveLength(2);
  });

  it('are given back by a worker that is to stop, at once and to whoever comes', async () => {
    const { runs, serve } = open();
    const id = await runs.submit(request());
    const begun = Promise.withResolvers<void>();
    const first = serve((_, { signal }) => {
      begun.resolve();
      return untilToldTo(signal);
    });
    await begun.promise;
    await first.close();
    serve(async () => 'by the second');
    expect(await runs.follow(id, () => {}, never)).toEqual({ state: 'done', summary: 'by the second' });
  });

  it('stop where another worker has taken them over, and may not be published', async () => {
    const { runs, serve } = open();
    const told = Promise.withResolvers<boolean>();
    const begun = Promise.withResolvers<void>();
    const id = await runs.submit(request());
    serve(async (_, { signal, mayPublish }) => {
      expect(await mayPublish()).toBe(true);
      begun.resolve();
      await untilToldTo(signal).catch(() => {});
      told.resolve(true);
      return 'late';
    });
    await begun.promise;
    const { Redis } = await import('ioredis');
    const admin = new Redis(redis.url);
    onTestFinished(() => admin.disconnect());
    const [lock] = await admin.keys(`*:run:${id}:lock`);
    await admin.set(String(lock), 'of another');
    expect(await told.promise).toBe(true);
    expect(await runs.state(id)).toMatchObject({ state: 'running' });
  });

  it('fail with the reason of their worker', async () => {
    const { runs, serve } = open();
    serve(async () => {
      throw new Error('no space left');
    });
    const id = await runs.submit(request());
    expect(await runs.follow(id, () => {}, never)).toEqual({ state: 'failed', reason: 'no space left' });
  });

  it('can be left while the server says nothing, and are told gone where it knows none', async () => {
    const { runs } = open();
    expect(await runs.follow('no such run', () => {}, never)).toMatchObject({ state: 'failed' });
    const quiet = await startRedis();
    const away = openRuns({ url: quiet.url, prefix: 'test' });
    onTestFinished(() => away.close());
    expect(await away.state('none')).toBe(null);
    await quiet.stop();
    const leave = new AbortController();
    setTimeout(() => leave.abort(new Error('left')), 100);
    await expect(away.follow('none', () => {}, leave.signal)).rejects.toThrow('left');
  });
});
