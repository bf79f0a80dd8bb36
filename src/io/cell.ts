import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as pause } from 'node:timers/promises';
import type { CellQuery } from '../model/glance.ts';
import { silentZones } from '../model/passage.ts';
import type { Found } from '../model/ports.ts';
import { groupKeyOf } from '../model/profile.ts';
import { halfYearOf, periodOf } from '../model/study.ts';
import { passagesAt } from './evidence.ts';
import { categoryQueries, kindQuery } from './search/filter.ts';
import { inFiles } from './search/found.ts';
import { both, type NumberSet, without } from './search/numbers.ts';
import { type Place, type Shelf, shelfOf } from './search/shelf.ts';

/**
 * The passages that a cell of a profile counts, in the order of file and place: how many, in how many documents, and some
 * of them. Counts as `profile/count.ts` does, from the same tags. Others get their turn between parts of the work, which
 * ends with `signal`.
 */
export async function cell(
  database: DatabaseSync,
  query: CellQuery,
  from: number,
  count: number,
  signal?: AbortSignal,
): Promise<{ readonly total: number; readonly documents: number; readonly found: readonly Found[] }> {
  const shelf = shelfOf(database);
  const turn = async () => {
    await pause();
    signal?.throwIfAborted();
  };
  const passages = await fittingPassages(shelf, query, turn);
  const { places, numbers } = inFiles(shelf, { isPlace: shelf.places.map(fits(query)), passages });
  await turn();
  const wanted = [...numbers.subarray(from, from + count)].map((number, at) => ({
    number,
    file: shelf.places[places[from + at] ?? 0]?.file ?? '',
  }));
  return {
    total: numbers.length,
    // Files with one content are one document, whose passages have the same numbers.
    documents: new Set(new Set(places).values().map((place) => shelf.places[place]?.first)).size,
    found: [...passagesAt(database, wanted)],
  };
}

/** Passages of the zones and languages that count, with the object and one of the categories. */
async function fittingPassages(
  shelf: Shelf,
  { by, keys, categories, object, zone, language }: CellQuery,
  turn: () => Promise<void>,
): Promise<NumberSet> {
  const tagged = (names: readonly string[]) =>
    shelf.setOf(JSON.stringify(['tagged', names]), categoryQueries(names));
  const ofKind = (spoken: readonly (string | null)[], zones: readonly (string | null)[]) =>
    shelf.setOf(
      JSON.stringify(['kinds', spoken, zones]),
      spoken.flatMap((one) => zones.map((other) => kindQuery(one, other))),
    );
  const sets = [
    () => tagged(categories),
    ...(by === 'language' ? [() => ofKind(keys, [null])] : []),
    ...(language === undefined ? [] : [() => ofKind([language], [null])]),
    ...(zone === undefined ? [] : [() => ofKind([null], [zone])]),
  ];
  const about = tagged(object);
  await turn();
  let fitting = without(about, ofKind([null], [...silentZones]));
  for (const set of sets) {
    await turn();
    fitting = both(fitting, set());
  }
  return fitting;
}

/** Whether a file is one of those that a cell is of, which says nothing yet of its passages. */
function fits({ by, keys, voice, period, since, until, periodYears }: CellQuery): (place: Place) => boolean {
  const isKey = (key: string) => keys.includes(key);
  // A document may have several languages: its passages are looked at instead.
  const isGroup = (place: Place): boolean =>
    by === 'language' ||
    isKey(groupKeyOf({ ...place, period: periodOf(place.date, periodYears), language: '' }, by));
  return (place) =>
    isGroup(place) &&
    (voice === undefined || (place.voice ?? '(none)') === voice) &&
    (period === undefined || periodOf(place.date, periodYears) === period) &&
    isWithin(place.date, since, until);
}

function isWithin(date: string | null, since: number | undefined, until: number | undefined): boolean {
  if (since === undefined && until === undefined) return true;
  if (date === null) return false;
  const time = halfYearOf(date);
  return time >= (since ?? time) && (until === undefined || time < until);
}
