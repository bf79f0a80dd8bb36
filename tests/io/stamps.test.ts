import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersIn, stampOf } from '../../src/io/stamps.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

describe('the stamp of files', () => {
  it('stays while they stay, and changes with each of them', async () => {
    const folder = temporaryFolder();
    put(folder, { 'a.txt': 'a', 'b/c.txt': 'c', 'b/d/e.txt': 'e' });
    const stamp = () => stampOf([join(folder, 'a.txt'), join(folder, 'b'), join(folder, 'none')]);
    const seen = [await stamp()];
    expect(await stamp()).toBe(seen[0]);
    appendFileSync(join(folder, 'b/d/e.txt'), 'deeper than it looks');
    expect(await stamp()).toBe(seen[0]);
    const changes = [
      () => appendFileSync(join(folder, 'a.txt'), 'b'),
      () => appendFileSync(join(folder, 'b/c.txt'), 'd'),
      () => put(folder, { 'b/new.txt': '' }),
      () => rmSync(join(folder, 'b/c.txt')),
      () => put(folder, { none: 'now' }),
    ];
    for (const change of changes) {
      change();
      seen.push(await stamp());
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('finds the folders in a folder, and none where there is none', async () => {
    const folder = temporaryFolder();
    put(folder, { 'file.txt': '' });
    for (const name of ['b', 'a']) mkdirSync(join(folder, name));
    expect(await foldersIn(folder)).toEqual(['a', 'b'].map((name) => join(folder, name)));
    expect(await foldersIn(join(folder, 'none'))).toEqual([]);
  });
});
