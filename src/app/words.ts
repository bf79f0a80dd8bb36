import { distinctiveWords } from '../assess/words/words.ts';
import type { DistinctiveWords } from '../model/distinctive.ts';
import { type LexiconLanguage, lexiconLanguages } from '../model/passage.ts';
import type { Evidence } from '../model/results.ts';
import { commonWords } from '../segment/language-words.ts';
import { stemmers } from '../tag/stems.ts';
import { plain } from '../text/fold.ts';
import type { StudyInput } from './study.ts';

/** The words that tell the study's two sides apart, from passages as they may leave the study. */
export function wordsOf(
  { file, lexicon }: Pick<StudyInput, 'file' | 'lexicon'>,
  passages: Iterable<Evidence>,
): readonly DistinctiveWords[] {
  const object = new Set(lexicon.measured.find(({ code }) => code === file.object)?.categories ?? []);
  return distinctiveWords(passages, {
    contrast: file.contrast,
    seed: file.settings.seed,
    isObject: (tags) => tags.some(({ category, blocked }) => blocked === null && object.has(category)),
    languages: Object.fromEntries(
      lexiconLanguages.map((language) => [
        language,
        { stem: stemmers[language], functionWords: functionWordsOf(language) },
      ]),
    ) as Record<LexiconLanguage, { stem: (word: string) => string; functionWords: ReadonlySet<string> }>,
  });
}

function functionWordsOf(language: LexiconLanguage): ReadonlySet<string> {
  const words = Object.values(commonWords[language]).flatMap((some) => some.split(' '));
  return new Set(words.map(plain));
}
