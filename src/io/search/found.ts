import type { DatabaseSync } from 'node:sqlite';
import { putWithin } from './numbers.ts';
import { numbersOf, type Shelf } from './shelf.ts';
import { createSieve } from './sieve.ts';
import type { Passages, Sought } from './sought.ts';

/** Passages that are counted in any case, and hits that are sorted. */
export const enough = 10_000;

/**
 * Numbers that are taken from the full-text index at once, at first, then, and by a page that need not know them all: some
 * 2, 5 and 7 ms for a word. For a phrase each takes several times as long.
 */
const chunks = { first: 20_000, later: 40_000, page: { word: 60_000, phrase: 30_000 } };

/** What a search found; `passages` is null where there are so many hits that not all were looked at. */
export type Looked = { readonly passages: Passages | null; readonly counted: number };

/**
 * All passages that a search finds, in document order. Unless `isAll` asks for every one it gives up where there are very
 * many hits: then to walk through the files finds the first ones sooner.
 */
export async function findPassages(
  database: DatabaseSync,
  shelf: Shelf,
  sought: Sought,
  isAll: boolean,
): Promise<Looked> {
  const { phrase } = sought;
  if (phrase === null) return whole(inFiles(shelf, sought));
  const sieve = createSieve(shelf, sought);
  const next = 'SELECT rowid AS number FROM passages_text WHERE passages_text MATCH ? AND rowid > ? LIMIT ?';
  const most = phrase.isPrefix
    ? Math.max(chunks.first, Math.ceil((shelf.last - shelf.first) / 20))
    : chunks.page[phrase.words === 1 ? 'word' : 'phrase'];
  let seen = 0;
  for (let after = -1; ; await sought.turn()) {
    // A prefix is gathered anew by each statement, so that there is one alone.
    const size = phrase.isPrefix ? (isAll ? -1 : most) : seen === 0 ? chunks.first : chunks.later;
    const numbers = numbersOf(database, next, [phrase.match, BigInt(after), size]);
    for (const number of numbers) sieve.take(number);
    seen += numbers.length;
    if (numbers.length < size || size === -1) return whole(sieve.inOrder());
    if (!isAll && (seen >= most || sieve.taken() > enough)) {
      return { passages: null, counted: Math.min(enough, sieve.taken()) };
    }
    after = numbers.at(-1) ?? after;
  }
}

function whole(passages: Passages): Looked {
  return { passages, counted: passages.numbers.length };
}

/** All passages of a set that lie in the files asked for. */
export function inFiles(
  { places }: Shelf,
  { isPlace, passages }: Pick<Sought, 'isPlace' | 'passages'>,
): Passages {
  const room = places.reduce((sum, { first, last }, at) => sum + (isPlace[at] ? last - first + 1 : 0), 0);
  const found = { places: new Uint32Array(room), numbers: new Uint32Array(room) };
  let end = 0;
  for (const [at, place] of places.entries()) {
    if (!isPlace[at]) continue;
    const from = end;
    end = putWithin(passages, place, found.numbers, end);
    found.places.fill(at, from, end);
  }
  return { places: found.places.slice(0, end), numbers: found.numbers.slice(0, end) };
}
