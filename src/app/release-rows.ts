import type { StudyDatabase } from '../model/ports.ts';
import type { IngestRow } from '../model/results.ts';
import { veilOf } from '../text/names.ts';

/**
 * Rows of the corpus as they may leave the study: what a document says of itself may name people too, in the title of
 * an item of its agenda. `pseudonym` is null where names are shown.
 */
export function releasedRows(
  rows: readonly IngestRow[],
  database: Pick<StudyDatabase, 'persons'>,
  pseudonym: ((name: string) => string) | null,
): readonly IngestRow[] {
  if (pseudonym === null) return rows;
  return rows.map((row) => {
    const { act, document } = row;
    if (act === null || act.persons === 0 || document === null) return row;
    const veil = veilOf(database.persons(document), pseudonym);
    const hidden = (text: string) => veil.text(text).text;
    const { body, place } = act;
    return {
      ...row,
      act: {
        ...act,
        body: body === null ? null : hidden(body),
        place: place === null ? null : hidden(place),
        agenda: act.agenda.map(hidden),
      },
    };
  });
}
