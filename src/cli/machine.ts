import { getSystemErrorMessage } from 'node:util';

const refusals: readonly string[] = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOSPC',
  'EDQUOT',
  'EIO',
];

/** SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN. */
const databaseRefusals: readonly number[] = [8, 10, 13, 14];

/** What to tell when the machine would not write where it was told to; null for any other error. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const remedy = 'make room there, or choose another place with --state and --output';
  if ('path' in error && 'errno' in error && refusals.includes(String(error.code))) {
    return `${error.path}  expected a place to write to, got ${error.code} (${getSystemErrorMessage(Number(error.errno))}): ${remedy}`;
  }
  // SQLite does not say which file it speaks of; a study has one database.
  if ('errcode' in error && databaseRefusals.includes(Number(error.errcode) & 0xff)) {
    return `study.sqlite  expected a place to write to, got \`${error.message}\`: ${remedy}`;
  }
  return null;
}
