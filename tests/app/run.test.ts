import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, titrate } from '../support/cli.ts';
import { runInline } from '../support/inline.ts';
import { put, tables, temporaryFolder, tinyStudy } from '../support/tiny.ts';

describe('a run', () => {
  it('gives the same tables with one worker and with four, in any order of documents', async () => {
    const study = tinyStudy();
    const at = (place: string) => ['--state', join(study, place), '--output', join(study, `out-${place}`)];
    expect((await titrate(['run', study, '--workers', '1', ...at('one')])).code).toBe(0);
    expect((await titrate(['run', study, '--workers', '4', ...at('four')])).code).toBe(0);
    const expected = tables(study, join(study, 'out-one'));
    expect(Object.keys(expected).length).toBeGreaterThan(5);
    expect(tables(study, join(study, 'out-four'))).toEqual(expected);

    const manifest = join(study, 'corpus', 'manifest.csv');
    const [header, ...rows] = readFileSync(manifest, 'utf8').trim().split('\n');
    writeFileSync(manifest, [header, ...rows.toReversed()].join('\n'));
    await runInline(study, { reverse: true });
    expect(tables(study)).toEqual(expected);
  });

  it('reads nothing again where nothing has changed', async () => {
    const study = tinyStudy();
    expect(await runInline(study)).toMatchObject({ opened: 12, document: 12, passages: 12, tags: 12 });
    const first = tables(study);
    expect(await runInline(study)).toMatchObject({ opened: 0, document: 0, passages: 0, tags: 0 });
    expect(tables(study)).toEqual(first);
  });

  it('tells how far it is of all documents, from the first one on', async () => {
    const study = tinyStudy();
    const first = await titrate(['run', study]);
    expect(first.stderr).toMatch(/12\/12 documents {3}\d+ pages\/s/);
    put(study, { 'corpus/documents/nuevo.txt': 'Las cooperativas son otra economía.' });
    const again = await titrate(['run', study]);
    const told = again.stderr.split('\n').filter((line) => line.includes('reading'));
    expect(told).toEqual([expect.stringMatching(/13\/13 documents {3}12 read before {3}\d+ pages\/s/)]);
  });

  it('spends one document on one added document', async () => {
    const study = tinyStudy();
    await runInline(study);
    put(study, { 'corpus/documents/nuevo.txt': 'Las cooperativas son otra economía.' });
    expect(await runInline(study)).toMatchObject({ opened: 1, document: 1, passages: 1, tags: 1 });
  });

  it('tags again after an edited lexicon without opening a document', async () => {
    const study = tinyStudy();
    await runInline(study);
    const before = tables(study);
    cpSync(join(root, 'lexicons'), join(study, 'lexicons'), { recursive: true });
    const file = join(study, 'lexicons', 'add_on.yaml');
    const text = readFileSync(file, 'utf8');
    const entry = '        - { pattern: no such words anywhere, why: w, evidence: e, status: proposed }\n';
    writeFileSync(
      file,
      text.replace('terms:\n      en:\n', (found) => found + entry),
    );
    const effort = await runInline(study);
    expect(effort).toMatchObject({
      opened: 0,
      document: 0,
      passages: 0,
      tags: 0,
      mentions: 0,
      carried: 12,
    });
    expect(tables(study)['lexicon.csv']).not.toBe(before['lexicon.csv']);
  });

  it('makes the index again from the artefacts when the database is gone', async () => {
    const study = tinyStudy();
    await runInline(study);
    const first = tables(study);
    rmSync(join(study, '.titrate', 'study.sqlite'));
    expect(await runInline(study)).toMatchObject({ opened: 0, document: 0, tags: 0 });
    expect(tables(study)).toEqual(first);
  });

  it('forgets documents that have left the corpus', async () => {
    const study = tinyStudy(4);
    const first = await runInline(study).then(() => tables(study));
    put(study, { 'corpus/documents/extra.txt': 'Las cooperativas y la erradicación de la pobreza.' });
    await runInline(study);
    expect(tables(study)).not.toEqual(first);
    rmSync(join(study, 'corpus', 'documents', 'extra.txt'));
    await runInline(study);
    expect(tables(study)).toEqual(first);
  });

  it('finishes after being killed at any moment, with nothing lost or doubled', async () => {
    const expected = await runInline(tinyStudyNamed()).then(() => tables(reference));
    for (const killAfterMs of [350, 600, 850]) {
      const study = tinyStudyNamed();
      const killed = await titrate(['run', study, '--workers', '2'], { killAfterMs });
      if (killed.code === 0) continue;
      expect((await titrate(['run', study])).code).toBe(0);
      expect(tables(study)).toEqual(expected);
    }
  });

  it('says that limits of this machine make a run irreproducible, and keeps no such failure', async () => {
    const study = tinyStudy(4);
    appendFileSync(join(study, 'study.yaml'), 'settings:\n  limits: { seconds: 0.001 }\n');
    const limited = JSON.parse((await titrate(['run', study, '--json'])).stdout);
    const record = JSON.parse(readFileSync(join(limited.report, 'run.json'), 'utf8'));
    expect(record).toMatchObject({ reproducible: false });
    expect(record.limited).toHaveLength(4);
    writeFileSync(join(study, 'study.yaml'), 'title: Tiny study of invented texts\n');
    const free = JSON.parse((await titrate(['run', study, '--json'])).stdout);
    expect(JSON.parse(readFileSync(join(free.report, 'run.json'), 'utf8'))).toMatchObject({
      reproducible: true,
      limited: [],
    });
  });

  let reference = '';
  function tinyStudyNamed(): string {
    const study = tinyStudy(30);
    if (reference === '') reference = study;
    return study;
  }

  it('analyses a bare folder of documents', async () => {
    const folder = temporaryFolder();
    put(folder, { 'uno.txt': 'Las cooperativas.', 'dos/tres.md': '# La economía solidaria\n\nTexto.' });
    const { code, stdout } = await titrate(['run', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('not testable');
    expect(tables(folder)['documents.csv']?.trim().split('\n')).toHaveLength(3);
  });
});
