import { readFile } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import {
  type CellStyle,
  colToLetter as letter,
  readXlsx as read,
  writeXlsx as write,
  writeXlsxStream as writeStream,
} from 'hucre/xlsx';
import { type CodingSheet, sheetColumns, unsure } from '../model/coding.ts';
import { InputError } from '../model/input.ts';

const ink = '1F2933';
const faint = '7B8794';
const paper = 'F5F7FA';
const head: CellStyle = {
  font: { bold: true, color: { rgb: ink }, size: 11 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE3EA' } },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
};
const line = { style: 'thin', color: { rgb: 'CBD2D9' } } as const;
const border = { top: line, bottom: line, left: line, right: line };
const pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
/** Characters to a line of the text, and points to a line. */
const width = 82;
const leading = 15.5;

/**
 * A coding sheet as a workbook: the passages with a list of values for every code, only these and the notes open to
 * typing, the first row and the id always in sight; and a second sheet with the instructions. Texts are stored as
 * texts, so that none is ever run as a formula.
 */
export async function codingWorkbook(
  sheet: CodingSheet,
  header: readonly string[],
  rows: readonly string[][],
) {
  const codes = new Map(sheet.columns.map((column) => [column.code, column]));
  const last = rows.length + 1;
  const cells = new Map(
    [header, ...rows].flatMap((row, line) =>
      row.map((_, at) => [
        `${line},${at}`,
        { style: line === 0 ? head : styleOf(header[at] ?? '', codes.has(header[at] ?? '')) },
      ]),
    ),
  );
  const codeColumns = header.flatMap((name, at) =>
    codes.has(name) ? [{ at, column: codes.get(name) }] : [],
  );
  return write({
    sheets: [
      {
        name: 'Coding',
        columns: header.map((name) => ({ width: widthOf(name, codes.has(name)) })),
        rows: [header, ...rows].map((row) => row.map((cell) => (cell === '' ? null : cell))),
        cells,
        rowDefs: new Map(
          [header, ...rows].map((row, at) => [at, { height: at === 0 ? 26 : heightOf(row, header) }]),
        ),
        freezePane: { rows: 1, columns: 1 },
        dataValidations: codeColumns.map(({ at, column }) => ({
          type: 'list',
          values: [...(column?.values ?? []), unsure],
          allowBlank: true,
          showInputMessage: true,
          showErrorMessage: true,
          inputTitle: (column?.title ?? '').slice(0, 32),
          inputMessage: column?.hint ?? '',
          errorTitle: 'Not one of the codes',
          errorMessage: `Type ${[...(column?.values ?? []), unsure].join(', ')}, or leave the cell empty.`,
          range: `${letter(at)}2:${letter(at)}${last}`,
        })),
        conditionalRules: codeColumns.flatMap(({ at }) => [
          ruleOf(`${letter(at)}2:${letter(at)}${last}`, `${letter(at)}2=1`, 'CFE3F3', at * 2 + 1),
          ruleOf(`${letter(at)}2:${letter(at)}${last}`, `${letter(at)}2="?"`, 'FBE7B5', at * 2 + 2),
        ]),
        protection: { sheet: true, formatColumns: true, formatRows: true },
        pageSetup,
      },
      instructionSheet(sheet),
    ],
  });
}

/** Rows that a sheet of a workbook holds below its header, and one for what has to be said of it. */
export const sheetRows = 1_048_574;

/**
 * A table as a workbook that is made as its rows come, some at a time, with the names of its columns always in sight. Texts
 * are stored as texts, so that none is ever run as a formula.
 */
export async function tableWorkbook(
  name: string,
  header: readonly string[],
  parts: AsyncGenerator<readonly (readonly string[])[]>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const first = await parts.next();
  // Enough rows to see how wide a column has to be.
  const sample = [header, ...(first.done ? [] : first.value.slice(0, 200))];
  const widths = header.map((_, at) => Math.max(...sample.map((row) => row[at]?.length ?? 0)));
  const stream = writeStream(inTurns(first.done ? [] : first.value, parts), {
    name,
    columns: header.map((title, at) => ({ header: title, width: Math.min(60, (widths[at] ?? 0) + 2) })),
    freezePane: { rows: 1 },
  });
  return stream as ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Rows as cells, some at a time, so that others get their turn. */
async function* inTurns(
  first: readonly (readonly string[])[],
  parts: AsyncGenerator<readonly (readonly string[])[]>,
): AsyncGenerator<(string | null)[]> {
  yield* first.map(cellsOf);
  for await (const rows of parts) {
    await pause();
    yield* rows.map(cellsOf);
  }
}

function cellsOf(row: readonly string[]): (string | null)[] {
  return row.map((cell) => (cell === '' ? null : cell.toWellFormed()));
}

function instructionSheet({ instructions }: CodingSheet) {
  const lines = instructions.flatMap(({ title, lines: own }) => [
    [title, true] as const,
    ...own.map((one) => [one, false] as const),
  ]);
  return {
    name: 'Instructions',
    pageSetup,
    columns: [{ width: 110 }],
    rows: lines.map(([text]) => [text]),
    cells: new Map(
      lines.map(([, isTitle], at) => [
        `${at},0`,
        {
          style: {
            font: { size: isTitle ? 13 : 11, bold: isTitle, color: { rgb: ink } },
            alignment: { wrapText: true, vertical: isTitle ? ('bottom' as const) : ('top' as const) },
          },
        },
      ]),
    ),
    rowDefs: new Map(
      lines.map(([text, isTitle], at) => [
        at,
        { height: isTitle ? 30 : Math.ceil(text.length / 115) * leading + 3 },
      ]),
    ),
  };
}

function ruleOf(range: string, formula: string, rgb: string, priority: number) {
  const style: CellStyle = { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb } } };
  return { type: 'expression' as const, priority, formula, range, style };
}

function styleOf(name: string, isCode: boolean): CellStyle {
  const open = { protection: { locked: false } };
  if (isCode)
    return {
      ...open,
      border,
      alignment: { horizontal: 'center', vertical: 'top' },
      font: { size: 12, color: { rgb: ink } },
    };
  if (name === sheetColumns.note) return { ...open, border, alignment: { wrapText: true, vertical: 'top' } };
  const isText = name === sheetColumns.text || name === sheetColumns.said;
  return {
    border,
    font: { size: isText ? 11 : 9, color: { rgb: isText ? ink : faint } },
    alignment: { wrapText: isText, vertical: 'top' },
    ...(name === sheetColumns.said
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: paper } } }
      : {}),
  };
}

function widthOf(name: string, isCode: boolean): number {
  if (isCode) return Math.max(8, name.length + 2);
  const widths: Readonly<Record<string, number>> = { item: 10, text: 80, said: 34, note: 30 };
  return widths[name] ?? 11;
}

function heightOf(row: readonly string[], header: readonly string[]): number {
  const text = row[header.indexOf(sheetColumns.text)] ?? '';
  const said = header.includes(sheetColumns.said) ? (row[header.indexOf(sheetColumns.said)] ?? '') : '';
  const lines = Math.max(2, Math.ceil(text.length / width), said === '' ? 0 : said.split('\n').length);
  // A row of a spreadsheet is at most 409 points high.
  return Math.min(409, lines * leading + 6);
}

/**
 * The cells of the first sheet of a workbook as texts, row by row. Throws an InputError of a file that is none, is damaged
 * or would unpack to more than any coding sheet.
 */
export async function readWorkbook(path: string): Promise<readonly (readonly string[])[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError([`${path}  expected a file, got ${error.code ?? error.message}: check the path`]);
  });
  if (bytes.length > largest) throw tooLarge(path);
  try {
    const { sheets } = await read(bytes, { sheets: [0], maxRows });
    return (sheets[0]?.rows ?? []).map((row) =>
      row.map((cell) => (cell === null ? '' : String(cell).trim())),
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new InputError([
      `${path}  expected a workbook (XLSX), got a damaged one or none (${detail}): save it again as XLSX or CSV`,
    ]);
  }
}

const largest = 50_000_000;
const maxRows = 100_000;

function tooLarge(path: string): InputError {
  return new InputError([
    `${path}  expected a coding sheet, got a file above ${largest / 1e6} MB: check the path`,
  ]);
}
