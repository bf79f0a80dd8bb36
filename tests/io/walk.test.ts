import { once } from 'node:events';
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isInside, locate, walk } from '../../src/io/walk.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const folderOf = () => realpathSync(temporaryFolder());
async function found(folder: string, roots = [folder], skip: readonly string[] = []) {
  const all = await walk(folder, roots, skip);
  return all.map(({ path, obstacle }) => [relative(folder, path), obstacle]);
}

describe('a path', () => {
  it.each([
    ['/a/b', '/a', true],
    ['/a', '/a', true],
    ['/a/..b', '/a', true],
    ['/ab', '/a', false],
    ['/', '/a', false],
    ['/a/b', '/', true],
  ])('%s is inside %s: %s', (path, root, expected) => {
    expect(isInside(path, ['/elsewhere', root])).toBe(expected);
  });

  it('is found with what stands in the way of reading it', async () => {
    const folder = folderOf();
    const other = folderOf();
    put(folder, { 'a.pdf': 'a', 'sub/b.pdf': 'b' });
    put(other, { 'secret.pdf': 's' });
    symlinkSync(join(other, 'secret.pdf'), join(folder, 'out.pdf'));
    symlinkSync(other, join(folder, 'outside'));
    symlinkSync('a.pdf', join(folder, 'in.pdf'));
    symlinkSync('loop.pdf', join(folder, 'loop.pdf'));
    const at = async (path: string, roots = [folder]) => {
      const { real, obstacle } = await locate(join(folder, path), roots);
      return real ?? obstacle;
    };
    expect(await at('a.pdf')).toBe(join(folder, 'a.pdf'));
    expect(await at('sub/../in.pdf')).toBe(join(folder, 'a.pdf'));
    expect(await at('out.pdf')).toBe('outside');
    expect(await at('outside/secret.pdf')).toBe('outside');
    expect(await at(relative(folder, join(other, 'secret.pdf')))).toBe('outside');
    expect(await at('out.pdf', [folder, other])).toBe(join(other, 'secret.pdf'));
    expect(await at('none.pdf')).toBe('missing');
    expect(await at('a.pdf/none')).toBe('missing');
    expect(await at('nul\0.pdf')).toBe('missing');
    expect(await at('sub')).toEqual({ detail: 'it is a folder' });
    expect(await at('loop.pdf')).toEqual({ detail: 'ELOOP' });
    expect(await at(`${'x'.repeat(300)}.pdf`)).toEqual({ detail: 'ENAMETOOLONG' });
  });
});

describe('a hostile path', () => {
  it.each([
    '../secret.pdf',
    'sub/../../secret.pdf',
    './././../secret.pdf',
    'in/secret.pdf',
    'in/../in/secret.pdf',
    '..\\secret.pdf',
    'C:\\secret.pdf',
    'C:/secret.pdf',
    '//localhost/secret.pdf',
    'file:///etc/passwd',
    '~/secret.pdf',
    '\uff0e\uff0e/secret.pdf',
    '\uff0e\uff0e\uff0fsecret.pdf',
    '\u2025/secret.pdf',
    '..\u2215secret.pdf',
    '%2e%2e/secret.pdf',
    '..%2fsecret.pdf',
    '../secret.pdf\0.txt',
    '..\0/secret.pdf',
    '/proc/self/environ',
    '/etc/passwd',
    '/dev/stdin',
    'a.pdf/../../secret.pdf',
    '..\u202e/secret.pdf',
  ])('%j leads to nothing that may be read', async (path) => {
    const folder = folderOf();
    put(folder, { 'study/a.pdf': 'a', 'secret.pdf': 's' });
    const study = join(folder, 'study');
    symlinkSync(folder, join(study, 'in'));
    for (const form of new Set([path, path.normalize('NFKC'), path.replaceAll('\\', '/')])) {
      const located = await locate(resolve(study, form), [study]);
      expect(located.real).toBeNull();
      expect(['outside', 'missing']).toContain(located.obstacle);
    }
  });
});

describe('a walk', () => {
  it('finds every visible file in the order of code points', async () => {
    const folder = folderOf();
    put(folder, {
      'b.pdf': '',
      'Z.pdf': '',
      'á.pdf': '',
      '\uff5e.txt': '',
      '😀.txt': '',
      'sub/deep/c.pdf': '',
      '.hidden': '',
      '.git/config': '',
      '~$draft.docx': '',
      'Thumbs.db': '',
      'out/x.csv': '',
      'outer/y.pdf': '',
    });
    mkdirSync(join(folder, 'empty'));
    const names = (await found(folder, [folder], [join(folder, 'out')])).map(([path]) => path);
    expect(names).toEqual([
      'Z.pdf',
      'b.pdf',
      'outer/y.pdf',
      'sub/deep/c.pdf',
      'á.pdf',
      '\uff5e.txt',
      '😀.txt',
    ]);
  });

  it('passes over the reports of earlier runs, but not over documents called reports', async () => {
    const folder = folderOf();
    put(folder, {
      'reports/2026-01-01/run.json': '{}',
      'reports/2026-01-01/findings.json': '[]',
      'reports/2026-01-01/tables/a.csv': '',
      'reports/annual.pdf': '',
    });
    expect(await found(folder)).toEqual([['reports/annual.pdf', null]]);
  });

  it('follows links inside the roots once, and tells those that leave them or lead to nothing', async () => {
    const folder = folderOf();
    const other = folderOf();
    put(other, { 'x.pdf': 'x' });
    put(folder, { 'sub/a.pdf': 'a' });
    symlinkSync('..', join(folder, 'sub', 'round'));
    symlinkSync('sub', join(folder, 'again'));
    symlinkSync(join('sub', 'a.pdf'), join(folder, '0-link.pdf'));
    symlinkSync(other, join(folder, 'outside'));
    symlinkSync('nothing', join(folder, 'broken'));
    expect(await found(folder)).toEqual([
      ['0-link.pdf', null],
      ['broken', 'missing'],
      ['outside', 'outside'],
      ['sub/a.pdf', null],
    ]);
    expect(await found(folder, [folder, other])).toContainEqual(['outside/x.pdf', null]);
  });

  it('tells what is neither file nor folder', async () => {
    const folder = folderOf();
    const server = createServer().listen(join(folder, 'socket'));
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    expect(await found(folder)).toEqual([['socket', { detail: 'it is no regular file' }]]);
  });
});
