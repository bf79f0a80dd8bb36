import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { locateInside } from './archives.ts';
import type { Fetcher } from './fetched.ts';
import { isAddress } from './hosts.ts';
import type { Unpacker } from './unpacked.ts';
import { type Located, locate } from './walk.ts';

/**
 * Looks the path of a row up as it is composed on this disk, below the documents folder too, and in archives. `roots` are
 * real paths.
 */
export async function locateListed(
  file: string,
  places: { readonly base: string; readonly documents: string | null },
  roots: readonly string[],
  unpack: Unpacker,
): Promise<Located> {
  const folders = [places.base, ...(places.documents === null ? [] : [places.documents])];
  const forms = [file, file.normalize('NFC'), file.normalize('NFD')];
  for (const path of new Set(folders.flatMap((at) => forms.map((form) => resolve(at, form))))) {
    const located = await locate(path, roots);
    if (located.obstacle !== 'missing') return located;
    const inside = await locateInside(path, roots, unpack);
    if (inside !== null) return inside;
  }
  return { path: resolve(places.base, file), real: null, obstacle: 'missing' };
}

/** Where a file of the corpus lies on this disk by the name that the corpus has for it; null where it is there no more. */
export async function findFile(
  file: string,
  places: { readonly base: string; readonly documents: string | null; readonly roots: readonly string[] },
  { fetch, unpack }: { readonly fetch: Fetcher; readonly unpack: Unpacker },
): Promise<string | null> {
  if (isAddress(file)) {
    const copy = (await fetch([file])).get(file);
    return copy?.code === 'copy' ? copy.path : null;
  }
  const roots = await Promise.all(places.roots.map((root) => realpath(root)));
  return (await locateListed(file, places, roots, unpack)).real;
}
