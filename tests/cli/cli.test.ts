import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { titrate } from '../support/cli.ts';
import { ranStudy } from '../support/ran.ts';
import { put, tables, temporaryFolder, tinyStudy } from '../support/tiny.ts';

describe('the command line', () => {
  it('leads from an empty folder to a report', async () => {
    const folder = join(temporaryFolder(), 'my-study');
    const made = await titrate(['init', folder]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('next     put documents into');

    const empty = await titrate(['run', folder]);
    expect(empty.code).toBe(2);
    expect(empty.stderr).toContain('expected documents, got none');

    put(folder, {
      'corpus/documents/civil_society/Red_Uno/Red-Uno_declaracion_2010-05-14_es.txt':
        'La economía solidaria es una alternativa al capitalismo.\n\nLas cooperativas lo saben.',
    });
    expect(await titrate(['check', folder])).toMatchObject({ code: 0 });
    const done = await titrate(['run', folder]);
    expect(done.code).toBe(0);
    const report = /report {3}(.+)/.exec(done.stdout)?.[1] ?? '';
    expect(existsSync(report)).toBe(true);
    expect(readFileSync(report, 'utf8')).toContain('Red Uno');
    expect(done.stdout).toContain('not testable');

    const again = await titrate(['init', folder]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('expected no study there');
  });

  it('sends results to standard output and talk to standard error', async () => {
    const study = tinyStudy();
    const { stdout, stderr } = await titrate(['run', study, '--json']);
    const answer = JSON.parse(stdout);
    expect(answer.findings[0]).toMatchObject({ hypothesis: 'H1', numerator: 'NEP', denominator: 'DIL' });
    expect(stderr).toContain('Tiny study of invented texts');
    expect(stderr).toContain('12/12 documents');
  });

  it('finds words and frames with document and page', async () => {
    const study = await ranStudy();
    const found = await titrate(['search', 'economia SOLIDARIA', '--study', study, '--limit', '3']);
    expect(found.stdout.trim().split('\n')).toHaveLength(3);
    expect(found.stdout).toMatch(/economía solidaria.*documents\/consejo-01\.txt, p\. 1/);
    const framed = await titrate([
      'search',
      'cooperativas',
      '--frame',
      'poverty_eradication',
      '--study',
      study,
      '--json',
      '--limit',
      '500',
    ]);
    expect(JSON.parse(framed.stdout).total).toBeGreaterThan(10);
    const sorted = await titrate([
      'search',
      'cooperativ*',
      '--sort',
      'right',
      '--from',
      '2000',
      '--zone',
      'body',
      '--study',
      study,
      '--json',
    ]);
    const { lines } = JSON.parse(sorted.stdout) as { lines: { right: string }[] };
    const rights = lines.map(({ right }) => right.match(/\p{L}+/u)?.[0]?.toLowerCase() ?? '');
    expect(rights.length).toBeGreaterThan(0);
    expect(rights).toEqual(rights.toSorted());
    for (const [option, value] of [
      ['--zone', 'cellar'],
      ['--polarity', 'maybe'],
      ['--sort', 'size'],
      ['--from', '2000-13'],
      ['--term', 'no such term'],
      ['--limit', '0'],
    ] as const) {
      const { code, stderr } = await titrate(['search', 'a', option, value, '--study', study]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${option}: expected `)]);
    }
    const mistyped = await titrate(['search', '--frame', 'poverty', '--study', study]);
    expect(mistyped.code).toBe(2);
    expect(mistyped.stderr).toMatch(/--frame: expected one of .*poverty_eradication.*, got "poverty"/);
    const none = await titrate(['search', 'no hay tal cosa', '--study', study]);
    expect(none).toMatchObject({ code: 0, stdout: '' });
  });

  it('tells what it has read, and writes a report again without reading', async () => {
    const study = tinyStudy();
    const before = await titrate(['status', study]);
    expect(before.code).toBe(2);
    expect(before.stderr).toContain('expected a study that has been run');
    await titrate(['run', study, '--quiet']);
    const first = tables(study);
    writeFileSync(join(study, 'corpus', 'documents', 'red-00.txt'), 'changed after the run');
    const again = await titrate(['report', study]);
    expect(again.code).toBe(0);
    expect(tables(study)).toEqual(first);
    const status = await titrate(['status', study]);
    expect(status.stdout).toMatch(/ok +12 documents/);
    expect(status.stdout).toContain('2 runs');
  });

  it('writes a methods appendix beside the report of the same run, and says where', async () => {
    const study = await ranStudy();
    const first = tables(study);
    const { code, stdout } = await titrate(['report', study, '--methods']);
    expect(code).toBe(0);
    expect(tables(study)).toEqual(first);
    const [, folder = ''] = /report {3}(.+)\/report\.html/.exec(stdout) ?? [];
    expect(stdout).toContain(`methods  ${folder}/methods.md`);
    expect(stdout).toContain(`${folder}/references.bib`);
    const text = readFileSync(join(folder, 'methods.md'), 'utf8');
    const { lexicon, inputs, settings } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    expect(text).toContain(lexicon);
    expect(text).toContain(`inputs (${inputs.length} files`);
    expect(text).toMatch(new RegExp(`\\| seed +\\| ${settings.seed} `));
    expect(text).toContain('no passage was coded by hand');
    expect(readFileSync(join(folder, 'references.bib'), 'utf8')).toContain('@article{holm1979,');
  });

  it('writes the tags of all passages where it is asked to, and of the evidence otherwise', async () => {
    const study = await ranStudy(4);
    const rowsOf = async (...args: string[]) => {
      const { code, stdout } = await titrate(['report', study, ...args]);
      expect(code).toBe(0);
      const [, folder = ''] = /report {3}(.+)\/report\.html/.exec(stdout) ?? [];
      const read = (name: string) =>
        parse<Record<string, string>>(readFileSync(join(folder, 'tables', name), 'utf8'), { columns: true });
      return { tags: read('tags.csv'), evidence: read('evidence.csv') };
    };
    const usual = await rowsOf();
    const all = await rowsOf('--tags');
    expect(all.evidence).toEqual(usual.evidence);
    const under = new Set(usual.evidence.map(({ passage }) => passage));
    expect(all.tags.filter(({ passage }) => under.has(passage))).toEqual(usual.tags);
    expect(all.tags.length).toBeGreaterThan(usual.tags.length);
    // What the index holds, told by the index itself.
    const database = new DatabaseSync(join(study, '.titrate', 'study.sqlite'), { readOnly: true });
    const held = database
      .prepare(
        `SELECT passages.id AS passage, term, blocked FROM tags JOIN passages ON number = passage
         JOIN corpus ON corpus.document = passages.document AND counted = 1 ORDER BY file, ordinal, place`,
      )
      .all()
      .map((row) => [row['passage'], row['term'], row['blocked'] ?? '']);
    database.close();
    expect(all.tags.map(({ passage, term, blocked }) => [passage, term, blocked])).toEqual(held);
  });

  it('refuses what it does not understand, with the remedy, before doing anything', async () => {
    const study = tinyStudy(2);
    writeFileSync(join(study, 'study.yaml'), 'title: A\nsettings:\n  seed: many\npols: {}\n');
    const wrong = await titrate(['run', study]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('study.yaml:3  settings.seed: expected a number, got "many"');
    expect(wrong.stderr).toContain('study.yaml:4  pols: expected no such key');
    expect(existsSync(join(study, 'reports'))).toBe(false);
    for (const args of [
      ['run', '/no/such/study'],
      ['dance'],
      ['run', '.', '--workers', 'none'],
      ['search'],
    ]) {
      expect((await titrate(args)).code).toBe(2);
    }
  });

  it('serves a coder alone only where a sample was dealt to them', async () => {
    const { code, stderr } = await titrate(['serve', tinyStudy(2), '--coder', 'eve', '--port', '0']);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /--coder: expected one of those .*dealt to \(none: .*titrate sample.*\), got "eve"/,
    );
  });

  it('ends with its own code under --strict where a document is not in the numbers', async () => {
    const study = tinyStudy(4);
    put(study, { 'corpus/documents/broken.pdf': '' });
    const strict = await titrate(['run', study, '--strict']);
    expect(strict.code).toBe(3);
    expect(strict.stdout).toContain('1 of 5 documents is not in these numbers: file empty 1');
    expect((await titrate(['run', study])).code).toBe(0);
  });
});
