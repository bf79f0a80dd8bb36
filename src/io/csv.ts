import { CsvError, parse } from 'csv-parse/sync';
import { InputError } from '../model/input.ts';
import { readText } from './readtext.ts';

/** A row below the header; `row` counts as a spreadsheet does, with the header as row 1. */
export type CsvRow = {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Number of cells, empty ones at the end left out. */
  readonly width: number;
};

export type Csv = {
  /** What stands between cells. */
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly rows: readonly CsvRow[];
  /** The encoding that was guessed, or null where the file is UTF-8 or says what it is. */
  readonly guessed: string | null;
};

/**
 * Reads a table with a header: comma, semicolon or tab between cells, line breaks inside quotes. Rows
 * without any content are left out and still counted. Throws an InputError where quotes do not close.
 */
export async function readCsv(path: string): Promise<Csv> {
  const { text, guessed } = await readText(path);
  const delimiter = delimiterOf(text);
  const records = parseCells(text, delimiter, path).map((cells, index) => ({ row: index + 1, cells }));
  const [first, ...rest] = records.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const header = (first?.cells ?? []).map((name) => name.toLowerCase());
  return {
    delimiter,
    header,
    headerRow: first?.row ?? 1,
    rows: rest.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])),
      width: cells.findLastIndex((cell) => cell !== '') + 1,
    })),
    guessed,
  };
}

function parseCells(text: string, delimiter: string, path: string): readonly (readonly string[])[] {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      trim: true,
      relax_column_count: true,
      // A quotation mark inside an unquoted title is part of it.
      relax_quotes: true,
    });
    return records.map((cells) => cells.map((cell) => cell.trim()));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError([
      `${path}:${error['lines']}  expected a CSV table, got a damaged one (${error.message}): check its quotation marks`,
    ]);
  }
}

/** What stands between the names of the first line that has any: they contain none of the three. */
function delimiterOf(text: string): string {
  const header = text.split(/[\r\n]+/, 2).find((line) => line.trim() !== '') ?? '';
  return [',', ';', '\t'].find((mark) => header.includes(mark)) ?? ',';
}
