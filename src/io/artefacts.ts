import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { ArtefactKind, ArtefactStore } from '../model/ports.ts';
import type { Sha256 } from '../model/units.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

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
      const bytes = await readFile(place(kind, key)).catch(() => null);
      if (bytes === null) return null;
      try {
        return JSON.parse((await decompress(bytes)).toString('utf8'));
      } catch {
        // A file cut short by a full disk is as good as none: it is made again.
        await rm(place(kind, key), { force: true });
        return null;
      }
    },
    async write(kind, key, value) {
      const path = place(kind, key);
      await mkdir(dirname(path), { recursive: true });
      const partial = `${path}.${randomBytes(6).toString('hex')}.partial`;
      await writeFile(partial, await compress(Buffer.from(JSON.stringify(value), 'utf8')));
      await rename(partial, path);
    },
  };
}
