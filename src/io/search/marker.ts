import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { tokenizer } from '../schema.ts';

/** A stretch of a passage's text in UTF-16 units. */
export type Span = readonly [number, number];

/** Marks around hits, which no document can contain because nobody knows them before. */
const mark = randomUUID();

let texts: DatabaseSync | null = null;

/**
 * Where a phrase stands in each of some texts, hits that overlap as one. The texts are indexed by themselves for it: to
 * look each up again in the index of a large study takes several times as long, and a reader of our own would tell other
 * words apart than the index does.
 */
export function markedSpans(match: string, some: readonly string[]): readonly (readonly Span[])[] {
  texts ??= opened();
  const found: (readonly Span[])[] = some.map(() => []);
  texts.exec('BEGIN');
  try {
    const insert = texts.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)');
    for (const [at, text] of some.entries()) insert.run(at, text);
    const rows = texts
      .prepare('SELECT rowid AS at, highlight(texts, 0, ?, ?) AS marked FROM texts WHERE texts MATCH ?')
      .all(mark, mark, match) as { at: number; marked: string }[];
    for (const { at, marked } of rows) found[at] = spansOf(marked);
  } finally {
    texts.exec('ROLLBACK');
  }
  return found;
}

function opened(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = '${tokenizer}')`);
  return database;
}

function spansOf(marked: string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const [index, part] of marked.split(mark).entries()) {
    const start = end;
    end += part.length;
    if (index % 2 === 1) spans.push([start, end]);
  }
  return spans;
}
