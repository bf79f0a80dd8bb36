import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../sample/generate.ts';
import { corpus } from './corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'titrate-sample-'));
const stale = 'documents/donor/puente-boreal/old.txt';
const own = 'documents/donor/puente-boreal/mine.txt';

beforeAll(async () => {
  mkdirSync(join(folder, 'documents/donor/puente-boreal'), { recursive: true });
  writeFileSync(join(folder, stale), 'written by an earlier run');
  writeFileSync(join(folder, own), 'put here by a person');
  writeFileSync(join(folder, 'truth.csv'), `file,passage\n${stale},1\n../outside.txt,1\n`);
  await generate(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('generate', () => {
  it('writes the bundled corpus byte for byte', () => {
    const files = ['manifest.csv', 'truth.csv', ...globSync('documents/**/*.*', { cwd: corpus }).sort()];
    const differing = files.filter(
      (file) =>
        !existsSync(join(folder, file)) ||
        !readFileSync(join(folder, file)).equals(readFileSync(corpus + file)),
    );
    expect(differing).toEqual([]);
  });

  it('removes what an earlier run wrote and leaves what a person put there', () => {
    expect(existsSync(join(folder, stale))).toBe(false);
    expect(readFileSync(join(folder, own), 'utf8')).toBe('put here by a person');
  });
});
