import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CategoryMap } from '../../src/model/lexicon.ts';
import { Speech } from '../../src/model/speech.ts';
import { root, titrate } from '../support/cli.ts';
import { ranStudy } from '../support/ran.ts';
import { put, temporaryFolder, tinyStudy } from '../support/tiny.ts';

const cat = [
  'MUNDO',
  '\tPaz',
  '\t\tACUERDO* (1)',
  '\t\tBUENA FE (1)',
  '\tGuerra',
  '\t\tCONFLICTO (1)',
  '',
].join('\n');

describe('titrate lexicon import and export', () => {
  it('brings a dictionary in, and gives it back', async () => {
    const folder = temporaryFolder();
    put(folder, { 'mundo.cat': cat });
    const made = await titrate(['lexicon', 'import', 'mundo.cat', '--language', 'es'], { cwd: folder });
    expect(made).toMatchObject({ code: 0 });
    expect(made.stdout).toContain('lexicons/mundo.yaml  3 terms in 2 categories');
    put(folder, { 'lexicons/categories.yaml': 'SSE: { label: L, definition: D, from: [mundo] }\n' });
    const given = await titrate(['lexicon', 'export', 'lexicons', '--format', 'lc3', '--language', 'es'], {
      cwd: folder,
    });
    expect(given).toMatchObject({
      code: 0,
      stdout: '+paz\nACUERDO*\nBUENA FE\n+guerra\nCONFLICTO\n',
    });
    expect(given.stderr).toContain('  not in it  3 reasons of terms: lexicons/mundo.yaml:');
    expect(given.stderr).toContain('  not in it  1 categories of the claim: categories.yaml:1\n');
    expect(given.stderr).toContain('as csv without --language');
    expect(given.stderr).not.toContain('cues of speech');
    const again = await titrate(['lexicon', 'import', 'mundo.cat'], { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('mundo.yaml  expected no file there');
  });

  it('refuses by line and writes nothing, or goes on without it and says so', async () => {
    const folder = temporaryFolder();
    put(folder, { 'a.cat': `${cat}\t@R [A NEAR B /S] (1)\n`, 'b.txt': 'x', 'c.yml': 'A: [a\n' });
    const refused = await titrate(['lexicon', 'import', 'a.cat'], { cwd: folder });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('a.cat:7  expected a word, a phrase or a category, got the rule');
    expect(existsSync(join(folder, 'lexicons'))).toBe(false);
    const partial = await titrate(['lexicon', 'import', 'a.cat', '--partial', '--json'], { cwd: folder });
    expect(partial.code).toBe(3);
    expect(JSON.parse(partial.stdout)).toMatchObject({
      refused: [{ place: 7 }],
      written: ['lexicons/mundo.yaml'],
    });
    expect((await titrate(['lexicon', 'import', 'b.txt'], { cwd: folder })).stderr).toContain('--format');
    expect((await titrate(['lexicon', 'import', 'c.yml'], { cwd: folder })).stderr).toContain('c.yml:2');
    expect((await titrate(['lexicon', 'import', 'a.cat', '--language', 'fr'], { cwd: folder })).code).toBe(2);
  });

  it('takes wording of two categories where the study counts both', async () => {
    const folder = temporaryFolder();
    put(folder, { 'two.yml': 'Care:\n  - peace*\nHarm:\n  - peace*\n  - war*\n' });
    const args = ['lexicon', 'import', 'two.yml', '--language', 'en'];
    const refused = await titrate(args, { cwd: folder });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--overlap nested');
    const made = await titrate([...args, '--overlap', 'nested'], { cwd: folder });
    expect(made.code).toBe(0);
    expect(made.stdout).toContain('3 terms in 2 categories');
    expect(made.stdout).toContain('`overlap: nested`');
    const codes = 'SSE:\n  label: S\n  definition: S\n  from: [two]\n';
    put(folder, {
      'lexicons/categories.yaml': codes,
      'study.yaml': 'title: A study\nsettings: { overlap: nested }\n',
    });
    expect((await titrate(['lexicon', 'lint', '.'], { cwd: folder })).code).toBe(0);
    put(folder, { 'study.yaml': 'title: A study\n' });
    expect((await titrate(['lexicon', 'lint', '.'], { cwd: folder })).code).toBe(2);
  });

  it('loses nothing of the shipped lexicon as a table', async () => {
    const folder = temporaryFolder();
    const made = await titrate([
      'lexicon',
      'export',
      root,
      '--format',
      'csv',
      '--output',
      join(folder, 'all.csv'),
    ]);
    expect(made.code).toBe(0);
    expect((await titrate(['lexicon', 'import', 'all.csv', '--output', 'back'], { cwd: folder })).code).toBe(
      0,
    );
    expect(readdirSync(join(folder, 'back'))).toEqual(
      readdirSync(join(root, 'lexicons')).filter((name) => name.endsWith('.yaml')),
    );
    const diff = await titrate(['lexicon', 'diff', root, join(folder, 'back'), '--json']);
    expect(JSON.parse(diff.stdout)).toEqual({ terms: [], hits: null });
    const read = (folder: string, name: string) => parse(readFileSync(join(folder, name), 'utf8'));
    const before = join(root, 'lexicons');
    const after = join(folder, 'back');
    expect(read(after, 'speech.yaml')).toEqual(Speech.parse(read(before, 'speech.yaml')));
    expect(read(after, 'categories.yaml')).toEqual(CategoryMap.parse(read(before, 'categories.yaml')));
    const whole = await titrate(['lexicon', 'export', root, '--format', 'cat', '--language', 'es']);
    expect(whole).toMatchObject({ code: 2, stdout: '' });
    expect(whole.stderr).toContain('a layer of masks');
  });
});

describe('titrate lexicon on a study that has been run', () => {
  it('explains a passage, and refuses an id that is none', async () => {
    const study = await ranStudy();
    const lines = JSON.parse(
      (await titrate(['search', 'capitalismo', '--study', study, '--json'])).stdout,
    ).lines;
    const { passage } = lines[0];
    const shown = await titrate(['explain', passage, '--study', study]);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toMatch(
      /what counts\n.*\n(?: {4}.*\n)* {4}economía solidaria +object objects\/sse_terms/,
    );
    expect(shown.stdout).toMatch(
      /capitalismo .*\n {6}blocked: "alternativa al capitalismo" \(new_economic_paradigm\/systemic_alternative\) is longer/,
    );
    const answer = JSON.parse((await titrate(['explain', passage, '--study', study, '--json'])).stdout);
    expect(answer).toMatchObject({ current: true, passage: { id: passage } });
    expect(answer.sightings.map(({ fate }: { fate: string }) => fate)).toContain('overlap');
    const none = await titrate(['explain', 'abc', '--study', study]);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('expected the id of a passage, got "abc"');
  });

  it('explains what is lost to capitals, accents or a longer term in plain words too', async () => {
    const study = tinyStudy(4);
    cpSync(join(root, 'lexicons'), join(study, 'lexicons'), { recursive: true });
    const term = (pattern: string, more: string) =>
      `        - { pattern: ${pattern}, why: w, evidence: e, status: proposed, ${more} }\n`;
    put(study, {
      'lexicons/edited.yaml': `theme: edited\nlayer: marker\nlabel: E\ncategories:\n  one:\n    definition: D\n    terms:\n      es:\n${term('Alternativa', 'case: exact')}${term('capitálismo', 'accents: exact')}`,
    });
    await titrate(['run', study, '--quiet']);
    const found = await titrate(['search', '"alternativa al capitalismo"', '--study', study, '--json']);
    const [{ passage }] = JSON.parse(found.stdout).lines;
    const { stdout } = await titrate(['explain', passage, '--study', study]);
    const [, lost = ''] = stdout.split('what stands here and does not count');
    expect(lost).toMatch(
      /alternativa +marker edited\/one +Alternativa\n {6}no match: the term asks for its own capitals/,
    );
    expect(lost).toMatch(
      /capitalismo +marker edited\/one +capitálismo\n {6}no match: the term asks for its own accents/,
    );
    expect(lost).toMatch(/blocked: "alternativa al capitalismo" \(.+\) is longer or stands before it/);
  });

  it('counts, compares and suggests from the index alone', async () => {
    const study = await ranStudy();
    const file = join(study, 'corpus', 'documents', 'red-00.txt');
    writeFileSync(file, 'changed after the run');
    const covered = JSON.parse((await titrate(['lexicon', 'coverage', study, '--json'])).stdout);
    const poverty = covered.themes.find(({ theme }: { theme: string }) => theme === 'poverty_eradication');
    expect(poverty.hits).toBeGreaterThan(10);
    expect(Object.values(poverty.languages)).toEqual([poverty.hits]);
    expect((await titrate(['lexicon', 'coverage', study])).stdout).toMatch(/poverty_eradication +\d+ +\d+ %/);

    const other = join(temporaryFolder(), 'lexicons');
    await titrate(['lexicon', 'export', root, '--format', 'csv', '--output', join(other, '..', 'all.csv')]);
    const table = readFileSync(join(other, '..', 'all.csv'), 'utf8');
    writeFileSync(
      join(other, '..', 'all.csv'),
      table
        .split('\n')
        .filter((row) => !row.includes('capitalismo') && !row.includes('alternativa* ~1 (al|a la'))
        .join('\n'),
    );
    await titrate(['lexicon', 'import', join(other, '..', 'all.csv'), '--output', other]);
    const diff = await titrate(['lexicon', 'diff', root, other, '--study', study]);
    expect(diff.code).toBe(0);
    expect(diff.stdout).toMatch(/new_economic_paradigm\/systemic_alternative {2}hits \+0 -\d+/);
    expect(diff.stdout).toMatch(/- .*alternativa al capitalismo/);

    const suggested = await titrate(['lexicon', 'suggest', 'poverty_eradication', '--study', study]);
    expect(suggested.code).toBe(0);
    expect(suggested.stdout).toContain('nothing was added');
    const wrong = await titrate(['lexicon', 'suggest', 'poverty', '--study', study]);
    expect(wrong.stderr).toMatch(/expected a theme or category \(.*\), got "poverty"/);
  });

  it('lints, and fails where a term can never count', async () => {
    expect((await titrate(['lexicon', 'lint', root])).code).toBe(0);
    const folder = temporaryFolder();
    const theme = (layer: string, pattern: string) =>
      `theme: ${layer}\nlayer: ${layer}\nlabel: L\ncategories:\n  x:\n    definition: D\n    terms:\n      es:\n        - { pattern: "${pattern}", why: w, evidence: e, status: proposed }\n`;
    put(folder, {
      'frame.yaml': theme('frame', 'mesa de trabajo'),
      'mask.yaml': theme('mask', 'mesa de'),
      'categories.yaml': 'SSE: { label: L, definition: D, from: [frame] }\n',
    });
    const linted = await titrate(['lexicon', 'lint', folder]);
    expect(linted.code).toBe(2);
    expect(linted.stdout).toMatch(/1 never.*\n.*\n.*frame\/x +es +mesa de trabajo/);
  });
});
