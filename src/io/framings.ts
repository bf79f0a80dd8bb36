import type { DatabaseSync } from 'node:sqlite';
import type { TaggedPassage } from '../model/framing.ts';

type FramingRow = Omit<TaggedPassage, 'tags'> & { readonly tags: string };

/** CROSS JOIN keeps this order of tables, in which files come sorted, so that no more than one document has to be held back. */
const query = `
  SELECT corpus.file, corpus.institution, corpus.voice, corpus.kind, corpus.date,
    passages.language, passages.zone, passages.ordinal, passages.text,
    (SELECT json_group_array(json(tag)) FROM tags WHERE passage = passages.number) AS tags
  FROM corpus CROSS JOIN passages USING (document)
  WHERE counted = 1 AND EXISTS (
    SELECT 1 FROM tags WHERE passage = passages.number AND layer IN ('frame', 'object', 'marker'))
  ORDER BY corpus.file, passages.ordinal`;

/** Passages with a frame or the object, counted or not, in the order of file and place. */
export function* taggedPassages(database: DatabaseSync): Generator<TaggedPassage> {
  for (const { tags, ...row } of database.prepare(query).iterate() as Iterable<FramingRow>) {
    yield { ...row, tags: JSON.parse(tags) };
  }
}
