import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { ArtefactKind, ArtefactStore } from '../model/ports.ts';
import type { Sha256 } from '../model/units.ts';

/** Without a checksum, a flipped bit could go through as another letter or number. */
const checked = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };

/** Bytes unpacked at a time: most artefacts at once. */
const chunkSize = 65_536;

/**
 * Artefacts as compressed JSON files in a folder, which several processes may share: a file appears
 * under its name whole or not at all, and the same name always has the same content. They are small and many, and
 * whoever reads or writes one has nothing else to do: a hop to another thread for each step would cost more than the step.
 */
export function openArtefacts(folder: string): ArtefactStore {
  const place = (kind: ArtefactKind, key: Sha256) => join(folder, kind, key.slice(0, 2), `${key}.json.zst`);
  return {
    async has(kind, key) {
      return existsSync(place(kind, key));
    },
    async read(kind, key) {
      const path = place(kind, key);
      if (!existsSync(path)) return null;
      try {
        return JSON.parse(zstdDecompressSync(readFileSync(path), { chunkSize }).toString('utf8'));
      } catch {
        // A file cut short by a full disk is as good as none: writing it again replaces it.
        return null;
      }
    },
    async write(kind, key, value) {
      const path = place(kind, key);
      const partial = `${path}.${randomBytes(6).toString('hex')}.partial`;
      const bytes = zstdCompressSync(Buffer.from(JSON.stringify(value), 'utf8'), checked);
      try {
        if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
        writeFileSync(partial, bytes);
        renameSync(partial, path);
      } catch (error) {
        rmSync(partial, { force: true });
        throw error;
      }
    },
  };
}
