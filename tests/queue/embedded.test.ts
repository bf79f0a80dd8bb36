import { describe, expect, it, onTestFinished } from 'vitest';
import { openEmbedded } from '../../src/queue/embedded.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { conformance } from './conformance.ts';
import type { Deed, Done } from './worker.ts';

conformance('embedded', async ({ folder, ...settings }) => {
  const queue = openEmbedded<Deed, Done>({ ...settings, reach: null, setup: folder });
  onTestFinished(() => queue.close());
  return queue;
});

describe('an embedded queue that is closed or cannot start', () => {
  const settings = { processes: 1, seconds: 20, megabytes: 500, attempts: 1, backoffMs: 1 };

  it('leaves no process behind', async () => {
    const worker = new URL('./worker.ts', import.meta.url);
    const queue = openEmbedded<Deed, Done>({ ...settings, worker, reach: null, setup: temporaryFolder() });
    let pid = 0;
    const jobs = [
      { id: 'a', file: 'a', deed: 'work' },
      { id: 'b', file: 'b', deed: 'hang' },
    ];
    const running = queue.run(jobs, (_, { result }) => {
      pid = result?.pid ?? 0;
      setTimeout(() => queue.close(), 100);
    });
    await expect(running).rejects.toThrow(/abort/i);
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('says so when the worker cannot even start', async () => {
    const worker = new URL('./no-such-worker.ts', import.meta.url);
    const queue = openEmbedded<Deed, Done>({ ...settings, worker, reach: null, setup: null });
    const running = queue.run([{ id: 'a', file: 'a', deed: 'work' }], () => {});
    await expect(running).rejects.toThrow(/Expected a worker process to start/);
  });
});
