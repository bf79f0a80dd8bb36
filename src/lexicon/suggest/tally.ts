import { around, inHits, tells, type Worded } from './words.ts';

/** How often a phrase stands in passages with the target and in the others. */
export type Count = {
  target: number;
  rest: number;
  /** Of `target`, how often inside a hit. */
  covered: number;
  /** How often within the window of a hit. */
  near: number;
  documents: number;
  last: string;
};

/** Counts of phrases of one to three words, and of all words. */
export type Tally = {
  readonly phrases: Map<string, Count>;
  target: number;
  rest: number;
  /** Words within the window of a hit. */
  near: number;
  /** Hits by term. */
  readonly hits: Map<string, number>;
  /** The least count that was still dropped to stay within `mostPhrases`; 0 where none was. */
  dropped: number;
};

/** Most phrases counted at a time, some 200 MB; beyond, the rarest are dropped and may be counted anew. */
export const mostPhrases = 1_000_000;

/** Longest phrase in words. */
export const longest = 3;

/** Counts the phrases of all passages; those that begin or end in a function word are none. */
export function tally(
  passages: Iterable<Worded>,
  settings: { readonly window: number; readonly functionWords: ReadonlySet<string> },
  most = mostPhrases,
): Tally {
  const made: Tally = { phrases: new Map(), target: 0, rest: 0, near: 0, hits: new Map(), dropped: 0 };
  for (const worded of passages) {
    count(made, worded, settings);
    for (let least = 1; made.phrases.size > most; least++) {
      for (const [phrase, { target, rest }] of made.phrases)
        if (target + rest <= least) made.phrases.delete(phrase);
      made.dropped = Math.max(made.dropped, least);
    }
  }
  return made;
}

function count(
  made: Tally,
  worded: Worded,
  { window, functionWords }: { readonly window: number; readonly functionWords: ReadonlySet<string> },
): void {
  const { words, broken, hits, found } = worded;
  const isTarget = hits.length > 0;
  const near = around(worded, window);
  const inside = inHits(worded);
  const telling = words.map((word) => tells(word, functionWords));
  if (isTarget) made.target += words.length;
  else made.rest += words.length;
  for (const { term } of hits) made.hits.set(term, (made.hits.get(term) ?? 0) + 1);
  for (let start = 0; start < words.length; start++) {
    if (near[start] === 1) made.near++;
    if (!telling[start]) continue;
    let phrase = '';
    for (let end = start + 1; end <= Math.min(words.length, start + longest); end++) {
      if (end > start + 1 && broken[end - 1]) break;
      phrase = end === start + 1 ? (words[start] ?? '') : `${phrase} ${words[end - 1]}`;
      if (!telling[end - 1]) continue;
      const known = made.phrases.get(phrase) ?? {
        target: 0,
        rest: 0,
        covered: 0,
        near: 0,
        documents: 0,
        last: '',
      };
      if (known.documents === 0) made.phrases.set(phrase, known);
      if (isTarget) known.target++;
      else known.rest++;
      if (inside.subarray(start, end).includes(1)) known.covered++;
      if (near[start] === 1) known.near++;
      if (known.last !== found.passage.document) {
        known.documents++;
        known.last = found.passage.document;
      }
    }
  }
}
