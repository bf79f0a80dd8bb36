import { realpath, stat } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { InputError } from '../model/input.ts';
import type { CorpusFile, MetadataClaim } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import type { Metadata, StudyFile } from '../model/study.ts';
import { documentId } from '../model/units.ts';
import { filesOf } from './archives.ts';
import { type Copy, type Fetcher, noFetcher } from './fetched.ts';
import { fromFileName } from './filename.ts';
import { type Hasher, hashFile } from './hashes.ts';
import { isAddress, lastName } from './hosts.ts';
import { countOnce, type Entry, spellOnce } from './identity.ts';
import { locateListed } from './locate-listed.ts';
import { noManifest, type Row, readManifest } from './manifest.ts';
import { fromFolders, mergeMetadata } from './metadata.ts';
import { resolveReferences } from './references.ts';
import { compareCodePoints } from './spelling.ts';
import { noUnpacker, type Unpacker } from './unpacked.ts';
import { isInside, type Located, type Obstacle, walk } from './walk.ts';

/** Where the files of a corpus are looked for. */
export type CorpusPlaces = {
  /** `manifest.csv`, or null for a folder without one. */
  readonly manifest: string | null;
  /** The folder whose sub-folders say something of a file; null where there is none. */
  readonly documents: string | null;
  /** Whether a file of that folder belongs to the corpus even without a row. */
  readonly unlisted: boolean;
  /** Folders that paths may lead into. */
  readonly roots: readonly string[];
  /** What paths are relative to. */
  readonly base: string;
  /** Files and folders in the documents folder that are no documents. */
  readonly skip: readonly string[];
};

/** How the bytes behind a corpus are come by. */
export type CorpusMeans = {
  readonly hash: Hasher;
  /** What addresses in the manifest are fetched with. */
  readonly fetch: Fetcher;
  /** What archives are unpacked with. */
  readonly unpack: Unpacker;
};

/** Rows of the manifest that name the same file; the first gives it its name. */
type Listing = { readonly located: Located; readonly rows: readonly [Row, ...Row[]] };

/**
 * Lists the corpus in the order of file names (by code point): every file that a row of the manifest names
 * and every file of the documents folder, once each, with metadata from row, path and name put together.
 * What is wrong with a row or a file is a Problem of it, what is wrong with the manifest as a whole one of
 * the first file; nothing is left out. Throws an InputError for a manifest that is none.
 */
export async function readCorpus(
  places: CorpusPlaces,
  study: StudyFile,
  voices: ReadonlySet<string>,
  { hash: hashOf, fetch, unpack }: CorpusMeans = { hash: hashFile, fetch: noFetcher, unpack: noUnpacker },
): Promise<readonly CorpusFile[]> {
  const manifest = places.manifest === null ? noManifest : await readManifest(places.manifest, voices);
  const roots = await Promise.all(places.roots.map(rootOf));
  const documents = places.documents === null ? null : await realpath(places.documents);
  const entries: Entry[] = [];
  const taken = new Set<string>();
  for (const row of manifest.rows) if (row.file === '') entries.push(nameless(row));
  const listed = await listings(manifest.rows.filter(({ file }) => file !== ''));
  // What a row says of a file in an archive comes before what another says of the whole archive.
  for (const { located, rows } of [
    ...listed.filter(isInArchive),
    ...listed.filter((one) => !isInArchive(one)),
  ]) {
    taken.add(located.real ?? located.path);
    for (const one of await filesOf({ file: rows[0].file, located }, unpack)) {
      if (one.file !== rows[0].file && isTaken(one.located)) continue;
      entries.push({ ...(await describeRows(one.file, one.located, rows)), listed: true });
    }
  }
  const walked = places.unlisted && places.documents !== null ? places.documents : null;
  for (const located of walked === null ? [] : await walk(walked, roots, places.skip)) {
    if (isTaken(located)) continue;
    const name = relative(places.base, located.path).split(sep).join('/');
    for (const one of await filesOf({ file: name, located }, unpack)) {
      if (one.file !== name && isTaken(one.located)) continue;
      const { file } = one;
      const known: Problem[] = places.manifest === null ? [] : [{ code: 'not_in_manifest', file }];
      entries.push({ ...(await describeFile(file, one.located, [], known, null)), listed: false });
    }
  }
  entries.sort((a, b) => compareCodePoints(a.source.file, b.source.file));
  return spellOnce(resolveReferences(countOnce(entries))).map(({ source, path, problems }, index) => ({
    source,
    path,
    problems: index === 0 ? [...manifest.problems, ...problems] : problems,
  }));

  /** Whether a file is in the corpus already; from now on it is. */
  function isTaken(located: Located): boolean {
    return taken.size === taken.add(located.real ?? located.path).size;
  }

  async function listings(rows: readonly Row[]): Promise<readonly Listing[]> {
    const found = new Map<string, Listing>();
    const copies = await fetch(rows.map(({ file }) => file).filter(isAddress));
    for (const row of rows) {
      const copy = copies.get(row.file);
      const located =
        copy === undefined ? await locateListed(row.file, places, roots, unpack) : locateCopy(row.file, copy);
      const key = located.real ?? located.path;
      const earlier = found.get(key);
      found.set(key, earlier ? { ...earlier, rows: [...earlier.rows, row] } : { located, rows: [row] });
    }
    return [...found.values()];
  }

  function describeRows(
    file: string,
    located: Located,
    [first, ...more]: Listing['rows'],
  ): Promise<CorpusFile> {
    const { row } = first;
    const own = [
      { from: 'manifest', values: first.metadata },
      ...more.map((other) => ({ from: `manifest (row ${other.row})`, values: other.metadata })),
    ];
    const problems: Problem[] = [
      ...first.problems.map((problem) => ({ ...problem, file })),
      ...more.flatMap((other) => other.problems.map((problem) => ({ ...problem, file }))),
      ...more.map((other): Problem => ({ code: 'row_repeated', file, row: other.row, first: row })),
    ];
    return describeFile(file, located, own, problems, row);
  }

  async function describeFile(
    file: string,
    located: Located,
    own: readonly MetadataClaim[],
    known: readonly Problem[],
    row: number | null,
  ): Promise<CorpusFile> {
    const claims = located.real === null ? own : [...own, ...pathClaims(located.path, located.real)];
    const { metadata, problems } = mergeMetadata(file, claims, study);
    const all: Problem[] = [...known, ...problems];
    if (located.real === null)
      return absent(metadata, [
        ...all,
        obstacleOf(located.obstacle, file, row, study.settings.limits.unpacked),
      ]);
    if (metadata.voice === null) all.push({ code: 'voice_unknown', file });
    const limit = study.settings.limits.bytes;
    try {
      const bytes = (await stat(located.real)).size;
      if (bytes === 0) return absent(metadata, [...all, { code: 'file_empty', file }]);
      if (bytes > limit) {
        return absent(metadata, [...all, { code: 'file_too_large', file, bytes, limit }], bytes);
      }
      const hash = await hashOf(located.real);
      const source = { ...metadata, file, hash, document: documentId(hash), bytes };
      return { source, path: located.real, problems: all };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return absent(metadata, [...all, { code: 'file_unreadable', file, detail }]);
    }

    function absent(metadata: Metadata, problems: readonly Problem[], bytes = 0): CorpusFile {
      return { source: { ...metadata, file, hash: null, document: null, bytes }, path: null, problems };
    }
  }

  /** What the place of a file says: where it was looked up, or else where it really lies. */
  function pathClaims(path: string, real: string): readonly MetadataClaim[] {
    if (isAddress(path)) return [fromFileName(lastName(path), study.file_name, voices)];
    const folders = [foldersBelow(places.documents, path), foldersBelow(documents, real)].find(
      (found) => found !== null,
    );
    return [fromFolders(folders ?? [], study, voices), fromFileName(basename(path), study.file_name, voices)];
  }
}

/** Fetches every address that a manifest names; gives what could not be had. */
export async function fetchListed(
  { manifest }: Pick<CorpusPlaces, 'manifest'>,
  voices: ReadonlySet<string>,
  fetch: Fetcher,
): Promise<readonly Problem[]> {
  if (manifest === null) return [];
  const { rows } = await readManifest(manifest, voices);
  const copies = await fetch(rows.map(({ file }) => file).filter(isAddress));
  return [...copies].flatMap(([file, copy]) => (copy.code === 'copy' ? [] : [{ ...copy, file }]));
}

/** The copy of an address is in the corpus under the address; its place on disk says nothing of it. */
function locateCopy(address: string, copy: Copy): Located {
  return copy.code === 'copy'
    ? { path: address, real: copy.path, obstacle: null }
    : { path: address, real: null, obstacle: copy };
}

/** The folders between a folder and a file below it, outermost first; null where it lies elsewhere. */
function foldersBelow(folder: string | null, path: string): readonly string[] | null {
  if (folder === null || !isInside(path, [folder])) return null;
  return relative(folder, path).split(sep).slice(0, -1);
}

function isInArchive({ rows: [{ file }] }: Listing): boolean {
  return /\.zip\//i.test(file);
}

function obstacleOf(obstacle: Obstacle, file: string, row: number | null, limit: number): Problem {
  if (obstacle === 'outside') return { code: 'file_outside_root', file, row };
  if (obstacle === 'escaping') return { code: 'archive_path', file };
  if (obstacle === 'encrypted') return { code: 'encrypted', file };
  if (obstacle === 'too_large') return { code: 'unpacked_too_large', file, unit: 'bytes', limit };
  if (obstacle !== 'missing') {
    return 'code' in obstacle
      ? { ...obstacle, file }
      : { code: 'file_unreadable', file, detail: obstacle.detail };
  }
  if (row === null) return { code: 'file_unreadable', file, detail: 'the link leads to nothing' };
  return { code: 'file_missing', file, row };
}

function nameless({ row, metadata, problems: known }: Row): Entry {
  const file = `(row ${row})`;
  const problems: Problem[] = [
    ...known.map((problem) => ({ ...problem, file })),
    { code: 'row_without_file', file, row },
  ];
  const source = { ...metadata, file, hash: null, document: null, bytes: 0 };
  return { source, path: null, problems, listed: true };
}

async function rootOf(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    throw new InputError([
      `--documents-root ${folder}: expected a folder, got nothing there: check the path`,
    ]);
  }
}
