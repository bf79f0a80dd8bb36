import type { SearchAsked, SearchView } from '../../model/api/search.ts';
import { InputError } from '../../model/input.ts';
import type { Concordance, SearchPage, SearchQuery, SearchSort } from '../../model/search.ts';
import { documentOf } from '../../model/units.ts';
import { csv } from '../../report/csv.ts';
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

/** Lines of a concordance as rows in these columns; white space inside a line is single. */
export function lineRows(lines: readonly Concordance[]): readonly string[][] {
  return lines.map((line) => lineColumns.map((column) => (line[column] ?? '').replace(/\s+/g, ' ')));
}

/** The same as CSV; the mark at the beginning tells spreadsheets that this is UTF-8. */
export function lineTable(lines: readonly Concordance[]): string {
  return `\ufeff${[...csv(lineColumns, lineRows(lines))].join('')}`;
}
