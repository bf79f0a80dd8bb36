import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Sha256, sha256 } from '../model/units.ts';

/** Gives the hash of a file's bytes. */
export type Hasher = (path: string) => Promise<Sha256>;

/** Reads a file from end to end for the hash of its bytes. */
export async function hashFile(path: string): Promise<Sha256> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return sha256(hash.digest('hex'));
}

/**
 * A hasher that does not read a file again while its place on disk, size and times are the same, for a
 * process that goes through the same corpus more than once.
 */
export function rememberHashes(hash: Hasher = hashFile): Hasher {
  const known = new Map<string, { readonly seen: string; readonly hash: Sha256 }>();
  return async (path) => {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    const seen = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
    const earlier = known.get(path);
    if (earlier?.seen === seen) return earlier.hash;
    const found = await hash(path);
    known.set(path, { seen, hash: found });
    return found;
  };
}
