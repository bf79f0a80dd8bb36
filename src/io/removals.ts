import type { DatabaseSync } from 'node:sqlite';
import type { FoundRemovals } from '../model/ports.ts';
import type { IngestRow } from '../model/results.ts';

type Row = {
  readonly row: string;
  readonly labels: string;
  readonly persons: string;
  readonly removals: string;
};

/** CROSS JOIN keeps this order of tables, in which files come sorted. A document of two files is listed under both. */
const query = `
  SELECT corpus.row, documents.labels, documents.persons, documents.removals
  FROM corpus CROSS JOIN documents USING (document) ORDER BY corpus.file`;

/** What was taken out of the documents that were read, in the order of files, as the index stood at the first. */
export function* removals(database: DatabaseSync): Generator<FoundRemovals> {
  for (const found of database.prepare(query).iterate() as Iterable<Row>) {
    const { file, rights }: IngestRow = JSON.parse(found.row);
    yield {
      file,
      rights,
      persons: JSON.parse(found.persons),
      labels: JSON.parse(found.labels),
      removals: JSON.parse(found.removals),
    };
  }
}
