import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as pause } from 'node:timers/promises';
import { citedPage } from '../model/document.ts';
import type { MentionQuery } from '../model/glance.ts';
import type { Mention } from '../model/mention.ts';
import type { FoundMention, PlacedMention } from '../model/ports.ts';
import type { IngestRow } from '../model/results.ts';
import { periodOf } from '../model/study.ts';
import { shelfOf } from './search/shelf.ts';

type MentionRecord = {
  readonly row: string;
  readonly labels: string;
  readonly persons: string;
  readonly text: string;
  readonly mention: string;
};

type Source = {
  readonly row: string;
  readonly source: IngestRow | null;
  readonly labels: readonly (string | null)[];
};

/** CROSS JOIN keeps this order of tables, in which rows come sorted, so that no more than one is held back. */
const query = `
  SELECT corpus.row, documents.labels, documents.persons, passages.text, mentions.mention
  FROM corpus CROSS JOIN documents USING (document) CROSS JOIN passages USING (document)
    CROSS JOIN mentions ON mentions.passage = passages.number
  WHERE counted = 1
  ORDER BY corpus.file, passages.ordinal, mentions.place`;

/** Mentions of the documents in the numbers in the order of file and place, as the index stood at the first. */
export function* mentions(database: DatabaseSync): Generator<FoundMention> {
  let last: Source = { row: '', source: null, labels: [] };
  let named: { readonly written: string; readonly persons: FoundMention['persons'] } = {
    written: '[]',
    persons: [],
  };
  for (const found of database.prepare(query).iterate() as Iterable<MentionRecord>) {
    // The same for all mentions of a document, and may be long.
    if (last.row !== found.row)
      last = { row: found.row, source: JSON.parse(found.row), labels: JSON.parse(found.labels) };
    if (found.persons !== named.written)
      named = { written: found.persons, persons: JSON.parse(found.persons) };
    if (last.source === null) continue;
    const mention: Mention = JSON.parse(found.mention);
    const { file, institution, voice, date, rights } = last.source;
    yield {
      file,
      institution,
      voice,
      date,
      rights,
      cited: citedPage({ index: mention.page, label: last.labels[mention.page] ?? null }),
      text: found.text,
      persons: named.persons,
      mention,
    };
  }
}

const ofDocument = `
  SELECT mentions.passage, mentions.mention FROM mentions JOIN passages ON passages.number = mentions.passage
  WHERE mentions.document = ? AND mentions.kind IN (SELECT value FROM json_each(?))
    AND (? IS NULL OR passages.language = ?)
  ORDER BY mentions.passage, mentions.place`;

/** The mentions that a query asks for, in the order of file and place, document by document; ends with `signal`. */
export async function mentionsOf(
  database: DatabaseSync,
  { institution, voices, language, period, periodYears, kinds, fits }: MentionQuery,
  signal?: AbortSignal,
): Promise<readonly PlacedMention[]> {
  const own = shelfOf(database).places.filter(
    (place) =>
      (institution === null || (place.institution ?? '(none)') === institution) &&
      (voices === null || voices.includes(place.voice ?? '(none)')) &&
      (period === null || periodOf(place.date, periodYears) === period),
  );
  const found: PlacedMention[] = [];
  const mentionsIn = database.prepare(ofDocument);
  for (const { file, document } of own) {
    const rows = mentionsIn.all(document, JSON.stringify(kinds), language, language);
    for (const { passage, mention: written } of rows) {
      const mention: Mention = JSON.parse(String(written));
      if (fits(mention)) found.push({ file, number: Number(passage), mention });
    }
    await pause();
    signal?.throwIfAborted();
  }
  return found;
}
