import type { DatabaseSync } from 'node:sqlite';
import type { Concordance, SearchPage, SearchQuery } from '../model/ports.ts';
import { enough, findPassages, type Passages, type Sought, soughtBy, walkFrom } from './search/found.ts';
import { type Read, readHits } from './search/hits.ts';
import { createLines } from './search/line.ts';
import { type Keys, keysOf, sorted } from './search/order.ts';
import { type Shelf, shelfOf } from './search/shelf.ts';

type Pseudonym = ((name: string) => string) | null;

const nothing: SearchPage = { lines: [], total: 0, more: false, partly: false, next: null };

/**
 * A page of a concordance: of the words where there are words, else of the terms. Words are found as a phrase without
 * regard to case and accents. What an index of a million passages is asked for comes in parts, so that others get their turn.
 */
export async function searchPassages(
  database: DatabaseSync,
  query: SearchQuery,
  pseudonym: Pseudonym = null,
): Promise<SearchPage> {
  const shelf = shelfOf(database);
  const sought = soughtBy(shelf, query);
  if (sought === null) return nothing;
  return query.sort === 'document'
    ? await documentPage(database, shelf, query, sought, pseudonym)
    : await sortedPage(database, shelf, query, sought, pseudonym);
}

/** Number of hits of a search in all its passages; null where there are more than are sorted. */
export async function countHits(database: DatabaseSync, query: SearchQuery): Promise<number | null> {
  const shelf = shelfOf(database);
  const sought = soughtBy(shelf, query);
  if (sought === null) return 0;
  const { keys, partly } = await coverOf(database, shelf, query, sought);
  return partly ? null : keys.length;
}

async function documentPage(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
  pseudonym: Pseudonym,
): Promise<SearchPage> {
  const { limit } = query;
  const found = await passagesOf(database, shelf, query, sought, false);
  const [place = 0, ordinal = 0, skipped = 0] = (query.after ?? '').split('.').map(Number);
  const number = (shelf.places[place]?.first ?? 0) + ordinal;
  const passages =
    found === null
      ? await walkFrom(database, shelf, sought, { place, number }, limit + 1)
      : partOf(found, placeOf(found, place, number), limit + 1);
  const made = createLines(database, pseudonym);
  const lines: Concordance[] = [];
  let next: string | null = null;
  for await (const read of readHits(database, query, sought.phrase, passages)) {
    for (const passage of read) {
      const at = passages.places[passage.at] ?? 0;
      const source = shelf.places[at];
      if (source === undefined) continue;
      const isFirst = at === place && passage.number === number;
      for (const [hit, span] of passage.spans.entries()) {
        if (isFirst && hit < skipped) continue;
        if (lines.length < limit) lines.push(made(source, passage, span));
        else next ??= [at, passage.number - source.first, hit].join('.');
      }
    }
    if (next !== null) break;
  }
  return {
    lines,
    total: found === null ? enough : found.numbers.length,
    more: found === null,
    partly: false,
    next,
  };
}

async function sortedPage(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
  pseudonym: Pseudonym,
): Promise<SearchPage> {
  const cover = await coverOf(database, shelf, query, sought);
  const { sort, limit } = query;
  if (sort === 'document') return nothing;
  const order = (cover.orders[sort] ??= sorted(cover.keys, sort));
  const from = Number((query.after ?? '0').split('.')[0]);
  const hits = order.slice(from, from + limit).flatMap((at) => cover.hits[at] ?? []);
  const numbers = Uint32Array.from(new Set(hits.map(({ number }) => number)));
  const passages = new Map<number, Read>();
  for await (const read of readHits(database, query, sought.phrase, { numbers })) {
    for (const passage of read) passages.set(passage.number, passage);
  }
  const made = createLines(database, pseudonym);
  return {
    lines: hits.flatMap(({ place, number, hit }) => {
      const [source, passage] = [shelf.places[place], passages.get(number)];
      const span = passage?.spans[hit];
      return source === undefined || passage === undefined || span === undefined
        ? []
        : [made(source, passage, span)];
    }),
    total: cover.total,
    more: false,
    partly: cover.partly,
    next: from + limit < order.length ? String(from + limit) : null,
  };
}

/** The first hits in document order, with what they are sorted by. */
type Cover = {
  readonly hits: readonly { readonly place: number; readonly number: number; readonly hit: number }[];
  readonly keys: readonly Keys[];
  /** Passages with hits, those not covered too. */
  readonly total: number;
  /** Whether there are hits that it does not cover. */
  readonly partly: boolean;
  /** Orders that were asked for. */
  readonly orders: Partial<Record<Exclude<SearchQuery['sort'], 'document'>, readonly number[]>>;
};

async function coverOf(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
): Promise<Cover> {
  const slot = shelf.kept(keyOf('cover', query), (): { cover: Cover | null } => ({ cover: null }));
  slot.cover ??= await covered(database, shelf, query, sought);
  return slot.cover;
}

async function covered(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
): Promise<Cover> {
  const found = await passagesOf(database, shelf, query, sought, true);
  const total = found?.numbers.length ?? 0;
  const hits: Cover['hits'][number][] = [];
  const keys: Keys[] = [];
  const first = partOf(found, 0, enough + 1);
  for await (const read of readHits(database, query, sought.phrase, first)) {
    for (const passage of read) {
      const place = first.places[passage.at] ?? 0;
      hits.push(...passage.spans.map((_, hit) => ({ place, number: passage.number, hit })));
      keys.push(...keysOf(passage));
    }
    if (hits.length > enough) break;
  }
  return {
    hits: hits.slice(0, enough),
    keys: keys.slice(0, enough),
    total,
    partly: hits.length > enough,
    orders: {},
  };
}

/** The passages that a search finds; null where there are very many and `isAll` does not ask for every one. */
async function passagesOf(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
  isAll: boolean,
): Promise<Passages | null> {
  const slot = shelf.kept(keyOf('passages', query), (): { found: Passages | null; isMany: boolean } => ({
    found: null,
    isMany: false,
  }));
  if (slot.found === null && (isAll || !slot.isMany)) {
    slot.found = await findPassages(database, shelf, sought, isAll);
    slot.isMany = slot.found === null;
  }
  return slot.found;
}

function keyOf(what: string, { sort: _, after: __, limit: ___, ...query }: SearchQuery): string {
  return JSON.stringify([what, query]);
}

function partOf(all: Passages | null, from: number, length: number): Passages {
  const none = new Uint32Array();
  const { places, numbers } = all ?? { places: none, numbers: none };
  return { places: places.subarray(from, from + length), numbers: numbers.subarray(from, from + length) };
}

/** Where the first passage stands that is not before a place. */
function placeOf({ places, numbers }: Passages, place: number, number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = places[middle] ?? 0;
    if (at < place || (at === place && (numbers[middle] ?? 0) < number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
