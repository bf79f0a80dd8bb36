import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { performTask } from '../../src/queue/task.ts';
import { isAlive } from '../fleet/host.ts';
import { temporaryFolder } from '../support/tiny.ts';

function perform(deed: string, may: () => Promise<boolean> = async () => true, stop = new AbortController()) {
  const trace = join(temporaryFolder(), 'trace');
  const told: unknown[] = [];
  const ended = performTask(
    new URL('./task-process.ts', import.meta.url),
    { deed, trace },
    {
      tell: (progress) => {
        told.push(progress);
        if (progress === 'spinning') stop.abort(new Error('taken over'));
      },
      mayPublish: may,
      signal: stop.signal,
    },
  );
  return { ended, told, pid: () => Number(readFileSync(trace, 'utf8')) };
}

const isGone = (pid: number) => () => !isAlive(pid);

describe('a task in a process of its own', () => {
  it('tells its progress and gives its result, and its process ends', async () => {
    const { ended, told, pid } = perform('work');
    expect(await ended).toEqual({ result: 'worked', failure: null });
    expect(told).toEqual([1, 2]);
    await expect.poll(isGone(pid())).toBe(true);
  });

  it('publishes only with leave', async () => {
    expect(await perform('publish').ended).toEqual({ result: 'published', failure: null });
    const refused = perform('publish', async () => false);
    await expect(refused.ended).rejects.toThrow('another worker has taken the run over');
    await expect.poll(isGone(refused.pid())).toBe(true);
    const unasked = perform('publish', async () => {
      throw new Error('the server is gone');
    });
    await expect(unasked.ended).rejects.toThrow('the server is gone');
  });

  it('throws what it threw, and is a crash where its process died', async () => {
    await expect(perform('throw').ended).rejects.toThrow('thrown on purpose');
    expect(await perform('exit').ended).toEqual({
      result: null,
      failure: { kind: 'crashed', detail: 'exit code 7' },
    });
  });

  it('dies when it is told to, however busy it is', async () => {
    const { ended, pid } = perform('spin');
    await expect(ended).rejects.toThrow('taken over');
    await expect.poll(isGone(pid())).toBe(true);
  });

  it('does not start where it was told to stop before', async () => {
    const stop = new AbortController();
    stop.abort(new Error('too late'));
    await expect(perform('work', undefined, stop).ended).rejects.toThrow('too late');
  });
});
