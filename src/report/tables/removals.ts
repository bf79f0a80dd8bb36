import type { RemovalRow } from '../../model/results.ts';
import { type Column, type Table, table } from './table.ts';

/** One row a stretch of a page that is in no passage; the raw text of the page still holds it. */
export function removalsTable(removals: Iterable<RemovalRow>): Table {
  const columns: readonly Column<RemovalRow>[] = [
    { name: 'file', type: 'text', meaning: 'Path as the manifest gives it', value: (row) => row.file },
    { name: 'cited_page', type: 'text', meaning: 'Page as a reader cites it', value: (row) => row.cited },
    {
      name: 'page',
      type: 'whole number',
      unit: 'from 0',
      meaning: 'Page of the file',
      value: (row) => row.removal.page,
    },
    {
      name: 'start',
      type: 'whole number',
      unit: 'code points',
      meaning: 'Where it begins in the raw text of that page',
      value: (row) => row.removal.start,
    },
    {
      name: 'end',
      type: 'whole number',
      unit: 'code points',
      meaning: 'Where it ends there',
      value: (row) => row.removal.end,
    },
    {
      name: 'reason',
      type: 'text',
      unit: 'header, footer, page_number, line_number, watermark, margin, navigation, metadata, hidden, duplicate, outside',
      meaning: 'Why it is in no passage',
      value: (row) => row.removal.reason,
    },
    {
      name: 'text',
      type: 'text',
      meaning:
        'Its beginning on one line, names of private persons replaced; empty for margins, where electronic signatures stand, unless names are shown',
      value: (row) => row.text,
    },
  ];
  return table('removals', columns, removals);
}
