import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../model/input.ts';
import { Theme } from '../model/lexicon.ts';
import { programFolder } from './engine.ts';
import { type ItemChange, readYaml, withItem } from './yaml.ts';

/** Hash of the bytes of a file of the lexicon, by which a change knows that it is still the one that was read. */
export function textHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Changes one line of a theme's file: as a whole or not at all, all else as it stands. `check` is given the theme as it would
 * be and may refuse it. Throws an InputError where the file is another than the one that was read, or is written in a way
 * that cannot be changed by one line.
 */
export async function changeTheme(
  path: string,
  change: ItemChange,
  hash: string | null,
  check: (theme: Theme) => void,
): Promise<void> {
  const shown = `${basename(dirname(path))}/${basename(path)}`;
  const bytes = await readFile(path);
  const changed = () =>
    new InputError([`${shown}  expected the file as it was read, got another: load the page again`]);
  if (hash !== null && textHash(bytes) !== hash) throw changed();
  const text = withItem(bytes.toString('utf8'), change);
  if (text === null) {
    throw new InputError([
      `${shown}  expected a list of terms in lines of their own, got one that cannot be changed from here: edit the file itself`,
    ]);
  }
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  try {
    await writeFile(partial, text, { flag: 'wx' });
    check(await readYaml(partial, shown, Theme));
    if (textHash(await readFile(path)) !== textHash(bytes)) throw changed();
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Copies the lexicon of the program into a study; throws an InputError where it has one already. */
export async function copyLexicon(folder: string): Promise<void> {
  if (existsSync(folder)) {
    throw new InputError([`${folder}  expected no lexicon of the study's own, got one: load the page again`]);
  }
  const partial = join(dirname(folder), `.${basename(folder)}.${process.pid}.partial`);
  try {
    await cp(join(programFolder(), 'lexicons'), partial, { recursive: true });
    await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
