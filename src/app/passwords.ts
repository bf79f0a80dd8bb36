import { createHash } from 'node:crypto';
import { matchesGlob } from 'node:path';
import type { StudyFile } from '../model/study.ts';
import { type Sha256, sha256 } from '../model/units.ts';

/**
 * The password that a study gives for a file: the one under its path as the manifest has it, else that of the first
 * glob that fits the path. A glob without a slash is held against the file's name alone. Null where there is none.
 */
export function passwordOf(passwords: StudyFile['passwords'], file: string): string | null {
  const path = file.normalize('NFC');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const given = Object.entries(passwords).map(([key, password]) => [key.normalize('NFC'), password] as const);
  const own = given.find(([key]) => key === path);
  const found = own ?? given.find(([key]) => matchesGlob(key.includes('/') ? path : name, key));
  return found?.[1] ?? null;
}

/** What shows that a password is the same as before without telling it: its hash with that of the file's bytes. */
export function proofOf(password: string, hash: Sha256): Sha256 {
  return sha256(
    createHash('sha256')
      .update(JSON.stringify(['password', hash, password]))
      .digest('hex'),
  );
}
