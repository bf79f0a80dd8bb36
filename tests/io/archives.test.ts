import { mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../src/app/unpack.ts';
import { readCorpus } from '../../src/io/corpus.ts';
import { noFetcher } from '../../src/io/fetched.ts';
import { hashFile } from '../../src/io/hashes.ts';
import { openUnpacked } from '../../src/io/unpacked.ts';
import { StudyFile, standardVoices } from '../../src/model/study.ts';
import { put, temporaryFolder } from '../support/tiny.ts';
import { type Part, zip } from '../support/zip.ts';

const voices = new Set<string>(standardVoices);

/** A corpus of files and archives, read with an unpacker that counts how often it had to unpack. */
async function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  { limit = 1_000_000, folder = realpathSync(temporaryFolder()) } = {},
) {
  put(folder, files);
  mkdirSync(join(folder, 'documents'), { recursive: true });
  let unpacked = 0;
  const counting: typeof unpack = (bytes, most) => {
    unpacked++;
    return unpack(bytes, most);
  };
  const state = join(folder, '.titrate', 'unpacked');
  const corpus = await readCorpus(
    {
      manifest: 'manifest.csv' in files ? join(folder, 'manifest.csv') : null,
      documents: join(folder, 'documents'),
      unlisted: true,
      roots: [folder],
      base: folder,
      skip: [],
    },
    StudyFile.parse({ title: 'a study' }),
    voices,
    { hash: hashFile, fetch: noFetcher, unpack: openUnpacked(state, limit, counting, hashFile) },
  );
  const told = corpus.map(({ source, problems }) =>
    [source.file, ...problems.map(({ code }) => code)].join(' '),
  );
  return { corpus, told, unpacked, folder, state };
}

const part = (name: string, content = name): Part => ({ name, content });

describe('an archive in the corpus', () => {
  it('stands for its files, as if they lay beside it', async () => {
    const archive = zip([
      part('2009/acta_1.txt', 'uno'),
      part('nota.html', '<p>dos</p>'),
      part('__MACOSX/x', 'x'),
    ]);
    const { corpus, told } = await read({ 'documents/civil_society/Red_Andina/actas.zip': archive });
    expect(told).toEqual([
      'documents/civil_society/Red_Andina/actas.zip/2009/acta_1.txt',
      'documents/civil_society/Red_Andina/actas.zip/nota.html',
    ]);
    expect(corpus[1]?.source).toMatchObject({ voice: 'civil_society', institution: 'Red Andina', bytes: 10 });
  });

  it('is described by the row of the archive, and better by that of a file in it', async () => {
    const { corpus, told } = await read({
      'manifest.csv':
        'file,institution,voice,date\ndocuments/actas.zip,Liga,donor,2010\ndocuments/actas.zip/b.txt,Foro,party,2011\n',
      'documents/actas.zip': zip([part('a.txt'), part('b.txt')]),
    });
    expect(told).toEqual(['documents/actas.zip/a.txt', 'documents/actas.zip/b.txt']);
    expect(corpus.map(({ source }) => `${source.institution} ${source.date}`)).toEqual([
      'Liga 2010',
      'Foro 2011',
    ]);
  });

  it('tells a row that names no file of it', async () => {
    const { told } = await read({
      'manifest.csv': 'file,voice\ndocuments/actas.zip/c.txt,party\n',
      'documents/actas.zip': zip([part('a.txt')]),
    });
    expect(told).toContain('documents/actas.zip/c.txt file_missing');
  });

  it('never leads out of its folder, whatever its names say', async () => {
    const names = ['../../canary.txt', '/etc/canary', 'C:\\canary.txt', 'a/../../../canary'];
    const { told, folder } = await read({
      'documents/x.zip': zip([...names.map((name) => part(name)), part('a.txt')]),
    });
    expect(told.filter((line) => line.endsWith('archive_path'))).toHaveLength(names.length);
    expect(
      readdirSync(folder, { recursive: true }).filter((path) => String(path).includes('canary')),
    ).toEqual([]);
  });

  it('says of each file why it is not read, and of an archive without any', async () => {
    const { told } = await read(
      {
        'documents/bomb.zip': zip([part('a.txt', 'a'.repeat(50_000)), part('b.txt', 'b')]),
        'documents/empty.zip': zip([]),
        'documents/broken.zip': 'PK\x03\x04 no more of it',
      },
      { limit: 10_000 },
    );
    expect(told).toEqual([
      'documents/bomb.zip/a.txt unpacked_too_large',
      expect.stringMatching(/^documents\/bomb.zip\/b.txt/),
      'documents/broken.zip file_unreadable',
      'documents/empty.zip file_unreadable',
    ]);
  });

  it('is unpacked once, and again where it has changed', async () => {
    const { unpacked, folder } = await read({ 'documents/x.zip': zip([part('a.txt')]) });
    expect(unpacked).toBe(1);
    expect((await read({}, { folder })).unpacked).toBe(0);
    const changed = await read({ 'documents/x.zip': zip([part('a.txt', 'anders')]) }, { folder });
    expect(changed.unpacked).toBe(1);
    expect(changed.corpus[0]?.source.bytes).toBe(6);
  });

  it('is one document where it is a Word file with the wrong name', async () => {
    const docx = zip([part('[Content_Types].xml'), part('word/document.xml')]);
    expect((await read({ 'documents/x.zip': docx })).told).toEqual([
      expect.stringMatching(/^documents\/x\.zip/),
    ]);
  });

  it('counts a file once that lies in it and beside it', async () => {
    const { told } = await read({
      'documents/x.zip': zip([part('a.txt', 'same')]),
      'documents/a.txt': 'same',
    });
    expect(told.filter((line) => line.includes('duplicate'))).toHaveLength(1);
  });
});
