import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTruth } from '../../src/io/truth.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

async function read(text: string) {
  const folder = temporaryFolder();
  put(folder, { 'truth.csv': text });
  return readTruth(join(folder, 'truth.csv'));
}

describe('planted truth', () => {
  it('is one passage a row', async () => {
    expect(await read('file,passage,language,object,frames\na.pdf,1,es,1,NEP PE\na.pdf,2,pt,0,\n')).toEqual([
      { file: 'a.pdf', language: 'es', object: true, frames: ['NEP', 'PE'] },
      { file: 'a.pdf', language: 'pt', object: false, frames: [] },
    ]);
  });

  it('names row and column of every fault', async () => {
    await expect(read('file,language,object,frames\n,es,1,\n\na.pdf,fr,yes,NEP\n')).rejects.toThrow(
      new RegExp(
        [
          'truth\\.csv  row 2, column file: expected some text, got nothing: add it',
          '.*truth\\.csv  row 4, column language: expected one of en, es, pt, other, und, got "fr": correct it',
          '.*truth\\.csv  row 4, column object: expected one of 0, 1, got "yes": correct it',
        ].join('\n'),
      ),
    );
  });

  it('has all its columns', async () => {
    await expect(read('file,language\na.pdf,es\n')).rejects.toThrow(
      /truth\.csv:1 {2}expected a column `object`, got none: add it\n.*`frames`/,
    );
  });

  it('is not there by mistake', async () => {
    await expect(readTruth(join(temporaryFolder(), 'none.csv'))).rejects.toThrow(
      'expected a file, got ENOENT',
    );
    await expect(read('file,language,object,frames\n"a.pdf,es,1,\n')).rejects.toThrow(
      'check its quotation marks',
    );
  });
});
