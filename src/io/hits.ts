import type { DatabaseSync } from 'node:sqlite';
import type { HitCount } from '../model/ports.ts';

const query = `
  SELECT tags.term, passages.language, corpus.institution, passages.zone,
    tags.blocked, count(*) AS hits
  FROM corpus JOIN passages USING (document) JOIN tags ON tags.passage = passages.number
  WHERE corpus.counted = 1
  GROUP BY tags.term, passages.language, corpus.institution, passages.zone, tags.blocked
  ORDER BY tags.term, passages.language, corpus.institution, passages.zone, tags.blocked`;

/** How often each term was found, by language, institution, zone and why it does not count. */
export function hitCounts(database: DatabaseSync): readonly HitCount[] {
  return database.prepare(query).all() as HitCount[];
}
