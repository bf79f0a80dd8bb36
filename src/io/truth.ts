import { check, InputError } from '../model/input.ts';
import { TruthRow } from '../model/truth.ts';
import { readCsv } from './csv.ts';
import { told } from './yaml.ts';

/** Reads the planted truth of a synthetic corpus; throws an InputError that names every row and column. */
export async function readTruth(path: string): Promise<readonly TruthRow[]> {
  const { header, rows } = await readCsv(path);
  const missing = Object.keys(TruthRow.shape).filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new InputError(
      missing.map((column) => `${path}:1  expected a column \`${column}\`, got none: add it`),
    );
  }
  const faults: string[] = [];
  const read = rows.flatMap(({ row, cells }) => {
    const checked = check(TruthRow, cells);
    if (checked.faults === null) return [checked.value];
    faults.push(
      ...checked.faults.map((fault) => `${path}  row ${row}, column ${fault.path.join('.')}: ${told(fault)}`),
    );
    return [];
  });
  if (faults.length > 0) throw new InputError(faults);
  return read;
}
