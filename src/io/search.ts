import type { DatabaseSync } from 'node:sqlite';
import type { Concordance, SearchCount, SearchPage, SearchQuery } from '../model/search.ts';
import { enough, findPassages, type Looked } from './search/found.ts';
import { type Read, readHits } from './search/hits.ts';
import { createLines } from './search/line.ts';
import { type Keys, keysOf, sorted } from './search/order.ts';
import { type Shelf, shelfOf } from './search/shelf.ts';
import { type Passages, type Sought, soughtBy } from './search/sought.ts';
import { walkFrom } from './search/walk.ts';

type Pseudonym = ((name: string) => string) | null;

const nothing: SearchPage = { lines: [], total: 0, more: false, left: 0, next: null };

/**
 * A page of a concordance: of the words where there are words, else of the terms. Words are found as a phrase without
 * regard to case and accents. What an index of a million passages is asked for comes in parts, so that others get their turn.
 */
export async function searchPassages(
  database: DatabaseSync,
  query: SearchQuery,
  pseudonym: Pseudonym = null,
  signal?: AbortSignal,
): Promise<SearchPage> {
  const shelf = shelfOf(database);
  const sought = soughtBy(shelf, query, signal);
  return sought === null ? nothing : await pageOf(database, shelf, query, sought, pseudonym);
}

/** All pages of a concordance one after another, as the index stands now: what goes from it meanwhile is left out. */
export function searchPages(
  database: DatabaseSync,
  query: SearchQuery,
  pseudonym: Pseudonym = null,
  signal?: AbortSignal,
): AsyncGenerator<SearchPage> {
  const shelf = shelfOf(database);
  // What cannot be looked for is said now, not when the first page is read.
  return pagesFrom(database, shelf, query, soughtBy(shelf, query, signal), pseudonym);
}

async function* pagesFrom(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought | null,
  pseudonym: Pseudonym,
): AsyncGenerator<SearchPage> {
  if (sought === null) return;
  for (let after = query.after; ; await sought.turn()) {
    const page = await pageOf(database, shelf, { ...query, after }, sought, pseudonym);
    yield page;
    if (page.next === null) return;
    after = page.next;
  }
}

function pageOf(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
  pseudonym: Pseudonym,
): Promise<SearchPage> {
  return query.sort === 'document'
    ? documentPage(database, shelf, query, sought, pseudonym)
    : sortedPage(database, shelf, query, sought, pseudonym);
}

/** Passages and hits of a search, all of them looked at. */
export async function countHits(
  database: DatabaseSync,
  query: SearchQuery,
  signal?: AbortSignal,
): Promise<SearchCount> {
  const shelf = shelfOf(database);
  const sought = soughtBy(shelf, query, signal);
  if (sought === null) return { passages: 0, hits: 0 };
  const { keys, total, left } = await coverOf(database, shelf, query, sought);
  return { passages: total, hits: left > 0 ? null : keys.length };
}

async function documentPage(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
  pseudonym: Pseudonym,
): Promise<SearchPage> {
  const { limit } = query;
  const { passages: found, counted } = await passagesOf(database, shelf, query, sought, false);
  const [place = 0, ordinal = 0, skipped = 0] = (query.after ?? '').split('.').map(Number);
  const number = (shelf.places[place]?.first ?? 0) + ordinal;
  const passages =
    found === null
      ? await walkFrom(database, shelf, sought, { place, number }, limit + 1)
      : partOf(found, placeOf(found, place, number), limit + 1);
  const made = createLines(database, pseudonym);
  const lines: Concordance[] = [];
  let next: string | null = null;
  for await (const read of readHits(database, query, sought, passages)) {
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
    total: counted,
    more: found === null,
    left: 0,
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
  const order = cover.orders[sort] ?? sorted(cover.keys, sort);
  cover.orders[sort] = order;
  const from = Number((query.after ?? '0').split('.')[0]);
  const hits = order.slice(from, from + limit).flatMap((at) => cover.hits[at] ?? []);
  const numbers = Uint32Array.from(new Set(hits.map(({ number }) => number)));
  const passages = new Map<number, Read>();
  for await (const read of readHits(database, query, sought, { numbers })) {
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
    left: cover.left,
    next: from + limit < order.length ? String(from + limit) : null,
  };
}

/** The first hits in document order, with what they are sorted by. */
type Cover = {
  readonly hits: readonly { readonly place: number; readonly number: number; readonly hit: number }[];
  readonly keys: readonly Keys[];
  /** Passages with hits, those not covered too. */
  readonly total: number;
  /** Passages of them with hits that it does not cover. */
  readonly left: number;
  /** Orders that were asked for. */
  readonly orders: Partial<Record<Exclude<SearchQuery['sort'], 'document'>, readonly number[]>>;
};

async function coverOf(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
): Promise<Cover> {
  const slot = shelf.lists(keyOf('cover', query), (): { cover: Cover | null } => ({ cover: null }));
  slot.cover ??= await covered(database, shelf, query, sought);
  return slot.cover;
}

async function covered(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
): Promise<Cover> {
  const { passages: found, counted: total } = await passagesOf(database, shelf, query, sought, true);
  const hits: Cover['hits'][number][] = [];
  const keys: Keys[] = [];
  const first = partOf(found, 0, enough + 1);
  let whole = 0;
  for await (const read of readHits(database, query, sought, first)) {
    for (const passage of read) {
      const place = first.places[passage.at] ?? 0;
      hits.push(...passage.spans.map((_, hit) => ({ place, number: passage.number, hit })));
      keys.push(...keysOf(passage));
      if (hits.length <= enough) whole++;
    }
    if (hits.length > enough) break;
  }
  return {
    hits: hits.slice(0, enough),
    keys: keys.slice(0, enough),
    total,
    left: hits.length > enough ? total - whole : 0,
    orders: {},
  };
}

/** The passages that a search finds, kept for its other pages and orders. */
async function passagesOf(
  database: DatabaseSync,
  shelf: Shelf,
  query: SearchQuery,
  sought: Sought,
  isAll: boolean,
): Promise<Looked> {
  const slot = shelf.lists(keyOf('passages', query), (): { looked: Looked | null } => ({ looked: null }));
  if (slot.looked === null || (isAll && slot.looked.passages === null)) {
    slot.looked = await findPassages(database, shelf, sought, isAll);
  }
  return slot.looked;
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
