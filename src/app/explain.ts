import { explain } from '../lexicon/explain.ts';
import type { Sighting } from '../model/explanation.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { Found } from '../model/ports.ts';
import type { Evidence } from '../model/results.ts';
import type { StudyFile } from '../model/study.ts';
import { compile } from '../tag/compile.ts';
import { released } from './release.ts';

/** A passage with its place and every place in it where a term's words stand. */
export type Explanation = Omit<Evidence, 'longest' | 'tags'> & {
  readonly sightings: readonly Sighting[];
  /** Whether the tags were made by the lexicon as it is now. */
  readonly current: boolean;
};

/** Why a passage of the index has the tags it has; private names are replaced where pseudonyms are given. */
export function explainPassage(
  found: Found,
  lexicon: Lexicon,
  object: string,
  privacy: StudyFile['privacy'],
  pseudonym: ((name: string) => string) | null,
): Explanation {
  const [shown] = released([found], privacy, pseudonym);
  const { longest: _, tags, ...rest } = shown ?? { ...found, longest: 0 };
  return {
    ...rest,
    sightings: explain(rest.passage, tags, { terms: lexicon.terms, matcher: compile(lexicon, { object }) }),
    current: found.lexicon === lexicon.hash,
  };
}
