import type { DatabaseSync } from 'node:sqlite';
import type { SearchQuery } from '../../model/search.ts';
import type { Tag } from '../../model/tag.ts';
import { toUtf16 } from '../../text/codepoints.ts';
import { fitsTag } from './filter.ts';
import { markedSpans, type Span } from './marker.ts';
import type { Passages, Sought } from './sought.ts';

/** A passage with its hits in the order in which they stand in it. */
export type Read = {
  readonly number: number;
  readonly id: string;
  readonly document: string;
  readonly words: number;
  readonly text: string;
  readonly runs: string;
  readonly spans: readonly Span[];
};

/** Passages that are read at once: some 10 ms. */
const batch = 200;

const rowsQuery = `SELECT number, id, document, words, text, runs FROM passages
  WHERE number IN (SELECT value FROM json_each(?))`;
const tagsQuery = `SELECT passage, tag FROM tags
  WHERE passage IN (SELECT value FROM json_each(?)) ORDER BY passage, place`;

/**
 * Reads passages and their hits, some at a time, with the index of each among those asked for: hits of the phrase where
 * there is one, else of the terms. Those that have gone from the index meanwhile are left out.
 */
export async function* readHits(
  database: DatabaseSync,
  query: SearchQuery,
  { phrase, turn }: Pick<Sought, 'phrase' | 'turn'>,
  { numbers }: Pick<Passages, 'numbers'>,
): AsyncGenerator<readonly (Read & { readonly at: number })[]> {
  for (let from = 0; from < numbers.length; from += batch) {
    if (from > 0) await turn();
    const some = [...numbers.subarray(from, from + batch)];
    const list = JSON.stringify(some);
    const rows = database.prepare(rowsQuery).all(list) as Omit<Read, 'spans'>[];
    const spans =
      phrase === null
        ? tagSpans(database, query, list, rows)
        : markedSpans(
            phrase.match,
            rows.map(({ text }) => text),
          );
    const read = new Map(rows.map((row, at) => [row.number, { ...row, spans: spans[at] ?? [] }]));
    yield some.flatMap((number, at) => {
      const row = read.get(number);
      return row === undefined ? [] : [{ ...row, at: from + at }];
    });
  }
}

function tagSpans(
  database: DatabaseSync,
  query: SearchQuery,
  list: string,
  rows: readonly Omit<Read, 'spans'>[],
): readonly (readonly Span[])[] {
  const fits = fitsTag(query);
  const tags = new Map<number, Tag[]>();
  for (const { passage, tag } of database.prepare(tagsQuery).all(list) as {
    passage: number;
    tag: string;
  }[]) {
    const one: Tag = JSON.parse(tag);
    if (fits(one)) tags.set(passage, [...(tags.get(passage) ?? []), one]);
  }
  return rows.map(({ number, text }) =>
    (tags.get(number) ?? []).map(({ start, end }) => [toUtf16(text, start), toUtf16(text, end)]),
  );
}
