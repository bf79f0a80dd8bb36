import type { DocumentView } from '../../model/api/documents.ts';
import { citedPage } from '../../model/document.ts';
import type { Glance } from '../../model/glance.ts';
import type { IngestRow, KeptResults } from '../../model/results.ts';
import { framesOf } from '../../report/frames.ts';
import { documentRow } from './documents.ts';

/** A document as the reader opens it, its passages marked by the frames of the study. */
export function documentView(row: IngestRow, glance: Glance, results: KeptResults): DocumentView {
  const frames = framesOf(results);
  const { labels, passages, headings, zones, framed } = glance;
  const firsts = new Map<number, number>(glance.firsts.map(({ page, ordinal }) => [page, ordinal]));
  return {
    row: documentRow(row),
    printed: row.format === 'pdf' && labels.length > 0,
    labels: labels.map((label, index) => citedPage({ index, label })),
    passages,
    firsts: labels.map((_, page) => firsts.get(page) ?? null),
    outline: [...headings],
    zones: [...zones],
    marks: framed.flatMap(({ ordinal, passage, page, categories }) => {
      const codes = frames.filter((frame) => frame.categories.some((name) => categories.includes(name)));
      return codes.length === 0 ? [] : [{ ordinal, passage, page, codes: codes.map(({ code }) => code) }];
    }),
  };
}
