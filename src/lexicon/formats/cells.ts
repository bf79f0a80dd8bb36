import { CsvError, parse } from 'csv-parse/sync';
import type { Refusal } from '../../model/dictionary.ts';

/** A row of a table with the line it begins in. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** The rows of a table that are not empty; the refusal of all of it where quotation marks do not close. */
export function rowsOf(text: string): readonly Row[] | Refusal {
  const plain = text.replace(/^\ufeff/, '');
  const head = plain.split(/[\r\n]+/, 2).find((line) => line.trim() !== '') ?? '';
  const delimiter = [',', ';', '\t'].find((mark) => head.includes(mark)) ?? ',';
  try {
    const records = parse(plain, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      info: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    let next = 1;
    const rows: Row[] = [];
    for (const { record, info } of records) {
      // `info.lines` is where the row ends.
      const spread = record.join('').split(/\r\n|\n|\r/).length - 1;
      rows.push({
        line: Math.max(next, info.lines - spread),
        cells: record.map((cell) => unguarded(cell)),
      });
      next = info.lines + 1;
    }
    return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      place: Number(error['lines'] ?? 1),
      expected: 'a table',
      found: `a damaged one (${error.message})`,
      remedy: 'check its quotation marks',
    };
  }
}

/** What a spreadsheet would run as a formula is kept from it by an apostrophe, which is taken off again on reading. */
const guarded = /^'*[=+\-@]/;

function unguarded(cell: string): string {
  return cell.startsWith("'") && guarded.test(cell) ? cell.slice(1) : cell;
}

/** One row as it stands in a file: cells in quotation marks where they need them. */
export function rowOf(cells: readonly string[]): string {
  return cells
    .map((cell) => (guarded.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
