import { mkdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type CodingSheet, type Instruction, type SheetRow, sheetColumns } from '../model/coding.ts';
import { readCsv } from './csv.ts';
import { codingWorkbook, readWorkbook } from './xlsx.ts';

/**
 * Writes a coder's sheet into a folder, as a workbook and as CSV with the same columns, and the instructions as a text
 * beside them. Gives the paths made.
 */
export async function writeSheet(folder: string, sheet: CodingSheet): Promise<readonly string[]> {
  const [header, rows] = table(sheet);
  const name = sheet.role === 'coder' ? sheet.coder : `${sheet.coder}-adjudicates`;
  await mkdir(folder, { recursive: true });
  const written = [
    [`${name}.xlsx`, await codingWorkbook(sheet, header, rows)],
    // The mark at the beginning tells spreadsheets that this is UTF-8.
    [
      `${name}.csv`,
      `\ufeff${stringify([[...header], ...rows], { escape_formulas: true, quoted_string: true, record_delimiter: 'windows' })}`,
    ],
    [`${name}-instructions.md`, instructionText(sheet.instructions)],
  ] as const;
  for (const [file, content] of written) await writeFile(join(folder, file), content);
  return written.map(([file]) => join(folder, file));
}

/** The rows of a sheet that came back, as a workbook or as CSV however a spreadsheet saved it. */
export async function readSheetRows(path: string): Promise<readonly SheetRow[]> {
  if (extname(path).toLowerCase() !== '.xlsx') {
    const { rows } = await readCsv(path);
    return rows.map(({ row, cells }) => ({ row, cells: mapped(cells, unguarded) }));
  }
  const [head = [], ...rows] = await readWorkbook(path);
  const names = head.map((name) => name.toLowerCase());
  return rows.flatMap((cells, at) =>
    cells.every((cell) => cell === '')
      ? []
      : [
          {
            row: at + 2,
            cells: Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])),
          },
        ],
  );
}

/** A text without the apostrophe that kept it from being run as a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function mapped(cells: SheetRow['cells'], change: (cell: string) => string): SheetRow['cells'] {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, change(cell)]));
}

function table({
  sample,
  coder,
  role,
  columns,
  rows,
}: CodingSheet): readonly [readonly string[], string[][]] {
  const { item, text, said, note, coder: who, role: as, sample: of } = sheetColumns;
  const isAdjudication = role === 'adjudicator';
  const codes = columns.map(({ code }) => code);
  const header = [item, text, ...(isAdjudication ? [said] : []), ...codes, note, who, as, of];
  return [
    header,
    rows.map((row) => [
      row.item,
      row.text,
      ...(isAdjudication ? [row.said ?? ''] : []),
      ...codes.map(() => ''),
      '',
      coder,
      role,
      sample,
    ]),
  ];
}

function instructionText(instructions: readonly Instruction[]): string {
  return instructions
    .map(({ title, lines }) => `## ${title}\n\n${lines.map((one) => `- ${one}\n`).join('')}`)
    .join('\n');
}
