import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../model/input.ts';

const digits = 64;

/**
 * The key of a study's pseudonyms, made where there is none: 32 random bytes in hexadecimal, for the owner's eyes alone.
 * Two runs that make it at once end with the same one. Throws an InputError where it can neither be read nor made.
 */
export function pseudonymKey(path: string): Uint8Array {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${randomBytes(digits / 2).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // What stands there already is used; whatever else was wrong shows when it is read.
    if (!(error instanceof Error)) throw error;
  }
  const text = readKey(path).trim();
  if (new RegExp(`^[0-9a-f]{${digits}}$`).test(text)) return Buffer.from(text, 'hex');
  throw new InputError([
    `${path}  expected the key of the pseudonyms, ${digits} hexadecimal digits, got something else: put back the file, or delete it for new pseudonyms`,
  ]);
}

function readKey(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'nothing';
    throw new InputError([
      `${path}  expected to read or make the key of the pseudonyms, got ${code}: make the folder writable, or say privacy: { names: shown } in study.yaml`,
    ]);
  }
}
