import { explain } from '../../lexicon/explain.ts';
import type { ExplanationView } from '../../model/api/documents.ts';
import { fateWords } from '../../model/explanation.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Found } from '../../model/ports.ts';
import { compile, type Matcher } from '../../tag/compile.ts';
import { passageView } from './passage.ts';

/** A lexicon ready to explain with: making it ready costs more than a hundred explanations. */
export type Explaining = { readonly lexicon: Lexicon; readonly matcher: Matcher };

/** Makes a lexicon ready to explain with. */
export function explaining(lexicon: Lexicon, object: string): Explaining {
  return { lexicon, matcher: compile(lexicon, { object }) };
}

/** Why a passage has the tags that it has: every place where the words of a term stand, and what became of it in words. */
export function explanationView(
  { file, page, passage, tags, lexicon: by }: Found,
  { lexicon, matcher }: Explaining,
): ExplanationView {
  const { terms } = lexicon;
  const sightings = explain(passage, tags, { terms, matcher });
  return {
    document: passage.document,
    file,
    passage: { ...passageView({ passage, tags }, []), cited: page },
    sightings: sightings.map(({ by: what, fate, ...one }) => {
      const tag = tags.find(
        ({ start, end, term }) => start === one.start && end === one.end && term === one.term,
      );
      return {
        ...one,
        fate,
        words: fateWords(fate, what),
        polarity: tag?.polarity ?? null,
        voice: tag?.voice ?? null,
      };
    }),
    current: by === lexicon.hash,
  };
}
