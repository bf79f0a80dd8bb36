import { plain } from '../text/fold.ts';
import { createTokenizer } from '../text/tokens.ts';

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
    const dotless = text.slice(start, end).replaceAll('.', '');
    return { start, end, folded: plain(dotless), broken: broken[i] === 1 };
  });
}

/** A name as its words, the same for all spellings that are one name. */
export function nameKey(name: string): string {
  return nameWords(name)
    .map(({ folded }) => folded)
    .join(' ');
}
