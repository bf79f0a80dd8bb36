import { mkdir } from 'node:fs/promises';
import type { FetchRecord } from '../model/fetched.ts';
import type { Problem } from '../model/problem.ts';
import type { FetchedRow, ListedSource } from '../model/sources.ts';
import { type Content, contentOf, promisedBy } from './content.ts';
import type { FetchEnd, FetchFailure, FetchLimits, FetchMeans } from './fetch.ts';
import { keep, placeOf, recordFor, recordOf } from './fetched.ts';
import type { Manners } from './manners.ts';
import { dropPart } from './part.ts';
import { fetchPatiently } from './patience.ts';

/** What sources are fetched with. */
export type SourceMeans = FetchMeans & {
  readonly limits: FetchLimits;
  readonly hold: Manners['hold'];
  /** Folder of copies; what it has is not asked for, unless `refetch`. */
  readonly folder: string;
  readonly refetch: boolean;
  readonly now: () => Date;
};

/** The bytes of a source: where they lie, what they are, and how they came. */
export type SourceCopy = {
  readonly path: string;
  readonly content: Content;
  readonly via: FetchedRow['via'];
  readonly record: FetchRecord;
};

/** A source's bytes, or why there are none; `archive` says why the second try failed, null where there was none. */
export type SourceFetch =
  | { readonly copy: SourceCopy }
  | { readonly copy: null; readonly problem: Problem; readonly archive: Problem | null };

/**
 * Fetches one source, and from its archive address where its own does not give it. Where a host asks programs to leave
 * it alone, the archive is not asked either.
 */
export async function fetchSource(source: ListedSource, means: SourceMeans): Promise<SourceFetch> {
  const { address, archive_address: archived } = source;
  const expected = promisedBy(address);
  const first = await fetchOne(address, 'origin', expected, means);
  if (first.copy !== null || archived === null || first.problem.code === 'robots_refused') return first;
  const second = await fetchOne(archived, 'archive', expected, means);
  return second.copy === null ? { ...first, archive: second.problem } : second;
}

async function fetchOne(
  address: string,
  via: FetchedRow['via'],
  expected: readonly Content[] | null,
  means: SourceMeans,
): Promise<SourceFetch> {
  const { folder, refetch, limits, hold, now } = means;
  const path = placeOf(folder, address);
  const kept = refetch ? null : await recordOf(path);
  if (kept !== null) {
    const content = await contentOf(path, kept.content_type);
    if (content !== null && fits(content, expected)) return { copy: { path, content, via, record: kept } };
  }
  await mkdir(folder, { recursive: true });
  const partial = `${path}.partial`;
  const end = await fetchPatiently(address, partial, limits, means, hold);
  if (end.code !== 'fetched') return { copy: null, problem: problemOf(address, end), archive: null };
  const content = await contentOf(partial, end.contentType);
  if (content === null || !fits(content, expected)) {
    await dropPart(partial);
    const problem: Problem = {
      code: 'not_the_document',
      file: address,
      expected: expected?.join(' or ') ?? 'a document',
      found: content ?? said(end),
    };
    return { copy: null, problem, archive: null };
  }
  const record = recordFor(address, end, now());
  await keep(partial, path, record);
  return { copy: { path, content, via, record } };
}

function fits(content: Content, expected: readonly Content[] | null): boolean {
  return expected === null || expected.includes(content);
}

function said({ contentType }: Extract<FetchEnd, { readonly code: 'fetched' }>): string {
  // It is shown to people, and anybody may have written it.
  return contentType === null
    ? 'bytes of no known kind'
    : `bytes said to be ${contentType.replace(/[^\x20-\x7e]/g, '?').slice(0, 80)}`;
}

function problemOf(file: string, failure: FetchFailure): Problem {
  if (failure.code !== 'not_fetched') return { ...failure, file };
  const { detail, again } = failure;
  return { code: again === null ? 'not_fetched' : 'fetch_later', file, detail };
}
