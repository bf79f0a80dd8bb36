import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/io/csv.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

async function read(text: string | Uint8Array) {
  const folder = temporaryFolder();
  put(folder, { 'a.csv': text });
  return readCsv(join(folder, 'a.csv'));
}

describe('a table', () => {
  it.each([
    ['commas', 'file,title\na,b\n'],
    ['semicolons', 'file;title\r\na;b\r\n'],
    ['tabs', 'file\ttitle\na\tb'],
    ['old line ends', 'file,title\ra,b\r'],
    ['a BOM', '\ufefffile,title\na,b\n'],
    ['quoted names', '"file";"title"\n"a";"b"\n'],
    ['spaces round cells', ' File , Title \n a , "b" \n'],
    ['empty cells at the end', 'file,title,,\na,b,,,,\n'],
  ])('is read with %s', async (_, text) => {
    const { header, rows } = await read(text);
    expect(header.slice(0, 2)).toEqual(['file', 'title']);
    expect(rows).toEqual([{ row: 2, cells: expect.objectContaining({ file: 'a', title: 'b' }), width: 2 }]);
  });

  it('counts rows as a spreadsheet does: empty lines too, a broken cell as one', async () => {
    const { headerRow, rows } = await read('\nfile,title\n\n,,\na,"one\r\ntwo, ""three"""\n\nb,c\n');
    expect(headerRow).toBe(2);
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [5, { file: 'a', title: 'one\r\ntwo, "three"' }],
      [7, { file: 'b', title: 'c' }],
    ]);
  });

  it('ends its lines in whatever way each of them ends', async () => {
    const { rows } = await read('file,title\r\na,b\nc,d\re,"f\r\ng"\r\n');
    expect(rows.map(({ row, cells }) => [row, cells['file'], cells['title']])).toEqual([
      [2, 'a', 'b'],
      [3, 'c', 'd'],
      [4, 'e', 'f\r\ng'],
    ]);
  });

  it('keeps quotation marks inside a cell that has none around it', async () => {
    const { rows } = await read('file,title\na,El "buen vivir" hoy\n');
    expect(rows[0]?.cells['title']).toBe('El "buen vivir" hoy');
  });

  it('tells how wide a row is', async () => {
    const { rows } = await read('file,title\na\nb,c,d,,\nc\n');
    expect(rows.map(({ width }) => width)).toEqual([1, 3, 1]);
  });

  it('says which line has a quotation mark too many', async () => {
    await expect(read('file,title\na,"El "buen vivir" hoy"\n')).rejects.toThrow(
      /a\.csv:2 {2}expected a CSV table, got a damaged one \(.+\): check its quotation marks$/,
    );
    await expect(read('file,title\na,"b\nc,d\n')).rejects.toThrow('check its quotation marks');
  });

  it('may be empty, or a header alone', async () => {
    expect(await read('')).toEqual({ delimiter: ',', header: [], headerRow: 1, rows: [], guessed: null });
    expect(await read('\n\n')).toMatchObject({ header: [], rows: [] });
    expect(await read('file,title')).toMatchObject({ header: ['file', 'title'], rows: [] });
  });

  it('reads back whatever a CSV writer wrote', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', ',', ';', '"', '\n', '\r\n', '😀', "'") });
    const table = fc.array(fc.tuple(fc.constantFrom('x', 'y'), cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',', ';', '\t'), async (cells, delimiter) => {
        const text = stringify([['file', 'b', 'c'], ...cells], { delimiter, quoted: true });
        const { rows } = await read(text);
        const expected = cells.map((row) => row.map((one) => one.trim()));
        expect(rows.map(({ cells: { file, b, c } }) => [file, b, c])).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
