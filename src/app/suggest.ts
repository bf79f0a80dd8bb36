import { type Candidate, type Suggestions, suggest } from '../lexicon/suggest/suggest.ts';
import { InputError } from '../model/input.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { LexiconLanguage } from '../model/passage.ts';
import type { Found, StudyDatabase } from '../model/ports.ts';
import { commonWords } from '../segment/language-words.ts';
import { plain } from '../text/fold.ts';
import { veiledPassage } from './release.ts';

export type { Candidate, Suggestions };

/**
 * Candidates for a theme or `theme/category` from the passages of a study in one language. Throws an InputError where
 * the lexicon has no such category.
 */
export function suggestTerms(
  database: Pick<StudyDatabase, 'passages'>,
  lexicon: Lexicon,
  asked: {
    readonly category: string;
    readonly language: LexiconLanguage;
    readonly limit: number;
    readonly least: number;
  },
  pseudonym: ((name: string) => string) | null,
): Suggestions {
  const { category, language, limit, least } = asked;
  const isTarget = (name: string) => name === category || name.startsWith(`${category}/`);
  const known = [
    ...new Set(
      lexicon.terms
        .filter(({ layer }) => layer !== 'mask' && layer !== 'cue')
        .map((term) => `${term.theme}/${term.category}`),
    ),
  ];
  if (!known.some(isTarget)) {
    throw new InputError([`suggest: expected a theme or category (${known.join(', ')}), got "${category}"`]);
  }
  const passages: Iterable<Found> = {
    *[Symbol.iterator]() {
      for (const found of database.passages()) if (found.passage.language === language) yield found;
    },
  };
  const functionWords = new Set(
    Object.values(commonWords[language]).flatMap((words) => words.split(' ').map((word) => plain(word))),
  );
  const show = (found: Found) => veiledPassage(found, pseudonym);
  return suggest(passages, {
    isTarget,
    functionWords,
    window: 5,
    least,
    leastDocuments: 2,
    limit,
    lines: 3,
    show,
  });
}
