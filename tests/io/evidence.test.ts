import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/io/database.ts';
import { evidenceQuery } from '../../src/io/evidence.ts';
import type { IngestRow } from '../../src/model/results.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { made, type Written } from './make.ts';

const paradigm = { words: 'otra economía', theme: 'paradigm' };
const object = { words: 'cooperativas', theme: 'objects', layer: 'object' as const };

function evidenceOf(
  passages: readonly Written[],
  labels: readonly (string | null)[] = [],
  values: Partial<IngestRow> = {},
) {
  const database = openDatabase(join(temporaryFolder(), 'study.sqlite'));
  onTestFinished(() => database.close());
  const { keys, receipt, results, row } = made('a.txt', passages, values, 'first', labels);
  database.index(keys, receipt, results);
  database.setCorpus([row]);
  return [...database.evidence()];
}

describe('evidence', () => {
  it('is every passage with a frame that counts, with all its tags in their order', () => {
    const text = 'Las cooperativas son otra economía.';
    const found = evidenceOf(
      [
        { text, marks: [object, paradigm] },
        { text: `${text} 2`, marks: [object] },
        { text: `${text} 3`, marks: [{ ...paradigm, blocked: 'no_object' }] },
        { text: `${text} 4`, marks: [object, { ...paradigm, blocked: 'mask' }, paradigm] },
      ],
      [],
      { title: 'Acta', institution: 'Red', voice: 'party', date: '2009' },
    );
    expect(
      found.map(({ passage, tags }) => [passage.ordinal, tags.map((tag) => [tag.layer, tag.blocked])]),
    ).toEqual([
      [
        0,
        [
          ['object', null],
          ['frame', null],
        ],
      ],
      [
        3,
        [
          ['object', null],
          ['frame', 'mask'],
          ['frame', null],
        ],
      ],
    ]);
    expect(found[0]).toMatchObject({
      file: 'a.txt',
      title: 'Acta',
      institution: 'Red',
      voice: 'party',
      date: '2009',
    });
  });

  it('is none of a document that is not in the numbers', () => {
    const written = [{ text: 'otra economía', marks: [paradigm] }];
    expect(evidenceOf(written)).toHaveLength(1);
    expect(evidenceOf(written, [], { status: 'failed' })).toEqual([]);
  });

  it('gives a passage back as it was, with its places on the pages', () => {
    const written = { text: 'y 😀 otra economía', marks: [paradigm], page: 2, breaks: [4] };
    const [found] = evidenceOf([written]);
    const { results } = made('a.txt', [written]);
    expect(found?.passage).toEqual(results.passages.passages[0]);
    expect(found?.tags).toEqual(results.tags.tags);
  });

  it('cites the page on which the first frame stands, by its label where it has one', () => {
    const text = 'Las cooperativas, y después otra economía.';
    const across = { text, marks: [object, paradigm], page: 1, breaks: [18] };
    expect(evidenceOf([across], ['i', 'ii', 'iii'])[0]?.page).toBe('iii');
    expect(evidenceOf([across], ['i', 'ii', null])[0]?.page).toBe('3');
    expect(
      evidenceOf([{ ...across, marks: [object, { ...paradigm, words: 'Las' }] }], ['i', 'ii'])[0]?.page,
    ).toBe('ii');
  });

  it('does not cite the page of a frame that does not count', () => {
    const masked = { words: 'Banco de otra economía', theme: 'paradigm', blocked: 'mask' as const };
    const text = 'El Banco de otra economía quiere otra economía.';
    const later = { ...paradigm, words: 'otra economía.' };
    expect(evidenceOf([{ text, marks: [masked, later], breaks: [33] }])[0]?.page).toBe('2');
  });

  it('comes sorted from the index, so that no more than a document is held back', () => {
    const path = join(temporaryFolder(), 'study.sqlite');
    openDatabase(path).close();
    const plain = new DatabaseSync(path);
    onTestFinished(() => plain.close());
    const plan = plain
      .prepare(`EXPLAIN QUERY PLAN ${evidenceQuery}`)
      .all()
      .map(({ detail }) => detail);
    expect(plan[0]).toBe('SCAN corpus');
    expect(plan.join('\n')).not.toContain('TEMP B-TREE FOR ORDER BY');
  });
});

describe('passages of the index', () => {
  const open = () => {
    const database = openDatabase(join(temporaryFolder(), 'study.sqlite'));
    onTestFinished(() => database.close());
    const one = made('b.txt', [{ text: 'Nada.' }, { text: 'Las cooperativas.', marks: [object] }]);
    const two = made('a.txt', [{ text: 'Es otra economía.', marks: [paradigm] }], { institution: 'Red' });
    const failed = made('c.txt', [{ text: 'Fuera.' }], { status: 'failed' });
    for (const { keys, receipt, results } of [one, two, failed]) database.index(keys, receipt, results);
    database.setCorpus([one.row, two.row, failed.row]);
    return { database, one };
  };

  it('come with and without tags in the order of file and place, of documents in the numbers', () => {
    const { database } = open();
    const texts = [...database.passages()].map(({ file, passage, tags }) => [
      file,
      passage.text,
      tags.length,
    ]);
    expect(texts.map(([file, , tags]) => [file, tags])).toEqual([
      ['a.txt', 1],
      ['b.txt', 0],
      ['b.txt', 1],
    ]);
  });

  it('are found by id or its beginning', () => {
    const { database, one } = open();
    const id = one.results.passages.passages[1]?.id ?? '';
    expect(database.passage(id)).toMatchObject({
      file: 'b.txt',
      passage: { text: 'Las cooperativas.' },
      tags: [{ surface: 'cooperativas' }],
    });
    expect(database.passage(id.slice(0, 20))).toMatchObject({ passage: { id } });
    expect(database.passage(id.slice(0, 16))).toBe('several');
    for (const odd of ['', 'ffff', "' OR 1", '%', '~']) expect(database.passage(odd)).toBe('none');
  });

  it('are counted by term, language, institution, zone and block', () => {
    const { database } = open();
    expect(database.hitCounts()).toEqual([
      {
        term: 'objects/a.es.000000',
        language: 'es',
        institution: null,
        zone: 'body',
        blocked: null,
        hits: 1,
      },
      {
        term: 'paradigm/a.es.000000',
        language: 'es',
        institution: 'Red',
        zone: 'body',
        blocked: null,
        hits: 1,
      },
    ]);
  });
});
