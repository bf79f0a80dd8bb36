import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { act } from '../relate/acts.ts';
import { titrate } from '../support/cli.ts';
import { runInline } from '../support/inline.ts';
import { put, tables, tinyStudy } from '../support/tiny.ts';

type Row = Readonly<Record<string, string>>;

const frame = {
  es: 'La economía solidaria es una alternativa al capitalismo, con reciprocidad y autogestión.',
  pt: 'A economia solidária é uma alternativa ao capitalismo, com reciprocidade e autogestão.',
};

/** The tiny study with one act of a movement in two languages, and what the manifest says of the second. */
function studyWith(translationOf: string): string {
  const study = tinyStudy();
  put(study, {
    'corpus/documents/acto-es.txt': [...act(1, 'es'), frame.es].join('\n\n'),
    'corpus/documents/acto-pt.txt': [...act(1, 'pt'), frame.pt].join('\n\n'),
  });
  const manifest = join(study, 'corpus', 'manifest.csv');
  const [header = '', ...rows] = readFileSync(manifest, 'utf8').trim().split('\n');
  const own = (language: string, of: string) =>
    `documents/acto-${language}.txt,Acto,Red 1,civil_society,declaration,2010-05-02,${language},${of}`;
  writeFileSync(
    manifest,
    [
      `${header},translation_of`,
      ...rows.map((row) => `${row},`),
      own('es', ''),
      own('pt', translationOf),
    ].join('\n'),
  );
  return study;
}

async function ran(translationOf: string, reverse = false) {
  const study = studyWith(translationOf);
  await runInline(study, { reverse });
  const table = tables(study);
  const rows = (name: string): Row[] => parse(table[name] ?? '', { columns: true });
  const counted = rows('profiles.csv').filter(({ by, code }) => by === 'document' && code === 'NEP');
  const spoken = counted.map(({ key = '' }) => key).filter((key) => key.includes('acto'));
  const groups = rows('groups.csv').filter(({ file }) => file?.includes('acto'));
  return { study, table, rows, spoken, groups };
}

describe('an act in two languages', { timeout: 120_000 }, () => {
  it('is in the numbers once, and both files are told of', async () => {
    const { rows, spoken, groups, table } = await ran('');
    expect(spoken).toEqual(['documents/acto-es.txt']);
    expect(groups).toMatchObject([
      { file: 'documents/acto-es.txt', state: 'counted', relation: '', decided_by: '' },
      { file: 'documents/acto-pt.txt', state: 'elsewhere', relation: 'translation', decided_by: 'detected' },
    ]);
    const document = rows('documents.csv').find(({ file }) => file === 'documents/acto-pt.txt');
    expect(document).toMatchObject({ status: 'failed', problems: 'same_act' });
    expect(Number(document?.['passages'])).toBeGreaterThan(9);
    expect((await ran('', true)).table).toEqual(table);
  });

  it('is in the numbers twice where the manifest says that they are distinct', async () => {
    const { spoken, groups } = await ran('distinct');
    expect(spoken).toEqual(['documents/acto-es.txt', 'documents/acto-pt.txt']);
    expect(groups).toEqual([]);
  });

  it('is shown by a run and, as far as the manifest says so, by a check', async () => {
    const detected = studyWith('');
    const first = await titrate(['check', detected]);
    expect(first.stdout).not.toContain('groups');
    const run = await titrate(['run', detected, '--strict']);
    expect(run.stdout).toMatch(/1 act in 2 files, counted once.*tables\/groups\.csv/);
    expect(run.code).toBe(0);
    const stated = await titrate(['check', studyWith('acto-es.txt')]);
    expect(stated.stdout).toContain('groups   1 act in 2 files, by manifest or equal bytes');
    const wrong = await titrate(['check', studyWith('acto-en.txt')]);
    expect(wrong.stdout).toContain('names "acto-en.txt", which is no file of the corpus');
  });

  it('is told when its other language is added', async () => {
    const study = studyWith('distinct');
    await runInline(study);
    put(study, { 'new/acto-en.txt': act(1, 'en').join('\n\n') });
    const added = await titrate([
      'add',
      join(study, 'new', 'acto-en.txt'),
      '--study',
      study,
      '--language',
      'en',
    ]);
    expect(added.stdout).toMatch(
      /holds the same act as documents\/acto-es\.txt \(another language; by .*numbers/,
    );
  });
});

describe('files with the same bytes', { timeout: 120_000 }, () => {
  it('are counted once, or each by itself where the manifest says that they are distinct', async () => {
    const study = tinyStudy(4);
    const text = [...act(1, 'es'), frame.es].join('\n\n');
    put(study, { 'corpus/documents/uno.txt': text, 'corpus/documents/dos.txt': text });
    const manifest = join(study, 'corpus', 'manifest.csv');
    const [header = '', ...rows] = readFileSync(manifest, 'utf8').trim().split('\n');
    const write = (said: string) => {
      const own = [
        `documents/dos.txt,Acto,Red 1,civil_society,declaration,2010,es,`,
        `documents/uno.txt,Acto,Consejo 1,regional_body,declaration,2010,es,${said}`,
      ];
      writeFileSync(manifest, [`${header},version_of`, ...rows.map((row) => `${row},`), ...own].join('\n'));
    };
    const counted = async () => {
      expect((await titrate(['run', study, '--workers', '2'])).code).toBe(0);
      const found: Row[] = parse(tables(study)['profiles.csv'] ?? '', { columns: true });
      const documents = found.filter(({ by, code }) => by === 'document' && code === 'NEP');
      return documents.map(({ key = '' }) => key).filter((key) => /uno|dos/.test(key));
    };
    write('');
    expect(await counted()).toEqual(['documents/dos.txt']);
    write('distinct');
    expect(await counted()).toEqual(['documents/dos.txt', 'documents/uno.txt']);
  });
});
