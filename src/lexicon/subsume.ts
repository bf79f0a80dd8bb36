import { isRegex } from '../tag/vocabulary.ts';
import { type Exactness, fold, spellings } from '../text/fold.ts';

/** A word of a pattern and how exactly it compares. */
export type PatternWord = { readonly word: string; readonly exact: Exactness };

/**
 * Whether every word that fits `narrow` fits `wide` too; a yes is sure, a no may be wrong for wildcards in an odd order,
 * and for stems and regular expressions, of which only the same are known to fit.
 */
export function subsumesWord(wide: PatternWord, narrow: PatternWord): boolean {
  if (wide.word === '*') return true;
  if (narrow.word === '*') return false;
  if (wide.exact.case && !narrow.exact.case) return false;
  if (wide.exact.accents && !narrow.exact.accents) return false;
  if (isSpecial(wide.word) || isSpecial(narrow.word)) return wide.word === narrow.word;
  return contains([...compared(wide.word, wide.exact)], [...compared(narrow.word, wide.exact)]);
}

/** Whether every phrase that fits `narrow` fits `wide` too, word by word. */
export function subsumes(
  wide: readonly string[],
  wideExact: Exactness,
  narrow: readonly string[],
  narrowExact: Exactness,
): boolean {
  return (
    wide.length === narrow.length &&
    wide.every((word, at) =>
      subsumesWord({ word, exact: wideExact }, { word: narrow[at] ?? '', exact: narrowExact }),
    )
  );
}

/** Whether a word asks for a stem or is a regular expression. */
export function isSpecial(word: string): boolean {
  return word.endsWith('~') || isRegex(word);
}

function compared(word: string, exact: Exactness): string {
  return fold(spellings(word)[0] ?? word, exact);
}

/** The wide glob read over the narrow one as if that were a text, of whose stars only a star can be sure. */
function contains(wide: readonly string[], narrow: readonly string[]): boolean {
  let reached: readonly boolean[] = [true, ...narrow.map(() => false)];
  for (const char of wide) {
    const before = reached;
    const next: boolean[] = [];
    for (let at = 0; at <= narrow.length; at++) {
      const symbol = narrow[at - 1];
      if (char === '*') next[at] = before[at] === true || next[at - 1] === true;
      else
        next[at] = at > 0 && before[at - 1] === true && (symbol === char || (char === '?' && symbol !== '*'));
    }
    reached = next;
  }
  return reached[narrow.length] === true;
}
