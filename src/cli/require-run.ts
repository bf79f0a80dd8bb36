import { InputError } from '../model/input.ts';
import type { StudyDatabase } from '../model/ports.ts';

/** Throws an InputError where a study has not been run, since there is nothing to answer from. */
export function requireRun(database: StudyDatabase, path: string): void {
  if (database.runs().length === 0) {
    throw new InputError([
      `${path}  expected a study that has been run, got none: \`titrate run ${path}\` first`,
    ]);
  }
}
