import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Watch, watchPaths } from '../../src/io/watch.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const usual = 150;

/** A folder under watch, and what came to rest in it next. */
async function watched(
  poll = false,
  settleMs = usual,
): Promise<{ folder: string; next: () => Promise<string[]>; watch: Watch }> {
  const folder = temporaryFolder();
  put(folder, { 'old.txt': 'was here before' });
  mkdirSync(join(folder, 'state'));
  const watch = await watchPaths([folder], { settleMs, poll, skip: [join(folder, 'state')] });
  onTestFinished(() => watch.close());
  const { signal } = new AbortController();
  return {
    folder,
    watch,
    next: async () => ((await watch.next(signal)) ?? []).map((path) => path.slice(folder.length + 1)),
  };
}

describe.each([
  ['a folder that tells of changes', false],
  ['a folder that has to be looked at', true],
])('watching %s', (_, poll) => {
  it('gives new files, at any depth and in new folders, once they are at rest', async () => {
    const { folder, next } = await watched(poll);
    put(folder, { 'a.txt': 'a', 'regional_body/Consejo/b.txt': 'b' });
    expect(await next()).toEqual(['a.txt', 'regional_body/Consejo/b.txt']);
    put(folder, { 'c.txt': 'c' });
    expect(await next()).toEqual(['c.txt']);
  });

  it('waits for a file that is being written', async () => {
    const { folder, next } = await watched(poll, 600);
    const path = join(folder, 'slow.txt');
    writeFileSync(path, 'x');
    let written = 1;
    const pending = next().then((batch) => ({ batch, written }));
    for (; written < 12; written++) {
      await wait(90);
      appendFileSync(path, 'x');
    }
    expect(await pending).toEqual({ batch: ['slow.txt'], written: 12 });
  });

  it('gives a file under the name that it is renamed to', async () => {
    const { folder, next } = await watched(poll);
    put(folder, { '.incoming.partial': 'all of it' });
    await wait(usual * 2);
    renameSync(join(folder, '.incoming.partial'), join(folder, 'whole.txt'));
    expect(await next()).toEqual(['whole.txt']);
  });

  it('tells of changed and removed files', async () => {
    const { folder, next } = await watched(poll);
    // Polling tells files apart by their times.
    await wait(20);
    writeFileSync(join(folder, 'old.txt'), 'other words in it');
    expect(await next()).toEqual(['old.txt']);
    rmSync(join(folder, 'old.txt'));
    expect(await next()).toEqual(['old.txt']);
  });
});

describe('watching', () => {
  it('looks past what is hidden or to be skipped', async () => {
    const { folder, next } = await watched();
    put(folder, { '.hidden.txt': 'h', '~$lock.docx': 'l', '.git/x.txt': 'g', 'state/index.txt': 's' });
    put(folder, { 'seen.txt': 's' });
    expect(await next()).toEqual(['seen.txt']);
  });

  it('keeps what comes while nobody asks, as one batch', async () => {
    const { folder, next } = await watched();
    put(folder, { 'a.txt': 'a' });
    await wait(usual * 3);
    put(folder, { 'b.txt': 'b' });
    await wait(usual * 3);
    expect(await next()).toEqual(['a.txt', 'b.txt']);
  });

  it('ends when it is told to', async () => {
    const { watch } = await watched();
    const stop = new AbortController();
    const pending = watch.next(stop.signal);
    stop.abort();
    expect(await pending).toBeNull();
    expect(await watch.next(stop.signal)).toBeNull();
  });
});
