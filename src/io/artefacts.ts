import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { ArtefactKind, ArtefactStore } from '../model/ports.ts';
import type { Sha256 } from '../model/units.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
/** Without a checksum, a flipped bit could go through as another letter or number. */
const checked = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };

/**
 * Artefacts as compressed JSON files in a folder, which several processes may share: a file appears
 * under its name whole or not at all, and the same name always has the same content.
 */
export function openArtefacts(folder: string): ArtefactStore {
  const place = (kind: ArtefactKind, key: Sha256) => join(folder, kind, key.slice(0, 2), `${key}.json.zst`);
  return {
    async has(kind, key) {
      return (await stat(place(kind, key)).catch(() => null)) !== null;
    },
    async read(kind, key) {
      try {
        return JSON.parse((await decompress(await readFile(place(kind, key)))).toString('utf8'));
      } catch {
        // A file cut short by a full disk is as good as none: writing it again replaces it.
        return null;
      }
    },
    async write(kind, key, value) {
      const path = place(kind, key);
      const partial = `${path}.${randomBytes(6).toString('hex')}.partial`;
      const bytes = await compress(Buffer.from(JSON.stringify(value), 'utf8'), checked);
      try {
        await writeFile(partial, bytes).catch(async (error: unknown) => {
          if (!isMissing(error)) throw error;
          await mkdir(dirname(path), { recursive: true });
          await writeFile(partial, bytes);
        });
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
