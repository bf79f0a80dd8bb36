import type { StudyDatabase } from '../model/ports.ts';
import type { Observation } from '../model/profile.ts';
import type { StudyFile } from '../model/study.ts';
import { observe } from '../profile/observe.ts';

/**
 * What the index holds of every document in the numbers, by file and language. Read from the index as often as
 * it takes: no list of them is ever held.
 */
export function observed(
  { settings }: Pick<StudyFile, 'settings'>,
  database: Pick<StudyDatabase, 'eachTotals'>,
): Iterable<Observation> {
  return {
    *[Symbol.iterator]() {
      for (const { totals, source } of database.eachTotals()) {
        yield observe(totals, source, settings.period_years);
      }
    },
  };
}
