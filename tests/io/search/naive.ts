import type { SearchQuery } from '../../../src/model/search.ts';
import type { Made, Mark, Written } from '../make.ts';

/** A document as a test wrote it, beside what was made of it. */
export type Document = { readonly file: string; readonly passages: readonly Written[]; readonly made: Made };

/** A hit found by reading everything. */
export type NaiveHit = {
  readonly file: string;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly score: { readonly hits: number; readonly words: number };
};

const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    word: match[0].normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** All hits of a search in the order asked for, by going through every word of every document. */
export function naiveSearch(documents: readonly Document[], query: SearchQuery): readonly NaiveHit[] {
  const inOrder = documents
    .filter(({ made }) => made.row.status !== 'failed' && fits(made.row, query))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const hits = inOrder.flatMap(({ file, passages }) =>
    passages.flatMap((passage, ordinal) => {
      if (query.zone !== null && (passage.zone ?? 'body') !== query.zone) return [];
      if (query.language !== null && (passage.language ?? 'es') !== query.language) return [];
      const marks = (passage.marks ?? []).filter((mark) => isAsked(mark, query));
      if ((query.terms !== null || query.polarity !== null) && marks.length === 0) return [];
      const spans =
        query.words === null
          ? marks.map(({ words }) => [passage.text.indexOf(words), words.length] as const)
          : phraseIn(passage.text, query.words).map(([start, end]) => [start, end - start] as const);
      const all = wordsOf(passage.text);
      return spans.map(([start, length]) => ({
        file,
        ordinal,
        start,
        end: start + length,
        left: all
          .filter(({ end }) => end <= start)
          .map(({ word }) => word)
          .reverse(),
        right: all.filter((one) => one.start >= start + length).map(({ word }) => word),
        score: { hits: spans.length, words: passage.text.split(/\s+/).length },
      }));
    }),
  );
  if (query.sort === 'document') return hits;
  if (query.sort === 'rank') {
    const passages = new Map(hits.map((hit) => [`${hit.file} ${hit.ordinal}`, hit.score.words]));
    const mean = [...passages.values()].reduce((sum, words) => sum + words, 0) / passages.size;
    const bm25 = ({ score: { hits: tf, words } }: NaiveHit) =>
      (tf * (1.2 + 1)) / (tf + 1.2 * (1 - 0.75 + (0.75 * words) / mean));
    return hits.toSorted((a, b) => (Math.abs(bm25(b) - bm25(a)) < 1e-12 ? 0 : bm25(b) - bm25(a)));
  }
  const side = query.sort;
  return hits.toSorted((a, b) => wordwise(a[side], b[side]));
}

function wordwise(some: readonly string[], others: readonly string[]): number {
  for (const [at, word] of some.entries()) {
    const other = others[at];
    if (other === undefined) return 1;
    if (word !== other) return word < other ? -1 : 1;
  }
  return some.length - others.length;
}

function fits({ institution, voice, date }: Made['row'], query: SearchQuery): boolean {
  const year = Number(date?.slice(0, 4) ?? Number.NaN);
  return (
    (query.institution === null || institution === query.institution) &&
    (query.voice === null || voice === query.voice) &&
    (query.from === null || year >= Number(query.from)) &&
    (query.to === null || year <= Number(query.to))
  );
}

function isAsked({ theme, category = 'a', blocked = null, polarity = null }: Mark, query: SearchQuery) {
  const names = [`${theme}/`, `${theme}/${category}.`, `${theme}/${category}.es.000000`];
  const counts = blocked === null || (query.polarity !== null && blocked === 'negated');
  return (
    counts &&
    (query.polarity === null || polarity === query.polarity) &&
    (query.terms === null || query.terms.some((term) => names.includes(term)))
  );
}

function phraseIn(text: string, written: string): readonly (readonly [number, number])[] {
  const phrase = wordsOf(written).map(({ word }) => word);
  const isPrefix = written.endsWith('*');
  const all = wordsOf(text);
  const spans: [number, number][] = [];
  for (const [index, { start }] of all.entries()) {
    const fit = phrase.every((word, place) => {
      const other = all[index + place]?.word;
      return isPrefix && place === phrase.length - 1 ? other?.startsWith(word) : other === word;
    });
    if (!fit) continue;
    const end = all[index + phrase.length - 1]?.end ?? start;
    const last = spans.at(-1);
    if (last !== undefined && start < last[1]) last[1] = end;
    else spans.push([start, end]);
  }
  return spans;
}
