import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as pause } from 'node:timers/promises';
import type { SearchQuery } from '../../model/ports.ts';
import { fitsPlace, fittingPassages } from './filter.ts';
import { has, type NumberSet } from './numbers.ts';
import { type Phrase, phraseOf } from './phrase.ts';
import { numbersOf, type Place, type Shelf } from './shelf.ts';

/** Passages by the index of their file among the places, and their numbers, both in document order. */
export type Passages = { readonly places: Uint32Array; readonly numbers: Uint32Array };

/** Passages that are counted in any case, and hits that are sorted. */
export const enough = 10_000;

/** Numbers that are taken from the full-text index at once: some 10 ms. */
const chunk = 100_000;

/** What a search looks for: a phrase (null where only for terms), in which files and which passages (null where in all). */
export type Sought = {
  readonly phrase: Phrase | null;
  readonly isPlace: readonly boolean[];
  readonly passages: NumberSet | null;
};

/** What a query comes to in an index as it is now; null where it looks for nothing. */
export function soughtBy(shelf: Shelf, query: SearchQuery): Sought | null {
  const phrase = query.words === null ? null : phraseOf(query.words);
  if (phrase === null && (query.words !== null || query.terms === null)) return null;
  return {
    phrase,
    isPlace: shelf.places.map(fitsPlace(query)),
    passages: fittingPassages(shelf, query),
  };
}

/**
 * All passages that a search finds, in document order. Null where there are more than enough and `isAll` does not ask for
 * every one: then the index has a hit in so many of them that to walk through the files finds the first ones sooner.
 */
export async function findPassages(
  database: DatabaseSync,
  shelf: Shelf,
  { phrase, isPlace, passages }: Sought,
  isAll: boolean,
): Promise<Passages | null> {
  const sieve = createSieve(shelf, isPlace);
  if (phrase === null) {
    for (const at of shelf.byNumber) {
      const { first = 0, last = -1 } = isPlace[at] ? (shelf.places[at] ?? {}) : {};
      for (let number = first; number <= last; number++) {
        if (passages === null || has(passages, number)) sieve.take(number);
      }
    }
    return sieve.inOrder();
  }
  const next = `SELECT rowid AS number FROM passages_text WHERE passages_text MATCH ? AND rowid > ? LIMIT ?`;
  // A prefix is gathered anew by each statement.
  const size = phrase.isPrefix ? -1 : chunk;
  for (let after = -1; ; await pause()) {
    const numbers = numbersOf(database, next, [phrase.match, BigInt(after), size]);
    for (const number of numbers) {
      if (passages === null || has(passages, number)) sieve.take(number);
    }
    if (numbers.length < chunk || phrase.isPrefix) return sieve.inOrder();
    if (!isAll && sieve.taken() > enough) return null;
    after = numbers.at(-1) ?? after;
  }
}

/** Passages in document order from a place on, by walking through the files: for words that stand in very many. */
export async function walkFrom(
  database: DatabaseSync,
  { places }: Shelf,
  { phrase, isPlace, passages }: Sought,
  from: { readonly place: number; readonly number: number },
  most: number,
): Promise<Passages> {
  const found = { places: [] as number[], numbers: [] as number[] };
  const inRange =
    'SELECT rowid AS number FROM passages_text WHERE passages_text MATCH ? AND rowid BETWEEN ? AND ?';
  for (let at = from.place; at < places.length && found.numbers.length < most; at++) {
    const place = places[at];
    if (!isPlace[at] || place === undefined || (passages !== null && !hasAny(passages, place))) continue;
    const first = at === from.place ? Math.max(from.number, place.first) : place.first;
    // A number that is bound as a float would be compared row by row instead of looked up.
    const values = [phrase?.match ?? '', BigInt(first), BigInt(place.last)];
    for (const number of numbersOf(database, inRange, values)) {
      if (passages !== null && !has(passages, number)) continue;
      found.places.push(at);
      found.numbers.push(number);
    }
    if (at % 64 === 0) await pause();
  }
  return {
    places: Uint32Array.from(found.places.slice(0, most)),
    numbers: Uint32Array.from(found.numbers.slice(0, most)),
  };
}

function hasAny(passages: NumberSet, { first, last }: Place): boolean {
  for (let number = first; number <= last; number++) if (has(passages, number)) return true;
  return false;
}

/** Takes passages in the order of their numbers, leaves out those of other files, and gives them in document order. */
function createSieve({ places, byNumber }: Shelf, isPlace: readonly boolean[]) {
  const kept: number[] = [];
  /** Which of `kept` belong to the document at an index of `byNumber`. */
  const runs: { at: number; from: number; to: number }[] = [];
  let at = 0;
  const placeAt = (index: number) => places[byNumber[index] ?? -1];
  /** Files that hold one document have its passages in common. */
  const filesAt = (index: number) => {
    const files: number[] = [];
    for (let one = index; placeAt(one)?.first === placeAt(index)?.first; one++) {
      const file = byNumber[one];
      if (file === undefined) break;
      if (isPlace[file]) files.push(file);
    }
    return files;
  };
  let last = { at: -1, files: 0 };
  return {
    taken: () => kept.length,
    take(number: number): void {
      while ((placeAt(at)?.last ?? number) < number) at++;
      if ((placeAt(at)?.first ?? number + 1) > number) return;
      if (last.at !== at) last = { at, files: filesAt(at).length };
      if (last.files === 0) return;
      const run = runs.at(-1);
      if (run?.at === at) run.to++;
      else runs.push({ at, from: kept.length, to: kept.length + 1 });
      kept.push(number);
    },
    inOrder(): Passages {
      const ordered = runs
        .flatMap((run) => filesAt(run.at).map((place) => ({ ...run, place })))
        .toSorted((a, b) => a.place - b.place);
      const length = ordered.reduce((sum, { from, to }) => sum + to - from, 0);
      const found = { places: new Uint32Array(length), numbers: new Uint32Array(length) };
      let end = 0;
      for (const { place, from, to } of ordered) {
        found.places.fill(place, end, end + to - from);
        for (let one = from; one < to; one++) found.numbers[end++] = kept[one] ?? 0;
      }
      return found;
    },
  };
}
