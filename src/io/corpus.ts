import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { CorpusFile } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import type { StudyFile } from '../model/study.ts';
import { documentId, type Sha256, sha256 } from '../model/units.ts';
import { type Row, readManifest } from './manifest.ts';
import { fromFileName, fromFolders, mergeMetadata, unknownMetadata } from './metadata.ts';

/** Where the files of a corpus are looked for. */
export type CorpusPlaces = {
  /** `manifest.csv`, or null for a folder without one. */
  readonly manifest: string | null;
  /** The folder whose files belong to the corpus even without a row; null where only rows count. */
  readonly documents: string | null;
  /** Folders that paths may lead into. */
  readonly roots: readonly string[];
  /** What relative paths in the manifest are relative to. */
  readonly base: string;
  /** Folders of the program's own output that may lie among the documents. */
  readonly skip: readonly string[];
};

/**
 * Lists the corpus in the order of file names (by code point): every row of the manifest and every
 * file of the documents folder, with metadata from row, path and name put together. What is wrong with
 * a row or a file is a Problem of it; nothing is left out.
 */
export async function readCorpus(
  places: CorpusPlaces,
  study: StudyFile,
  voices: ReadonlySet<string>,
): Promise<readonly CorpusFile[]> {
  const rows = places.manifest === null ? [] : await readManifest(places.manifest, voices);
  const roots = await Promise.all(places.roots.map((root) => realpath(root)));
  const taken = new Map<string, string>();
  const files: CorpusFile[] = [];
  for (const row of rows) files.push(await fromRow(row));
  for (const path of places.documents === null ? [] : await walk(places.documents, places.skip)) {
    const real = await realpath(path);
    if (taken.has(real)) continue;
    files.push(await describeFile(path, named(path), [], [{ code: 'not_in_manifest', file: named(path) }]));
  }
  return countOnce(files.sort((a, b) => compare(a.source.file, b.source.file)));

  async function fromRow(row: Row): Promise<CorpusFile> {
    const own = [{ from: 'manifest', values: row.metadata }];
    const found = await locate(row.file);
    if (found === null) return absent(row, { code: 'file_missing', file: row.file, row: row.row });
    if (!roots.some((root) => found === root || found.startsWith(root + sep))) {
      return absent(row, { code: 'file_outside_root', file: row.file, row: row.row });
    }
    const earlier = taken.get(found);
    if (earlier !== undefined) return absent(row, { code: 'duplicate', file: row.file, of: earlier });
    taken.set(found, row.file);
    return describeFile(found, row.file, own, row.problems);
  }

  async function locate(file: string): Promise<string | null> {
    if (file === '') return null;
    const candidates = isAbsolute(file)
      ? [file]
      : [places.base, ...(places.documents === null ? [] : [places.documents])].map((folder) =>
          resolve(folder, file),
        );
    for (const candidate of candidates) {
      const info = await stat(candidate).catch(() => null);
      if (info?.isFile()) return realpath(candidate);
    }
    return null;
  }

  async function describeFile(
    path: string,
    file: string,
    own: Parameters<typeof mergeMetadata>[1],
    found: readonly Problem[],
  ): Promise<CorpusFile> {
    const inside = places.documents === null ? null : relative(await realpath(places.documents), path);
    const folders = inside === null || inside.startsWith('..') ? [] : inside.split(sep).slice(0, -1);
    const claims = [
      ...own,
      fromFolders(folders, study, voices),
      fromFileName(basename(path), study.file_name),
    ];
    const { metadata, problems } = mergeMetadata(file, claims, study);
    const all: Problem[] = [...found, ...problems];
    if (metadata.voice === null) all.push({ code: 'voice_unknown', file });
    const bytes = (await stat(path)).size;
    const limit = study.settings.limits.bytes;
    let hash: Sha256 | null = null;
    if (bytes > limit) all.push({ code: 'file_too_large', file, bytes, limit });
    else {
      try {
        hash = await hashFile(path);
      } catch (error) {
        all.push({
          code: 'file_unreadable',
          file,
          detail: error instanceof Error ? error.message : String(error),
        });
      }
    }
    const document = hash === null ? null : documentId(hash);
    return {
      source: { ...metadata, file, hash, document, bytes },
      path: hash === null ? null : path,
      problems: all,
    };
  }

  function named(path: string): string {
    return relative(places.base, path).split(sep).join('/');
  }

  function absent(row: Row, problem: Problem): CorpusFile {
    const { metadata, problems } = mergeMetadata(
      row.file,
      [{ from: 'manifest', values: row.metadata }],
      study,
    );
    return {
      source: { ...unknownMetadata, ...metadata, file: row.file, hash: null, document: null, bytes: 0 },
      path: null,
      problems: [...row.problems, ...problems, problem],
    };
  }
}

/** Files with the same bytes are one document: the first by name is counted, the others say so. */
function countOnce(files: readonly CorpusFile[]): readonly CorpusFile[] {
  const first = new Map<Sha256, string>();
  return files.map((entry) => {
    const { hash, file } = entry.source;
    if (hash === null) return entry;
    const of = first.get(hash);
    if (of === undefined) {
      first.set(hash, file);
      return entry;
    }
    return { ...entry, path: null, problems: [...entry.problems, { code: 'duplicate', file, of }] };
  });
}

async function hashFile(path: string): Promise<Sha256> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return sha256(hash.digest('hex'));
}

/** Every visible file below a folder but those to skip; links are not followed. */
async function walk(folder: string, skip: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).split(sep).some(isHidden))
    .filter((path) => !skip.some((other) => path.startsWith(other + sep)))
    .sort(compare);
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'Thumbs.db';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
