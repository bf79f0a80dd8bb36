/** A run of words that is the same in both texts. */
export type Tile = { readonly truth: number; readonly found: number; readonly length: number };

/**
 * Says for each word of a text which word of the truth it is, or -1: greedy string tiling (Wise 1993), which takes
 * the longest runs that both share first, so that blocks that have changed places are still found. Of runs of equal
 * length the one goes first that fits best behind what is placed already. Each word is used once.
 */
export function align(truth: readonly string[], found: readonly string[]): readonly number[] {
  const [usedTruth, usedFound] = [new Set<number>(), new Set<number>()];
  const answer = found.map(() => -1);
  const placesOf = Map.groupBy(truth.keys(), (i) => truth[i] ?? '');
  const tiles: Tile[] = [];
  for (;;) {
    const longest = longestRuns(placesOf, found, usedTruth, usedFound);
    if (longest.length === 0) return answer;
    const byFit = longest
      .map((tile) => ({ tile, misfit: misfitOf(tile, tiles) }))
      .toSorted((a, b) => a.misfit - b.misfit);
    for (const { tile } of byFit) {
      const steps = Array.from({ length: tile.length }, (_, step) => step);
      if (steps.some((step) => usedTruth.has(tile.truth + step) || usedFound.has(tile.found + step)))
        continue;
      for (const step of steps) {
        usedTruth.add(tile.truth + step);
        usedFound.add(tile.found + step);
        answer[tile.found + step] = tile.truth + step;
      }
      tiles.push(tile);
    }
  }
}

/** All longest runs of unused words that both texts share. */
function longestRuns(
  placesOf: ReadonlyMap<string, readonly number[]>,
  found: readonly string[],
  usedTruth: ReadonlySet<number>,
  usedFound: ReadonlySet<number>,
): readonly Tile[] {
  let best = 0;
  let tiles: Tile[] = [];
  let above = new Map<number, number>();
  found.forEach((word, j) => {
    const here = new Map<number, number>();
    for (const i of usedFound.has(j) ? [] : (placesOf.get(word) ?? [])) {
      if (usedTruth.has(i)) continue;
      const length = (above.get(i - 1) ?? 0) + 1;
      here.set(i, length);
      if (length < best) continue;
      if (length > best) tiles = [];
      best = length;
      tiles.push({ truth: i - length + 1, found: j - length + 1, length });
    }
    above = here;
  });
  return tiles;
}

/** How far a run stands from where the placed run before or behind it would have it, in words. */
function misfitOf({ truth, found, length }: Tile, placed: readonly Tile[]): number {
  let before: Tile | null = null;
  let behind: Tile | null = null;
  for (const tile of placed) {
    if (tile.truth < truth) before = before === null || tile.truth > before.truth ? tile : before;
    else behind = behind === null || tile.truth < behind.truth ? tile : behind;
  }
  const misfits = [before, behind]
    .filter((tile) => tile !== null)
    .map(
      (tile) =>
        Math.abs(found - tile.found - (truth - tile.truth)) + distance(tile, { truth, found, length }),
    );
  return Math.min(...misfits, Number.MAX_SAFE_INTEGER);
}

/** Words of the truth between two runs, as a small part of one word: nearer neighbours count first. */
function distance(one: Tile, other: Tile): number {
  const between =
    one.truth < other.truth ? other.truth - one.truth - one.length : one.truth - other.truth - other.length;
  return Math.abs(between) / 1e6;
}
