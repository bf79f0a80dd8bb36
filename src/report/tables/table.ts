import { type Cell, csv } from '../csv.ts';

/** One column with all that a reader needs to use it; `unit` is empty where there is none. */
export type Column<Row> = {
  readonly name: string;
  readonly type: 'text' | 'whole number' | 'number' | 'true or false' | 'date' | 'codes';
  readonly unit?: string;
  readonly meaning: string;
  readonly value: (row: Row) => Cell;
};

/** One table of a run: its columns described, its rows read when they are written. */
export type Table = {
  readonly name: string;
  readonly columns: readonly Omit<Column<never>, 'value'>[];
  /** The table as CSV, in pieces. */
  readonly content: Iterable<string>;
};

/** Joins columns to the rows they are read from; `rows` is gone through once for each reading of the table. */
export function table<Row>(name: string, columns: readonly Column<Row>[], rows: Iterable<Row>): Table {
  const cells: Iterable<readonly Cell[]> = {
    *[Symbol.iterator]() {
      for (const row of rows) yield columns.map((column) => column.value(row));
    },
  };
  const header = columns.map((column) => column.name);
  return { name, columns, content: csv(header, cells) };
}

/** Several values in one cell, separated by spaces. */
export function listed(values: readonly string[]): string {
  return values.join(' ');
}
