import { type Coverage, coverage } from '../lexicon/coverage.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { StudyDatabase } from '../model/ports.ts';

export type { Coverage };

/** What of a lexicon the documents of a study have, as the index tagged them. */
export function coverLexicon(lexicon: Lexicon, database: Pick<StudyDatabase, 'hitCounts'>): Coverage {
  return coverage(lexicon.terms, database.hitCounts());
}
