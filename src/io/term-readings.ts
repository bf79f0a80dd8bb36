import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { check, InputError } from '../model/input.ts';
import { TermReading } from '../model/reading.ts';
import { readCsv } from './csv.ts';
import { told } from './yaml.ts';

/** What `measured.csv` in a folder of lexicons says of terms; none without that file. Throws an InputError that names every row and column. */
export async function readTermReadings(folder: string): Promise<readonly TermReading[]> {
  const path = join(folder, 'measured.csv');
  if (!existsSync(path)) return [];
  const shown = `${basename(folder)}/measured.csv`;
  const { header, rows } = await readCsv(path);
  const missing = Object.keys(TermReading.shape).filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new InputError(
      missing.map((column) => `${shown}:1  expected a column \`${column}\`, got none: add it`),
    );
  }
  const faults: string[] = [];
  const read = rows.flatMap(({ row, cells }) => {
    const checked = check(TermReading, cells);
    if (checked.faults === null) return [checked.value];
    faults.push(
      ...checked.faults.map(
        (fault) => `${shown}  row ${row}, column ${fault.path.join('.')}: ${told(fault)}`,
      ),
    );
    return [];
  });
  if (faults.length > 0) throw new InputError(faults);
  return read;
}
