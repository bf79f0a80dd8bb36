import { randomBytes } from 'node:crypto';
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { InputError } from '../model/input.ts';
import { type Metadata, manifestColumns } from '../model/study.ts';
import { readCsv } from './csv.ts';

/** A row to add to a manifest. */
export type NewRow = {
  readonly file: string;
  readonly metadata: Metadata;
  /** Fields that the manifest must have a column for, since nothing else would carry them. */
  readonly needed: readonly (keyof Metadata)[];
};

/**
 * Adds rows at the end of a manifest, in its own columns, separator, line ends and encoding; what is there stays
 * byte for byte. The manifest is replaced as a whole, and only once the new one has been read back as the old
 * rows and the new ones. Makes one with all columns where there is none. Throws an InputError where the manifest
 * cannot carry what a row says.
 */
export async function appendRows(path: string, rows: readonly NewRow[]): Promise<void> {
  const real = await realpath(path).catch(() => null);
  const target = real ?? path;
  const old = real === null ? Buffer.from(`${manifestColumns.join(',')}\n`) : await readFile(real);
  const partial = `${target}.${randomBytes(6).toString('hex')}.partial`;
  try {
    await writeFile(partial, old, { flag: 'wx' });
    const before = await readCsv(partial);
    const { header } = before;
    const missing = rows.flatMap(({ file, needed, metadata }) =>
      needed
        .filter((field) => metadata[field] !== null && !header.includes(field))
        .map(
          (field) =>
            `${path}  expected a column \`${field}\` for "${metadata[field]}" of ${file}, got none: add the column, or leave the value out`,
        ),
    );
    if (missing.length > 0) throw new InputError(missing);
    const cells = rows.map(({ file, metadata }) => {
      const values: Readonly<Record<string, string | null>> = { ...metadata, file };
      return header.map((column) => values[column] ?? '');
    });
    await writeFile(partial, Buffer.concat([old, encoded(cells, old, before.delimiter, path)]));
    const after = await readCsv(partial);
    const added = after.rows.slice(before.rows.length);
    const asMeant =
      same(after.rows.slice(0, before.rows.length), before.rows) &&
      same(
        added.map((row) => header.map((column) => row.cells[column])),
        cells.map((row) => row.map((cell) => cell.trim())),
      );
    if (!asMeant) {
      throw new InputError([
        `${path}  expected a manifest that rows can be added to, got one in which they would be read otherwise: check its first and last lines`,
      ]);
    }
    if (real !== null) {
      await chmod(partial, (await stat(real)).mode);
      if (!(await readFile(real)).equals(old)) {
        throw new InputError([
          `${path}  expected a manifest at rest, got one that is being changed: try again`,
        ]);
      }
    }
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
}

function encoded(
  cells: readonly (readonly string[])[],
  old: Buffer,
  delimiter: string,
  path: string,
): Buffer {
  const wide = old[0] === 0xff && old[1] === 0xfe ? 'le' : old[0] === 0xfe && old[1] === 0xff ? 'be' : null;
  const written = wide === null ? old.toString('latin1') : utf16(old, wide);
  const newline = /\r\n|\n|\r/.exec(written)?.[0] ?? '\n';
  const text = stringify(
    cells.map((row) => [...row]),
    { delimiter, record_delimiter: newline, quoted_match: /^\s|\s$/ },
  );
  const whole = written === '' || /[\r\n]$/.test(written) ? text : `${newline}${text}`;
  if (wide !== null) {
    const bytes = Buffer.from(whole, 'utf16le');
    return wide === 'le' ? bytes : bytes.swap16();
  }
  return isUtf8(old) ? Buffer.from(whole, 'utf8') : narrow(whole, path);
}

/** The text in the one encoding that is neither UTF-8 nor marked, where it fits. */
function narrow(text: string, path: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  // Between 0x80 and 0x9f the two differ.
  if (/^[\0-\x7f\xa0-\xff]*$/.test(text)) return bytes;
  throw new InputError([
    `${path}  expected an encoding that can hold the new rows, got Windows-1252: save the manifest as UTF-8`,
  ]);
}

function utf16(bytes: Buffer, order: 'le' | 'be'): string {
  return new TextDecoder(`utf-16${order}`).decode(bytes);
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function same(some: unknown, others: unknown): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
