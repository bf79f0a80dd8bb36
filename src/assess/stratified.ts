import type { Estimate } from '../model/finding.ts';
import { jackknife } from '../stats/logratio.ts';
import { mantelHaenszel, mantelHaenszelLeavingOut, type TableShare } from '../stats/mantelhaenszel.ts';
import { estimateOf } from './estimate.ts';
import type { Cell, Cluster, Speaker } from './gather.ts';
import { cellsOf } from './support.ts';

/**
 * The contrast by Mantel and Haenszel over strata (docs/method.md 2.4), documents pooled within a side. Its
 * variance is a jackknife over documents within each institution, because the usual formula takes
 * passages to be independent. Null where no finite ratio or no spread exists.
 */
export function stratified(source: readonly Speaker[], policy: readonly Speaker[]): Estimate | null {
  const places = new Map<string, number>();
  for (const { stratum } of cellsOf([...source, ...policy])) {
    if (!places.has(stratum)) places.set(stratum, places.size);
  }
  const tables = [...places].map(() => ({ a1: 0, b1: 0, a0: 0, b0: 0 }));
  const institutions = [
    ...source.map((speaker) => sharesOf(speaker, true, places)),
    ...policy.map((speaker) => sharesOf(speaker, false, places)),
  ];
  for (const clusters of institutions) for (const shares of clusters) for (const share of shares) put(share);
  const value = mantelHaenszel(tables);
  const components = institutions.map((clusters) => ({
    variance: jackknife(mantelHaenszelLeavingOut(tables, clusters)),
    degreesOfFreedom: clusters.length - 1,
  }));
  return value === null ? null : estimateOf(value, components);

  function put({ table: place, a1, b1, a0, b0 }: TableShare): void {
    const table = tables[place];
    if (table === undefined) return;
    table.a1 += a1;
    table.b1 += b1;
    table.a0 += a0;
    table.b0 += b0;
  }
}

function sharesOf(
  { clusters }: Speaker,
  isSource: boolean,
  places: ReadonlyMap<string, number>,
): readonly (readonly TableShare[])[] {
  const known = new Map<Cluster, readonly TableShare[]>();
  return clusters.map((cluster) => {
    const shares = known.get(cluster) ?? cluster.cells.map(shareOf);
    known.set(cluster, shares);
    return shares;
  });

  function shareOf({ stratum, a, b }: Cell): TableShare {
    const table = places.get(stratum) ?? 0;
    return isSource ? { table, a1: a, b1: b, a0: 0, b0: 0 } : { table, a1: 0, b1: 0, a0: a, b0: b };
  }
}
