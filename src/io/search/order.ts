import type { SearchSort } from '../../model/search.ts';
import { compareText } from '../../text/compare.ts';
import { plain } from '../../text/fold.ts';
import type { Read } from './hits.ts';
import type { Span } from './marker.ts';

/** What a hit is sorted by. */
export type Keys = {
  /** The words before it, from the hit outward, and those behind it: without case and accents. */
  readonly left: string;
  readonly right: string;
  /** Hits in its passage, and the length of the passage in words. */
  readonly hits: number;
  readonly words: number;
};

/** Words on either side that a hit is sorted by. */
const reach = 10;
/** UTF-16 units in which so many words are looked for. */
const far = 400;

/** What the hits of a passage are sorted by. */
export function keysOf({ text, words, spans }: Read): readonly Keys[] {
  return spans.map(([start, end]: Span) => ({
    left: wordsIn(text.slice(Math.max(0, start - far), start))
      .slice(-reach)
      .reverse()
      .join(' '),
    right: wordsIn(text.slice(end, end + far))
      .slice(0, reach)
      .join(' '),
    hits: spans.length,
    words,
  }));
}

function wordsIn(text: string): string[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(plain);
}

/**
 * Indexes of hits in another order than that of documents, which decides between equals. By rank, hits come passage by
 * passage, by Okapi BM25 for one phrase (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75), as the full-text index has it,
 * but with the mean length of these passages.
 */
export function sorted(keys: readonly Keys[], by: Exclude<SearchSort, 'document'>): readonly number[] {
  const all = keys.map((_, at) => at);
  const keyAt = (at: number) => keys[at] as Keys;
  if (by !== 'rank') return all.sort((a, b) => compareText(keyAt(a)[by], keyAt(b)[by]) || a - b);
  // A passage with several hits has as many keys, but one length.
  const passages = keys.reduce((sum, { hits }) => sum + 1 / hits, 0);
  const mean = keys.reduce((sum, { hits, words }) => sum + words / hits, 0) / passages;
  const scores = keys.map(({ hits, words }) => hits / (hits + 1.2 * (0.25 + (0.75 * words) / mean)));
  return all.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}
