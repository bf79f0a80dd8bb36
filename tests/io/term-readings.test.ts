import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTermReadings } from '../../src/io/term-readings.ts';
import { root } from '../support/cli.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const head = 'term,frame,passages,right,precision,recall,alone,measured,source';

async function read(text: string) {
  const folder = join(temporaryFolder(), 'lexicons');
  put(folder, { 'measured.csv': text });
  return readTermReadings(folder);
}

describe('what readers found of terms', () => {
  it('is one term and frame a row', async () => {
    expect(
      await read(`${head}\na/x.es.0f0f0f,PE,4,3,0.75,,.1,2026-11-27,"9 passages, two readers"\n`),
    ).toEqual([
      {
        term: 'a/x.es.0f0f0f',
        frame: 'PE',
        passages: 4,
        right: 3,
        precision: 0.75,
        recall: null,
        alone: 0.1,
        measured: '2026-11-27',
        source: '9 passages, two readers',
      },
    ]);
  });

  it('is nothing where nobody read, and is there for the shipped lexicon', async () => {
    expect(await readTermReadings(temporaryFolder())).toEqual([]);
    const shipped = await readTermReadings(join(root, 'lexicons'));
    expect(shipped.length).toBeGreaterThan(100);
    for (const { passages, right } of shipped) expect(right).toBeLessThanOrEqual(passages);
  });

  it('names row and column of every fault, and columns that are missing', async () => {
    await expect(read(`${head}\na,PE,4,x,1.5,0,0,d,s\n,PE,-1,1,1,1e3,0,d,s\n`)).rejects.toThrow(
      /lexicons\/measured\.csv {2}row 2, column right: expected a whole number.*\n.*row 2, column precision: expected a share from 0 to 1.*\n.*row 3, column term.*\n.*row 3, column passages.*\n.*row 3, column recall/,
    );
    await expect(read('term,frame\na,PE\n')).rejects.toThrow(
      /measured\.csv:1 {2}expected a column `passages`/,
    );
  });
});
