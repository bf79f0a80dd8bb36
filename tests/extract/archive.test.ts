import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowanceOf, OverUnpacked, openArchive, safePath } from '../../src/extract/archive.ts';
import { zip } from '../support/zip.ts';

describe('an archive', () => {
  it('lists its files and unpacks them one by one within what is allowed together', async () => {
    const bytes = zip([
      { name: 'folder/', content: '' },
      { name: 'folder/a.txt', content: 'uno' },
      { name: 'ñ.txt', content: 'x'.repeat(1000) },
    ]);
    const allowance = allowanceOf(1002);
    const [a, b] = await openArchive(bytes, allowance);
    expect([a?.path, b?.path]).toEqual(['folder/a.txt', 'ñ.txt']);
    expect(Buffer.from((await a?.read()) ?? []).toString()).toBe('uno');
    expect(allowance.bytes).toBe(999);
    await expect(b?.read()).rejects.toMatchObject({ unit: 'bytes' });
  });

  it('counts the bytes that come, whatever size is promised', async () => {
    const content = Buffer.alloc(30_000_000);
    const [honest] = await openArchive(zip([{ name: 'a', content }]), allowanceOf(1_000_000));
    await expect(honest?.read()).rejects.toThrow(OverUnpacked);
    const [liar] = await openArchive(zip([{ name: 'a', content, size: 10 }]), allowanceOf(1_000_000));
    await expect(liar?.read()).rejects.toThrow();
  });

  it('is refused with too many files or too deep in others', async () => {
    const many = zip(Array.from({ length: 30 }, (_, at) => ({ name: `${at}`, content: '' })));
    expect(await openArchive(many, { bytes: 1, files: 30, levels: 1 })).toHaveLength(30);
    await expect(openArchive(many, { bytes: 1, files: 29, levels: 1 })).rejects.toMatchObject({
      unit: 'files',
    });
    await expect(openArchive(many, { bytes: 1, files: 30, levels: 0 })).rejects.toMatchObject({
      unit: 'levels',
    });
    expect(new OverUnpacked('files').limit(7)).toBe(10_000);
    expect(new OverUnpacked('bytes').limit(7)).toBe(7);
  });

  it('that is none or is cut off throws in words', async () => {
    const bytes = zip([{ name: 'a', content: 'a' }]);
    await expect(openArchive(bytes.subarray(0, 30), allowanceOf(10))).rejects.toThrow(
      /End of central directory/i,
    );
    await expect(openArchive(new Uint8Array(), allowanceOf(10))).rejects.toThrow();
  });
});

describe('a path in an archive', () => {
  it.each([
    ['a/b.pdf', 'a/b.pdf'],
    ['./a//b.pdf', 'a/b.pdf'],
    ['a\\b.pdf', 'a/b.pdf'],
    ['..a/b..c', '..a/b..c'],
    ['año/acta.pdf', 'año/acta.pdf'],
  ])('%j is safe', (written, expected) => {
    expect(safePath(written)).toBe(expected);
  });

  it.each([
    '../a',
    'a/../../b',
    'a/..',
    '/etc/passwd',
    '\\\\host\\share\\a',
    'C:\\a',
    'c:a',
    '..\\a',
    'a\0.pdf',
    'a\nb',
    '',
    '.',
    '/',
    '.. /a',
    '．．/a',
    '．．／a',
    '‥/a',
    '／etc/passwd',
    'C：/a',
    'a\u202efdp.exe',
  ])('%j is not', (written) => {
    expect(safePath(written)).toBeNull();
  });

  it('never leads out of the folder it is joined to', () => {
    const step = fc.oneof(fc.constantFrom('..', '.', '', '．．', 'a', 'C:', '~', '...', '. .'), fc.string());
    const path = fc
      .array(step, { maxLength: 6 })
      .chain((steps) => fc.constantFrom('/', '\\', '／').map((slash) => steps.join(slash)));
    fc.assert(
      fc.property(path, (written) => {
        const safe = safePath(written);
        if (safe === null) return;
        const way = relative('/root/study', join('/root/study', safe));
        expect(way).toBe(safe);
        expect(way.startsWith('..') && way.split('/')[0] === '..').toBe(false);
      }),
    );
  });
});
