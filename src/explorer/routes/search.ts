import { lineColumns, lineRows, lineTable, searchQuery, searchView } from '../../app/explore/search.ts';
import { pseudonymsOf } from '../../app/pseudonyms.ts';
import { patternsOf } from '../../app/terms-asked.ts';
import { pseudonymKey } from '../../io/pseudonym-key.ts';
import { tableWorkbook } from '../../io/xlsx.ts';
import type { SearchAsked, searchApi } from '../../model/api/search.ts';
import type { Concordance, SearchSort } from '../../model/search.ts';
import type { Desk } from '../desk.ts';
import type { HandlersOf } from '../handler.ts';

/** Lines of a page, and of a table. */
const limits = { page: 50, table: 10_000 };

export const searchHandlers: HandlersOf<typeof searchApi> = {
  'GET /api/search': async ({ database, results }, { input: { sort, after, ...asked } }) => {
    const query = searchQuery(asked, await results(), { sort, after: after ?? null, limit: limits.page });
    return searchView(await database().search(query));
  },

  'GET /api/search/count': async ({ database, results }, { input }) =>
    database().countHits(searchQuery(input, await results(), { sort: 'document', limit: limits.page })),

  'GET /api/search/terms': async ({ results }, { input }) => ({
    terms: [...patternsOf(await results(), input.frame ?? null)],
  }),

  'GET /api/search.csv': async (desk, { input }) =>
    file('search.csv', 'text/csv; charset=utf-8', lineTable(await tableLines(desk, input))),

  'GET /api/search.xlsx': async (desk, { input }) => {
    const rows = lineRows(await tableLines(desk, input));
    return file(
      'search.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      tableWorkbook('Search', lineColumns, rows),
    );
  },
};

/** The lines of a table, which goes on to who knows where: names in it are replaced as the study says. */
async function tableLines(
  { database, results, study }: Desk,
  { sort, ...asked }: SearchAsked & { readonly sort: SearchSort },
): Promise<readonly Concordance[]> {
  const query = searchQuery(asked, await results(), { sort, limit: limits.table });
  const { file: settings, pseudonymKey: key } = await study();
  const pseudonyms = pseudonymsOf(settings.privacy, () => pseudonymKey(key));
  return (await database().search(query, pseudonyms ?? undefined)).lines;
}

function file(
  name: string,
  type: string,
  content: string | ReadableStream<Uint8Array<ArrayBuffer>>,
): Response {
  return new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
