import type { Cell, Cluster, Speaker } from './gather.ts';

/** Fewest documents with framed passages from which an institution's spread can be told. */
const FEWEST = 2;

/**
 * Common support of two sides (docs/method.md 2.4): strata with framed passages of both from institutions that
 * are in the contrast. An institution with fewer than two framed documents there leaves it, which may
 * leave a stratum to one side alone, which may cost another institution its documents: repeated until
 * nothing changes.
 */
export function support(source: readonly Speaker[], policy: readonly Speaker[]): ReadonlySet<string> {
  let compared = common(source, policy);
  for (;;) {
    const within = compared;
    const next = common(
      source.filter((speaker) => isIn(speaker, within)),
      policy.filter((speaker) => isIn(speaker, within)),
    );
    compared = next.intersection(within);
    if (compared.size === within.size) return compared;
  }
}

/** True of an institution with enough framed documents in these strata to be in the contrast. */
export function isIn(speaker: Speaker, strata: ReadonlySet<string>): boolean {
  return hasSpread(clustersIn(speaker.clusters, strata));
}

/** True of enough documents to see how they differ. */
export function hasSpread(clusters: readonly Cluster[]): boolean {
  return clusters.length >= FEWEST;
}

/** What is left of clusters in some strata; those with nothing left are gone. */
export function clustersIn(clusters: readonly Cluster[], strata: ReadonlySet<string>): readonly Cluster[] {
  const cut = new Map<Cluster, Cluster>();
  return clusters.flatMap((cluster) => {
    const kept = cluster.cells.reduce((sum, { stratum }) => sum + (strata.has(stratum) ? 1 : 0), 0);
    if (kept === 0) return [];
    return kept === cluster.cells.length ? cluster : leftOf(cluster);
  });

  /** Clusters that documents share stay shared. */
  function leftOf(cluster: Cluster): Cluster {
    const cells = cluster.cells.filter(({ stratum }) => strata.has(stratum));
    const found = cut.get(cluster) ?? { ...cluster, cells };
    cut.set(cluster, found);
    return found;
  }
}

/** All cells of some institutions, in their order. */
export function cellsOf(speakers: readonly Speaker[]): readonly Cell[] {
  return speakers.flatMap(({ clusters }) => clusters.flatMap(({ cells }) => cells));
}

function common(source: readonly Speaker[], policy: readonly Speaker[]): ReadonlySet<string> {
  const theirs = strataOf(policy);
  return new Set([...strataOf(source)].filter((stratum) => theirs.has(stratum)));
}

function strataOf(speakers: readonly Speaker[]): ReadonlySet<string> {
  const strata = new Set<string>();
  for (const { clusters } of speakers)
    for (const { cells } of clusters) for (const { stratum } of cells) strata.add(stratum);
  return strata;
}
