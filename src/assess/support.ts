import type { Cell, Cluster, Speaker } from './gather.ts';

/** Where two sides can be compared, and whether they have anything in common at all. */
export type Support = {
  /** Strata with framed passages of both sides, from whichever institutions. */
  readonly shared: ReadonlySet<string>;
  /** Those of them in which both sides have institutions that are in the contrast. */
  readonly compared: ReadonlySet<string>;
};

/** Fewest documents with framed passages from which an institution's spread can be told. */
const FEWEST = 2;

/**
 * Common support of two sides (protocol 2.4). An institution with fewer than two framed documents there
 * leaves the contrast, which may leave a stratum to one side alone, which may cost another institution
 * its documents: repeated until nothing changes.
 */
export function support(source: readonly Speaker[], policy: readonly Speaker[]): Support {
  const shared = common(source, policy);
  let compared = shared;
  for (;;) {
    const within = compared;
    const next = common(
      source.filter((speaker) => isIn(speaker, within)),
      policy.filter((speaker) => isIn(speaker, within)),
    );
    const kept = new Set([...next].filter((stratum) => within.has(stratum)));
    if (kept.size === compared.size) return { shared, compared };
    compared = kept;
  }
}

/** True of an institution with enough framed documents in these strata to be in the contrast. */
export function isIn(speaker: Speaker, strata: ReadonlySet<string>): boolean {
  return clustersIn(speaker.clusters, strata).length >= FEWEST;
}

/** What is left of clusters in some strata; those with nothing left are gone. */
export function clustersIn(clusters: readonly Cluster[], strata: ReadonlySet<string>): readonly Cluster[] {
  return clusters
    .map((cluster) => ({ ...cluster, cells: cluster.cells.filter(({ stratum }) => strata.has(stratum)) }))
    .filter(({ cells }) => cells.length > 0);
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
