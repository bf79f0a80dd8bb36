import type { DatabaseSync } from 'node:sqlite';
import type { Glance, ReadPassage } from '../model/glance.ts';
import type { DocumentId } from '../model/units.ts';
import { type PassageRow, passageColumns, passageOf } from './evidence.ts';

/** Headings of a document that a reader is given, and code points of each. */
const mostHeadings = 2_000;
const longestHeading = 200;

const some = `SELECT ${passageColumns} FROM passages WHERE document = ? AND ordinal >= ? ORDER BY ordinal LIMIT ?`;
const chosen = `
  SELECT ${passageColumns} FROM passages
  WHERE document = ? AND ordinal IN (SELECT value FROM json_each(?)) ORDER BY ordinal`;
const there = `
  SELECT ${passageColumns} FROM passages
  WHERE document = ? AND EXISTS (SELECT 1 FROM json_each(runs) WHERE json_extract(value, '$[2]') = ?)
  ORDER BY ordinal`;

const headings = `
  SELECT ordinal, coalesce(json_extract(more, '$.level'), 1) AS level, substr(text, 1, ${longestHeading}) AS text,
    coalesce(json_extract(runs, '$[0][2]'), 0) AS page
  FROM passages WHERE document = ? AND form = 'heading' ORDER BY ordinal LIMIT ${mostHeadings}`;
const firsts = `
  SELECT json_extract(runs, '$[0][2]') AS page, min(ordinal) AS ordinal FROM passages WHERE document = ? AND runs <> '[]'
  GROUP BY page ORDER BY page`;
const framed = `
  SELECT passages.ordinal, passages.id AS passage, coalesce(json_extract(passages.runs, '$[0][2]'), 0) AS page,
    json_group_array(DISTINCT json_extract(tags.tag, '$.category')) AS categories
  FROM tags JOIN passages ON passages.number = tags.passage
  WHERE tags.document = ? AND tags.layer = 'frame' AND tags.blocked IS NULL
  GROUP BY tags.passage ORDER BY passages.ordinal`;

/** Some passages of a document, from a place on. */
export function documentPassages(
  database: DatabaseSync,
  document: DocumentId,
  from: number,
  count: number,
): readonly ReadPassage[] {
  return (database.prepare(some).all(document, from, count) as PassageRow[]).map(passageOf);
}

/** Passages of a document at some places in it. */
export function ordinalPassages(
  database: DatabaseSync,
  document: DocumentId,
  ordinals: readonly number[],
): readonly ReadPassage[] {
  return (database.prepare(chosen).all(document, JSON.stringify(ordinals)) as PassageRow[]).map(passageOf);
}

/** Passages of a document that stand on a page, whole or in part. */
export function pagePassages(
  database: DatabaseSync,
  document: DocumentId,
  page: number,
): readonly ReadPassage[] {
  return (database.prepare(there).all(document, page) as PassageRow[]).map(passageOf);
}

/** What a reader sees of a document at a glance; null where the index does not hold it. */
export function glance(database: DatabaseSync, document: DocumentId): Glance | null {
  const held = database.prepare('SELECT labels FROM documents WHERE document = ?').get(document);
  if (held === undefined) return null;
  const rows = database
    .prepare('SELECT ordinal, zone FROM passages WHERE document = ? ORDER BY ordinal')
    .all(document) as { ordinal: number; zone: Glance['zones'][number]['zone'] }[];
  const zones: { zone: Glance['zones'][number]['zone']; from: number; to: number }[] = [];
  for (const { ordinal, zone } of rows) {
    const last = zones.at(-1);
    if (last?.zone === zone) last.to = ordinal;
    else zones.push({ zone, from: ordinal, to: ordinal });
  }
  const found = database.prepare(framed).all(document) as (Omit<Glance['framed'][number], 'categories'> & {
    categories: string;
  })[];
  return {
    labels: JSON.parse(String(held['labels'])),
    passages: rows.length,
    firsts: database.prepare(firsts).all(document) as unknown as Glance['firsts'],
    headings: database.prepare(headings).all(document) as unknown as Glance['headings'],
    zones,
    framed: found.map((one) => ({ ...one, categories: JSON.parse(one.categories) })),
  };
}
