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
  const left = new Map<Cluster, Cluster>();
  return clusters.map(leftOf).filter(({ cells }) => cells.length > 0);

  /** Clusters that documents share stay shared. */
  function leftOf(cluster: Cluster): Cluster {
    let found = left.get(cluster);
    if (found === undefined) {
      const cells = cluster.cells.filter(({ stratum }) => strata.has(stratum));
      found = cells.length === cluster.cells.length ? cluster : { ...cluster, cells };
      left.set(cluster, found);
    }
    return found;
  }
}

/** All cells of some institutions, in their order. */
export function cellsOf(speakers: readonly Speaker[]): readonly Cell[] {
  return speakers.flatMap(({ clusters }) => clusters.flatMap(({ cells }) => cells));
}

function common(source: readonly Speaker[], policy: readonly Speaker[]): ReadonlySet<string> {
  const ours = new Set(cellsOf(policy).map(({ stratum }) => stratum));
  return new Set(
    cellsOf(source)
      .map(({ stratum }) => stratum)
      .filter((stratum) => ours.has(stratum)),
  );
}
