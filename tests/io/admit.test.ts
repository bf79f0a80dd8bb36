import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { admit } from '../../src/io/admit.ts';
import { readCorpus } from '../../src/io/corpus.ts';
import { hashFile } from '../../src/io/hashes.ts';
import { readOffer, type Stated } from '../../src/io/incoming.ts';
import { openStudy } from '../../src/io/study.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const fetch = async () => new Map();

/** Adds a file with some content to a study, in this process; gives the name it got. */
async function add(study: string, name: string, content: string, stated: Stated = {}): Promise<string> {
  const inbox = temporaryFolder();
  put(inbox, { [name]: content });
  const place = await openStudy(study);
  const { places, file, voices } = place;
  const offer = { files: [join(inbox, name)], manifest: undefined, stated };
  const incoming = await readOffer(offer, file, voices, { hash: hashFile, fetch });
  const admitted = await admit(incoming, place, () => readCorpus(places, file, voices), hashFile);
  return String(admitted[0]?.file);
}

function study(yaml = 'title: A study\n', more: Readonly<Record<string, string>> = {}): string {
  const folder = join(temporaryFolder(), 'study');
  put(folder, { 'study.yaml': yaml, 'corpus/manifest.csv': 'file,title,institution,voice,date\n', ...more });
  mkdirSync(join(folder, 'corpus', 'documents'), { recursive: true });
  return folder;
}

const red: Stated = { institution: 'Red de Economía Solidaria', voice: 'civil_society' };

describe('a document taken into a corpus', () => {
  it('goes to the folder that says what is known of it', async () => {
    const folder = study();
    expect(await add(folder, 'a.txt', 'a', red)).toBe(
      'documents/civil_society/Red_de_Economía_Solidaria/a.txt',
    );
    expect(await add(folder, 'b.txt', 'b', { voice: 'donor' })).toBe('documents/donor/b.txt');
    expect(await add(folder, 'd.txt', 'd', { voice: 'donor', institution: '(Red: dos)' })).toBe(
      'documents/donor/Red_dos/d.txt',
    );
    // Without a voice, the folder of an institution would stand where a voice does.
    expect(await add(folder, 'c.txt', 'c', { institution: 'Red' })).toBe('documents/c.txt');
    const { places, file, voices } = await openStudy(folder);
    const corpus = await readCorpus(places, file, voices);
    expect(corpus.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['voice_unknown']);
    expect(corpus.map(({ source }) => source.institution)).toEqual([
      'Red',
      'Red de Economía Solidaria',
      '(Red: dos)',
      null,
    ]);
  });

  it('goes to a folder that is there under another spelling or alias', async () => {
    const folder = study(
      'title: A\ninstitutions:\n  - { name: Red de Economía Solidaria, voice: civil_society, aliases: [REDES] }\n',
      { 'corpus/documents/civil_society/redes/old.txt': 'old', 'corpus/documents/Donor/x.txt': 'x' },
    );
    expect(await add(folder, 'a.txt', 'a', { institution: 'REDES' })).toBe(
      'documents/civil_society/redes/a.txt',
    );
    expect(await add(folder, 'b.txt', 'b', { voice: 'donor' })).toBe('documents/Donor/b.txt');
    const [row] = readFileSync(join(folder, 'corpus', 'manifest.csv'), 'utf8')
      .split('\n')
      .slice(1);
    expect(row).toBe('documents/civil_society/redes/a.txt,,Red de Economía Solidaria,civil_society,');
  });

  it('follows the folders of the study', async () => {
    const folder = study('title: A\nfolders: [language, kind, ignore, voice]\n');
    expect(await add(folder, 'a.txt', 'a', { language: 'pt', kind: 'law', voice: 'donor' })).toBe(
      'documents/pt/law/a.txt',
    );
  });

  it('keeps a name that is taken for the one who has it, and takes no name that cannot be held', async () => {
    const folder = study();
    const names: string[] = [];
    for (const content of ['one', 'two', 'three']) names.push(await add(folder, '.a name\n.txt', content));
    expect(names).toEqual(['documents/a name_.txt', 'documents/a name_-2.txt', 'documents/a name_-3.txt']);
    expect(readFileSync(join(folder, 'corpus', names[0] ?? ''), 'utf8')).toBe('one');
    const long = await add(folder, `${'ñ'.repeat(120)}.txt`, 'long');
    expect(Buffer.byteLength(long)).toBeLessThan(220);
    expect(long).toMatch(/ñ\.txt$/);
  });

  it('never leaves the study through a link', async () => {
    const folder = study();
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, join(folder, 'corpus', 'documents', 'donor'));
    await expect(add(folder, 'a.txt', 'a', { voice: 'donor' })).rejects.toThrow(
      'a link that leads out of it',
    );
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('makes a manifest for a folder that has none, and leaves nothing else behind', async () => {
    const folder = join(temporaryFolder(), 'texts');
    put(folder, { 'old.txt': 'old' });
    expect(await add(folder, 'a.txt', 'a', { ...red, date: '2009-05' })).toBe(
      'civil_society/Red_de_Economía_Solidaria/a.txt',
    );
    expect(readdirSync(folder).toSorted()).toEqual(['civil_society', 'manifest.csv', 'old.txt']);
    expect(readFileSync(join(folder, 'manifest.csv'), 'utf8')).toContain(',2009-05,month,');
    const { places, file, voices } = await openStudy(folder);
    const corpus = await readCorpus(places, file, voices);
    expect(corpus.map(({ source }) => source.file)).toEqual([
      'civil_society/Red_de_Economía_Solidaria/a.txt',
      'old.txt',
    ]);
  });
});
