import { setImmediate } from 'node:timers/promises';
import type { SearchQuery } from '../../model/search.ts';
import { fitsPlace, fittingPassages } from './filter.ts';
import type { NumberSet } from './numbers.ts';
import { type Phrase, phraseOf } from './phrase.ts';
import type { Shelf } from './shelf.ts';

/** Passages by the index of their file among the places, and their numbers, both in document order. */
export type Passages = { readonly places: Uint32Array; readonly numbers: Uint32Array };

/** What a search looks for: a phrase (null where only for terms), in which files and which passages (null where in all). */
export type Sought = {
  readonly phrase: Phrase | null;
  readonly isPlace: readonly boolean[];
  readonly passages: NumberSet | null;
  /** Lets others have their turn; throws where nobody waits any longer. */
  readonly turn: () => Promise<void>;
};

/** What a query comes to in an index as it is now; null where it looks for nothing. Work on it ends with `signal`. */
export function soughtBy(shelf: Shelf, query: SearchQuery, signal?: AbortSignal): Sought | null {
  const phrase = query.words === null ? null : phraseOf(query.words);
  if (phrase === null && (query.words !== null || query.terms === null)) return null;
  return {
    phrase,
    isPlace: placesBy(shelf, query),
    passages: fittingPassages(shelf, query),
    async turn() {
      await setImmediate();
      signal?.throwIfAborted();
    },
  };
}

/** Which files are as a search asks. */
function placesBy(shelf: Shelf, query: SearchQuery): readonly boolean[] {
  const { institution, voice, from, to } = query;
  const key = JSON.stringify(['places', institution, voice, from, to]);
  return shelf.kept(key, () => shelf.places.map(fitsPlace(query)));
}
