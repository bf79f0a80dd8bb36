import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/io/corpus.ts';
import { createStudy } from '../../src/io/init.ts';
import { openStudy } from '../../src/io/study.ts';
import { StudyFile } from '../../src/model/study.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const nothing = { lexicons: false, claims: false, sources: false };
const made = async (folder: string, copies = nothing) =>
  (await createStudy(folder, copies)).map((path) => relative(folder, path));

describe('a new study', () => {
  it('says in study.yaml what holds without it', async () => {
    const folder = join(temporaryFolder(), 'deep', 'mi-estudio_"2"');
    expect(await made(folder)).toEqual([
      'corpus/manifest.csv',
      'corpus/documents',
      '.gitignore',
      'study.yaml',
    ]);
    const study = await openStudy(folder);
    expect(study.file).toEqual(StudyFile.parse({ title: 'mi estudio "2"' }));
    expect(await readCorpus(study.places, study.file, study.voices)).toEqual([]);
  });

  it('takes the lexicons and claims of the program along where it is asked to', async () => {
    const folder = temporaryFolder();
    expect(await made(folder, { lexicons: true, claims: true, sources: true })).toEqual(
      expect.arrayContaining(['lexicons', 'claims', 'corpus/sources.csv']),
    );
    const study = await openStudy(folder);
    expect(study.claims.map(({ id }) => id)).toEqual(['dilution']);
    expect(existsSync(join(folder, 'lexicons', 'categories.yaml'))).toBe(true);
  });

  it('leaves what is there as it is, and tells only what it made', async () => {
    const folder = temporaryFolder();
    const manifest = 'file,title\na.txt,Mine\n';
    put(folder, { 'corpus/manifest.csv': manifest, 'corpus/documents/a.txt': 'a', 'claims/mine.yaml': 'x' });
    expect(await made(folder, { lexicons: false, claims: true, sources: false })).toEqual([
      '.gitignore',
      'study.yaml',
    ]);
    expect(readFileSync(join(folder, 'corpus', 'manifest.csv'), 'utf8')).toBe(manifest);
    expect(readFileSync(join(folder, 'claims', 'mine.yaml'), 'utf8')).toBe('x');
  });

  it('is not made where one stands, nor where none can stand', async () => {
    const folder = temporaryFolder();
    put(folder, { 'study.yaml': 'title: a\n', 'a.txt': 'a' });
    await expect(createStudy(folder, nothing)).rejects.toThrow(
      'expected no study there, got one: choose another',
    );
    expect(existsSync(join(folder, 'corpus'))).toBe(false);
    await expect(createStudy(join(folder, 'a.txt'), nothing)).rejects.toThrow(
      'expected a folder that can be made, got ENOTDIR: choose another',
    );
  });
});
