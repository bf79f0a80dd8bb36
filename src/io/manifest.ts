import { basename } from 'node:path';
import { check, InputError } from '../model/input.ts';
import type { Problem } from '../model/problem.ts';
import { ManifestRow, type Metadata, manifestColumns } from '../model/study.ts';
import { type Csv, type CsvRow, readCsv } from './csv.ts';
import { unknownMetadata } from './metadata.ts';

/** One row of a manifest: where it stands, what it says, and what in it had to be left out. */
export type Row = {
  readonly row: number;
  /** With forward slashes; empty where the row names no file. */
  readonly file: string;
  readonly metadata: Metadata;
  readonly problems: readonly Problem[];
};

export type Manifest = {
  readonly rows: readonly Row[];
  /** What is wrong with the table as a whole; these problems name the manifest as their file. */
  readonly problems: readonly Problem[];
};

/** A manifest without rows, as where there is none. */
export const noManifest: Manifest = { rows: [], problems: [] };

const headings: ReadonlySet<string> = new Set(manifestColumns);

/**
 * Reads a manifest (CSV; comma, semicolon or tab). Rows are numbered as a spreadsheet shows them. A cell
 * that does not fit its column is left empty and told as a Problem, and so is a whole row with more cells
 * than columns, since nobody knows which cell belongs where. Throws an InputError where the file is no
 * CSV or has no column `file`.
 */
export async function readManifest(path: string, voices: ReadonlySet<string>): Promise<Manifest> {
  const table = await readCsv(path);
  if (!table.header.includes('file')) {
    const found = table.header.map((name) => `\`${name}\``).join(', ') || 'nothing';
    throw new InputError([
      `${path}:${table.headerRow}  expected a column \`file\`, got ${found}: name the columns in the first row`,
    ]);
  }
  return {
    rows: table.rows.map((row) => readRow(row, table.header.length, voices)),
    problems: headerProblems(basename(path), table),
  };
}

function headerProblems(file: string, { header, headerRow: row, guessed }: Csv): readonly Problem[] {
  const problems: Problem[] = guessed === null ? [] : [{ code: 'encoding_guessed', file, encoding: guessed }];
  for (const [index, column] of header.entries()) {
    if (column === '') continue;
    if (!headings.has(column))
      problems.push({ code: 'manifest_column', file, row, column, fault: 'unknown' });
    else if (header.indexOf(column) !== index) {
      problems.push({ code: 'manifest_column', file, row, column, fault: 'repeated' });
    }
  }
  return problems;
}

function readRow({ row, cells, width }: CsvRow, columns: number, voices: ReadonlySet<string>): Row {
  const file = slashed(cells['file']);
  if (width > columns) {
    const problem: Problem = { code: 'row_too_wide', file, row, cells: width, columns };
    return { row, file, metadata: unknownMetadata, problems: [problem] };
  }
  const problems: Problem[] = [];
  const metadata: Record<string, string | null> = { ...unknownMetadata };
  for (const column of manifestColumns) {
    if (column === 'file') continue;
    const found = cells[column] ?? '';
    const { value, faults } = check(ManifestRow.shape[column], found);
    const expected = faults?.[0]?.expected ?? unfit(column, value);
    if (expected === null) metadata[column] = value;
    else problems.push({ code: 'manifest_value', file, row, column, expected, found });
  }
  return { row, file, metadata: metadata as Metadata, problems };

  /** What a value has to be that is well formed by itself but refers to nothing. */
  function unfit(column: string, value: string | null): string | null {
    if (value === null) return null;
    if (column === 'voice' && !voices.has(value)) return `one of ${[...voices].join(', ')}`;
    return null;
  }
}

function slashed(path = ''): string {
  return path.replaceAll('\\', '/');
}
