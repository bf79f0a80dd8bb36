import type { LexiconSource, Term } from '../model/lexicon.ts';
import { lexiconLanguages } from '../model/passage.ts';
import type { LanguagePlace, LexiconError } from './errors.ts';
import { createReader, type Mention, type Reader } from './read.ts';

/**
 * Runs the example sentences of every category through the whole lexicon, masks and longest match
 * included but not the rule of the object: `matches` must give a mention of the category that stands,
 * `rejects` none.
 */
export function checkExamples(source: LexiconSource, terms: readonly Term[]): readonly LexiconError[] {
  const read = createReader(terms);
  const errors: LexiconError[] = [];
  for (const { file, theme } of source.themes) {
    for (const [category, entry] of Object.entries(theme.categories)) {
      for (const language of lexiconLanguages) {
        const place = { file, theme: theme.theme, category, language };
        for (const sentence of entry.matches[language] ?? []) {
          if (standing(read, sentence, place) !== undefined) continue;
          errors.push({
            code: 'example_missed',
            ...place,
            sentence,
            found: whatHappened(read, terms, sentence, place),
          });
        }
        for (const sentence of entry.rejects[language] ?? []) {
          const mention = standing(read, sentence, place);
          if (mention === undefined) continue;
          const { start, end, term } = mention;
          errors.push({
            code: 'example_tagged',
            ...place,
            sentence,
            term: term.pattern,
            surface: sentence.slice(start, end),
          });
        }
      }
    }
  }
  return errors;
}

/** The first mention of the category in the sentence that counts. */
function standing(read: Reader, sentence: string, place: LanguagePlace): Mention | undefined {
  const { open, masks } = read(sentence, place.language);
  return [...open, ...masks].find(({ term }) => isOf(term, place));
}

/** Why a sentence has no mention of its category: nothing fits, a mask, or a longer term. */
function whatHappened(read: Reader, terms: readonly Term[], sentence: string, place: LanguagePlace): string {
  const alone = createReader(terms.filter((term) => isOf(term, place)))(sentence, place.language).open[0];
  if (alone === undefined) return 'none';
  const { open, masks } = read(sentence, place.language);
  const taker =
    masks.find((mask) => overlap(mask, alone) && mask.term.blocks.includes(alone.term.layer)) ??
    open.find((other) => overlap(other, alone) && other.term.layer === alone.term.layer);
  const surface = `"${sentence.slice(alone.start, alone.end)}"`;
  return taker === undefined
    ? surface
    : `${surface} taken by \`${taker.term.pattern}\` of \`${taker.term.theme}/${taker.term.category}\``;
}

function overlap(a: Mention, b: Mention): boolean {
  return a.start < b.end && b.start < a.end;
}

function isOf(term: Term, { theme, category }: LanguagePlace): boolean {
  return term.theme === theme && term.category === category;
}
