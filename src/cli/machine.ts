import { getSystemErrorMessage } from 'node:util';

const full: readonly string[] = ['ENOSPC', 'EDQUOT'];
const refusals: readonly string[] = [...full, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EIO'];

/** SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN. */
const databaseRefusals: readonly number[] = [8, 10, 13, 14];

/** What to tell when the machine would not write where it was told to; null for any other error. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  if ('errno' in error && refusals.includes(code)) {
    // A write that fails half-way does not say where.
    const place = 'path' in error ? error.path : 'state or reports';
    const found = `${code} (${getSystemErrorMessage(Number(error.errno))})`;
    return told(place, found, full.includes(code));
  }
  // SQLite does not say which file it speaks of; a study has one database.
  if ('errcode' in error && databaseRefusals.includes(Number(error.errcode) & 0xff)) {
    return told('study.sqlite', `\`${error.message}\``, error.message.includes('full'));
  }
  return null;
}

function told(place: unknown, found: string, isFull: boolean): string {
  const remedy = isFull ? 'make room there' : 'allow it there';
  return `${place}  expected a place to write to, got ${found}: ${remedy}, or choose another with --state and --output`;
}
