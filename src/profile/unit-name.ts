import { compareText } from '../text/compare.ts';
import { sameWords, smallWords } from './mention/rules/same-words.ts';

const firstOf: ReadonlyMap<string, string> = new Map(
  sameWords.flatMap((group) => group.map((word) => [word, group[0] ?? word] as const)),
);

/**
 * The name under which an actor or a programme is one unit in every spelling and language (docs/method.md 2.6). An id of the
 * lexicon, which is one word, stays what it is; of any other name the words that tell it from others, each as the first
 * of those that are the same, in one order, since English turns it round. A name of small words alone stays too.
 */
export function unitName(id: string): string {
  if (!id.includes(' ')) return id;
  const words = id.split(' ').filter((word) => word !== '' && !smallWords.has(word));
  if (words.length === 0) return id;
  return words
    .map((word) => firstOf.get(word) ?? word)
    .toSorted(compareText)
    .join(' ');
}
