import { stringify } from 'csv-stringify/sync';
import { rounded } from './numbers.ts';

/** What a cell may hold; null is an empty cell. */
export type Cell = string | number | boolean | null;

const batch = 1000;

/**
 * Rows as CSV (RFC 4180, UTF-8, line feeds), a piece for every 1,000 rows. Text that a spreadsheet would
 * run as a formula gets a leading apostrophe; numbers stay numbers, with 10 significant digits. Can be
 * gone through again whenever `rows` can.
 */
export function csv(header: readonly string[], rows: Iterable<readonly Cell[]>): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let waiting: (readonly Cell[])[] = [header];
      for (const row of rows) {
        waiting.push(row);
        if (waiting.length < batch) continue;
        yield lines(waiting);
        waiting = [];
      }
      if (waiting.length > 0) yield lines(waiting);
    },
  };
}

function lines(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map(plain)),
    {
      escape_formulas: true,
      record_delimiter: 'unix',
      cast: { boolean: String },
    },
  );
}

function plain(cell: Cell): Cell {
  return typeof cell === 'number' ? rounded(cell) : typeof cell === 'string' ? cell.toWellFormed() : cell;
}
