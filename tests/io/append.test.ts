import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendRows, type NewRow } from '../../src/io/append.ts';
import { readCsv } from '../../src/io/csv.ts';
import { unknownMetadata } from '../../src/io/metadata.ts';
import { manifestColumns } from '../../src/model/study.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

function row(file: string, more: Partial<NewRow['metadata']> = {}, needed: NewRow['needed'] = []): NewRow {
  return { file, metadata: { ...unknownMetadata, ...more }, needed };
}

/** A manifest with these bytes, and what it holds after rows were added. */
async function appended(old: string | Uint8Array, ...rows: readonly NewRow[]) {
  const path = join(temporaryFolder(), 'manifest.csv');
  writeFileSync(path, old);
  await appendRows(path, rows);
  return { path, bytes: readFileSync(path), text: readFileSync(path, 'utf8') };
}

describe('adding rows to a manifest', () => {
  it('keeps what is there and puts values under their columns, in the order it has', async () => {
    const { text } = await appended(
      'title,file,notes\nOld,old.pdf,mine\n',
      row('new.pdf', { title: 'A "quoted", title', institution: 'Red' }),
    );
    expect(text).toBe('title,file,notes\nOld,old.pdf,mine\n"A ""quoted"", title",new.pdf,\n');
  });

  it.each([
    ['no line end at the end', 'file,title\na.pdf,A', 'file,title\na.pdf,A\nnew.pdf,T\n'],
    ['line ends of another system', 'file;title\r\na.pdf;A\r\n', 'file;title\r\na.pdf;A\r\nnew.pdf;T\r\n'],
    ['tabs', 'file\ttitle', 'file\ttitle\nnew.pdf\tT\n'],
    ['quotes round everything', '"file","title"\n"a.pdf","A"\n', '"file","title"\n"a.pdf","A"\nnew.pdf,T\n'],
    ['columns in capitals', 'FILE, Title \n', 'FILE, Title \nnew.pdf,T\n'],
    ['one column', 'file\n', 'file\nnew.pdf\n'],
    ['a byte order mark', '\ufefffile,title\n', '\ufefffile,title\nnew.pdf,T\n'],
    ['a line break in a cell', 'file,title\na.pdf,"A\nB"', 'file,title\na.pdf,"A\nB"\nnew.pdf,T\n'],
  ])('knows %s', async (_, old, expected) => {
    expect((await appended(old, row('new.pdf', { title: 'T' }))).text).toBe(expected);
  });

  it('makes a manifest with all columns where there is none', async () => {
    const path = join(temporaryFolder(), 'manifest.csv');
    await appendRows(path, [row('new.pdf', { title: 'T', url: 'https://example.org' })]);
    expect(readFileSync(path, 'utf8')).toBe(
      `${manifestColumns.join(',')}\nnew.pdf,T,,,,,,,,,,,https://example.org,\n`,
    );
  });

  it('writes in the encoding that is there', async () => {
    const old = Buffer.from('\ufefffile,title\r\n', 'utf16le');
    const wide = await appended(old, row('ñ.pdf', { title: '経済' }));
    expect(wide.bytes.toString('utf16le')).toBe('\ufefffile,title\r\nñ.pdf,経済\r\n');
    const swapped = await appended(Buffer.from(old).swap16(), row('ñ.pdf', { title: '経済' }));
    expect((await readCsv(swapped.path)).rows[0]?.cells).toEqual({ file: 'ñ.pdf', title: '経済' });
    const narrow = await appended(
      Buffer.from('file,title\ná.pdf,A\n', 'latin1'),
      row('ñ.pdf', { title: 'Ü' }),
    );
    expect(narrow.bytes.toString('latin1')).toBe('file,title\ná.pdf,A\nñ.pdf,Ü\n');
    await expect(
      appended(Buffer.from('file,title\ná.pdf,A\n', 'latin1'), row('n.pdf', { title: '経済' })),
    ).rejects.toThrow('save the manifest as UTF-8');
  });

  it('refuses a value that has no column and stands nowhere else', async () => {
    const path = join(temporaryFolder(), 'manifest.csv');
    writeFileSync(path, 'file,title\n');
    await expect(
      appendRows(path, [row('new.pdf', { date: '2009', kind: 'law' }, ['date', 'language', 'kind'])]),
    ).rejects.toThrow(
      `${path}  expected a column \`date\` for "2009" of new.pdf, got none: add the column, or leave the value out`,
    );
    expect(readFileSync(path, 'utf8')).toBe('file,title\n');
    expect(readdirSync(join(path, '..'))).toEqual(['manifest.csv']);
  });

  it('leaves a damaged manifest alone', async () => {
    const path = join(temporaryFolder(), 'manifest.csv');
    writeFileSync(path, 'file,title\na.pdf,"never closed\n');
    await expect(appendRows(path, [row('new.pdf')])).rejects.toThrow('check its quotation marks');
    expect(readFileSync(path, 'utf8')).toBe('file,title\na.pdf,"never closed\n');
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  it('follows a link to the manifest and keeps its mode', async () => {
    const folder = temporaryFolder();
    put(folder, { 'real.csv': 'file\n' });
    chmodSync(join(folder, 'real.csv'), 0o640);
    symlinkSync('real.csv', join(folder, 'manifest.csv'));
    await appendRows(join(folder, 'manifest.csv'), [row('new.pdf')]);
    expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('file\nnew.pdf\n');
    expect(statSync(join(folder, 'real.csv')).mode & 0o777).toBe(0o640);
  });

  it('gives back whatever was put in, after whatever was there', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\0\r\n]/g, ''));
    const folder = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }),
        async (mark, end, ended, cells) => {
          const path = join(folder, 'manifest.csv');
          const old = `file${mark}title${end}"old ""one"""${mark}T${ended ? end : ''}`;
          writeFileSync(path, old);
          const rows = cells.map(([file, title], index) => row(`${index}${file}`, { title }));
          await appendRows(path, rows);
          expect(readFileSync(path, 'utf8').startsWith(old)).toBe(true);
          const read = (await readCsv(path)).rows.map(({ cells: found }) => found);
          expect(read).toEqual([
            { file: 'old "one"', title: 'T' },
            ...cells.map(([file, title], index) => ({ file: `${index}${file}`.trim(), title: title.trim() })),
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
