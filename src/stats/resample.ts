import { type Replicates, substream } from './substream.ts';

/**
 * Bootstrap of clusters within strata (Efron 1979): hands `visit` how often each cluster was drawn, as many draws
 * in a stratum as it has clusters. `visit` must not keep the array. Replicates depend on their number
 * alone (see `substream`). Without strata all clusters are in one.
 */
export function resample(
  clusters: number,
  strata: readonly number[] | undefined,
  { seed, name, from, to }: Replicates,
  visit: (drawn: Int32Array) => void,
): void {
  const all = Array.from({ length: clusters }, (_, cluster) => cluster);
  const groups = [...Map.groupBy(all, (cluster) => strata?.[cluster] ?? 0).values()].map((members) =>
    Int32Array.from(members),
  );
  const drawn = new Int32Array(clusters);
  for (let replicate = from; replicate < to; replicate++) {
    const random = substream(seed, name, replicate);
    drawn.fill(0);
    for (const members of groups) {
      for (let draw = 0; draw < members.length; draw++) {
        const cluster = members[random.below(members.length)] ?? 0;
        drawn[cluster] = (drawn[cluster] ?? 0) + 1;
      }
    }
    visit(drawn);
  }
}
