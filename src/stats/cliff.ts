/**
 * Cliff's delta (1993) of two samples: chance that a value of the first is larger than one of the second, less the
 * chance that it is smaller; from -1 to 1, null where either is empty.
 */
export function cliffsDelta(first: readonly number[], second: readonly number[]): number | null {
  if (first.length === 0 || second.length === 0) return null;
  const sorted = second.toSorted((a, b) => a - b);
  let balance = 0;
  for (const value of first) {
    const below = placeOf(sorted, (other) => other >= value);
    const above = sorted.length - placeOf(sorted, (other) => other > value);
    balance += below - above;
  }
  return balance / (first.length * second.length);
}

/** Chance that a value of the first sample is larger than one of the second, ties split (McGraw and Wong 1992). */
export function commonLanguage(delta: number): number {
  return (delta + 1) / 2;
}

/** How many come before the first that is past; halving. */
function placeOf(sorted: readonly number[], isPast: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
