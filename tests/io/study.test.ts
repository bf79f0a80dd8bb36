import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/io/corpus.ts';
import { openStudy, type StudyOptions } from '../../src/io/study.ts';
import { InputError } from '../../src/model/input.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

type Files = Readonly<Record<string, string>>;
const folderWith = (files: Files) => {
  const folder = join(realpathSync(temporaryFolder()), 'mi-estudio');
  put(folder, files);
  return folder;
};
async function filesOf(path: string, options?: StudyOptions): Promise<readonly string[]> {
  const { places, file, voices } = await openStudy(path, options);
  return (await readCorpus(places, file, voices)).map(({ source }) => source.file);
}
async function faultsOf(path: string, options?: StudyOptions): Promise<readonly string[]> {
  try {
    await openStudy(path, options);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.lines;
  }
}
const manifest = 'file,title\nx.txt,a title\n';

describe('a study', () => {
  it('hands on with its lexicon which terms count where they overlap', async () => {
    const written = (overlap: string) => folderWith({ 'study.yaml': `title: A\nsettings: { ${overlap} }\n` });
    expect((await openStudy(written(''))).lexicon.overlap).toBe('layer');
    expect((await openStudy(written('overlap: category'))).lexicon.overlap).toBe('category');
    expect(await faultsOf(written('overlap: longest'))).toEqual([
      expect.stringContaining('study.yaml:2  settings.overlap: expected'),
    ]);
  });

  it('is a folder with study.yaml, corpus, lexicons and claims', async () => {
    const folder = folderWith({
      'study.yaml':
        'title: Mine\nvoices: [network]\nsynthetic: { statement: made up, truth: corpus/truth.csv }\n',
      'corpus/manifest.csv': manifest,
      'corpus/documents/x.txt': 'x',
      'corpus/documents/y.txt': 'y',
    });
    for (const name of ['lexicons', 'claims']) cpSync(name, join(folder, name), { recursive: true });
    const study = await openStudy(folder);
    expect(study).toMatchObject({
      name: 'mi-estudio',
      file: { title: 'Mine' },
      output: join(folder, 'reports'),
      state: join(folder, '.titrate'),
      truth: join(folder, 'corpus', 'truth.csv'),
    });
    expect(study.voices.has('network')).toBe(true);
    expect(study.lexicon.themes.every(({ file }) => file.startsWith('lexicons/'))).toBe(true);
    expect(study.claims.map(({ id }) => id)).toEqual(['dilution']);
    expect(await filesOf(folder)).toEqual(['documents/y.txt', 'x.txt']);
    expect(await filesOf(join(folder, 'study.yaml'))).toEqual(['documents/y.txt', 'x.txt']);
  });

  it('is the same one when its manifest is named', async () => {
    const folder = folderWith({
      'study.yaml': 'title: Mine\n',
      'corpus/manifest.csv': manifest,
      'corpus/documents/x.txt': 'x',
      'corpus/documents/y.txt': 'y',
    });
    const study = await openStudy(join(folder, 'corpus', 'manifest.csv'));
    expect(study).toMatchObject({ file: { title: 'Mine' }, state: join(folder, '.titrate') });
    expect(await filesOf(join(folder, 'corpus', 'manifest.csv'))).toEqual(await filesOf(folder));
  });

  it('is a bare manifest, whose rows alone count, with the default lexicons and claims', async () => {
    const folder = folderWith({ 'list.csv': manifest, 'x.txt': 'x', 'y.txt': 'y' });
    const study = await openStudy(join(folder, 'list.csv'));
    expect(study.file.title).toBe('mi estudio');
    expect(study.lexicon.themes.length).toBeGreaterThan(3);
    expect(study.claims).toHaveLength(1);
    expect(await filesOf(join(folder, 'list.csv'))).toEqual(['x.txt']);
  });

  it.each<[string, Files, readonly string[]]>([
    ['documents and nothing else', { 'b/x.txt': 'x', 'a.txt': 'a' }, ['a.txt', 'b/x.txt']],
    ['a folder of documents', { 'documents/x.txt': 'x' }, ['documents/x.txt']],
    ['a corpus without manifest', { 'corpus/documents/x.txt': 'x' }, ['documents/x.txt']],
    [
      'a manifest beside its documents',
      { 'manifest.csv': manifest, 'x.txt': 'x', 'y.txt': 'y' },
      ['x.txt', 'y.txt'],
    ],
    [
      'a corpus of rows',
      { 'corpus/manifest.csv': manifest, 'corpus/x.txt': 'x', 'README.md': 'r' },
      ['x.txt'],
    ],
    [
      'documents beside study.yaml',
      { 'study.yaml': 'title: a\n', 'x.txt': 'x', '.titrate/artefacts/a': '' },
      ['x.txt'],
    ],
    [
      'documents beside a folder that happens to be called corpus',
      { 'corpus/x.txt': 'x', 'y.txt': 'y' },
      ['corpus/x.txt', 'y.txt'],
    ],
  ])('is a folder with %s', async (_, files, expected) => {
    expect(await filesOf(folderWith(files))).toEqual(expected);
  });

  it('keeps what it writes out of its documents, and elsewhere where it is told to', async () => {
    const folder = folderWith({
      'x.txt': 'x',
      'out/y.txt': 'y',
      'state/z.txt': 'z',
      'reports/annual.txt': 'a',
    });
    const options = { output: join(folder, 'out'), state: join(folder, 'state') };
    expect(await filesOf(folder, options)).toEqual(['reports/annual.txt', 'x.txt']);
    const before = (await openStudy(folder, options)).output;
    expect(before).toBe(join(folder, 'out'));
    expect(existsSync(join(folder, '.titrate'))).toBe(false);
  });

  it('says which of its voices are contrasted, on the command line too', async () => {
    const folder = folderWith({ 'study.yaml': 'title: a\nvoices: [network]\n' });
    const contrast = { source: ['network'], policy: ['party'] };
    expect((await openStudy(folder, { contrast })).file.contrast).toEqual(contrast);
    expect(await faultsOf(folder, { contrast: { source: ['networks'], policy: ['party'] } })).toEqual([
      expect.stringMatching(
        /^--contrast: expected a standard voice or one listed .*, got `networks`: correct it$/,
      ),
    ]);
    expect(await faultsOf(folder, { contrast: { source: ['party'], policy: ['party'] } })).toEqual([
      expect.stringContaining('--contrast: expected no voice on both sides'),
    ]);
  });

  it('is not nothing', async () => {
    expect(await faultsOf('no/such/place')).toEqual([
      'no/such/place  expected a study folder or a manifest, got nothing there: check the path',
    ]);
  });
});

describe('the faults of a study', () => {
  it('are all told at once, each with its file and line', async () => {
    const folder = folderWith({
      'study.yaml': 'title: a\ncontrast: { source: [civil_society], policy: [state] }\n',
      'lexicons/one.yaml': 'theme: one\nlayer: frames\nlabel: One\ncategories: {}\n',
      'lexicons/two.yaml': 'theme: two\n- bad\n',
      'claims/a.yaml': 'id: a\n',
    });
    const faults = await faultsOf(folder);
    expect(faults).toContainEqual(
      expect.stringMatching(/^study\.yaml:2 {2}contrast\.policy\.0: expected .*`state`/),
    );
    expect(faults).toContainEqual(
      expect.stringMatching(/^lexicons\/one\.yaml:2 {2}layer: expected one of frame,/),
    );
    expect(faults).toContainEqual(expect.stringMatching(/^lexicons\/two\.yaml:2 {2}expected YAML/));
    expect(faults).toContainEqual(expect.stringMatching(/^lexicons\/categories\.yaml {2}expected the map/));
    expect(faults).toContainEqual('claims/a.yaml:1  title: expected some text, got nothing: add it');
    for (const fault of faults) expect(fault).toMatch(/expected .+, got .+: [a-z]/);
  });

  it('have claims with the same id among them', async () => {
    const folder = folderWith({ 'study.yaml': 'title: a\n' });
    cpSync('claims', join(folder, 'claims'), { recursive: true });
    writeFileSync(join(folder, 'claims', 'other.yaml'), readFileSync('claims/dilution.yaml'));
    expect(await faultsOf(folder)).toEqual([
      expect.stringMatching(
        /^claims\/other\.yaml:\d+ {2}id: expected an id of its own, got `dilution` as in claims\/dilution\.yaml/,
      ),
    ]);
  });

  it('have a file in the place of a folder among them', async () => {
    const folder = folderWith({ 'study.yaml': 'title: a\n', lexicons: 'a file' });
    expect(await faultsOf(folder)).toEqual([
      'lexicons  expected a folder, got something else: delete it to use the defaults',
    ]);
  });

  it('leave the place as it was', async () => {
    const folder = folderWith({ 'study.yaml': 'title: 3\n' });
    expect(await faultsOf(folder)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['study.yaml']);
  });
});
