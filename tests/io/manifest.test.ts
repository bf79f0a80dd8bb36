import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/io/manifest.ts';
import { standardVoices } from '../../src/model/study.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const voices = new Set<string>([...standardVoices, 'network']);

async function read(text: string | Uint8Array) {
  const folder = temporaryFolder();
  put(folder, { 'manifest.csv': text });
  return readManifest(join(folder, 'manifest.csv'), voices);
}

describe('a manifest', () => {
  it('gives each row with its place, in any order of columns', async () => {
    const { rows, problems } = await read(
      'voice;date;file;title\nnetwork;2009-05;docs\\acta 1.pdf;"Acta\n de la red"\n',
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        file: 'docs/acta 1.pdf',
        metadata: expect.objectContaining({
          voice: 'network',
          date: '2009-05',
          title: 'Acta de la red',
          url: null,
        }),
        problems: [],
      },
    ]);
  });

  it('leaves a cell empty that does not fit, and says what was expected', async () => {
    const { rows } = await read(
      'file,voice,date,date_precision,language,title\na.pdf,movement,14/5/2009,week,english,Kept\n',
    );
    const [row] = rows;
    expect(row?.metadata).toMatchObject({ voice: null, date: null, language: null, title: 'Kept' });
    const at = { code: 'manifest_value', file: 'a.pdf', row: 2 };
    expect(row?.problems).toEqual([
      { ...at, column: 'voice', expected: expect.stringContaining('network'), found: 'movement' },
      {
        ...at,
        column: 'date',
        expected: 'a year, year-month or day, such as 2009-05-14',
        found: '14/5/2009',
      },
      { ...at, column: 'date_precision', expected: 'one of day, month, year, or nothing', found: 'week' },
      { ...at, column: 'language', expected: 'one of en, es, pt, other, und, or nothing', found: 'english' },
    ]);
  });

  it('believes nothing but the file of a row with more cells than columns', async () => {
    const { rows } = await read('file,title,voice\na.pdf,Red, the network,party\nb.pdf,Acta,party,,\n');
    expect(rows[0]).toMatchObject({
      file: 'a.pdf',
      metadata: { title: null, voice: null },
      problems: [{ code: 'row_too_wide', file: 'a.pdf', row: 2, cells: 4, columns: 3 }],
    });
    expect(rows[1]).toMatchObject({ metadata: { title: 'Acta', voice: 'party' }, problems: [] });
  });

  it('tells unknown and repeated columns and a guessed encoding as its own', async () => {
    const { rows, problems } = await read(
      Buffer.from('file,instituton,title,title,\na.pdf,x,A,Econom\xeda,\n', 'latin1'),
    );
    expect(problems).toEqual([
      { code: 'encoding_guessed', file: 'manifest.csv', encoding: 'windows-1252' },
      { code: 'manifest_column', file: 'manifest.csv', row: 1, column: 'instituton', fault: 'unknown' },
      { code: 'manifest_column', file: 'manifest.csv', row: 1, column: 'title', fault: 'repeated' },
    ]);
    expect(rows[0]).toMatchObject({ metadata: { title: 'Economía', institution: null }, problems: [] });
  });

  it('may be a header alone, and has to have one', async () => {
    expect(await read('file,title\n')).toEqual({ rows: [], problems: [] });
    await expect(read('')).rejects.toThrow(
      /manifest\.csv:1 {2}expected a column `file`, got nothing: name the columns in the first row$/,
    );
    await expect(read('\ndocumento,title\na.pdf,b\n')).rejects.toThrow(
      'manifest.csv:2  expected a column `file`, got `documento`, `title`',
    );
  });

  it('counts rows as a spreadsheet does', async () => {
    const { rows } = await read('file,title\n\na.pdf,"x\ny"\n,,\nb.pdf,z\n,no file\n');
    expect(rows.map(({ row, file }) => [row, file])).toEqual([
      [3, 'a.pdf'],
      [5, 'b.pdf'],
      [6, ''],
    ]);
  });
});
