import { type Coverage, coverage } from '../lexicon/coverage.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { TermReading } from '../model/reading.ts';

export type { Coverage };

/** What of a lexicon the documents of a study have, as the index tagged them, beside what readers found of its terms. */
export function coverLexicon(
  lexicon: Lexicon,
  database: Pick<StudyDatabase, 'hitCounts'>,
  readings: readonly TermReading[],
): Coverage {
  return coverage(lexicon.terms, database.hitCounts(), readings);
}
