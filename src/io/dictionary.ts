import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LexiconReading } from '../model/dictionary.ts';
import { InputError } from '../model/input.ts';
import { writtenYaml } from './yaml.ts';

/** Most bytes of a dictionary file. */
const mostBytes = 64_000_000;

/**
 * The text of a dictionary file and its encoding where that had to be guessed: the one given, else by the mark of its
 * byte order, by what its XML declares, as UTF-8, and otherwise as Windows-1252, since a list of words is too little
 * to guess from. Throws an InputError where the bytes are not of the encoding given or declared.
 */
export async function readDictionaryText(
  path: string,
  encoding?: string,
): Promise<{ readonly text: string; readonly guessed: string | null }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError([`${path}  expected a file, got ${error.code ?? error.message}: check the path`]);
  });
  if (bytes.length > mostBytes) {
    throw new InputError([
      `${path}  expected at most ${mostBytes} bytes, got ${bytes.length}: split the dictionary`,
    ]);
  }
  if (encoding !== undefined) return { text: decode(path, bytes, encoding, '--encoding'), guessed: null };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(path, bytes, 'utf-16le'), guessed: null };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(path, bytes, 'utf-16be'), guessed: null };
  const declared = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/.exec(
    bytes.toString('latin1', 0, 512),
  )?.[1];
  if (declared !== undefined) return { text: decode(path, bytes, declared), guessed: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: null };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: 'windows-1252' };
  }
}

function decode(path: string, bytes: Uint8Array, encoding: string, from = 'as the file says'): string {
  const decoder = decoderOf(path, encoding, from);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new InputError([
      `${path}  expected ${encoding} (${from}), got other bytes: give another one with --encoding`,
    ]);
  }
}

function decoderOf(path: string, encoding: string, from: string) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new InputError([
      `${path}  expected an encoding such as utf-8, windows-1252, iso-8859-2 or shift_jis (${from}), got "${encoding}": correct it with --encoding`,
    ]);
  }
}

/**
 * Writes a YAML file a theme, and `categories.yaml` and `speech.yaml` of what a table has of these, and gives their paths
 * in this order; throws an InputError, and writes none, where one is there already.
 */
export async function writeLexicon(
  folder: string,
  { themes, categories, speech }: Omit<LexiconReading, 'refused'>,
): Promise<readonly string[]> {
  const named = [
    ...themes.map((theme) => [theme.theme, theme] as const),
    ...(categories === null ? [] : [['categories', categories] as const]),
    ...(speech === null ? [] : [['speech', speech] as const]),
  ];
  const files = named.map(([name, content]) => ({ path: join(folder, `${name}.yaml`), content }));
  const there = files.filter(({ path }) => existsSync(path));
  if (there.length > 0) {
    throw new InputError(
      there.map(
        ({ path }) => `${path}  expected no file there, got one: move it, or choose another --output`,
      ),
    );
  }
  for (const { path, content } of files) await writeNew(path, writtenYaml(content));
  return files.map(({ path }) => path);
}

/** Writes a file that is not there yet; throws an InputError where it is, or cannot be made. */
export async function writeNew(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError([`${path}  expected a new file, got ${code}: choose another name`]);
  }
}
