import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticFolder } from '../../../../bench/extraction/documents.ts';
import { makeSynthetic } from '../../../../bench/extraction/synthetic/make.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrate-set-'));

beforeAll(() => makeSynthetic(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('makeSynthetic', () => {
  it('writes the documents of the fixtures byte for byte', () => {
    const made = globSync('*', { cwd: folder }).sort();
    expect(made).toEqual(globSync('*', { cwd: syntheticFolder }).sort());
    const other = made.filter(
      (file) => !readFileSync(join(folder, file)).equals(readFileSync(join(syntheticFolder, file))),
    );
    expect(other).toEqual([]);
  });
});
