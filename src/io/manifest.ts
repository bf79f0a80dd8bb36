import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { check, InputError } from '../model/input.ts';
import type { Problem } from '../model/problem.ts';
import { ManifestRow, type Metadata, manifestColumns } from '../model/study.ts';
import { unknownMetadata } from './metadata.ts';

/** One row of a manifest: where it stands, what it says, and what in it had to be left out. */
export type Row = {
  readonly row: number;
  readonly file: string;
  readonly metadata: Metadata;
  readonly problems: readonly Problem[];
};

const headings: readonly string[] = manifestColumns;

/**
 * Reads a manifest (CSV, UTF-8 with or without BOM, comma or semicolon). Rows are numbered as a
 * spreadsheet shows them. A cell that does not fit its column is left empty and told as a Problem.
 * Throws an InputError where the file is no CSV or has no column `file`.
 */
export async function readManifest(path: string, voices: ReadonlySet<string>): Promise<readonly Row[]> {
  const records = parseCsv(await readFile(path, 'utf8'), path);
  const [header = [], ...body] = records;
  if (!header.includes('file')) {
    throw new InputError([
      `${path}:1  expected a column \`file\`, got ${header.map((name) => `\`${name}\``).join(', ') || 'nothing'}: name the columns in the first row`,
    ]);
  }
  const stray = header.filter((name) => name !== '' && !headings.includes(name));
  return body.map((cells, index) => {
    const row = index + 2;
    const values = Object.fromEntries(header.map((name, column) => [name, (cells[column] ?? '').trim()]));
    const file = (values['file'] ?? '').replaceAll('\\', '/');
    const problems: Problem[] = [];
    if (index === 0) {
      for (const name of stray) {
        problems.push(cellProblem(path, 1, name, `one of ${manifestColumns.join(', ')}`, name));
      }
    }
    const metadata: Record<string, unknown> = { ...unknownMetadata };
    for (const column of manifestColumns) {
      if (column === 'file') continue;
      const found = values[column] ?? '';
      const checked = check(ManifestRow.shape[column], found);
      const fault = checked.faults?.[0];
      if (checked.faults === null) metadata[column] = checked.value;
      else if (fault) problems.push(cellProblem(file, row, column, fault.expected, found));
    }
    const voice = metadata['voice'];
    if (typeof voice === 'string' && !voices.has(voice)) {
      problems.push(cellProblem(file, row, 'voice', `one of ${[...voices].join(', ')}`, voice));
      metadata['voice'] = null;
    }
    return { row, file, metadata: metadata as Metadata, problems };
  });
}

function parseCsv(text: string, path: string): string[][] {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',';
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError([
      `${path}  expected a CSV table, got a damaged one (${reason}): check its quotation marks`,
    ]);
  }
}

function cellProblem(file: string, row: number, column: string, expected: string, found: string): Problem {
  return { code: 'manifest_value', file, row, column, expected, found };
}
