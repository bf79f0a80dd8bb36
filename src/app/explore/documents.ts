import type { DocumentRow } from '../../model/api/documents.ts';
import { describe } from '../../model/problem.ts';
import type { IngestRow } from '../../model/results.ts';

/** A file of the corpus as a row of the ingest table. */
export function documentRow(row: IngestRow): DocumentRow {
  const { file, document, title, institution, voice, kind, date, language } = row;
  const { format, pages, passages, objectPassages, status, problems } = row;
  return {
    file,
    // What failed is in no index, whatever is known of its bytes.
    document: status === 'failed' ? null : document,
    title,
    institution,
    voice,
    kind,
    date,
    language,
    format,
    pages,
    passages,
    objectPassages,
    status,
    problems: problems.map(describe),
  };
}
