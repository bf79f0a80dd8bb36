import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { InputError } from '../model/input.ts';
import type { CorpusFile } from '../model/ports.ts';
import type { Metadata } from '../model/study.ts';
import { appendRows } from './append.ts';
import type { Hasher } from './hashes.ts';
import { isAddress } from './hosts.ts';
import type { Incoming } from './incoming.ts';
import { locked } from './lock.ts';
import { fromFolders, mergeMetadata } from './metadata.ts';
import { compareCodePoints, spelling } from './spelling.ts';
import type { Study } from './study.ts';
import { isInside } from './walk.ts';

/** A document that is in the corpus now: as it was named, and as the manifest names it. */
export type Admitted = { readonly named: string; readonly file: string };

/**
 * Takes documents into the corpus: copies files to the folders that their metadata name below the documents
 * folder, and adds a row for each to the manifest. All of them or none; nothing that exists is overwritten.
 * Throws an InputError where one is in the corpus already or the manifest cannot take them.
 */
export async function admit(
  incoming: readonly Incoming[],
  place: Pick<Study, 'places' | 'file' | 'voices'>,
  corpus: () => Promise<readonly CorpusFile[]>,
  hash: Hasher,
): Promise<readonly Admitted[]> {
  const { base, documents, roots } = place.places;
  const manifest = place.places.manifest ?? join(base, 'manifest.csv');
  await mkdir(base, { recursive: true });
  return locked(join(base, '.manifest.csv.lock'), async () => {
    refuseKnown(incoming, await corpus());
    const folder = documents ?? join(base, 'documents');
    const copied: string[] = [];
    try {
      const rows = [];
      for (const one of incoming) {
        const { named, metadata, stated } = one;
        if (isAddress(named)) rows.push({ named, file: named, metadata, needed: stated });
        else {
          const { target, said } = await copy(one, folder);
          copied.push(target);
          const file = relative(base, target).split(sep).join('/');
          rows.push({ named, file, metadata, needed: stated.filter((field) => !said.includes(field)) });
        }
      }
      await appendRows(manifest, rows);
      return rows.map(({ named, file }) => ({ named, file }));
    } catch (error) {
      await Promise.all(copied.map((path) => rm(path, { force: true })));
      throw error;
    }
  });

  async function copy(
    { path, named, metadata, hash: expected }: Incoming,
    root: string,
  ): Promise<{ readonly target: string; readonly said: Place['said'] }> {
    const { folder, said } = await folderFor(root, metadata, place);
    await mkdir(folder, { recursive: true });
    const allowed = await Promise.all(roots.map((root) => realpath(root)));
    if (!isInside(await realpath(folder), allowed)) {
      throw new InputError([
        `${folder}  expected a folder of the study, got a link that leads out of it: replace it by a folder`,
      ]);
    }
    const partial = join(folder, `.${randomBytes(6).toString('hex')}.partial`);
    try {
      await copyFile(path, partial);
      if ((await hash(partial)) !== expected) {
        throw new InputError([`${named}  expected a file at rest, got one that is being written: try again`]);
      }
      const target = await reserve(folder, nameFor(named));
      await rename(partial, target);
      return { target, said };
    } finally {
      await rm(partial, { force: true });
    }
  }
}

/** A folder below the documents folder, and the fields that its path says. */
type Place = { readonly folder: string; readonly said: readonly (keyof Metadata)[] };

/** A document counts once: its bytes, or its address, must not be in the corpus, nor be offered twice. */
function refuseKnown(incoming: readonly Incoming[], corpus: readonly CorpusFile[]): void {
  const known = new Map<string, string>();
  for (const { source } of corpus) {
    known.set(source.file, source.file);
    if (source.hash !== null && !known.has(source.hash)) known.set(source.hash, source.file);
  }
  const faults: string[] = [];
  for (const { named, hash } of incoming) {
    const of = known.get(hash) ?? (isAddress(named) ? known.get(named) : undefined);
    if (of === undefined) known.set(hash, named);
    else {
      faults.push(
        `${named}  expected a document that is not in the corpus, got the bytes of ${of}: leave it out`,
      );
    }
  }
  if (faults.length > 0) throw new InputError(faults);
}

/**
 * The folder that says the same of a document as its metadata, as deep as they are known: one that is there and
 * means it, or else a new one.
 */
async function folderFor(
  documents: string,
  metadata: Metadata,
  { file: study, voices }: Pick<Study, 'file' | 'voices'>,
): Promise<Place> {
  let folder = documents;
  const said: (keyof Metadata)[] = [];
  for (const field of study.folders) {
    const value = field === 'ignore' ? null : metadata[field];
    if (value === null || field === 'ignore') return { folder, said };
    const means = (name: string) => {
      const claim = fromFolders([name], { folders: [field] }, voices);
      const told = mergeMetadata('', [claim], study).metadata[field];
      return told !== null && spelling(told) === spelling(value);
    };
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const there = entries.filter((entry) => entry.isDirectory() && means(entry.name)).map(({ name }) => name);
    const name = there.toSorted(compareCodePoints)[0] ?? folderName(value);
    if (!means(name) || Buffer.byteLength(name) > longestName) return { folder, said };
    folder = join(folder, name);
    said.push(field);
  }
  return { folder, said };
}

/** A value as a folder's name, in which it is still read as itself. */
function folderName(value: string): string {
  return value.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '');
}

/** In bytes; file systems take 255, and a number may have to be added. */
const longestName = 200;

/** A file's own name, without what a manifest or a file system cannot hold. */
function nameFor(named: string): string {
  const name = basename(named)
    .replace(/[\x00-\x1f\x7f\\]+/g, '_')
    .replace(/^[.\s]+|\s+$/g, '');
  const ending = extname(name).slice(0, 20);
  let stem = name.slice(0, name.length - extname(name).length) || 'document';
  while (Buffer.byteLength(stem + ending) > longestName) stem = [...stem].slice(0, -1).join('');
  return stem + ending;
}

/** Makes an empty file under a name that is free, so that nobody else takes it. */
async function reserve(folder: string, name: string): Promise<string> {
  const ending = extname(name);
  const stem = basename(name, ending);
  for (let number = 1; ; number++) {
    const target = join(folder, number === 1 ? name : `${stem}-${number}${ending}`);
    try {
      await (await open(target, 'wx')).close();
      return target;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
