import type { PrintedWord } from './words.ts';

/** Words in the order in which they are read within one rectangle: printed line by printed line, from left to right. */
export function inLines<Word extends Omit<PrintedWord, 'text'>>(
  words: readonly Word[],
): readonly (readonly Word[])[] {
  const lines: { top: number; bottom: number; words: Word[] }[] = [];
  for (const word of words.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const open = lines.at(-1);
    const shared = open === undefined ? 0 : Math.min(open.bottom, word.bottom) - Math.max(open.top, word.top);
    const least = open === undefined ? 0 : Math.min(open.bottom - open.top, word.bottom - word.top);
    if (open !== undefined && shared > 0.5 * least) open.words.push(word);
    else lines.push({ top: word.top, bottom: word.bottom, words: [word] });
  }
  return lines.map((line) => line.words.toSorted((a, b) => a.left - b.left));
}
