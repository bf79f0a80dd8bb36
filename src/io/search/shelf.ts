import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type NumberSet, numberSet, put } from './numbers.ts';

/** A file of the corpus and where its passages stand: a document is written at once, so that they have numbers in a row. */
export type Place = {
  readonly file: string;
  readonly document: string;
  readonly institution: string | null;
  readonly voice: string | null;
  readonly date: string | null;
  readonly first: number;
  readonly last: number;
};

/** What of an index is kept in memory between searches, for as long as nobody writes into it. */
export type Shelf = {
  /** In the order of files. */
  readonly places: readonly Place[];
  /** First and last number of a passage. */
  readonly first: number;
  readonly last: number;
  /** Indexes of `places` in the order of numbers. */
  readonly byNumber: readonly number[];
  /** The passages whose numbers a statement gives as a JSON list. */
  readonly setOf: (key: string, statements: readonly Asked[]) => NumberSet;
  /** What was made under a key before, or is made now; only the newest are kept. */
  readonly kept: Keeper;
  /** The same for long lists, of which fewer are kept. */
  readonly lists: Keeper;
};

type Keeper = <T>(key: string, make: () => T) => T;

export type Asked = { readonly sql: string; readonly values: readonly SQLInputValue[] };

/** Sets that are kept, of 125 KB for a million passages, and lists of hits, of 8 MB at most. */
const most = { sets: 48, lists: 8 };

const shelves = new WeakMap<DatabaseSync, { readonly version: string; readonly shelf: Shelf }>();

/** The shelf of an index as it is now. */
export function shelfOf(database: DatabaseSync): Shelf {
  const version = versionOf(database);
  const known = shelves.get(database);
  if (known?.version === version) return known.shelf;
  const shelf = filled(database);
  shelves.set(database, { version, shelf });
  return shelf;
}

/** Changes with every change of the index, by this connection or by another. */
function versionOf(database: DatabaseSync): string {
  const others = database.prepare('PRAGMA data_version').get()?.['data_version'];
  return `${others} ${database.prepare('SELECT total_changes() AS own').get()?.['own']}`;
}

const placesQuery = `
  SELECT file, document, institution, voice, date,
    (SELECT number FROM passages WHERE document = corpus.document ORDER BY ordinal LIMIT 1) AS first,
    (SELECT number FROM passages WHERE document = corpus.document ORDER BY ordinal DESC LIMIT 1) AS last
  FROM corpus WHERE counted = 1 ORDER BY file`;

function filled(database: DatabaseSync): Shelf {
  const places = (database.prepare(placesQuery).all() as Place[]).filter((place) => place.first !== null);
  const byNumber = places.map((_, at) => at).toSorted((a, b) => firstOf(places, a) - firstOf(places, b));
  const first = firstOf(places, byNumber[0] ?? -1);
  const last = places[byNumber.at(-1) ?? -1]?.last ?? 0;
  const kept = createKeeper(most.sets);
  return {
    places,
    first,
    last,
    byNumber,
    kept,
    lists: createKeeper(most.lists),
    setOf: (key, statements) =>
      kept(key, () => {
        const set = numberSet(first, last);
        for (const { sql, values } of statements) put(set, numbersOf(database, sql, values));
        return set;
      }),
  };
}

function createKeeper(most: number): Keeper {
  const things = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    const thing = things.has(key) ? (things.get(key) as T) : make();
    things.delete(key);
    things.set(key, thing);
    for (const old of [...things.keys()].slice(0, -most)) things.delete(old);
    return thing;
  };
}

/** A list of numbers as one text: a row for each would take five times as long. */
export function numbersOf(
  database: DatabaseSync,
  sql: string,
  values: readonly SQLInputValue[],
): readonly number[] {
  const row = database.prepare(`SELECT json_group_array(number) AS list FROM (${sql})`).get(...values);
  return JSON.parse(String(row?.['list'])) as number[];
}

function firstOf(places: readonly Place[], at: number): number {
  return places[at]?.first ?? 0;
}
