import type { CorpusFile } from '../model/ports.ts';
import { distinct } from '../model/same.ts';
import type { Sha256 } from '../model/units.ts';
import { compareCodePoints, spelling } from './spelling.ts';

/** A file of the corpus, and whether a row of the manifest names it. */
export type Entry = CorpusFile & { readonly listed: boolean };

/**
 * Files with the same bytes are one document: the first that a row names, else the first, is counted; the
 * others say so, but for one that its row calls distinct. Takes the entries in their order.
 */
export function countOnce(entries: readonly Entry[]): readonly Entry[] {
  const counted = new Map<Sha256, string>();
  for (const { source, path } of entries.toSorted((a, b) => Number(b.listed) - Number(a.listed))) {
    const { hash, file } = source;
    if (hash !== null && path !== null && !counted.has(hash)) counted.set(hash, file);
  }
  return entries.map((entry) => {
    const { hash, file } = entry.source;
    const of = hash === null || entry.path === null ? file : (counted.get(hash) ?? file);
    if (of === file || entry.source.version_of === distinct) return entry;
    return { ...entry, path: null, problems: [...entry.problems, { code: 'duplicate', file, of }] };
  });
}

/**
 * Writes each institution in one way, since a folder can only carry a reduced spelling of what a manifest
 * writes out: the way most rows write it, of equals the first by code point.
 */
export function spellOnce(entries: readonly Entry[]): readonly Entry[] {
  const spellings = Map.groupBy(
    entries.filter(({ source }) => source.institution !== null),
    ({ source }) => spelling(source.institution ?? ''),
  );
  const chosen = new Map([...spellings].map(([key, some]) => [key, mostWritten(some)]));
  return entries.map((entry) => {
    const { institution } = entry.source;
    if (institution === null) return entry;
    const source = { ...entry.source, institution: chosen.get(spelling(institution)) ?? institution };
    return { ...entry, source };
  });
}

function mostWritten(entries: readonly Entry[]): string | null {
  const votes = new Map<string, { rows: number; files: number }>();
  for (const { source, listed } of entries) {
    const name = source.institution ?? '';
    const { rows, files } = votes.get(name) ?? { rows: 0, files: 0 };
    votes.set(name, { rows: rows + Number(listed), files: files + 1 });
  }
  const [first] = [...votes].toSorted(
    ([a, one], [b, other]) => other.rows - one.rows || other.files - one.files || compareCodePoints(a, b),
  );
  return first?.[0] ?? null;
}
