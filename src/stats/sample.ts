/**
 * The `size` smallest of some 32-bit hashes, ascending and each once: a sample of a set that two documents draw
 * alike (bottom-k sketch, Cohen and Kaplan 2007). Whole where the set is no larger.
 */
export function smallest(hashes: Iterable<number>, size: number): Uint32Array {
  return Uint32Array.from(new Set(hashes)).sort().slice(0, size);
}

/** What two samples say of their sets. */
export type Likeness = {
  /** Estimate of the Jaccard similarity; exact where both samples are whole sets. */
  readonly jaccard: number;
  /** Members seen in both, and in either. */
  readonly shared: number;
  readonly seen: number;
};

/** Compares two samples of at most `size`: the smallest of their union that both would have kept. */
export function likeness(a: Uint32Array, b: Uint32Array, size: number): Likeness {
  // Beyond the end of a sample that was cut nobody knows what its set holds.
  const end = Math.min(endOf(a, size), endOf(b, size));
  let [at, other, shared, seen] = [0, 0, 0, 0];
  for (;;) {
    const [one, two] = [a[at] ?? Number.POSITIVE_INFINITY, b[other] ?? Number.POSITIVE_INFINITY];
    const next = Math.min(one, two);
    if (next > end) break;
    seen++;
    if (one === two) shared++;
    if (one === next) at++;
    if (two === next) other++;
  }
  return { jaccard: seen === 0 ? 0 : shared / seen, shared, seen };
}

function endOf(sample: Uint32Array, size: number): number {
  return sample.length < size ? 0xffffffff : (sample.at(-1) ?? 0xffffffff);
}
