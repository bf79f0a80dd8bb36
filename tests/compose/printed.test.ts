import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepStudy } from '../../src/compose/kept-study.ts';
import { type DrawingLimits, openPrinted } from '../../src/compose/printed.ts';
import { hashFile } from '../../src/io/hashes.ts';
import { openStudy } from '../../src/io/study.ts';
import type { IngestRow } from '../../src/model/results.ts';
import { pdf } from '../extract/make.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const file = 'documents/one.pdf';

async function given(limits: Partial<DrawingLimits> = {}) {
  const folder = join(temporaryFolder(), 'study');
  mkdirSync(folder);
  const page = await pdf((document) => {
    document.fontSize(40).text('economía', 100, 100);
  });
  put(folder, { 'study.yaml': 'title: Pages\n', [`corpus/${file}`]: page });
  const study = keepStudy(folder, () => openStudy(folder, {}));
  await study();
  const printed = openPrinted(study, limits);
  onTestFinished(() => printed.close());
  const row = { file, hash: await hashFile(join(folder, 'corpus', file)) } as IngestRow;
  return { printed, folder, row };
}

describe('printed pages', () => {
  it('are drawn as wide as asked for, and once', async () => {
    const { printed, row } = await given();
    const drawn = await printed.draw(row, 0, 640);
    if (drawn.kind !== 'png') throw new Error(`expected a picture, got ${drawn.kind}`);
    const view = Buffer.from(drawn.bytes);
    expect(view.subarray(1, 4).toString()).toBe('PNG');
    expect(Math.abs(view.readUInt32BE(16) - 640)).toBeLessThanOrEqual(3);
    expect(view.readUInt32BE(20) / view.readUInt32BE(16)).toBeCloseTo(842 / 595, 1);
    expect(await printed.draw(row, 0, 640)).toBe(drawn);
  });

  it('are none beyond the last page, of another file, or of none', async () => {
    const { printed, folder, row } = await given();
    expect(await printed.draw(row, 1, 640)).toEqual({ kind: 'no_page' });
    expect((await printed.draw(row, 0, 640)).kind).toBe('png');
    put(folder, { [`corpus/${file}`]: await pdf((document) => document.text('another')) });
    // Not even the page that was drawn before is shown for the new file.
    expect(await printed.draw(row, 0, 640)).toEqual({ kind: 'changed' });
    expect(await printed.draw({ ...row, file: 'documents/two.pdf' }, 0, 640)).toEqual({ kind: 'missing' });
    put(folder, { [`corpus/${file}`]: 'no PDF at all' });
    const other = { ...row, hash: await hashFile(join(folder, 'corpus', file)) };
    expect(await printed.draw(other, 0, 640)).toEqual({ kind: 'unreadable' });
  });

  it('are not looked for outside the study', async () => {
    const { printed, folder, row } = await given();
    copyFileSync(join(folder, 'corpus', file), join(folder, '..', 'outside.pdf'));
    for (const name of ['../../outside.pdf', join(folder, '..', 'outside.pdf')]) {
      expect(await printed.draw({ ...row, file: name }, 0, 640), name).toEqual({ kind: 'missing' });
    }
  });

  it('that take too long cost themselves only, and many are not waited for', async () => {
    const worker = new URL('./hanging-draw.ts', import.meta.url);
    const { printed, row } = await given({ worker, seconds: 0.5, waiting: 1 });
    const first = printed.draw(row, 0, 640);
    const same = printed.draw(row, 0, 640);
    await expect.poll(() => printed.draw(row, 1, 640)).toEqual({ kind: 'busy' });
    expect(await first).toEqual({ kind: 'time_limit', seconds: 0.5 });
    expect(await same).toEqual({ kind: 'time_limit', seconds: 0.5 });
    expect(await printed.draw(row, 2, 640)).toEqual({ kind: 'time_limit', seconds: 0.5 });
  });
});
