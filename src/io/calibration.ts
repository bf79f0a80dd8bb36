import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes the table of a calibration beside the reports, in place of an earlier one; gives its path. */
export async function writeCalibration(output: string, content: string): Promise<string> {
  await mkdir(output, { recursive: true });
  const path = join(output, 'calibration.csv');
  await writeFile(path, content);
  return path;
}
