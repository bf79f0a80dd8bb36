import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { check, InputError } from '../model/input.ts';
import type { MetadataClaim } from '../model/ports.ts';
import { describe, type Problem } from '../model/problem.ts';
import { ManifestRow, type Metadata, manifestColumns, type StudyFile } from '../model/study.ts';
import type { Sha256 } from '../model/units.ts';
import type { Fetcher } from './fetched.ts';
import { fromFileName } from './filename.ts';
import type { Hasher } from './hashes.ts';
import { isAddress, lastName } from './hosts.ts';
import { readManifest } from './manifest.ts';
import { mergeMetadata } from './metadata.ts';

/** What may be said of new documents on the command line. */
export const statable = ['institution', 'voice', 'kind', 'date', 'language', 'title'] as const;
export type Stated = { readonly [Field in (typeof statable)[number]]?: string | undefined };

/** What a row has to carry; how precise a date is shows in the date itself. */
const carried = manifestColumns.filter((column) => column !== 'file' && column !== 'date_precision');

/** Documents somebody wants in the corpus, as they are named. */
export type Offer = {
  /** Paths and addresses. */
  readonly files: readonly string[];
  /** A manifest of new documents; its paths are relative to its folder. */
  readonly manifest: string | undefined;
  /** What holds for all of them where their own row does not say otherwise. */
  readonly stated: Stated;
};

/** A new document with its bytes at hand and what is known of it. */
export type Incoming = {
  /** As it was named. */
  readonly named: string;
  /** Where its bytes lie on this disk. */
  readonly path: string;
  readonly hash: Sha256;
  readonly metadata: Metadata;
  /** Fields that only options or a row say, and neither its name nor the study. */
  readonly stated: readonly (keyof Metadata)[];
};

/**
 * Finds new documents with their metadata: what their row in the given manifest says, else the options, else their
 * name by the pattern of the study. Throws an InputError that lists everything wrong with any of them.
 */
export async function readOffer(
  offer: Offer,
  study: StudyFile,
  voices: ReadonlySet<string>,
  means: { readonly hash: Hasher; readonly fetch: Fetcher },
): Promise<readonly Incoming[]> {
  const faults: string[] = [];
  const stated = statedClaim(offer.stated, voices, faults);
  const rows = await rowsOf(offer.manifest, voices, faults);
  const named = [...rows.keys(), ...offer.files.map((file) => (isAddress(file) ? file : resolve(file)))];
  const copies = await means.fetch(named.filter(isAddress));
  const found: Incoming[] = [];
  for (const one of new Set(named)) {
    const copy = copies.get(one);
    const located =
      copy === undefined
        ? await locateFile(one, study.settings.limits.bytes)
        : copy.code === 'copy'
          ? copy.path
          : { ...copy, file: one };
    if (typeof located !== 'string') {
      faults.push(describe(located));
      continue;
    }
    const row = rows.get(one);
    const own = [...(row === undefined ? [] : [row]), stated];
    const name = fromFileName(isAddress(one) ? lastName(one) : basename(one), study.file_name, voices);
    const { metadata } = mergeMetadata(one, [...own, name], study);
    const { metadata: unstated } = mergeMetadata(one, [name], study);
    found.push({
      named: one,
      path: located,
      hash: await means.hash(located),
      metadata,
      stated: carried.filter((field) => metadata[field] !== null && metadata[field] !== unstated[field]),
    });
  }
  if (faults.length === 0 && named.length === 0) {
    faults.push('add: expected files or --manifest, got neither');
  }
  if (faults.length > 0) throw new InputError(faults);
  return found;
}

function statedClaim(stated: Stated, voices: ReadonlySet<string>, faults: string[]): MetadataClaim {
  const values: Record<string, string> = {};
  for (const field of statable) {
    const given = stated[field];
    if (given === undefined) continue;
    const { value, faults: found } = check<string | null>(ManifestRow.shape[field], given);
    const expected =
      found?.[0]?.expected ??
      (field === 'voice' && value !== null && !voices.has(value) ? `one of ${[...voices].join(', ')}` : null);
    if (expected !== null) faults.push(`--${field}: expected ${expected}, got "${given}": correct it`);
    else if (value !== null) values[field] = value;
  }
  return { from: 'options', values };
}

/** The rows of a manifest of new documents by the path or address they name; none where there is no manifest. */
async function rowsOf(
  manifest: string | undefined,
  voices: ReadonlySet<string>,
  faults: string[],
): Promise<ReadonlyMap<string, MetadataClaim>> {
  if (manifest === undefined) return new Map();
  const { rows, problems } = await readManifest(manifest, voices);
  const all: Problem[] = [...problems, ...rows.flatMap((row) => row.problems)];
  faults.push(...all.filter(({ code }) => code !== 'encoding_guessed').map(describe));
  const found = new Map<string, MetadataClaim>();
  for (const { file, row, metadata } of rows) {
    if (file === '') faults.push(describe({ code: 'row_without_file', file: `(row ${row})`, row }));
    else {
      const named = isAddress(file) ? file : resolve(dirname(manifest), file);
      found.set(named, { from: 'manifest', values: metadata });
    }
  }
  return found;
}

async function locateFile(file: string, limit: number): Promise<string | Problem> {
  try {
    const path = await realpath(file);
    const info = await stat(path);
    if (!info.isFile()) return { code: 'file_unreadable', file, detail: 'it is no regular file' };
    if (info.size === 0) return { code: 'file_empty', file };
    if (info.size > limit) return { code: 'file_too_large', file, bytes: info.size, limit };
    return path;
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { code: 'file_unreadable', file, detail };
  }
}
