import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CorpusPlaces, readCorpus } from '../../src/io/corpus.ts';
import { readCsv } from '../../src/io/csv.ts';
import type { CorpusFile } from '../../src/model/ports.ts';
import { StudyFile, standardVoices } from '../../src/model/study.ts';
import { real } from '../support/requires.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const voices = new Set<string>(standardVoices);

/** Reads a corpus with documents and a manifest, all under one folder. */
async function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  values: object = {},
  places: Partial<CorpusPlaces> = {},
  folder = realpathSync(temporaryFolder()),
): Promise<readonly CorpusFile[]> {
  put(folder, files);
  mkdirSync(join(folder, 'documents'), { recursive: true });
  return readCorpus(
    {
      manifest: 'manifest.csv' in files ? join(folder, 'manifest.csv') : null,
      documents: join(folder, 'documents'),
      unlisted: true,
      roots: [folder],
      base: folder,
      skip: [],
      ...places,
    },
    StudyFile.parse({ title: 'a study', ...values }),
    voices,
  );
}
const named = (corpus: readonly CorpusFile[]) => corpus.map(({ source }) => source.file);
const codes = (corpus: readonly CorpusFile[]) =>
  Object.fromEntries(corpus.map(({ source, problems }) => [source.file, problems.map(({ code }) => code)]));

describe('a corpus', () => {
  it('puts manifest, folders and file name together', async () => {
    const corpus = await read({
      'manifest.csv': 'file,title,institution\ndocuments/civil_society/Red_Andina/x.txt,Acta,red-andina\n',
      'documents/civil_society/Red_Andina/x.txt': 'a',
      'documents/donor/Puente/puente_report_2011-02_pt.txt': 'b',
    });
    expect(corpus).toMatchObject([
      {
        source: {
          title: 'Acta',
          institution: 'red-andina',
          voice: 'civil_society',
          language: null,
          bytes: 1,
        },
        problems: [],
      },
      {
        source: {
          institution: 'Puente',
          voice: 'donor',
          kind: 'report',
          date: '2011-02',
          date_precision: 'month',
          language: 'pt',
        },
        problems: [{ code: 'not_in_manifest' }],
      },
    ]);
  });

  it('tells contradictions between row, path and name with both sides', async () => {
    const [only] = await read({
      'manifest.csv': 'file,voice,date,language\ndocuments/donor/A/a_report_2011_pt.txt,party,2011-02,es\n',
      'documents/donor/A/a_report_2011_pt.txt': 'x',
    });
    expect(only?.problems).toEqual([
      {
        code: 'metadata_contradiction',
        file: 'documents/donor/A/a_report_2011_pt.txt',
        field: 'voice',
        kept: { from: 'manifest', value: 'party' },
        other: { from: 'path', value: 'donor' },
      },
      {
        code: 'metadata_contradiction',
        file: 'documents/donor/A/a_report_2011_pt.txt',
        field: 'language',
        kept: { from: 'manifest', value: 'es' },
        other: { from: 'file name', value: 'pt' },
      },
    ]);
  });

  it('analyses a file without a row and says so, unless there is no manifest', async () => {
    const files = { 'documents/a.txt': 'a', 'documents/b.txt': 'b' };
    expect(codes(await read({ ...files, 'manifest.csv': 'file\ndocuments/a.txt\n' }))).toEqual({
      'documents/a.txt': ['voice_unknown'],
      'documents/b.txt': ['not_in_manifest', 'voice_unknown'],
    });
    expect(codes(await read(files))).toEqual({
      'documents/a.txt': ['voice_unknown'],
      'documents/b.txt': ['voice_unknown'],
    });
    expect(named(await read({ ...files, 'manifest.csv': 'file\na.txt\n' }, {}, { unlisted: false }))).toEqual(
      ['a.txt'],
    );
  });

  it('has a row for a file that is missing, for none, and for what is no file', async () => {
    const corpus = await read({
      'manifest.csv': 'file,title\ngone.pdf,Gone\n,Nameless\ndocuments,A folder\n',
    });
    expect(corpus.every(({ path, source }) => path === null && source.hash === null)).toBe(true);
    expect(corpus.flatMap(({ problems }) => problems)).toEqual([
      { code: 'row_without_file', file: '(row 3)', row: 3 },
      { code: 'file_unreadable', file: 'documents', detail: 'it is a folder' },
      { code: 'file_missing', file: 'gone.pdf', row: 2 },
    ]);
    expect(corpus.map(({ source }) => source.title)).toEqual(['Nameless', 'A folder', 'Gone']);
  });

  it('refuses paths that leave the study, however they leave it, unless a root allows it', async () => {
    const other = realpathSync(temporaryFolder());
    const folder = realpathSync(temporaryFolder());
    put(other, { 'x.pdf': 'x', 'y.pdf': 'y' });
    mkdirSync(join(folder, 'documents'));
    symlinkSync(join(other, 'y.pdf'), join(folder, 'documents', 'link.pdf'));
    const up = `../${other.split('/').at(-1)}/x.pdf`;
    const files = { 'manifest.csv': `file\n${up}\n${join(other, 'y.pdf')}\n` };
    const refused = await read(files, {}, {}, folder);
    expect(codes(refused)).toEqual({
      [up]: ['file_outside_root'],
      [join(other, 'y.pdf')]: ['file_outside_root'],
      'documents/link.pdf': ['not_in_manifest', 'file_outside_root'],
    });
    expect(refused.every(({ path, source }) => path === null && source.bytes === 0)).toBe(true);

    const allowed = await read(files, {}, { roots: [folder, other] }, folder);
    expect(allowed.map(({ path }) => path)).toEqual([join(other, 'x.pdf'), join(other, 'y.pdf')]);
    await expect(read(files, {}, { roots: [folder, join(other, 'none')] }, folder)).rejects.toThrow(
      /--documents-root .*none: expected a folder, got nothing there/,
    );
  });

  it('has each file once, however many rows name it and however they write its path', async () => {
    const corpus = await read({
      'manifest.csv':
        'file,voice,title\ndocuments/a.txt,party,\n./documents//a.txt,donor,Acta\na.txt,party,Ley\ndocuments\\a.txt,party,\n',
      'documents/a.txt': 'a',
    });
    expect(named(corpus)).toEqual(['documents/a.txt']);
    expect(corpus[0]?.source).toMatchObject({ voice: 'party', title: 'Acta' });
    const repeated = { code: 'row_repeated', file: 'documents/a.txt', first: 2 };
    expect(corpus[0]?.problems).toEqual([
      { ...repeated, row: 3 },
      { ...repeated, row: 4 },
      { ...repeated, row: 5 },
      expect.objectContaining({ field: 'voice', other: { from: 'manifest (row 3)', value: 'donor' } }),
      expect.objectContaining({ field: 'title', other: { from: 'manifest (row 4)', value: 'Ley' } }),
    ]);
  });

  it('counts the same bytes once and spells an institution once', async () => {
    const corpus = await read({
      'manifest.csv': 'file,institution,voice\ndocuments/z.txt,Red Andina,party\n',
      'documents/party/red-andina/a.txt': 'same',
      'documents/party/red-andina/b.txt': 'other',
      'documents/z.txt': 'same',
    });
    expect(codes(corpus)).toEqual({
      'documents/party/red-andina/a.txt': ['not_in_manifest', 'duplicate'],
      'documents/party/red-andina/b.txt': ['not_in_manifest'],
      'documents/z.txt': [],
    });
    expect(new Set(corpus.map(({ source }) => source.institution))).toEqual(new Set(['Red Andina']));
  });

  it('tells empty and too large files without reading them', async () => {
    const corpus = await read(
      {
        'documents/0.txt': '',
        'documents/00.txt': '',
        'documents/5.txt': '12345',
        'documents/6.txt': '123456',
      },
      { settings: { limits: { bytes: 5 } } },
    );
    expect(corpus.map(({ source, path, problems }) => [source.bytes, path !== null, problems[1]])).toEqual([
      [0, false, { code: 'file_empty', file: 'documents/0.txt' }],
      [0, false, { code: 'file_empty', file: 'documents/00.txt' }],
      [5, true, undefined],
      [6, false, { code: 'file_too_large', file: 'documents/6.txt', bytes: 6, limit: 5 }],
    ]);
  });

  it('hashes files of any size in pieces', async () => {
    const bytes = Buffer.alloc(3_000_001, 'economía');
    const [only] = await read({ 'documents/large.txt': bytes });
    expect(only?.source).toMatchObject({
      bytes: 3_000_001,
      hash: createHash('sha256').update(bytes).digest('hex'),
      document: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    });
  });

  it('finds a name whose accents are composed in another way on disk', async () => {
    const corpus = await read({
      [`documents/educac\u0327a\u0303o.txt`]: 'x',
      'manifest.csv': 'file,voice\ndocuments/educação.txt,party\n',
    });
    expect(codes(corpus)).toEqual({ 'documents/educação.txt': [] });
  });

  it('takes what is wrong with the manifest as a whole as a problem of the first file', async () => {
    const corpus = await read({
      'manifest.csv': 'file,instituton\n',
      'documents/a.txt': 'a',
      'documents/b.txt': 'b',
    });
    expect(corpus[0]?.problems[0]).toMatchObject({ code: 'manifest_column', file: 'manifest.csv' });
    expect(codes(corpus)['documents/b.txt']).toEqual(['not_in_manifest', 'voice_unknown']);
  });

  it('is in the order of code points whatever the order of rows, and accounts for every row and file', async () => {
    const name = fc.constantFrom(
      'a.txt',
      'B.txt',
      'ñ.txt',
      'gone.txt',
      'é/c.txt',
      'é/C.txt',
      '../up.txt',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(name, { maxLength: 8 }), async (rows: readonly string[]) => {
        const corpus = await read({
          'documents/a.txt': '1',
          'documents/B.txt': '2',
          'documents/ñ.txt': '3',
          'documents/é/c.txt': '4',
          'documents/é/C.txt': '5',
          // A row with nothing in it would be no row.
          'manifest.csv': ['file,title', ...rows.map((row) => `${row},t`)].join('\n'),
        });
        const files = named(corpus);
        expect(new Set(files).size).toBe(files.length);
        const bytewise = files.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect(files).toEqual(bytewise);
        const there = ['a.txt', 'B.txt', 'ñ.txt', 'é/c.txt', 'é/C.txt'];
        for (const file of there) {
          const expected = rows.includes(file) ? file : `documents/${file}`;
          expect(files).toContain(expected);
        }
        const told = new Map(corpus.map(({ source, problems }) => [source.file, problems]));
        for (const [index, row] of rows.entries()) {
          const problems = told.get(row === '' ? `(row ${index + 2})` : row) ?? [];
          const isNamed = problems.some((problem) => 'row' in problem && problem.row === index + 2);
          const isFirst = rows.indexOf(row) === index;
          expect(isNamed, `row ${index + 2}: ${row}`).toBe(!isFirst || row === '' || !there.includes(row));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe.skipIf(real === null)('the real studies', () => {
  it.each(['movement-and-state', 'real-documents', 'sse-texts'])(
    '%s have every row in the corpus',
    async (name) => {
      const folder = join(real ?? '', 'studies', name);
      const corpus = await readCorpus(
        {
          manifest: join(folder, 'manifest.csv'),
          documents: null,
          unlisted: false,
          roots: [folder, join(real ?? '', 'data')],
          base: folder,
          skip: [],
        },
        StudyFile.parse({ title: name }),
        voices,
      );
      const { rows } = await readCsv(join(folder, 'manifest.csv'));
      expect(named(corpus).toSorted()).toEqual(rows.map(({ cells }) => cells['file']).toSorted());
      const found = new Set(corpus.flatMap(({ problems }) => problems.map(({ code }) => code)));
      expect([...found].filter((code) => code !== 'duplicate')).toEqual([]);
    },
  );
});
