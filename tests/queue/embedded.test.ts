import { describe, expect, it } from 'vitest';
import type { JobResult, WorkQueue } from '../../src/model/ports.ts';
import { openEmbedded } from '../../src/queue/embedded.ts';
import type { Deed } from './worker.ts';

type Done = { readonly id: number; readonly pid: number; readonly served: number };

function open(
  settings: { processes?: number; seconds?: number; megabytes?: number } = {},
): WorkQueue<Deed, Done> {
  return openEmbedded({
    worker: new URL('./worker.ts', import.meta.url),
    setup: null,
    processes: 2,
    seconds: 20,
    megabytes: 1000,
    ...settings,
  });
}

async function results(queue: WorkQueue<Deed, Done>, jobs: Iterable<Deed>, signal?: AbortSignal) {
  const ended = new Map<number, JobResult<Done>[]>();
  await queue.run(
    jobs,
    (job, result) => {
      ended.set(job.id, [...(ended.get(job.id) ?? []), result]);
    },
    signal,
  );
  return ended;
}

const work = (count: number): Deed[] => Array.from({ length: count }, (_, id) => ({ id, deed: 'work' }));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the embedded queue', () => {
  it('ends every job exactly once, whatever the number of processes', async () => {
    for (const processes of [1, 3]) {
      const ended = await results(open({ processes }), work(20));
      expect(ended.size).toBe(20);
      for (const [id, all] of ended) expect(all.map(({ result }) => result?.id)).toEqual([id]);
    }
  });

  it('ends with nothing to do where there are no jobs', async () => {
    expect((await results(open(), [])).size).toBe(0);
  });

  it('takes the next job only when a process is free', async () => {
    let taken = 0;
    let finished = 0;
    let ahead = 0;
    function* jobs() {
      for (const job of work(12)) {
        taken++;
        ahead = Math.max(ahead, taken - finished);
        yield job;
      }
    }
    await open({ processes: 2 }).run(jobs(), () => {
      finished++;
    });
    expect(finished).toBe(12);
    expect(ahead).toBeLessThanOrEqual(2);
  });

  it.each([
    ['throw', { kind: 'crashed', detail: 'thrown on purpose' }],
    ['exit', { kind: 'crashed', detail: 'exit code 7' }],
    ['hang', { kind: 'time_limit', seconds: 1 }],
    ['spin', { kind: 'time_limit', seconds: 1 }],
    ['hoard', { kind: 'memory_limit', megabytes: 300 }],
  ])('lets a job that would %s cost itself only', async (deed, failure) => {
    const seconds = failure.kind === 'time_limit' ? 1 : 20;
    const jobs = [...work(3), { id: 3, deed }, { id: 4, deed: 'work' }];
    const ended = await results(open({ processes: 1, seconds, megabytes: 300 }), jobs);
    expect(ended.get(3)).toEqual([{ result: null, failure }]);
    for (const id of [0, 1, 2, 4]) expect(ended.get(id)?.[0]?.failure).toBe(null);
  });

  it('gives a job that failed in a used process a second chance in a fresh one', async () => {
    const ended = await results(open({ processes: 1 }), [...work(2), { id: 2, deed: 'fail-unless-first' }]);
    expect(ended.get(2)?.[0]).toMatchObject({ failure: null, result: { served: 1 } });
  });

  it('replaces a process that has grown before its next job', async () => {
    const jobs = [
      { id: 0, deed: 'grow', count: 260_000_000 },
      { id: 1, deed: 'work' },
    ];
    const ended = await results(open({ processes: 1, megabytes: 500 }), jobs);
    expect(ended.get(0)?.[0]?.failure).toBe(null);
    expect(ended.get(1)?.[0]?.result?.served).toBe(1);
  });

  it('stops when it is told to and leaves no process behind', async () => {
    const stop = new AbortController();
    const pids: number[] = [];
    const jobs = [...work(4), ...Array.from({ length: 4 }, (_, id) => ({ id: 10 + id, deed: 'hang' }))];
    const running = open({ processes: 2 }).run(
      jobs,
      (_, { result }) => {
        if (result !== null) pids.push(result.pid);
        if (pids.length === 4) setTimeout(() => stop.abort(), 100);
      },
      stop.signal,
    );
    await expect(running).rejects.toThrow(/abort/i);
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  });

  it('says so when the worker cannot even start', async () => {
    const queue = openEmbedded<Deed, Done>({
      worker: new URL('./no-such-worker.ts', import.meta.url),
      setup: null,
      processes: 1,
      seconds: 20,
      megabytes: 500,
    });
    await expect(queue.run(work(1), () => {})).rejects.toThrow(/Expected a worker process to start/);
  });

  it('passes on what the caller throws at the end of a job', async () => {
    const failing = open().run(work(4), () => {
      throw new Error('the index is full');
    });
    await expect(failing).rejects.toThrow('the index is full');
  });
});
