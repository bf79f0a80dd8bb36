import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { RunPorts } from '../../src/app/study.ts';
import { root } from '../support/cli.ts';
import { runInline } from '../support/inline.ts';
import { tinyStudy } from '../support/tiny.ts';

/** Everything that the index says of documents by the lexicon, row by row. */
function indexOf(study: string): unknown {
  const database = new DatabaseSync(join(study, '.titrate', 'study.sqlite'), { readOnly: true });
  try {
    const rows = (sql: string) => database.prepare(sql).all();
    return {
      // Names of mentions are made from more than bears on them: by another way the same ones may have another name.
      documents: rows('SELECT * FROM documents ORDER BY document').map(({ mentions_key: _, ...row }) => row),
      corpus: rows('SELECT * FROM corpus ORDER BY file'),
      totals: rows('SELECT * FROM totals ORDER BY document, language'),
      ...Object.fromEntries(
        ['tags', 'mentions'].map((table) => [
          table,
          rows(
            `SELECT ${table}.*, passages.id AS passage FROM ${table} JOIN passages ON passages.number = ${table}.passage
             ORDER BY passages.id, place`,
          ),
        ]),
      ),
    };
  } finally {
    database.close();
  }
}

const entry = (pattern: string, more = '') =>
  `        - { pattern: "${pattern}", why: w, evidence: e, status: proposed${more} }\n`;
const theme = (layer: string, terms: string, more = '') =>
  `theme: edited\nlayer: ${layer}\nlabel: Edited\ncategories:\n  one:\n    definition: An edit.\n${more}    terms:\n${terms}`;

it('comes after any edit of a lexicon to what tagging everything comes to, whatever the index held', async () => {
  const study = tinyStudy();
  cpSync(join(root, 'lexicons'), join(study, 'lexicons'), { recursive: true });
  const state = join(study, '.titrate');
  await runInline(study);
  const manifest = join(study, 'corpus', 'manifest.csv');
  expect(readFileSync(manifest, 'utf8')).toContain('documents/');
  const file = join(study, 'lexicons', 'edited.yaml');
  const speech = join(study, 'lexicons', 'speech.yaml');
  const edits: readonly (() => void)[] = [
    () => writeFileSync(file, theme('frame', `      es:\n${entry('región documento (3|5)')}`)),
    () =>
      writeFileSync(
        file,
        theme('frame', `      es:\n${entry('región documento (3|5)', ', needs_object: { within: 3 }')}`),
      ),
    () =>
      writeFileSync(
        file,
        theme(
          'mask',
          `      es:\n${entry('vulnerabilidad de la región documento 4')}`,
          '    blocks: [frame]\n',
        ),
      ),
    () => writeFileSync(file, theme('actor', `      es:\n${entry('ciudad sede documento (1|2)')}`)),
    () =>
      writeFileSync(
        file,
        theme(
          'marker',
          `      es:\n${entry('documento 7')}`,
          '    near: { of: [<poverty_eradication>], within: sentence }\n',
        ),
      ),
    () =>
      writeFileSync(
        speech,
        readFileSync(speech, 'utf8').replaceAll(/^ {4}not:\n/gm, (found) => `${found}      - permiten\n`),
      ),
    () => rmSync(file),
  ];
  let carried = 0;
  let anew = 0;
  for (const edit of edits) {
    edit();
    const effort = await runInline(study);
    carried += effort.carried;
    anew += effort.tags;
    const short = indexOf(study);
    // The same from the artefacts alone, which the short way leaves.
    rmSync(join(state, 'study.sqlite'));
    expect(await runInline(study)).toMatchObject({ opened: 0, tags: 0 });
    expect(indexOf(study)).toEqual(short);
    cpSync(state, `${state}-kept`, { recursive: true });
    rmSync(state, { recursive: true });
    await runInline(study);
    expect(indexOf(study)).toEqual(short);
    rmSync(state, { recursive: true });
    cpSync(`${state}-kept`, state, { recursive: true });
    rmSync(`${state}-kept`, { recursive: true });
  }
  expect(carried).toBeGreaterThan(0);
  expect(anew).toBeGreaterThan(0);
}, 600_000);

it('is the work of the run where few passages of a document are touched, and of workers elsewhere', async () => {
  const study = tinyStudy(4);
  cpSync(join(root, 'lexicons'), join(study, 'lexicons'), { recursive: true });
  await runInline(study);
  const asked: (readonly number[] | undefined)[] = [];
  const run: RunPorts['queue']['run'] = async (jobs, ended) => {
    for (const job of jobs) {
      asked.push(job.earlier?.touched);
      await ended(job, { result: null, failure: { kind: 'crashed', detail: 'asked' } });
    }
  };
  const edit = async (pattern: string) => {
    const term = theme('frame', `      es:\n${entry(pattern)}`);
    writeFileSync(join(study, 'lexicons', 'edited.yaml'), term);
    return runInline(study, { overrides: { queue: { run } as RunPorts['queue'] } });
  };
  // One passage of each document, of seven or more.
  expect(await edit('la sesión anterior')).toMatchObject({ tags: 4, carried: 0 });
  expect(asked).toEqual([]);
  expect(await edit('documento')).toMatchObject({ tags: 0, carried: 0 });
  expect(asked).toHaveLength(4);
  for (const touched of asked) expect(touched?.length).toBeGreaterThan(6);
});

it('ends with what the index cannot take, and asks no worker instead', async () => {
  const study = tinyStudy(24);
  cpSync(join(root, 'lexicons'), join(study, 'lexicons'), { recursive: true });
  await runInline(study);
  const term = theme('frame', `      es:\n${entry('la sesión anterior')}`);
  writeFileSync(join(study, 'lexicons', 'edited.yaml'), term);
  let told = 0;
  const retag = () => {
    if (told++ === 0) throw new Error('the disk is full');
  };
  await expect(runInline(study, { database: { retag } })).rejects.toThrow('the disk is full');
  expect(told).toBe(1);
});
