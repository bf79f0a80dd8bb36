import { type Column, type Table, table } from './table.ts';

type Entry = { readonly table: string } & Table['columns'][number];

const columns: readonly Column<Entry>[] = [
  {
    name: 'table',
    type: 'text',
    meaning:
      'Table, without its ending `.csv`; `figures/KIND-*` stands for the numbers of every figure of a kind',
    value: (row) => row.table,
  },
  { name: 'column', type: 'text', meaning: 'Column as its header names it', value: (row) => row.name },
  {
    name: 'type',
    type: 'text',
    meaning: 'Kind of value; `codes` are separated by spaces',
    value: (row) => row.type,
  },
  {
    name: 'unit',
    type: 'text',
    meaning: 'Unit or range; empty where there is none',
    value: (row) => row.unit ?? '',
  },
  { name: 'meaning', type: 'text', meaning: 'What the column says', value: (row) => row.meaning },
];

/** The data dictionary: every column of every table, its own columns too. */
export function dictionary(tables: readonly Pick<Table, 'name' | 'columns'>[]): Table {
  const own = columns.map((column) => ({ table: 'dictionary', ...column }));
  const others = tables.flatMap(({ name, columns: of }) => of.map((column) => ({ table: name, ...column })));
  return table('dictionary', columns, [...others, ...own]);
}
