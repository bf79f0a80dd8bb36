import type { StudyDatabase } from '../model/ports.ts';
import { observed } from './observed.ts';
import type { StudyInput } from './study.ts';

/** Categories of the bodies above each actor that does something, as they were known when its documents were read. */
export function bodiesAbove(
  file: Pick<StudyInput['file'], 'settings'>,
  database: Pick<StudyDatabase, 'eachTotals'>,
): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, readonly string[]>();
  for (const { portrait } of observed(file, database)) {
    for (const { actor, above } of portrait.doings) if (above.length > 0) known.set(actor, above);
  }
  return known;
}
