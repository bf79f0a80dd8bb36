import type { DatabaseSync } from 'node:sqlite';
import { citedPage } from '../model/document.ts';
import type { Passage } from '../model/passage.ts';
import type { Found } from '../model/ports.ts';
import type { IngestRow } from '../model/results.ts';
import type { Tag } from '../model/tag.ts';
import { type PassageId, sha256 } from '../model/units.ts';

/** A passage as its table holds it, with its tags. */
export type PassageRow = {
  id: string;
  document: string;
  ordinal: number;
  form: string;
  zone: string;
  language: string;
  words: number;
  text: string;
  runs: string;
  more: string;
  tags: string;
  lexicon: string;
};

type EvidenceRow = PassageRow & { row: string; labels: string; persons: string; lexicon: string };

/** CROSS JOIN keeps this order of tables, in which files come sorted, so that no more than one document is held back. */
const inOrder = 'corpus CROSS JOIN documents USING (document) CROSS JOIN passages USING (document)';
const named =
  'json_each(?) AS wanted JOIN passages ON passages.id = wanted.value JOIN documents USING (document) JOIN corpus USING (document)';

/** CROSS JOIN: what is asked for comes first, and all else is looked up. */
const numbered = `json_each(?) AS wanted
  CROSS JOIN passages ON passages.number = wanted.value ->> 'number'
  CROSS JOIN documents ON documents.document = passages.document
  CROSS JOIN corpus ON corpus.file = wanted.value ->> 'file'`;

/** The columns of a passage with its tags in order. */
export const passageColumns = `passages.*,
    (SELECT json_group_array(json(tag)) FROM
      (SELECT tag FROM tags WHERE passage = passages.number ORDER BY place)) AS tags`;
const select = (from: string) => `
  SELECT corpus.row, documents.labels, documents.persons, documents.lexicon, ${passageColumns}
  FROM ${from}`;
const query = (from: string, which = '') =>
  `${select(from)} WHERE counted = 1 ${which} ORDER BY corpus.file, passages.ordinal`;

/** Selects the passages with frame tags that count, or would but for a denial or another voice. */
export const evidenceQuery = query(
  inOrder,
  `AND EXISTS (
    SELECT 1 FROM tags WHERE passage = passages.number AND layer = 'frame'
      AND (blocked IS NULL OR blocked IN ('negated', 'attributed')))`,
);

/** Those passages in the order of file and place, as the index stood at the first. */
export const evidence = (database: DatabaseSync) => found(database, evidenceQuery);

/** All passages in the same order, or only those with these ids. */
export const passages = (database: DatabaseSync, ids?: readonly PassageId[]) =>
  ids === undefined ? found(database, query(inOrder)) : found(database, query(named), JSON.stringify(ids));

/** Passages by their numbers in the index, each as one of the files that it stands in, in the order asked for. */
export const passagesAt = (
  database: DatabaseSync,
  wanted: readonly { readonly number: number; readonly file: string }[],
) => found(database, `${select(numbered)} ORDER BY wanted.key`, JSON.stringify(wanted));

/** The passage with an id, or whose id begins so, where only one does. */
export function passage(database: DatabaseSync, id: string): Found | 'none' | 'several' {
  if (!/^[0-9a-f-]+$/.test(id)) return 'none';
  const ids = database
    .prepare('SELECT DISTINCT id FROM passages WHERE id >= ? AND id < ? LIMIT 2')
    .all(id, `${id}~`);
  if (ids.length > 1) return 'several';
  const [one] = found(
    database,
    `${select(inOrder)} WHERE passages.id = ? ORDER BY counted DESC, corpus.file LIMIT 1`,
    String(ids[0]?.['id']),
  );
  return one ?? 'none';
}

function* found(database: DatabaseSync, sql: string, ...values: readonly string[]): Generator<Found> {
  let last: { readonly written: string; readonly persons: Found['persons'] } = { written: '[]', persons: [] };
  for (const row of database.prepare(sql).iterate(...values) as Iterable<EvidenceRow>) {
    // A list may be long, and is the same for all passages of a document.
    if (row.persons !== last.written) last = { written: row.persons, persons: JSON.parse(row.persons) };
    yield evidenceOf(row, last.persons);
  }
}

/** Whether a frame counts, or would but for who says it and whether it is denied. */
function isEvidence({ layer, blocked }: Tag): boolean {
  return layer === 'frame' && (blocked === null || blocked === 'negated' || blocked === 'attributed');
}

function evidenceOf(found: EvidenceRow, persons: Found['persons']): Found {
  const source: IngestRow = JSON.parse(found.row);
  const labels: (string | null)[] = JSON.parse(found.labels);
  const { passage, tags } = passageOf(found);
  const first = tags.find(isEvidence)?.page ?? passage.runs[0]?.page ?? 0;
  return {
    file: source.file,
    title: source.title,
    institution: source.institution,
    voice: source.voice,
    date: source.date,
    rights: source.rights,
    persons,
    page: citedPage({ index: first, label: labels[first] ?? null }),
    passage,
    tags,
    lexicon: sha256(found.lexicon),
  };
}

/** A passage and its tags out of a row. */
export function passageOf(found: PassageRow): { readonly passage: Passage; readonly tags: readonly Tag[] } {
  const runs = (JSON.parse(found.runs) as [number, number, number, number][]).map(
    ([at, length, page, start]) => ({ at, length, page, start }),
  );
  const { id, document, ordinal, form, zone, language, words, text } = found;
  const more: object = JSON.parse(found.more);
  const passage = { id, document, ordinal, form, zone, language, words, text, runs, ...more };
  return { passage: passage as unknown as Passage, tags: JSON.parse(found.tags) };
}
