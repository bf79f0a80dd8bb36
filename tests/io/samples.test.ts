import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freeSampleName, readSamples, writeSample } from '../../src/io/samples.ts';
import { keyOf, sampleOf } from '../support/codings.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const sample = sampleOf([
  keyOf('BBB', { file: 'documents/a, "b".txt', probability: 1 / 3 }),
  keyOf('AAA', { coders: ['ana'] }),
]);
const codings = () => join(temporaryFolder(), 'codings');

async function written(): Promise<string> {
  const folder = codings();
  await writeSample(folder, sample, []);
  return folder;
}

describe('samples', () => {
  it('come back as they were written, to the last digit of a chance', async () => {
    const [back] = await readSamples(await written());
    expect(back?.design).toEqual(sample.design);
    expect(back?.keys).toEqual(sample.keys.toSorted((a, b) => (a.item < b.item ? -1 : 1)));
  });

  it('are none where there is no folder, and none of what lies beside them', async () => {
    expect(await readSamples('/no/such/folder')).toEqual([]);
    const folder = await written();
    put(folder, { 'codings.jsonl': '', 'notes/readme.txt': 'a' });
    expect(await readSamples(folder)).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('get the next free name', async () => {
    expect(await freeSampleName('/no/such/folder')).toBe('sample-1');
    expect(await freeSampleName(await written())).toBe('sample-2');
  });

  it('are never written over, and then nothing is left behind', async () => {
    const folder = await written();
    const before = readFileSync(join(folder, 'sample-1', 'key.csv'), 'utf8');
    await expect(writeSample(folder, sample, [])).rejects.toThrow(/expected no sample of that name/);
    expect(readFileSync(join(folder, 'sample-1', 'key.csv'), 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['sample-1']);
  });

  it.each([
    ['design.json', '{', /design\.json {2}the file: expected named values/],
    ['design.json', '{"sample":"x"}', /design\.json {2}extends: expected/],
    [
      'design.json',
      JSON.stringify({ ...sample.design, sample: 'sample-9' }),
      /sample: expected "sample-1", the name of its folder/,
    ],
    ['key.csv', 'item,passage\nA,b\n', /key\.csv:2 {2}document: expected/],
  ])('name what is wrong with %s', async (file, content, message) => {
    const folder = await written();
    writeFileSync(join(folder, 'sample-1', file), content);
    await expect(readSamples(folder)).rejects.toThrow(message);
  });

  it.each([['0'], ['-1'], ['1.5'], [''], ['NaN'], ['1e999']])('refuse a chance of %j', async (chance) => {
    const folder = await written();
    const path = join(folder, 'sample-1', 'key.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/,0\.3+,/, `,${chance},`));
    await expect(readSamples(folder)).rejects.toThrow(/key\.csv:\d {2}probability: expected/);
  });

  it('keep what ids stand for apart from the sheets', async () => {
    const folder = codings();
    const columns = sample.design.columns.map((column) => ({ ...column, title: 'T', hint: 'h' }));
    const rows = [{ item: 'BBB', text: 'text of BBB', said: null }];
    const made = await writeSample(folder, sample, [
      { sample: 'sample-1', coder: 'ana', role: 'coder', columns, rows, instructions: [] },
    ]);
    expect(made).toHaveLength(3);
    for (const path of made) {
      expect(existsSync(path)).toBe(true);
      expect(path).toContain(join('sample-1', 'sheets'));
      expect(readFileSync(path, 'latin1')).not.toMatch(/documents|claimed|source/);
    }
  });
});
