import { breaks } from '../../../sample/hyphenate.ts';
import type { LexiconLanguage } from '../../../src/model/passage.ts';

/** A printed line, and what a reader makes of the hyphen at its end. */
export type Line = { readonly text: string; readonly hyphen: 'joined' | 'kept' | null };

/**
 * The longest line that fits, and the words left over. The last word is divided at a hyphen of its own, or by the
 * rules of a language, where a part of it still fits. At least one word is taken.
 */
export function nextLine(
  words: readonly string[],
  fits: (text: string) => boolean,
  language: LexiconLanguage | null,
): { readonly line: Line; readonly rest: readonly string[] } {
  let count = 1;
  while (count < words.length && fits(words.slice(0, count + 1).join(' '))) count++;
  const text = words.slice(0, count).join(' ');
  const word = words[count];
  const rest = words.slice(count + 1);
  if (word === undefined || language === null)
    return { line: { text, hyphen: null }, rest: words.slice(count) };
  const own = [...word.matchAll(/(?<=\p{L}{2})-(?=\p{L}{2})/gu)].map(({ index }) => index + 1);
  const kept = own.findLast((at) => fits(`${text} ${word.slice(0, at)}`));
  if (kept !== undefined)
    return {
      line: { text: `${text} ${word.slice(0, kept)}`, hyphen: 'kept' },
      rest: [word.slice(kept), ...rest],
    };
  const letters = /^\p{Ll}+/u.exec(word)?.[0] ?? '';
  const joined = breaks(letters, language).findLast((at) => fits(`${text} ${word.slice(0, at)}-`));
  if (joined === undefined) return { line: { text, hyphen: null }, rest: words.slice(count) };
  return {
    line: { text: `${text} ${word.slice(0, joined)}-`, hyphen: 'joined' },
    rest: [word.slice(joined), ...rest],
  };
}
