import { languages } from '../../model/passage.ts';
import type { SearchQuery } from '../../model/search.ts';
import { spelling } from '../spelling.ts';
import { both, type NumberSet } from './numbers.ts';
import type { Asked, Place, Shelf } from './shelf.ts';

/** Whether a file is as a search asks, which says nothing yet of its passages. */
export function fitsPlace(query: SearchQuery): (place: Place) => boolean {
  const wanted = query.institution === null ? null : spelling(query.institution);
  const isInstitution = remembering(
    (name: string | null) => wanted === null || (name !== null && spelling(name) === wanted),
  );
  const isDate = remembering((date: string | null) => isWithin(date, query.from, query.to));
  return ({ institution, voice, date }) =>
    isInstitution(institution) && (query.voice === null || voice === query.voice) && isDate(date);
}

/** The same, asked once only of each: few names and dates stand for many files. */
function remembering<T>(asked: (value: T) => boolean): (value: T) => boolean {
  const known = new Map<T, boolean>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const found = asked(value);
    known.set(value, found);
    return found;
  };
}

/** Whether a date may lie between two others: all are compared as exactly as both are known. */
function isWithin(date: string | null, from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true;
  if (date === null) return false;
  const upTo = (other: string) => date.slice(0, other.length);
  return (
    (from === null || upTo(from) >= from.slice(0, date.length)) &&
    (to === null || upTo(to) <= to.slice(0, date.length))
  );
}

/** The passages with the zone, language, terms and polarity that a search asks for; null where it asks for none of these. */
export function fittingPassages(shelf: Shelf, query: SearchQuery): NumberSet | null {
  const { zone, language, terms, polarity } = query;
  const sets: NumberSet[] = [];
  if (zone !== null || language !== null) {
    sets.push(shelf.setOf(JSON.stringify(['kind', language, zone]), [kindQuery(language, zone)]));
  }
  if (terms !== null || polarity !== null) {
    const asked = (terms ?? [null]).map((one) => termQuery(one, polarity));
    sets.push(shelf.setOf(JSON.stringify(['terms', terms, polarity]), asked));
  }
  const [first, second] = sets;
  return first === undefined || second === undefined ? (first ?? null) : both(first, second);
}

/** The passages of a language and a zone; null for any. */
export function kindQuery(language: string | null, zone: string | null): Asked {
  // The index begins with the language, so that a zone alone is looked up in each.
  return {
    sql: `SELECT number FROM passages WHERE language IN (SELECT value FROM json_each(?))${zone === null ? '' : ' AND zone = ?'}`,
    values: [JSON.stringify(language === null ? languages : [language]), ...(zone === null ? [] : [zone])],
  };
}

/** Through the index of themes, in which the tags of a document stand close together, so that writing them stays cheap. */
function termQuery(term: string | null, polarity: string | null): Asked {
  const [low, high] = term === null ? [] : rangeOf(term);
  const conditions = [
    term === null ? 'TRUE' : 'theme = ? AND term >= ? AND term < ?',
    polarity === null ? 'blocked IS NULL' : "(blocked IS NULL OR blocked = 'negated') AND polarity = ?",
  ];
  const theme = term?.slice(0, term.indexOf('/'));
  return {
    sql: `SELECT passage AS number FROM tags INDEXED BY tags_theme WHERE ${conditions.join(' AND ')}`,
    values: [theme, low, high, polarity ?? undefined].filter((value) => value !== undefined),
  };
}

/** The passages in which a tag of one of some categories (`<theme>/<category>`) counts: each theme is gone through once. */
export function categoryQueries(names: readonly string[]): readonly Asked[] {
  return [...Map.groupBy(names, (name) => name.slice(0, name.indexOf('/')))].map(([theme, own]) => ({
    sql: `SELECT passage AS number FROM tags INDEXED BY tags_theme
      WHERE theme = ? AND blocked IS NULL AND (${own.map(() => 'term >= ? AND term < ?').join(' OR ')})`,
    values: [theme, ...own.flatMap((name) => rangeOf(`${name}.`))],
  }));
}

/** From the first id that a term of a query stands for to the one behind the last. */
function rangeOf(term: string): readonly [string, string] {
  if (!/[/.]$/.test(term)) return [term, `${term}\0`];
  return [term, term.slice(0, -1) + String.fromCharCode(term.charCodeAt(term.length - 1) + 1)];
}

/** Whether a tag is one that a search asks for; the same as the statement above says of all. */
export function fitsTag({ terms, polarity }: SearchQuery): (tag: WantedTag) => boolean {
  const ranges = terms?.map(rangeOf) ?? null;
  return ({ term, blocked, polarity: own }) =>
    (ranges === null || ranges.some(([low, high]) => term >= low && term < high)) &&
    (polarity === null ? blocked === null : (blocked === null || blocked === 'negated') && own === polarity);
}

type WantedTag = {
  readonly term: string;
  readonly blocked: string | null;
  readonly polarity: string | null;
};
