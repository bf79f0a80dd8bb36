import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JobResult, WorkQueue } from '../../src/model/queue.ts';
import { temporaryFolder } from '../support/tiny.ts';
import type { Deed, Done } from './worker.ts';

/** How a queue under test is to run its jobs. */
export type Wanted = {
  /** The module that runs jobs, and the folder it is told to leave its traces in. */
  readonly worker: URL;
  readonly folder: string;
  readonly processes: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly attempts: number;
  readonly backoffMs: number;
};

/** Opens a queue that nobody else uses; it is closed by the end of the test. */
export type OpenQueue = (wanted: Wanted) => Promise<WorkQueue<Deed, Done>>;

const job = (id: number, deed = 'work', count = 0): Deed => ({
  id: `job${id}`,
  file: `file-${id}.txt`,
  deed,
  count,
});
const work = (count: number): Deed[] => Array.from({ length: count }, (_, id) => job(id));

/** What every engine has to do, whatever it is made of. */
export function conformance(name: string, openQueue: OpenQueue): void {
  async function open(wanted: Partial<Wanted> = {}) {
    const folder = temporaryFolder();
    const queue = await openQueue({
      worker: new URL('./worker.ts', import.meta.url),
      folder,
      processes: 2,
      seconds: 20,
      megabytes: 1000,
      attempts: 1,
      backoffMs: 1,
      ...wanted,
    });
    const begun = () => {
      const trace = join(folder, 'begun');
      return existsSync(trace) ? readFileSync(trace, 'utf8').trim().split('\n') : [];
    };
    return { queue, begun };
  }

  async function results(queue: WorkQueue<Deed, Done>, jobs: Iterable<Deed>, signal?: AbortSignal) {
    const ended = new Map<string, JobResult<Done>[]>();
    const note = (one: Deed, result: JobResult<Done>) => {
      ended.set(one.id, [...(ended.get(one.id) ?? []), result]);
    };
    await queue.run(jobs, note, signal);
    return ended;
  }

  describe(`the ${name} queue`, () => {
    it('ends every job exactly once, whatever the number of processes', async () => {
      for (const processes of [1, 3]) {
        const { queue, begun } = await open({ processes });
        const ended = await results(queue, work(20));
        expect(ended.size).toBe(20);
        for (const [id, all] of ended) expect(all.map(({ result }) => result?.id)).toEqual([id]);
        expect(begun().toSorted()).toEqual([...ended.keys()].toSorted());
      }
    });

    it('ends at once where there are no jobs', async () => {
      const { queue } = await open();
      expect((await results(queue, [])).size).toBe(0);
    });

    it('takes no more jobs than can be worked on', async () => {
      const { queue } = await open({ processes: 2 });
      let taken = 0;
      let finished = 0;
      let ahead = 0;
      function* jobs() {
        for (const one of work(400)) {
          taken++;
          ahead = Math.max(ahead, taken - finished);
          yield one;
        }
      }
      await queue.run(jobs(), () => {
        finished++;
      });
      expect(finished).toBe(400);
      expect(ahead).toBeLessThan(200);
    });

    it.each([
      ['throw', { kind: 'crashed', detail: 'thrown on purpose' }],
      ['exit', { kind: 'crashed', detail: 'exit code 7' }],
      ['hang', { kind: 'time_limit', seconds: 1 }],
      ['spin', { kind: 'time_limit', seconds: 1 }],
      ['hoard', { kind: 'memory_limit', megabytes: 300 }],
    ])('lets a job that would %s cost itself only', async (deed, failure) => {
      const { queue } = await open({
        processes: 1,
        seconds: failure.kind === 'time_limit' ? 1 : 20,
        megabytes: 300,
      });
      const ended = await results(queue, [...work(3), job(3, deed), job(4)]);
      expect(ended.get('job3')).toEqual([{ result: null, failure }]);
      for (const id of [0, 1, 2, 4]) expect(ended.get(`job${id}`)?.[0]?.failure).toBe(null);
    });

    it('tries again as often as it is told, and then keeps a dead letter with its reason', async () => {
      const { queue, begun } = await open({ attempts: 3 });
      const ended = await results(queue, [job(0, 'exit'), job(1, 'fail-once'), job(2)]);
      expect(ended.get('job0')).toEqual([
        { result: null, failure: { kind: 'crashed', detail: 'exit code 7' } },
      ]);
      expect(ended.get('job1')?.[0]?.failure).toBe(null);
      expect(begun().filter((id) => id === 'job0').length).toBeGreaterThanOrEqual(3);
      const failure = { kind: 'crashed', detail: 'exit code 7' };
      expect(await queue.deadLetters()).toEqual([{ id: 'job0', file: 'file-0.txt', failure, attempts: 3 }]);
      expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, dead: 1, paused: false });
    });

    it('tries a dead letter anew when it is told to, or when its job is run again', async () => {
      const { queue } = await open();
      await results(queue, [job(0, 'fail-once'), job(1, 'fail-once'), job(2, 'exit')]);
      expect((await queue.deadLetters()).map(({ id }) => id)).toEqual(['job0', 'job1', 'job2']);
      expect(await queue.retry('job0')).toBe(true);
      expect(await queue.discard('job2')).toBe(true);
      const ended = await results(queue, [job(1, 'fail-once')]);
      expect(ended.get('job1')?.[0]?.failure).toBe(null);
      await expect.poll(() => queue.deadLetters()).toEqual([]);
      expect(await queue.retry('job2')).toBe(false);
      expect(await queue.discard('no such job')).toBe(false);
    });

    it('does a job once that is asked for twice, and tells both', async () => {
      const { queue, begun } = await open({ processes: 2 });
      const ended = await results(queue, [job(0, 'slow', 300), job(0, 'slow', 300), job(1)]);
      expect(ended.get('job0')).toHaveLength(2);
      expect(begun().filter((id) => id === 'job0')).toHaveLength(1);
    });

    it('starts nothing while it is paused', async () => {
      const { queue, begun } = await open();
      await queue.pause();
      expect((await queue.counts()).paused).toBe(true);
      const running = results(queue, work(3));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(begun()).toEqual([]);
      await queue.resume();
      expect((await running).size).toBe(3);
      expect((await queue.counts()).paused).toBe(false);
    });

    it('stops when it is told to, and takes up work again', async () => {
      const { queue } = await open({ processes: 2 });
      const stop = new AbortController();
      let ended = 0;
      const jobs = [...work(4), ...Array.from({ length: 4 }, (_, id) => job(10 + id, 'slow', 1500))];
      const running = queue.run(
        jobs,
        () => {
          if (++ended === 4) setTimeout(() => stop.abort(), 100);
        },
        stop.signal,
      );
      await expect(running).rejects.toThrow(/abort/i);
      expect((await results(queue, [job(50)])).get('job50')?.[0]?.failure).toBe(null);
      await expect(queue.run(work(1), () => {}, stop.signal)).rejects.toThrow(/abort/i);
    });

    it('passes on what the caller throws at the end of a job', async () => {
      const { queue } = await open();
      const failing = queue.run(work(4), () => {
        throw new Error('the index is full');
      });
      await expect(failing).rejects.toThrow('the index is full');
    });
  });
}
