import { readFile } from 'node:fs/promises';
import { InputError } from '../model/input.ts';

/**
 * The text of a file that people edit: UTF-8 with or without BOM, or UTF-16 with one. What is neither is
 * taken for Windows-1252, as spreadsheets save it, and then `guessed` names that encoding. Throws an
 * InputError where there is no file to read.
 */
export async function readText(path: string): Promise<{ text: string; guessed: string | null }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError([`${path}  expected a file, got ${error.code ?? error.message}: check the path`]);
  });
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decode(bytes, 'utf-16le'), guessed: null };
  if (first === 0xfe && second === 0xff) return { text: decode(bytes, 'utf-16be'), guessed: null };
  try {
    return { text: decode(bytes, 'utf-8'), guessed: null };
  } catch {
    return { text: decode(bytes, 'windows-1252'), guessed: 'windows-1252' };
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
}
