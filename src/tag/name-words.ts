import { plain } from '../text/fold.ts';
import { createTokenizer } from '../text/tokens.ts';
import { createWordTable } from './wordtable.ts';

/** A word of a name, where it stands in UTF-16 units, and whether something that no name crosses stands before it. */
export type NameWord = {
  readonly start: number;
  readonly end: number;
  /** Without case, accents, hyphens and the points of acronyms. */
  readonly folded: string;
  readonly broken: boolean;
};

const tokenize = createTokenizer();

/** The words of a text in the form in which names of actors are compared. */
export function nameWords(text: string): readonly NameWord[] {
  const { length, starts, ends, broken } = tokenize(text);
  return Array.from({ length }, (_, i) => {
    const [start = 0, end = 0] = [starts[i], ends[i]];
    return { start, end, folded: foldName(text.slice(start, end)), broken: broken[i] === 1 };
  });
}

/** Makes a test of texts for a word that `isWanted` accepts in its folded form; what it says of a word is remembered. */
export function nameWordTest(isWanted: (folded: string) => boolean): (text: string) => boolean {
  const look = createWordTable((word) => (isWanted(foldName(word)) ? 1 : 0));
  return (text) => {
    const { length, starts, ends } = tokenize(text);
    for (let i = 0; i < length; i++) if (look(text, starts[i] ?? 0, ends[i] ?? 0) === 1) return true;
    return false;
  };
}

function foldName(word: string): string {
  return plain(word.replaceAll('.', ''));
}

/** A name as its words, the same for all spellings that are one name. */
export function nameKey(name: string): string {
  return nameWords(name)
    .map(({ folded }) => folded)
    .join(' ');
}
