import { describe, expect, it, onTestFinished } from 'vitest';
import { openPool, type PoolSettings } from '../../src/queue/pool.ts';
import { temporaryFolder } from '../support/tiny.ts';

function open(settings: Partial<PoolSettings> = {}) {
  const worker = new URL('./worker.ts', import.meta.url);
  const pool = openPool({
    worker,
    reach: null,
    setup: temporaryFolder(),
    processes: 1,
    seconds: 20,
    megabytes: 500,
    ...settings,
  });
  onTestFinished(() => pool.close());
  return pool;
}

const deed = (id: string, what = 'work', count = 0) => ({ id, file: id, deed: what, count });

describe('a pool of processes', () => {
  it('gives a job that failed in a used process a second chance in a fresh one', async () => {
    const pool = open();
    await pool.perform(deed('a'));
    const second = await pool.perform(deed('b', 'fail-unless-first'));
    expect(second).toMatchObject({ failure: null, result: { served: 1 } });
  });

  it('replaces a process that has grown before its next job', async () => {
    const pool = open();
    expect((await pool.perform(deed('a', 'grow', 330_000_000))).failure).toBe(null);
    expect((await pool.perform(deed('b'))).result).toMatchObject({ served: 1 });
  });

  it('holds a job to limits of its own where these are tighter', async () => {
    const pool = open();
    const tight = await pool.perform(deed('a', 'hang'), { seconds: 0.5, megabytes: 500 });
    expect(tight).toEqual({ result: null, failure: { kind: 'time_limit', seconds: 0.5 } });
    const loose = await open({ seconds: 0.5 }).perform(deed('b', 'hang'), { seconds: 20, megabytes: 900 });
    expect(loose).toEqual({ result: null, failure: { kind: 'time_limit', seconds: 0.5 } });
  });

  it('keeps a process that has not', async () => {
    const pool = open();
    await pool.perform(deed('a'));
    expect((await pool.perform(deed('b'))).result).toMatchObject({ served: 2 });
  });

  it('gives a job more time for pages that need OCR, as much a page as both allow', async () => {
    const limits = { seconds: 0.3, megabytes: 500, pageSeconds: 20 };
    const tight = await open().perform(deed('a', 'pages', 2_000), limits);
    expect(tight).toEqual({ result: null, failure: { kind: 'time_limit', seconds: 0.3 } });
    const loose = await open({ pageSeconds: 30 }).perform(deed('b', 'pages', 2_000), limits);
    expect(loose.failure).toBe(null);
  });

  it('tells a job that reads pages how many it may read side by side, while others come and go', async () => {
    const pool = open({ processes: 2, lanes: 6, pageSeconds: 20 });
    const alone = await pool.perform(deed('a', 'pages', 300));
    expect(alone.result).toMatchObject({ lanes: [6] });
    const [first] = await Promise.all([
      pool.perform(deed('b', 'pages', 6_000)),
      pool.perform(deed('c', 'slow', 100)),
    ]);
    expect((first.result as { lanes: readonly number[] }).lanes.slice(-2)).toEqual([3, 6]);
  });

  it('tells what a job says of itself: too late, or without its engine', async () => {
    const pool = open();
    expect((await pool.perform(deed('a', 'late'))).failure).toEqual({ kind: 'time_limit', seconds: 3 });
    expect((await pool.perform(deed('b', 'engine-missing'))).failure).toEqual({
      kind: 'engine_missing',
      detail: 'expected one',
    });
  });

  it('runs as many jobs at a time as it has processes', async () => {
    const pool = open({ processes: 2 });
    const done = await Promise.all([1, 2, 3, 4].map((id) => pool.perform(deed(String(id), 'slow', 50))));
    const pids = done.map(({ result }) => (result as { pid: number }).pid);
    expect(new Set(pids).size).toBe(2);
  });
});
