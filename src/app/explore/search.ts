import type { SearchAsked, SearchView } from '../../model/api/search.ts';
import { InputError } from '../../model/input.ts';
import type { Concordance, SearchPage, SearchQuery, SearchSort } from '../../model/search.ts';
import { documentOf } from '../../model/units.ts';
import { csv } from '../../report/csv.ts';
import { count, counted } from '../../report/numbers.ts';
import { type Asking, termsAsked } from '../terms-asked.ts';

/** What a page of the explorer asks for, as the index takes it; throws an InputError where it asks for nothing. */
export function searchQuery(
  asked: SearchAsked,
  lexicon: Asking,
  { sort, after = null, limit }: { sort: SearchSort; after?: string | null; limit: number },
): SearchQuery {
  const { words = null, frame = null, term = null } = asked;
  if (words === null && frame === null && term === null) {
    throw new InputError(['expected words, a frame or a term to look for, got none']);
  }
  return {
    words,
    terms: termsAsked({ frame, term }, lexicon),
    polarity: asked.polarity ?? null,
    institution: asked.institution ?? null,
    voice: asked.voice ?? null,
    from: asked.from ?? null,
    to: asked.to ?? null,
    zone: asked.zone ?? null,
    language: asked.language ?? null,
    sort,
    after,
    limit,
  };
}

/** A page of the concordance, with the document that each line leads to. */
export function searchView({ lines, ...page }: SearchPage): SearchView {
  return { ...page, lines: lines.map((line) => ({ ...line, document: documentOf(line.passage) })) };
}

/** Columns of an exported concordance. */
export const lineColumns = [
  'file',
  'page',
  'date',
  'institution',
  'left',
  'hit',
  'right',
  'passage',
] as const;

/**
 * Pages of a concordance as rows in these columns, some at a time; white space inside a line is single. Of more than `most`
 * lines the first are there; a last row says how much is not. Null for a page says that there was no time for more.
 */
export async function* lineRows(
  pages: AsyncIterable<SearchPage | null>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly string[][]> {
  let [taken, over, left] = [0, 0, 0];
  let isLate = false;
  for await (const page of pages) {
    if (page === null) {
      isLate = true;
      break;
    }
    const lines = page.lines.slice(0, most - taken);
    taken += lines.length;
    over += page.lines.length - lines.length;
    left = page.left;
    if (lines.length > 0) yield lines.map(rowOf);
  }
  const notes = [
    ...(isLate
      ? [
          'all further lines left out: to find them takes too long; export part by part, by institution, language or years',
        ]
      : []),
    ...(over === 0 ? [] : [`${counted(over, 'line')} left out: a sheet holds no more; the CSV has all`]),
    ...(left === 0
      ? []
      : [
          `${counted(left, 'passage')} with hits left out: sorted are the first ${count(taken + over)} hits in the order of documents; sorted by document, all are exported`,
        ]),
  ];
  if (notes.length > 0) yield notes.map((note) => lineColumns.map((_, at) => (at === 0 ? note : '')));
}

function rowOf(line: Concordance): string[] {
  return lineColumns.map((column) => (line[column] ?? '').replace(/\s+/g, ' '));
}

/** The same as CSV in pieces; the mark at the beginning tells spreadsheets that this is UTF-8. */
export async function* lineTable(parts: AsyncIterable<readonly string[][]>): AsyncGenerator<string> {
  yield `\ufeff${[...csv(lineColumns, [])].join('')}`;
  for await (const [first = [], ...rest] of parts) yield [...csv(first, rest)].join('');
}
