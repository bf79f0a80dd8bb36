import type { StudyReader } from '../../src/model/ports.ts';

/**
 * A word beside the tags of the first passage with a frame, in a language that is wanted: a draft with it gains a hit, and a
 * preview that runs out of time has seen it.
 */
export function unmarkedWord(
  database: Pick<StudyReader, 'evidence'>,
  languages: ReadonlySet<string> = new Set(['en', 'es', 'pt']),
): { readonly language: string; readonly word: string } {
  for (const { passage, tags } of database.evidence()) {
    if (!languages.has(passage.language)) continue;
    for (const { 0: word, index } of passage.text.matchAll(/(?<![\p{L}-])\p{Ll}{8,}(?![\p{L}-])/gu)) {
      const at = [...passage.text.slice(0, index)].length;
      const isFree = tags.every(({ start, end }) => at + [...word].length <= start || at >= end);
      if (isFree && !passage.text.slice(0, index).includes(word)) return { language: passage.language, word };
    }
  }
  throw new Error('expected a passage with a word that is no term');
}
