import type { AppendixItem, AppendixRow, PlaceRow } from '../../model/appendix.ts';
import { type Column, type Table, table } from './table.ts';

/** One row a thing that documents of an institution name. */
export function appendixTable(rows: readonly AppendixRow[]): Table {
  type Row = { readonly institution: string; readonly item: AppendixItem };
  const columns: readonly Column<Row>[] = [
    {
      name: 'institution',
      type: 'text',
      meaning: 'Who issued the documents',
      value: (row) => row.institution,
    },
    {
      name: 'column',
      type: 'text',
      unit: 'channels, money, objectives, beneficiaries, projects',
      meaning: 'Column of the profile',
      value: ({ item }) => item.column,
    },
    { name: 'name', type: 'text', meaning: 'What is named', value: ({ item }) => item.name },
    {
      name: 'note',
      type: 'text',
      meaning: 'Its class; of a sum of money its year and status, which are never added up',
      value: ({ item }) => item.note,
    },
    {
      name: 'programme',
      type: 'text',
      meaning: 'Programme named with it',
      value: ({ item }) => item.programme,
    },
    {
      name: 'times',
      type: 'whole number',
      unit: 'mentions',
      meaning: 'How often it is named',
      value: ({ item }) => item.times,
    },
    { name: 'file', type: 'text', meaning: 'Where it is named first', value: ({ item }) => item.file },
    {
      name: 'page',
      type: 'text',
      meaning: 'Page there as a reader cites it',
      value: ({ item }) => item.page,
    },
    { name: 'passage', type: 'text', meaning: 'Passage there', value: ({ item }) => item.passage },
  ];
  const all = rows.flatMap(({ institution, items }) => items.map((item) => ({ institution, item })));
  return table('appendix', columns, all);
}

/** One row a voice, place and category. */
export function placesTable(rows: readonly PlaceRow[], codes: readonly string[]): Table {
  type Row = { readonly row: PlaceRow; readonly code: string };
  const columns: readonly Column<Row>[] = [
    {
      name: 'voice',
      type: 'text',
      meaning: 'Type of institution that speaks',
      value: ({ row }) => row.voice,
    },
    {
      name: 'place',
      type: 'text',
      meaning: 'Part of the document; implementing: passages in which an actor carries something out',
      value: ({ row }) => row.place,
    },
    { name: 'code', type: 'text', meaning: 'Category', value: ({ code }) => code },
    {
      name: 'presence',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Passages about the object there with the category',
      value: ({ row, code }) => row.presence[code] ?? 0,
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Passages about the object there',
      value: ({ row }) => row.passages,
    },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Documents with such passages',
      value: ({ row }) => row.documents,
    },
  ];
  return table(
    'places',
    columns,
    rows.flatMap((row) => codes.map((code) => ({ row, code }))),
  );
}
