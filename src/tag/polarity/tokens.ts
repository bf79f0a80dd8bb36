import { plain } from '../../text/fold.ts';

/** A word or a mark of punctuation of a sentence, in UTF-16 units of the passage's text. */
export type Token = {
  readonly start: number;
  readonly end: number;
  /** In lower case. */
  readonly lower: string;
  /** In lower case and without accents. */
  readonly plain: string;
  readonly isWord: boolean;
  readonly isCapital: boolean;
};

/** A stretch of text in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

/** Longest sentence that is read as one, in UTF-16 units: what is longer is cut, so that work stays linear. */
const longest = 2000;
const boundary = /(?<![.!?…])[.!?…]+["'”’»)\]]*\s+(?=["'“‘«(¿¡[–—-]*\s?[\p{Lu}\p{N}])/gu;
const shortened =
  /(?:^|[\s(])(?:(?:sr|sra|srs|sres|sras|dr|dra|drs|lic|ing|prof|profa|mr|mrs|ms|st|art|arts|inc|nro|no|núm|pág|p|pp|cf|ej|etc|av|gral|cia|dec|res|exmo|exma|vs|e\.g|i\.e)|\p{Lu})$/iu;
const words = /[\p{L}\p{M}\p{N}]+(?:['’](?=\p{L})[\p{L}\p{M}]+)?|[^\s\p{L}\p{M}\p{N}-]/gu;

/** The sentences of a text, ascending, covering it; one longer than 2,000 units is cut before a word. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    while (end - start > longest) {
      const space = text.lastIndexOf(' ', start + longest);
      const cut = space > start ? space + 1 : start + longest;
      spans.push({ start, end: cut });
      start = cut;
    }
    if (end > start) spans.push({ start, end });
    start = end;
  };
  for (const match of text.matchAll(boundary)) {
    const before = text.slice(Math.max(start, match.index - 12), match.index);
    if (match[0].startsWith('.') && shortened.test(before)) continue;
    add(match.index + match[0].length);
  }
  add(text.length);
  return spans;
}

/** The words and marks of a part of a text. A hyphen parts words. */
export function tokensOf(text: string, { start, end }: Span): readonly Token[] {
  return [...text.slice(start, end).matchAll(words)].map((match) => {
    const surface = match[0].replaceAll('’', "'");
    const lower = surface.toLowerCase().normalize('NFC');
    return {
      start: start + match.index,
      end: start + match.index + match[0].length,
      lower,
      plain: plain(surface),
      isWord: /[\p{L}\p{N}]/u.test(surface),
      isCapital: /^\p{Lu}/u.test(surface),
    };
  });
}

/** An element that is known to be there. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`expected an index below ${list.length}, got ${index}`);
  return value;
}
