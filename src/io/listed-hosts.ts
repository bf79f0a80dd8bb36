import type { ListedSource } from '../model/sources.ts';
import { compareCodePoints } from './spelling.ts';

/** A host of a list of sources, with how many documents it is asked for, first and as an archive. */
export type ListedHost = { readonly host: string; readonly first: number; readonly archive: number };

/** The hosts that a list of sources leads to, the most asked one first, then by name. */
export function listedHosts(sources: readonly ListedSource[]): readonly ListedHost[] {
  const counts = new Map<string, { first: number; archive: number }>();
  for (const { address, archive_address: archive } of sources) {
    count(address, 'first');
    if (archive !== null) count(archive, 'archive');
  }
  return [...counts]
    .map(([host, count]) => ({ host, ...count }))
    .toSorted((a, b) => b.first + b.archive - (a.first + a.archive) || compareCodePoints(a.host, b.host));

  function count(address: string, as: 'first' | 'archive'): void {
    const host = URL.parse(address)?.host ?? address;
    const known = counts.get(host) ?? { first: 0, archive: 0 };
    known[as] += 1;
    counts.set(host, known);
  }
}
