import type { DatabaseSync } from 'node:sqlite';
import { markedSpans } from './marker.ts';
import { has, putWithin } from './numbers.ts';
import type { Phrase } from './phrase.ts';
import { numbersOf, type Shelf } from './shelf.ts';
import type { Passages, Sought } from './sought.ts';

/** Passages with hits in document order from a place on, for a search that finds very many: goes through file after file. */
export async function walkFrom(
  database: DatabaseSync,
  { places }: Shelf,
  { phrase, isPlace, passages, turn }: Sought,
  from: { readonly place: number; readonly number: number },
  most: number,
): Promise<Passages> {
  const found = { places: [] as number[], numbers: [] as number[] };
  if (phrase === null) return { places: new Uint32Array(), numbers: new Uint32Array() };
  for (let at = from.place; at < places.length && found.numbers.length < most; at++) {
    const place = places[at];
    if (!isPlace[at] || place === undefined) continue;
    const first = at === from.place ? Math.max(from.number, place.first) : place.first;
    const room = new Uint32Array(Math.max(0, place.last - first + 1));
    const possible = room.subarray(0, putWithin(passages, { first, last: place.last }, room, 0));
    if (possible.length === 0) continue;
    const hits = phrase.isPrefix
      ? readIn(database, phrase, possible)
      : foundIn(database, phrase, possible).filter((number) => passages === null || has(passages, number));
    for (const number of hits) {
      found.places.push(at);
      found.numbers.push(number);
    }
    await turn();
  }
  return {
    places: Uint32Array.from(found.places.slice(0, most)),
    numbers: Uint32Array.from(found.numbers.slice(0, most)),
  };
}

const inRange =
  'SELECT rowid AS number FROM passages_text WHERE passages_text MATCH ? AND rowid BETWEEN ? AND ?';

function foundIn(database: DatabaseSync, { match }: Phrase, possible: Uint32Array): readonly number[] {
  // A number that is bound as a float would be compared row by row instead of looked up.
  return numbersOf(database, inRange, [match, BigInt(possible[0] ?? 0), BigInt(possible.at(-1) ?? 0)]);
}

const textsQuery = 'SELECT number, text FROM passages WHERE number IN (SELECT value FROM json_each(?))';

/** The same for a prefix: the index would gather all that begin so for each file, and the texts themselves are read sooner. */
function readIn(database: DatabaseSync, { match }: Phrase, possible: Uint32Array): readonly number[] {
  const rows = database.prepare(textsQuery).all(JSON.stringify([...possible])) as {
    number: number;
    text: string;
  }[];
  const spans = markedSpans(
    match,
    rows.map(({ text }) => text),
  );
  return rows.flatMap(({ number }, at) => ((spans[at]?.length ?? 0) > 0 ? [number] : []));
}
