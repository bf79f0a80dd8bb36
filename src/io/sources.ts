import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { check, InputError } from '../model/input.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { FetchedRow, fetchedColumns, ListedSource, sourceColumns } from '../model/sources.ts';
import { type CsvRow, readCsv } from './csv.ts';

/**
 * Reads a list of sources (CSV; comma, semicolon or tab), in its order. A cell that does not fit its column is left
 * empty and told as a Problem; a row without an address, or with that of an earlier row, is left out and told. Throws an
 * InputError where the file is no CSV or has no column `address`.
 */
export async function readSources(
  path: string,
  voices: ReadonlySet<string>,
): Promise<Outcome<readonly ListedSource[]>> {
  const { header, headerRow, rows } = await readCsv(path);
  if (!header.includes('address')) {
    throw new InputError([
      `${path}:${headerRow}  expected a column \`address\`, got ${header.join(', ') || 'nothing'}: name the columns in the first row`,
    ]);
  }
  const file = basename(path);
  const problems: Problem[] = header.flatMap((column, index): Problem[] => {
    const isKnown = sourceColumns.some((known) => known === column);
    if (column === '' || (isKnown && header.indexOf(column) === index)) return [];
    const fault = isKnown ? 'repeated' : 'unknown';
    return [{ code: 'manifest_column', file, row: headerRow, column, fault }];
  });
  const sources = new Map<string, ListedSource>();
  for (const row of rows) {
    const source = readRow(row, header.length);
    if (source === null) continue;
    if (sources.has(source.address)) {
      fault(row.row, 'address', 'an address that no other row has', source.address);
    } else sources.set(source.address, source);
  }
  return { value: [...sources.values()], problems };

  function readRow({ row, cells, width }: CsvRow, columns: number): ListedSource | null {
    if (width > columns) {
      // Nobody knows which cell belongs where.
      fault(row, 'address', `${columns} cells in the row`, String(width));
      return null;
    }
    const values: Record<string, unknown> = {};
    for (const column of sourceColumns) {
      const found = cells[column] ?? '';
      const { value, faults } = check<string | null>(ListedSource.shape[column], found);
      const isStray = column === 'voice' && value !== null && !voices.has(value);
      const expected = faults?.[0]?.expected ?? (isStray ? `one of ${[...voices].join(', ')}` : null);
      if (expected === null) values[column] = value;
      else {
        fault(row, column, expected, found);
        values[column] = null;
      }
    }
    return values['address'] === null ? null : (values as ListedSource);
  }

  function fault(row: number, column: string, expected: string, found: string): void {
    problems.push({ code: 'source_value', file, row, column, expected, found });
  }
}

/**
 * Reads what came from where, oldest first; nothing where no record is. A row that does not fit, such as one that was torn by a failing disk,
 * is left out and told. Throws an InputError where the file is no CSV.
 */
export async function readFetchedRows(path: string): Promise<Outcome<readonly FetchedRow[]>> {
  if (!existsSync(path)) return { value: [], problems: [] };
  const problems: Problem[] = [];
  const { rows } = await readCsv(path);
  const value = rows.flatMap(({ row, cells }) => {
    const wanted = Object.fromEntries(fetchedColumns.map((column) => [column, cells[column] ?? '']));
    const { value: found, faults } = check(FetchedRow, wanted);
    if (faults === null) return [found];
    const [first] = faults;
    const about = { file: basename(path), row, column: String(first?.path[0] ?? 'address') };
    problems.push({
      code: 'source_value',
      ...about,
      expected: first?.expected ?? '',
      found: first?.found ?? '',
    });
    return [];
  });
  return { value, problems };
}
