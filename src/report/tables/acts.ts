import type { ActFacts } from '../../model/act.ts';
import type { IngestRow } from '../../model/results.ts';
import { type Column, type Table, table } from './table.ts';

type Row = { readonly file: string; readonly act: ActFacts };

/** One row a file that says something of itself; what the manifest says stands in `documents`. */
export function actsTable(ingest: readonly IngestRow[]): Table {
  const columns: readonly Column<Row>[] = [
    { name: 'file', type: 'text', meaning: 'Path as the manifest gives it', value: (row) => row.file },
    {
      name: 'act',
      type: 'text',
      unit: 'minutes, agreement, resolution, decision, declaration, recommendation, law, decree, programme',
      meaning: 'What the text says it is',
      value: (row) => row.act.kind,
    },
    {
      name: 'body',
      type: 'text',
      meaning: 'Body that met or decided, as printed',
      value: (row) => row.act.body,
    },
    {
      name: 'number',
      type: 'text',
      meaning: 'Number of the act or meeting, as printed',
      value: (row) => row.act.number,
    },
    { name: 'place', type: 'text', meaning: 'Place that the text gives', value: (row) => row.act.place },
    {
      name: 'date',
      type: 'date',
      unit: 'year, year-month or day',
      meaning: 'Date that the text gives; never used in place of that of the manifest',
      value: (row) => row.act.date,
    },
    {
      name: 'agenda_items',
      type: 'whole number',
      unit: 'items',
      meaning: 'Items of its agenda',
      value: (row) => row.act.agenda.length,
    },
    {
      name: 'agenda',
      type: 'text',
      meaning: 'Titles of the items in their order, parted by ` | `',
      value: (row) => row.act.agenda.join(' | '),
    },
    {
      name: 'persons',
      type: 'whole number',
      unit: 'mentions',
      meaning: 'Times that people are named as present, speaking or signing; not who',
      value: (row) => row.act.persons,
    },
  ];
  const rows = ingest.flatMap(({ file, act }) => (act !== null && says(act) ? [{ file, act }] : []));
  return table('acts', columns, rows);
}

function says({ kind, body, number, place, date, agenda, persons }: ActFacts): boolean {
  return [kind, body, number, place, date].some((fact) => fact !== null) || agenda.length + persons > 0;
}
