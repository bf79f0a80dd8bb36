import type { Found } from '../../model/ports.ts';
import { toUtf16 } from '../../text/codepoints.ts';
import { plain } from '../../text/fold.ts';
import { createTokenizer } from '../../text/tokens.ts';

/** A passage as words in the form in which they are compared, and where hits of the target stand in it. */
export type Worded = {
  readonly found: Found;
  readonly words: readonly string[];
  /** Places in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether no phrase crosses from the word before. */
  readonly broken: readonly boolean[];
  /** Counted hits of the target, from word to word, the end not with it. */
  readonly hits: readonly { readonly start: number; readonly end: number; readonly term: string }[];
};

/** Makes a function that reads passages as words. `isTarget` says whose hits are marked, by theme and category. */
export function createWording(isTarget: (category: string) => boolean): (found: Found) => Worded {
  const tokenize = createTokenizer();
  return (found) => {
    const { text } = found.passage;
    const { length, ...tokens } = tokenize(text);
    const starts = [...tokens.starts.subarray(0, length)];
    const ends = [...tokens.ends.subarray(0, length)];
    const hits = found.tags
      .filter(({ blocked, category }) => blocked === null && isTarget(category))
      .map(({ start, end, term }) => {
        const [from, to] = [toUtf16(text, start), toUtf16(text, end)];
        const first = starts.findIndex((at) => at >= from);
        return { start: first, end: first + starts.slice(first).filter((at) => at < to).length, term };
      })
      .filter(({ start, end }) => start >= 0 && end > start);
    return {
      found,
      words: starts.map((start, at) => plain(text.slice(start, ends[at]))),
      starts,
      ends,
      broken: [...tokens.broken.subarray(0, length)].map((mark) => mark === 1),
      hits,
    };
  };
}

/** 1 for each word of a passage that lies within so many words of a hit, hits themselves left out. */
export function around({ words, hits }: Pick<Worded, 'words' | 'hits'>, window: number): Uint8Array {
  const near = new Uint8Array(words.length);
  for (const { start, end } of hits) near.fill(1, Math.max(0, start - window), end + window);
  for (const { start, end } of hits) near.fill(0, start, end);
  return near;
}

/** 1 for each word of a passage that is part of a hit. */
export function inHits({ words, hits }: Pick<Worded, 'words' | 'hits'>): Uint8Array {
  const inside = new Uint8Array(words.length);
  for (const { start, end } of hits) inside.fill(1, start, end);
  return inside;
}

/** Whether a word can say anything by itself: no function word, no number, no single letter. */
export function tells(word: string, functionWords: ReadonlySet<string>): boolean {
  return word.length > 2 && /\p{L}/u.test(word) && !functionWords.has(word);
}
