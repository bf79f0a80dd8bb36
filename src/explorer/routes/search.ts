import { lineColumns, lineRows, lineTable, searchQuery, searchView } from '../../app/explore/search.ts';
import { pseudonymsOf } from '../../app/pseudonyms.ts';
import { patternsOf } from '../../app/terms-asked.ts';
import { pseudonymKey } from '../../io/pseudonym-key.ts';
import { sheetRows, tableWorkbook } from '../../io/xlsx.ts';
import type { SearchAsked, searchApi } from '../../model/api/search.ts';
import type { SearchPage, SearchSort } from '../../model/search.ts';
import type { Desk } from '../desk.ts';
import type { HandlersOf } from '../handler.ts';
import { inTime, longest, partsInTime } from '../in-time.ts';

/** Lines of a page, and those of a table that are read at once. */
const limits = { page: 50, table: 250 };
const narrower = 'look for more words together, or in an institution, a language or some years';

export const searchHandlers: HandlersOf<typeof searchApi> = {
  'GET /api/search': async ({ database, results }, { input: { sort, after, ...asked }, signal }) => {
    const query = searchQuery(asked, await results(), { sort, after: after ?? null, limit: limits.page });
    return searchView(
      await inTime(signal, longest.page, narrower, (end) => database().search(query, undefined, end)),
    );
  },

  'GET /api/search/count': async ({ database, results }, { input, signal }) => {
    const query = searchQuery(input, await results(), { sort: 'document', limit: limits.page });
    return inTime(signal, longest.page, narrower, (end) => database().countHits(query, end));
  },

  'GET /api/search/terms': async ({ results }, { input }) => ({
    terms: [...patternsOf(await results(), input.frame ?? null)],
  }),

  'GET /api/search.csv': async (desk, { input, signal }) =>
    file(
      'search.csv',
      'text/csv; charset=utf-8',
      bytesOf(lineTable(lineRows(await tablePages(desk, input, signal)))),
    ),

  'GET /api/search.xlsx': async (desk, { input, signal }) => {
    const rows = lineRows(await tablePages(desk, input, signal), sheetRows);
    return file(
      'search.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      await tableWorkbook('Search', lineColumns, rows),
    );
  },
};

/** The pages of a table, which goes on to who knows where: names in it are replaced as the study says. */
async function tablePages(
  { database, results, study }: Desk,
  { sort, ...asked }: SearchAsked & { readonly sort: SearchSort },
  signal: AbortSignal,
): Promise<AsyncGenerator<SearchPage | null>> {
  const query = searchQuery(asked, await results(), { sort, limit: limits.table });
  const { file: settings, pseudonymKey: key } = await study();
  const pseudonyms = pseudonymsOf(settings.privacy, () => pseudonymKey(key));
  return partsInTime(signal, longest.table, narrower, (end) =>
    database().searchPages(query, pseudonyms ?? undefined, end),
  );
}

/** Made as it is read, and no further where nobody reads on. */
function bytesOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const stream = ReadableStream.from(pieces).pipeThrough(new TextEncoderStream());
  return stream as ReadableStream<Uint8Array<ArrayBuffer>>;
}

function file(name: string, type: string, content: ReadableStream<Uint8Array<ArrayBuffer>>): Response {
  return new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
