import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { noticesOf, openNotices, readNotices } from '../../src/io/notices.ts';
import type { RunNotice } from '../../src/model/notice.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const thread = new URL('../../workers/notice.ts', import.meta.url);
const startedAt = new Date('2026-01-02T03:04:05Z');
const progress = { done: 3, total: 8, kept: 1, pages: 12, failed: 0 };

/** Looks again and again until a notice fits. */
async function noticed(folder: string, fits: (notice: RunNotice) => boolean): Promise<RunNotice> {
  for (;;) {
    const found = [...(await readNotices(folder)).values()].find(fits);
    if (found !== undefined) return found;
    await setTimeout(20);
  }
}

describe('the notice of a run', () => {
  it('is there from its beginning to its end, and says how far it has come', async () => {
    const folder = noticesOf(temporaryFolder());
    const run = openNotices(folder, thread)(startedAt);
    const [first] = (await readNotices(folder)).values();
    expect(first).toMatchObject({ startedAt: startedAt.toISOString(), process: process.pid, progress: null });
    run.tell(progress);
    const later = await noticed(folder, (one) => one.progress !== null);
    expect(later.progress).toEqual(progress);
    await run.end();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes on while the run computes and can say nothing', async () => {
    const folder = noticesOf(temporaryFolder());
    const run = openNotices(folder, thread)(startedAt);
    const { beat } = await noticed(folder, (one) => one.beat > 0);
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.json'));
    const now = () => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as RunNotice).beat;
    // Nothing of this thread can run in between.
    const until = Date.now() + 60_000;
    while (now() === beat && Date.now() < until);
    expect(now()).toBeGreaterThan(beat);
    await run.end();
  });

  it('ends no run where it cannot be written', async () => {
    const folder = temporaryFolder();
    put(folder, { running: 'a file in its place' });
    const run = openNotices(noticesOf(folder), thread)(startedAt);
    run.tell(progress);
    await run.end();
    expect((await readNotices(noticesOf(folder))).size).toBe(0);
  });

  it('is not read where it is none, and is taken away by the next run when it is of a killed one', async () => {
    const folder = noticesOf(temporaryFolder());
    const killed = { startedAt: '2026', host: 'h', process: 1, progress: null, beat: 4 };
    put(folder, {
      'half.json': '{"startedAt":',
      'other.json': JSON.stringify({ ...killed, more: '<script>' }),
      'long.json': JSON.stringify({ ...killed, host: 'h'.repeat(20_000) }),
      'killed.json': JSON.stringify(killed),
      'yesterday.json': JSON.stringify(killed),
    });
    expect([...(await readNotices(folder)).keys()].toSorted()).toEqual(['killed.json', 'yesterday.json']);
    utimesSync(join(folder, 'yesterday.json'), new Date(0), new Date(0));
    writeFileSync(join(folder, 'note.txt'), '');
    const run = openNotices(folder, thread)(startedAt);
    expect(readdirSync(folder)).toContain('killed.json');
    expect(readdirSync(folder)).not.toContain('yesterday.json');
    await run.end();
    expect(await readNotices(join(folder, 'nowhere'))).toEqual(new Map());
  });
});
