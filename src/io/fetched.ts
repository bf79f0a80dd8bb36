import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FetchRecord } from '../model/fetched.ts';
import { check } from '../model/input.ts';
import { type FetchLimits, fetchFile } from './fetch.ts';

/** The copy of what an address names, or why there is none. */
export type Copy =
  | { readonly code: 'copy'; readonly path: string }
  | { readonly code: 'host_not_allowed'; readonly host: string }
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
    const url = URL.parse(named);
    if (url === null) return { code: 'not_fetched', detail: 'it is no address' };
    url.hash = '';
    const address = url.href;
    const path = join(folder, createHash('sha256').update(address).digest('hex'));
    if ((!refetch || fresh.has(address)) && (await isKept(path))) return { code: 'copy', path };
    await mkdir(folder, { recursive: true });
    const partial = `${path}.${randomBytes(6).toString('hex')}.partial`;
    try {
      const end = await fetchFile(address, partial, limits);
      if (end.code !== 'fetched') return end;
      const record: FetchRecord = {
        address,
        final_address: end.address,
        sha256: end.hash,
        bytes: end.bytes,
        content_type: end.contentType,
        fetched_at: now().toISOString(),
      };
      await rename(partial, path);
      await writeFile(partial, `${JSON.stringify(record, null, 2)}\n`);
      await rename(partial, `${path}.json`);
      fresh.add(address);
      return { code: 'copy', path };
    } finally {
      await rm(partial, { force: true });
    }
  }
}

/** Whether a whole copy is there: its record is written last. */
async function isKept(path: string): Promise<boolean> {
  try {
    const record = check(FetchRecord, JSON.parse(await readFile(`${path}.json`, 'utf8'))).value;
    return record !== null && record.bytes === (await stat(path)).size;
  } catch {
    return false;
  }
}
