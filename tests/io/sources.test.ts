import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/io/csv.ts';
import { readFetchedRows, readSources } from '../../src/io/sources.ts';
import { compareCodePoints } from '../../src/io/spelling.ts';
import { fetchedColumns, sourceColumns } from '../../src/model/sources.ts';
import { standardVoices } from '../../src/model/study.ts';
import { root } from '../support/cli.ts';
import { sourceAt } from '../support/sources.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const voices = new Set<string>(standardVoices);

async function read(text: string) {
  const folder = temporaryFolder();
  put(folder, { 'sources.csv': text });
  return readSources(join(folder, 'sources.csv'), voices);
}

describe('a list of sources', () => {
  it('is read in its order, with whatever stands between cells and whichever columns it has', async () => {
    const { value, problems } = await read(
      'Address;Title;Voice\nHTTP://B.example/Acta final.pdf;Acta;regional_body\nhttp://a.example;;\n',
    );
    expect(problems).toEqual([]);
    const unknown = { institution: null, kind: null, date: null, language: null };
    expect(value).toEqual([
      sourceAt('http://b.example/Acta%20final.pdf', { ...unknown }),
      sourceAt('http://a.example/', { ...unknown, title: null, voice: null }),
    ]);
  });

  it.each([
    ['date', 'June 2009'],
    ['date', '2009-02-30'],
    ['language', 'spanish'],
    ['voice', 'regional body'],
    ['cited_in_paper', 'perhaps'],
    ['archive_address', 'file:///etc/passwd'],
  ])('leaves a cell empty that does not fit: %s %j', async (column, found) => {
    const { value, problems } = await read(`address,${column}\nhttp://a.example/,"${found}"\n`);
    expect(value).toMatchObject([{ address: 'http://a.example/', [column]: null }]);
    expect(problems).toMatchObject([{ code: 'source_value', file: 'sources.csv', row: 2, column, found }]);
  });

  it.each([
    '',
    'ftp://a.example/x.pdf',
    'javascript:alert(1)',
    'www.a.example/x.pdf',
    'http://',
    'http://me:secret@a.example/',
    'http://a.example/#page=2',
  ])('leaves a row out whose address is none: %j', async (address) => {
    const { value, problems } = await read(`title,address\nActa,${address}\nOtra,http://b.example/\n`);
    expect(value.map(({ title }) => title)).toEqual(['Otra']);
    expect(problems).toMatchObject([{ code: 'source_value', row: 2, column: 'address', found: address }]);
  });

  it('leaves out a repeated address and a row that is too wide, and tells unknown columns', async () => {
    const { value, problems } = await read(
      'address,titel,address\nhttp://a.example/,,\nHTTP://A.EXAMPLE:80/,,\nhttp://b.example/,a,,d\n',
    );
    expect(value).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('manifest_column');
    const again = await read('address\nhttp://a.example/\nHTTP://A.EXAMPLE:80/\nhttp://b.example/,a\n');
    expect(again.value.map(({ address }) => address)).toEqual(['http://a.example/']);
    expect(again.problems).toMatchObject([
      { row: 3, column: 'address', expected: 'an address that no other row has' },
      { row: 4, column: 'address', expected: '1 cells in the row' },
    ]);
  });

  it('is none without addresses', async () => {
    await expect(read('title,url\na,http://a.example/\n')).rejects.toThrow('expected a column `address`');
    await expect(read('')).rejects.toThrow('expected a column `address`, got nothing');
  });
});

describe('the record of what came', () => {
  it('is read line by line; a torn one is told and left out', async () => {
    const folder = temporaryFolder();
    const good = ['http://a.example/', 'http://b.example/', 'origin', '200', '2026-01-02T03:04:05.000Z', '9'];
    const line = [...good, 'a'.repeat(64), 'text/plain', 'documents/a.txt'].join(',');
    put(folder, { 'fetched.csv': `${fetchedColumns.join(',')}\n${line}\nhttp://b.example/,htt\n` });
    const { value, problems } = await readFetchedRows(join(folder, 'fetched.csv'));
    expect(value).toMatchObject([{ address: 'http://a.example/', bytes: 9, status: 200, via: 'origin' }]);
    expect(problems).toMatchObject([{ code: 'source_value', file: 'fetched.csv', row: 3, column: 'via' }]);
  });
});

describe('the bundled list of the documents of the field', async () => {
  const path = join(root, 'corpus', 'sources.csv');
  const { value, problems } = await readSources(path, voices);
  const { header, rows } = await readCsv(path);

  it('fits its schema in every row, and no two rows have one address', () => {
    expect(problems).toEqual([]);
    expect(header).toEqual([...sourceColumns]);
    expect(value).toHaveLength(rows.length);
    expect(value.length).toBeGreaterThan(250);
    expect(value.filter(({ cited_in_paper }) => cited_in_paper === 'yes')).toHaveLength(12);
  });

  it.each(value)('says who, what, in which language and where: $address', (source) => {
    expect(source.institution).not.toBeNull();
    expect(source.voice).not.toBeNull();
    expect(source.title).not.toBeNull();
    expect(['es', 'pt', 'en']).toContain(source.language);
    // Written as it will be asked for, so that the record of what came names it in the same way.
    expect(rows.some(({ cells }) => cells['address'] === source.address)).toBe(true);
    expect(new URL(source.address).hostname).not.toMatch(/\.$/);
    if (source.archive_address !== null) {
      const [, of] =
        /^https:\/\/web\.archive\.org\/web\/\d{4,14}id_\/(.*)$/.exec(source.archive_address) ?? [];
      expect(of).toBe(source.address);
    }
  });

  it('stands in one order', () => {
    const keys = value.map(({ voice, institution, date, title, address }) =>
      [voice, institution, date ?? '', title, address].join('\0'),
    );
    expect(keys).toEqual(keys.toSorted(compareCodePoints));
  });
});
