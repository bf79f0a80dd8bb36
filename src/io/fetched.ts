import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FetchRecord } from '../model/fetched.ts';
import { check } from '../model/input.ts';
import { type FetchEnd, type FetchFailure, type FetchLimits, fetchFile } from './fetch.ts';

/** The copy of what an address names, or why there is none. */
export type Copy =
  | { readonly code: 'copy'; readonly path: string }
  | { readonly code: 'host_not_allowed' | 'private_address' | 'robots_refused'; readonly host: string }
  | { readonly code: 'not_fetched'; readonly detail: string };

/** Gives the copies of addresses, one an address. */
export type Fetcher = (addresses: readonly string[]) => Promise<ReadonlyMap<string, Copy>>;

/** Files fetched at a time: hosts of documents are often small. */
const atOnce = 4;

/** Without any host to fetch from. */
export const noFetcher: Fetcher = async (addresses) =>
  new Map(
    addresses.map((address) => [
      address,
      { code: 'host_not_allowed', host: URL.parse(address)?.host ?? address },
    ]),
  );

/**
 * Copies of fetched files in a folder, each with a record beside it, named by the hash of its address. A copy
 * once made is used from then on, without the network, unless `refetch` asks for a new one; one fetch a
 * process and address is enough for that.
 */
export function openFetched(
  folder: string,
  limits: FetchLimits,
  { refetch, now }: { readonly refetch: boolean; readonly now: () => Date },
): Fetcher {
  const fresh = new Set<string>();
  return async (addresses) => {
    const copies = new Map<string, Copy>();
    const waiting = [...new Set(addresses)];
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          copies.set(next, await copyOf(next));
        }
      }),
    );
    return copies;
  };

  async function copyOf(named: string): Promise<Copy> {
    const address = bare(named);
    if (address === null) return { code: 'not_fetched', detail: 'it is no address' };
    const path = placeOf(folder, address);
    if ((!refetch || fresh.has(address)) && (await recordOf(path)) !== null) return { code: 'copy', path };
    await mkdir(folder, { recursive: true });
    const partial = `${path}.${randomBytes(6).toString('hex')}.partial`;
    try {
      const end = await fetchFile(address, partial, limits);
      if (end.code !== 'fetched') return reasonOf(end);
      await keep(partial, path, recordFor(address, end, now()));
      fresh.add(address);
      return { code: 'copy', path };
    } finally {
      await rm(partial, { force: true });
    }
  }
}

/** An address without its fragment, which is no matter of its host; null where it is none. */
export function bare(named: string): string | null {
  const url = URL.parse(named);
  if (url === null) return null;
  url.hash = '';
  return url.href;
}

/** Where the copy of an address lies in a folder of copies. */
export function placeOf(folder: string, address: string): string {
  return join(folder, createHash('sha256').update(address).digest('hex'));
}

/** The record of a copy, or null where there is no whole copy: its record is written last. */
export async function recordOf(path: string): Promise<FetchRecord | null> {
  try {
    const record = check(FetchRecord, JSON.parse(await readFile(`${path}.json`, 'utf8'))).value;
    return record !== null && record.bytes === (await stat(path)).size ? record : null;
  } catch {
    return null;
  }
}

/** What is to be kept of how a file came. */
export function recordFor(
  address: string,
  end: Extract<FetchEnd, { readonly code: 'fetched' }>,
  at: Date,
): FetchRecord {
  return {
    address,
    final_address: end.address,
    sha256: end.hash,
    bytes: end.bytes,
    status: end.status,
    content_type: end.contentType,
    fetched_at: at.toISOString(),
  };
}

/** Makes a fetched file the copy of its address, with its record; an earlier copy is no more. */
export async function keep(partial: string, path: string, record: FetchRecord): Promise<void> {
  const note = `${path}.${randomBytes(6).toString('hex')}.partial`;
  try {
    await rm(`${path}.json`, { force: true });
    await rename(partial, path);
    await writeFile(note, `${JSON.stringify(record, null, 2)}\n`);
    await rename(note, `${path}.json`);
  } finally {
    await rm(note, { force: true });
  }
}

function reasonOf(failure: FetchFailure): Copy {
  if (failure.code !== 'not_fetched') return failure;
  return { code: 'not_fetched', detail: failure.detail };
}
