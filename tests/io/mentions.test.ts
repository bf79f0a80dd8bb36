import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/io/database.ts';
import { mentions } from '../../src/profile/mention/mentions.ts';
import { noActors } from '../support/actors.ts';
import { type Made, made } from './make.ts';

const text = 'El Instituto del Agua ejecuta el Plan Raíz.';

/** A document with the mentions that its passages hold. */
function withMentions(file: string, tagging = 'first', status: 'ok' | 'failed' = 'ok'): Made {
  const one = made(file, [{ text, page: 2 }, { text: 'Nada.' }], { status }, tagging, [null, null, 'iii']);
  const found = mentions(one.results.passages.passages, [], noActors);
  return { ...one, results: { ...one.results, tags: { ...one.results.tags, mentions: found } } };
}

function indexed(...all: readonly Made[]) {
  const database = openDatabase(':memory:');
  for (const { keys, receipt, results } of all) database.index(keys, receipt, results);
  database.setCorpus(all.map(({ row }) => row));
  return database;
}

describe('mentions in the index', () => {
  it('come in the order of files and places with source, page and text', () => {
    const database = indexed(withMentions('b.txt'), withMentions('a.txt'));
    const found = [...database.mentions()];
    expect(found.map(({ file, mention }) => [file, mention.kind])).toEqual(
      ['a.txt', 'b.txt'].flatMap((file) => ['actor', 'role', 'programme'].map((kind) => [file, kind])),
    );
    expect(found[0]).toMatchObject({ cited: 'iii', text, persons: [] });
    expect(found[0]?.mention.surface).toBe('Instituto del Agua');
  });

  it('are replaced with the tags of their document, and leave with it', () => {
    const database = indexed(withMentions('a.txt'));
    const again = made('a.txt', [{ text, page: 2 }, { text: 'Nada.' }], {}, 'second');
    database.index(again.keys, again.receipt, again.results);
    expect([...database.mentions()]).toEqual([]);
    const { keys, receipt, results } = withMentions('a.txt', 'third');
    database.index(keys, receipt, results);
    expect([...database.mentions()]).toHaveLength(3);
    database.setCorpus([]);
    expect([...database.mentions()]).toEqual([]);
  });

  it('of documents outside of the numbers are left out', () => {
    expect([...indexed(withMentions('a.txt', 'first', 'failed')).mentions()]).toEqual([]);
  });
});
