import { existsSync } from 'node:fs';
import { indexPath, openIndex } from '../io/database.ts';
import { InputError } from '../model/input.ts';
import type { StudyDatabase } from '../model/ports.ts';

/**
 * Opens the index of a study that has been run. Throws an InputError where it has not, and leaves nothing
 * there: a question must not write into somebody's documents.
 */
export function openRun(state: string, study: string): StudyDatabase {
  const database = existsSync(indexPath(state)) ? openIndex(state) : null;
  if (database !== null && database.runs().length > 0) return database;
  database?.close();
  throw new InputError([
    `${study}  expected a study that has been run, got none: \`titrate run ${study}\` first`,
  ]);
}
