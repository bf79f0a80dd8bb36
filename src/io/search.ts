import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { citedPage } from '../model/document.ts';
import type { Concordance, SearchQuery } from '../model/ports.ts';
import { codePointLength, toUtf16 } from '../text/codepoints.ts';
import { type NamePlace, veilOf } from '../text/names.ts';
import { spelling } from './spelling.ts';

const context = 60;
/** Marks around hits inside a passage, which no document can contain because nobody knows them before. */
const mark = randomUUID();

type Row = {
  file: string;
  institution: string | null;
  date: string | null;
  labels: string;
  persons: string;
  runs: string;
  id: string;
  text: string;
  marked: string | null;
  tags: string | null;
};

/**
 * Concordance lines in the order of file and place: of the words where there are words, else of the
 * frame's tags. Words are found as a phrase without regard to case and accents.
 */
export function searchPassages(
  database: DatabaseSync,
  query: SearchQuery,
  pseudonym: ((name: string) => string) | null = null,
): { readonly lines: readonly Concordance[]; readonly total: number } {
  const phrase = query.words === null ? null : phraseOf(query.words);
  if (phrase === '' || (phrase === null && query.frame === null)) return { lines: [], total: 0 };
  const { from, values } = restrictions(query, phrase, institutionsOf(database, query.institution));
  const counted = database.prepare(`SELECT count(*) AS total FROM ${from}`).get(...values) as {
    total: number;
  };
  const rows = database
    .prepare(
      `SELECT corpus.file, corpus.institution, corpus.date, documents.labels, documents.persons, passages.runs, passages.id,
         passages.text,
         ${phrase === null ? 'NULL' : `highlight(passages_text, 0, '${mark}', '${mark}')`} AS marked,
         ${phrase === null ? framedTags : 'NULL'} AS tags
       FROM ${from} ORDER BY corpus.file, passages.ordinal LIMIT ?`,
    )
    .all(...(phrase === null ? [query.frame, ...values] : values), query.limit) as Row[];
  return {
    lines: rows.flatMap((row) => linesOf(row, pseudonym)).slice(0, query.limit),
    total: counted.total,
  };
}

const framedTags = `(SELECT json_group_array(json(tag)) FROM (SELECT tag FROM tags
  WHERE passage = passages.number AND theme = ? AND blocked IS NULL ORDER BY place))`;

/** The institutions of the corpus that a name may stand for, as a JSON list; null where any will do. */
function institutionsOf(database: DatabaseSync, wanted: string | null): string | null {
  if (wanted === null) return null;
  const rows = database.prepare('SELECT DISTINCT institution FROM corpus').all();
  const names = rows.map(({ institution }) => institution);
  return JSON.stringify(
    names.filter((name) => typeof name === 'string' && spelling(name) === spelling(wanted)),
  );
}

function restrictions(
  query: SearchQuery,
  phrase: string | null,
  institutions: string | null,
): { from: string; values: SQLInputValue[] } {
  const values: SQLInputValue[] = [];
  const conditions = ['corpus.counted = 1'];
  const add = (condition: string, value: string | null) => {
    if (value === null) return;
    conditions.push(condition);
    values.push(value);
  };
  add('passages_text MATCH ?', phrase);
  add('passages.number IN (SELECT passage FROM tags WHERE theme = ? AND blocked IS NULL)', query.frame);
  add('corpus.institution IN (SELECT value FROM json_each(?))', institutions);
  add('corpus.voice = ?', query.voice);
  add('passages.language = ?', query.language);
  const text = phrase === null ? '' : 'passages_text JOIN passages ON passages.number = passages_text.rowid';
  const joined = `${text === '' ? 'passages' : text}
    JOIN documents USING (document) JOIN corpus USING (document)`;
  return { from: `${joined} WHERE ${conditions.join(' AND ')}`, values };
}

/** Words as one FTS5 phrase: nothing in them is taken as an operator. */
function phraseOf(words: string): string {
  const tokens = words.match(/[\p{L}\p{N}\p{M}]+\*?/gu) ?? [];
  const last = tokens.at(-1);
  if (last === undefined) return '';
  return `"${tokens.map((token) => token.replace('*', '')).join(' ')}"${last.endsWith('*') ? '*' : ''}`;
}

function linesOf(row: Row, pseudonym: ((name: string) => string) | null): readonly Concordance[] {
  const { text, moved } = shownText(row, pseudonym);
  return spansOf(row).map((span) => {
    const [start, end] = moved(span);
    return {
      file: row.file,
      institution: row.institution,
      date: row.date,
      page: pageAt(row, span[0]),
      passage: row.id,
      // A pair of surrogates is not cut in two.
      left: text.slice(Math.max(0, start - context), start).replace(/^[\udc00-\udfff]/, ''),
      hit: text.slice(start, end),
      right: text.slice(end, end + context).replace(/[\ud800-\udbff]$/, ''),
    };
  });
}

type TextSpan = readonly [number, number];

/** The passage's text, with names replaced where pseudonyms are given, and where UTF-16 spans of it have gone. */
function shownText({ text, persons, id }: Row, pseudonym: ((name: string) => string) | null) {
  if (pseudonym === null) return { text, moved: (span: TextSpan) => span };
  const veiled = veilOf(JSON.parse(persons) as readonly NamePlace[], pseudonym).text(text, id);
  const at = (index: number, edge: 'start' | 'end') =>
    toUtf16(veiled.text, veiled.move(codePointLength(text.slice(0, index)), edge));
  return {
    text: veiled.text,
    moved: ([start, end]: TextSpan): TextSpan => [at(start, 'start'), at(end, 'end')],
  };
}

/** Hits as UTF-16 spans of the passage's text. */
function spansOf(row: Row): readonly (readonly [number, number])[] {
  if (row.tags !== null) {
    const tags: { start: number; end: number }[] = JSON.parse(row.tags);
    return tags.map(({ start, end }) => [toUtf16(row.text, start), toUtf16(row.text, end)]);
  }
  const spans: [number, number][] = [];
  let end = 0;
  for (const [index, part] of (row.marked ?? '').split(mark).entries()) {
    const start = end;
    end += part.length;
    if (index % 2 === 1) spans.push([start, end]);
  }
  return spans;
}

function pageAt(row: Row, index: number): string {
  const labels: (string | null)[] = JSON.parse(row.labels);
  const runs: [number, number, number, number][] = JSON.parse(row.runs);
  const before = codePointLength(row.text.slice(0, index));
  const run = runs.findLast(([at]) => at <= before) ?? runs[0];
  const page = run?.[2] ?? 0;
  return citedPage({ index: page, label: labels[page] ?? null });
}
