import { createHash } from 'node:crypto';
import { renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFile, rememberHashes } from '../../src/io/hashes.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

describe('hashes of files', () => {
  it('are those of their bytes', async () => {
    const folder = temporaryFolder();
    put(folder, { a: 'some bytes' });
    expect(await hashFile(join(folder, 'a'))).toBe(createHash('sha256').update('some bytes').digest('hex'));
    await expect(hashFile(join(folder, 'none'))).rejects.toThrow('ENOENT');
  });

  it('are remembered as long as the file is the same, and no longer', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a');
    put(folder, { a: 'one', b: 'two' });
    utimesSync(path, 1000, 1000);
    let read = 0;
    const hash = rememberHashes((file) => {
      read++;
      return hashFile(file);
    });
    const first = await hash(path);
    expect(await hash(path)).toBe(first);
    expect(read).toBe(1);
    // As long and with the same time as before, but other bytes.
    writeFileSync(path, 'eno');
    utimesSync(path, 1000, 1000);
    expect(await hash(path)).not.toBe(first);
    renameSync(join(folder, 'b'), path);
    expect(await hash(path)).toBe(createHash('sha256').update('two').digest('hex'));
    expect(read).toBe(3);
  });
});
