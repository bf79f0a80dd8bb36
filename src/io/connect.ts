import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { schema, schemaVersion } from './schema.ts';

/**
 * Opens the database at a path with the tables of this version. What is no database any more or has lost
 * its end is made anew, and so are the tables of another version, because all of it can be indexed again.
 */
export function connect(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  try {
    return prepared(path);
  } catch (error) {
    if (!isCorruption(error)) throw error;
    remove(path);
    return prepared(path);
  }
}

/**
 * Opens the database at a path for reading alone: no statement can change it, and none waits for whoever writes. Null where
 * there is none, or one of another version.
 */
export function connectReader(path: string): DatabaseSync | null {
  if (!existsSync(path)) return null;
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    if (versionOf(database) === schemaVersion) return database;
    database.close();
    return null;
  } catch (error) {
    database.close();
    if (isCorruption(error)) return null;
    throw error;
  }
}

/** Whether a database that was opened for reading is still the one at its path, with the tables of this version. */
export function isCurrent(database: DatabaseSync, path: string, opened: FileIdentity): boolean {
  const now = identityOf(path);
  return now !== null && now === opened && versionOf(database) === schemaVersion;
}

/** Tells a file from another that was put in its place. */
export type FileIdentity = string;

/** The identity of the file at a path; null where there is none. */
export function identityOf(path: string): FileIdentity | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? null : `${found.dev} ${found.ino} ${found.birthtimeNs}`;
}

/** Does all of some work or, when it throws, nothing of it. Waits for other writers. */
export function transaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function prepared(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 30_000 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000');
    if (versionOf(database) !== schemaVersion) transaction(database, () => makeTables(database));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** In place and as one transaction: another process may have the database open, or make it just now. */
function makeTables(database: DatabaseSync): void {
  if (versionOf(database) === schemaVersion) return;
  // Dropping a full-text index drops its own tables, so the list is read again each time.
  for (let name = anyTable(database); name !== null; name = anyTable(database)) {
    database.exec(`DROP TABLE "${name.replaceAll('"', '""')}"`);
  }
  database.exec(`${schema}; PRAGMA user_version = ${schemaVersion}`);
}

function anyTable(database: DatabaseSync): string | null {
  const found = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
       ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC LIMIT 1`,
    )
    .get();
  return typeof found?.['name'] === 'string' ? found['name'] : null;
}

function versionOf(database: DatabaseSync): unknown {
  return database.prepare('PRAGMA user_version').get()?.['user_version'];
}

function remove(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, extended codes included. */
function isCorruption(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  return [11, 26].includes(Number(error.errcode) & 0xff);
}
