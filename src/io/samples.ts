import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type CodingSheet, type Sample, SampleDesign, SampleKey } from '../model/coding.ts';
import { check, InputError } from '../model/input.ts';
import { readCsv } from './csv.ts';
import { readText } from './readtext.ts';
import { writeSheet } from './sheets.ts';
import { compareCodePoints } from './spelling.ts';
import { told } from './yaml.ts';

const designFile = 'design.json';
const keyFile = 'key.csv';

/** The samples below the codings of a study, in the order of their names. Throws an InputError with every fault of one. */
export async function readSamples(codings: string): Promise<readonly Sample[]> {
  const names = await readdir(codings).catch(() => []);
  const samples: Sample[] = [];
  for (const name of names.toSorted(compareCodePoints)) {
    const folder = join(codings, name);
    if (existsSync(join(folder, designFile))) samples.push(await readSample(folder));
  }
  return samples;
}

/** A name that no sample has yet: `sample-1`, `sample-2` and so on. */
export async function freeSampleName(codings: string): Promise<string> {
  const names = new Set(await readdir(codings).catch(() => []));
  for (let number = 1; ; number++) if (!names.has(`sample-${number}`)) return `sample-${number}`;
}

/**
 * Writes a sample with its sheets into a folder of its own, whole or not at all; what it stands for (`key.csv`) lies
 * apart from the sheets. Gives the paths of the sheets. Throws an InputError where there is one of that name.
 */
export async function writeSample(codings: string, { design, keys }: Sample, sheets: readonly CodingSheet[]) {
  const folder = join(codings, design.sample);
  const partial = join(codings, `.${design.sample}.${randomBytes(6).toString('hex')}.partial`);
  try {
    await mkdir(partial, { recursive: true });
    await writeFile(join(partial, designFile), `${JSON.stringify(design, null, 2)}\n`);
    await writeFile(join(partial, keyFile), keyText(keys));
    const made: string[] = [];
    for (const sheet of sheets) made.push(...(await writeSheet(join(partial, 'sheets'), sheet)));
    if (existsSync(folder)) {
      throw new InputError([
        `${folder}  expected no sample of that name, got one: choose another with --name`,
      ]);
    }
    await rename(partial, folder);
    return made.map((path) => join(folder, 'sheets', basename(path)));
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function keyText(keys: readonly SampleKey[]): string {
  const columns = Object.keys(SampleKey.shape) as (keyof SampleKey)[];
  const cellOf = (value: SampleKey[keyof SampleKey]) =>
    Array.isArray(value) ? value.join(' ') : String(value);
  // By id, so that the file does not tell the order in the documents.
  const sorted = keys.toSorted((a, b) => compareCodePoints(a.item, b.item));
  return stringify([columns, ...sorted.map((key) => columns.map((column) => cellOf(key[column])))]);
}

async function readSample(folder: string): Promise<Sample> {
  const faults: string[] = [];
  const name = basename(folder);
  const path = join(folder, designFile);
  const written = parsed((await readText(path)).text);
  const { value: design, faults: wrong } = check(SampleDesign, written);
  for (const fault of wrong ?? [])
    faults.push(`${path}  ${fault.path.join('.') || 'the file'}: ${told(fault)}`);
  if (design !== null && design.sample !== name) {
    faults.push(
      `${path}  sample: expected "${name}", the name of its folder, got "${design.sample}": correct it`,
    );
  }
  const { rows } = await readCsv(join(folder, keyFile));
  const keys = rows.flatMap(({ row, cells }) => {
    const { value, faults: found } = check(SampleKey, cells);
    if (found === null) return [value];
    for (const fault of found)
      faults.push(`${join(folder, keyFile)}:${row}  ${fault.path.join('.')}: ${told(fault)}`);
    return [];
  });
  if (design === null || faults.length > 0) throw new InputError(faults);
  return { design, keys };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
