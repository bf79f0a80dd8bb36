import type { CorpusFile } from '../model/ports.ts';
import { manifestColumns, type Source } from '../model/study.ts';

/** A corpus as it was listed at one time: what every file held and what was known of it. */
export type Listing = ReadonlyMap<string, { readonly hash: string | null; readonly known: string }>;

/** In what a corpus differs from an earlier listing of it. */
export type CorpusChange = {
  /** Files that are new or hold other bytes. */
  readonly fresh: ReadonlySet<string>;
  /** Files with other metadata. */
  readonly described: readonly string[];
  readonly gone: readonly string[];
};

/** Lists sources for a later comparison. */
export function listingOf(sources: readonly Source[]): Listing {
  return new Map(
    sources.map((source) => [
      source.file,
      { hash: source.hash, known: JSON.stringify(manifestColumns.map((column) => source[column])) },
    ]),
  );
}

/** Compares a corpus with an earlier listing; null where nothing differs. */
export function changeOf(corpus: readonly CorpusFile[], earlier: Listing): CorpusChange | null {
  const now = listingOf(corpus.map(({ source }) => source));
  const files = [...now];
  const fresh = files.flatMap(([file, { hash }]) => {
    const then = earlier.get(file);
    return then === undefined || then.hash !== hash ? [file] : [];
  });
  const described = files.flatMap(([file, { hash, known }]) => {
    const then = earlier.get(file);
    return then?.hash === hash && then.known !== known ? [file] : [];
  });
  const gone = [...earlier.keys()].filter((file) => !now.has(file));
  return fresh.length + described.length + gone.length === 0
    ? null
    : { fresh: new Set(fresh), described, gone };
}
