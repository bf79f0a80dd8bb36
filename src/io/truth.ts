import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { check, InputError } from '../model/input.ts';
import { TruthRow } from '../model/truth.ts';

/** Reads the planted truth of a synthetic corpus; throws an InputError that names row and column. */
export async function readTruth(path: string): Promise<readonly TruthRow[]> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null)
    throw new InputError([`${path}  expected the truth file that study.yaml names, got nothing`]);
  const records: unknown[] = parse(text, { bom: true, columns: true });
  const faults: string[] = [];
  const rows = records.flatMap((record, index) => {
    const checked = check(TruthRow, record);
    if (checked.faults === null) return [checked.value];
    for (const { path: at, expected, found } of checked.faults) {
      faults.push(`${path}:${index + 2}  ${at.join('.')}: expected ${expected}, got "${found}"`);
    }
    return [];
  });
  if (faults.length > 0) throw new InputError(faults);
  return rows;
}
