import type { DictionaryFormat, Loss } from '../model/dictionary.ts';
import type { LexiconSource } from '../model/lexicon.ts';
import { type LexiconLanguage, lexiconLanguages } from '../model/passage.ts';
import { uncounted } from './hand-over.ts';
import { speechRows } from './speech-rows.ts';

/** Formats with a place for what a category is. */
const described: ReadonlySet<DictionaryFormat> = new Set(['ykd', 'lcd']);

const ownCues = /(^|\/)speech\.ya?ml$/;

type Found = { readonly kind: string; readonly file: string; readonly line: number | null };

/**
 * What of a lexicon has no place in a dictionary of one language, though its words go out: by kind, how often, and the lines
 * on which it stands. Themes and terms that `handOver` refuses are named there.
 */
export function lossesOf(
  source: LexiconSource,
  language: LexiconLanguage,
  format: DictionaryFormat,
): readonly Loss[] {
  const found = Map.groupBy(eachLoss(source, language, format), ({ kind }) => kind);
  return [...found].map(([kind, all]) => ({
    kind,
    count: all.length,
    places: [...Map.groupBy(all, ({ file }) => file)].map(([file, own]) => ({
      file,
      lines: [...new Set(own.flatMap(({ line }) => line ?? []))].toSorted((a, b) => a - b),
    })),
  }));
}

function* eachLoss(
  { themes, categories: codes, speech = {}, lines }: LexiconSource,
  language: LexiconLanguage,
  format: DictionaryFormat,
): Generator<Found> {
  const at = (kind: string, file: string, path: readonly (string | number)[]): Found => ({
    kind,
    file,
    line: lines?.get(file)?.(path) ?? null,
  });
  for (const { file, theme } of themes) {
    if (uncounted[theme.layer] !== undefined) continue;
    yield at('layers of themes', file, ['layer']);
    for (const id of Object.keys(theme.actors)) yield at('actors', file, ['actors', id]);
    for (const [name, category] of Object.entries(theme.categories)) {
      const own = ['categories', name];
      if (!described.has(format)) yield at('definitions of categories', file, [...own, 'definition']);
      for (const bound of ['include', 'exclude'] as const) {
        if (category[bound] !== undefined) yield at('bounds of categories', file, [...own, bound]);
      }
      for (const part of ['matches', 'rejects'] as const) {
        for (const [spoken, sentences = []] of Object.entries(category[part]))
          for (const place of sentences.keys())
            yield at('sentences of categories', file, [...own, part, spoken, place]);
      }
      for (const spoken of lexiconLanguages) {
        for (const [place, { yes, no, names }] of (category.terms[spoken] ?? []).entries()) {
          const term = [...own, 'terms', spoken, place];
          if (spoken !== language) {
            yield at('terms of other languages', file, term);
            continue;
          }
          yield at('reasons of terms', file, term);
          if (names !== undefined) yield at('what terms name', file, [...term, 'names']);
          for (const _ of [...yes, ...no]) yield at('sentences of terms', file, term);
        }
      }
    }
  }
  for (const code of Object.keys(codes)) yield at('categories of the claim', 'categories.yaml', [code]);
  // Cues that stand in none of the files are those of the program, and no part of what is exported.
  const cues = lines === undefined ? 'speech.yaml' : [...lines.keys()].find((file) => ownCues.test(file));
  if (cues === undefined) return;
  for (const { language: spoken, kind } of speechRows(speech))
    yield at('cues of speech', cues, [spoken, ...kind.split('.')]);
}
