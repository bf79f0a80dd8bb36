import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { CorpusFile } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import { type FetchedRow, fetchedColumns, type ListedSource, type SourceEnd } from '../model/sources.ts';
import type { Metadata } from '../model/study.ts';
import { sha256 } from '../model/units.ts';
import { admit } from './admit.ts';
import { fetchSource, type SourceCopy, type SourceFetch, type SourceMeans } from './fetch-source.ts';
import type { Hasher } from './hashes.ts';
import type { Incoming } from './incoming.ts';
import { unknownMetadata } from './metadata.ts';
import { sourceFileName } from './source-name.ts';
import { readFetchedRows } from './sources.ts';
import type { Study } from './study.ts';

/** Hosts asked at a time; each of them is asked for one file at a time. */
const atOnce = 4;

/** What sources are collected with. */
export type CollectMeans = SourceMeans & {
  readonly hash: Hasher;
  readonly corpus: () => Promise<readonly CorpusFile[]>;
  /** Told of every source as soon as it has come or failed. */
  readonly tell?: (source: ListedSource, fetched: SourceFetch) => void;
};

/** What became of the sources, in their order, and what is wrong with the record of earlier ones. */
export type Collected = { readonly ends: readonly SourceEnd[]; readonly problems: readonly Problem[] };

/**
 * Fetches sources and takes them into the corpus: files into the folders of the documents, a row for each into the
 * manifest, and a line for each into `fetched.csv` beside it. What has been taken before and is still there is not asked
 * for again, unless that is wanted. Told to stop, takes in what has come so far and ends with an AbortError; what
 * came in part is gone on with the next time.
 */
export async function collect(
  sources: readonly ListedSource[],
  place: Pick<Study, 'places' | 'file' | 'voices'>,
  means: CollectMeans,
): Promise<Collected> {
  const record = join(place.places.base, 'fetched.csv');
  const earlier = await readFetchedRows(record);
  const last = new Map(earlier.value.map((row) => [row.address, row]));
  const known = filesByHash(await means.corpus());
  const keptFile = ({ address }: ListedSource) => known.get(last.get(address)?.sha256 ?? '');
  const wanted = sources.filter((source) => means.refetch || keptFile(source) === undefined);
  const fetched = await fetchAll(wanted, means);
  const ends = await take(fetched);
  means.signal?.throwIfAborted();
  return {
    ends: sources.map((source): SourceEnd => {
      return ends.get(source) ?? { source, outcome: 'kept', file: keptFile(source) ?? '' };
    }),
    problems: earlier.problems,
  };

  async function take(
    all: ReadonlyMap<ListedSource, SourceFetch>,
  ): Promise<ReadonlyMap<ListedSource, SourceEnd>> {
    const found = new Map<ListedSource, SourceEnd>();
    const incoming = new Map<string, { readonly source: ListedSource; readonly one: Incoming }>();
    const came = sources.flatMap((source) => {
      const { copy = null } = all.get(source) ?? {};
      return copy === null ? [] : [{ source, copy }];
    });
    for (const { source, copy } of came) {
      const { sha256: hash } = copy.record;
      if (known.has(hash) || incoming.has(hash)) continue;
      incoming.set(hash, { source, one: incomingOf(source, copy, keptFile(source) ?? null) });
    }
    const list = [...incoming.values()].map(({ one }) => one);
    const admitted = list.length === 0 ? [] : await admit(list, place, means.corpus, means.hash);
    const files = new Map(known);
    for (const [index, hash] of [...incoming.keys()].entries()) files.set(hash, admitted[index]?.file ?? '');
    const rows: FetchedRow[] = [];
    for (const { source, copy } of came) {
      const { sha256: hash } = copy.record;
      const file = files.get(hash) ?? '';
      const before = last.get(source.address);
      if (before?.sha256 !== hash) rows.push(rowOf(source, copy, file));
      found.set(source, endOf(source, copy, file, incoming.get(hash)?.source === source));
    }
    if (rows.length > 0) await appendRecord(record, rows);
    for (const [source, end] of all) {
      if (end.copy !== null) continue;
      found.set(source, { source, outcome: 'failed', problem: end.problem, archive: end.archive });
    }
    return found;
  }

  function endOf(source: ListedSource, copy: SourceCopy, file: string, isNew: boolean): SourceEnd {
    const earlierFile = keptFile(source);
    if (!isNew) return { source, outcome: earlierFile === file ? 'kept' : 'same', file };
    if (earlierFile !== undefined) return { source, outcome: 'changed', file, earlier: earlierFile };
    return { source, outcome: 'added', file, via: copy.via, bytes: copy.record.bytes };
  }
}

/** Several hosts at a time; the sources of one host one after the other, in their order. */
async function fetchAll(
  sources: readonly ListedSource[],
  means: CollectMeans,
): Promise<ReadonlyMap<ListedSource, SourceFetch>> {
  const fetched = new Map<ListedSource, SourceFetch>();
  const groups = [...Map.groupBy(sources, ({ address }) => URL.parse(address)?.host ?? '').values()];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
        for (const source of group) {
          if (means.signal?.aborted) return;
          try {
            const end = await fetchSource(source, means);
            fetched.set(source, end);
            means.tell?.(source, end);
          } catch (error) {
            if (means.signal?.aborted) return;
            // The others end what they do, and are taken in the next time.
            groups.length = 0;
            throw error;
          }
        }
      }
    }),
  );
  return fetched;
}

function filesByHash(corpus: readonly CorpusFile[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { source } of corpus) {
    if (source.hash !== null && !files.has(source.hash)) files.set(source.hash, source.file);
  }
  return files;
}

function incomingOf(source: ListedSource, copy: SourceCopy, earlier: string | null): Incoming {
  const { institution, voice, title, kind, date, language, address } = source;
  const facts = { institution, voice, title, kind, date, language, url: address, version_of: earlier };
  const metadata: Metadata = { ...unknownMetadata, ...facts };
  return {
    named: sourceFileName(source, copy.content),
    path: copy.path,
    hash: sha256(copy.record.sha256),
    metadata,
    stated: (Object.keys(facts) as (keyof typeof facts)[]).filter((field) => facts[field] !== null),
  };
}

function rowOf(source: ListedSource, { via, record }: SourceCopy, file: string): FetchedRow {
  const { final_address, status, fetched_at, bytes, sha256: hash, content_type } = record;
  const { address } = source;
  return {
    address,
    answered_by: final_address,
    via,
    status,
    fetched_at,
    bytes,
    sha256: hash,
    content_type,
    file,
  };
}

/** Adds whole lines at the end; what is there stays as it is. */
async function appendRecord(path: string, rows: readonly FetchedRow[]): Promise<void> {
  const old = await readFile(path, 'utf8').catch(() => '');
  const lines = stringify(rows.map((row) => fetchedColumns.map((column) => row[column])));
  const header = old === '' ? `${fetchedColumns.join(',')}\n` : old.endsWith('\n') ? '' : '\n';
  await appendFile(path, header + lines);
}
