import type { DatabaseSync } from 'node:sqlite';
import type { CellQuery } from '../model/glance.ts';
import { silentZones } from '../model/passage.ts';
import type { Found } from '../model/ports.ts';
import type { Grouping } from '../model/profile.ts';
import { periodOf } from '../model/study.ts';
import type { PassageId } from '../model/units.ts';
import { passages } from './evidence.ts';

/** Passages in which a tag of some categories counts. Themes have an index, categories only the tags themselves. */
const tagged = (names: string) => `
  SELECT passage FROM tags
  WHERE blocked IS NULL AND json_extract(tag, '$.category') IN (SELECT value FROM json_each(${names}))
    AND theme IN (SELECT substr(value, 1, instr(value, '/') - 1) FROM json_each(${names}))`;

const counted = (which: string) => `
  SELECT passages.id, passages.document FROM passages JOIN corpus USING (document)
  WHERE corpus.counted = 1 AND ${which}
    AND passages.zone NOT IN (SELECT value FROM json_each(:silent))
    AND passages.number IN (${tagged(':categories')})
    AND passages.number IN (${tagged(':object')})
  ORDER BY corpus.file, passages.ordinal`;

const groups: Readonly<Record<Grouping, string>> = {
  document: 'corpus.file = :key',
  institution: "coalesce(corpus.institution, '(none)') = :key",
  voice: "coalesce(corpus.voice, '(none)') = :key",
  period: "coalesce(corpus.date, '') IN (SELECT value FROM json_each(:key))",
  language: 'passages.language = :key',
};

/**
 * The passages that a cell of a profile counts, in the order of file and place: how many, in how many documents, and some
 * of them. Counts as `profile/count.ts` does, from the same tags.
 */
export function cell(
  database: DatabaseSync,
  { by, key, categories, object, periodYears }: CellQuery,
  from: number,
  count: number,
): { readonly total: number; readonly documents: number; readonly found: readonly Found[] } {
  const rows = database.prepare(counted(groups[by])).all({
    key: by === 'period' ? JSON.stringify(datesOf(database, key, periodYears)) : key,
    categories: JSON.stringify(categories),
    object: JSON.stringify(object),
    silent: JSON.stringify([...silentZones]),
  }) as { id: PassageId; document: string }[];
  return {
    total: rows.length,
    documents: new Set(rows.map(({ document }) => document)).size,
    found: [
      ...passages(
        database,
        rows.slice(from, from + count).map(({ id }) => id),
      ),
    ],
  };
}

/** Dates of the corpus that lie in a period; an empty one stands for none. */
function datesOf(database: DatabaseSync, period: string, years: number): readonly string[] {
  const dates = database.prepare('SELECT DISTINCT date FROM corpus').all() as { date: string | null }[];
  return dates.filter(({ date }) => periodOf(date, years) === period).map(({ date }) => date ?? '');
}
