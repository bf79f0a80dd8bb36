/** A well-mixed 32-bit hash of a 32-bit number (the finaliser of MurmurHash3, Appleby, public domain). */
export function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The MinHash signature of a set of 32-bit hashes: for each of `size` hash functions the smallest value that it
 * gives any of them. Two signatures agree in as large a share of their places as their sets overlap (Broder
 * 1997). Of an empty set every place is the largest number there is.
 */
export function minHash(hashes: Iterable<number>, size: number): Uint32Array {
  const smallest = new Uint32Array(size).fill(0xffffffff);
  const seeds = Int32Array.from({ length: size }, (_, at) => mix(Math.imul(at + 1, 0x9e3779b9)));
  for (const hash of hashes) {
    for (let at = 0; at < size; at++) {
      // Two multiplications are enough, for what comes in has been mixed.
      let value = Math.imul(hash ^ (seeds[at] ?? 0), 0x85ebca6b);
      value ^= value >>> 15;
      value = Math.imul(value, 0xc2b2ae35) >>> 0;
      if (value < (smallest[at] ?? 0)) smallest[at] = value;
    }
  }
  return smallest;
}

/** The share of places in which two signatures agree: an unbiased estimate of the Jaccard similarity. */
export function agreement(a: Uint32Array, b: Uint32Array): number {
  const size = Math.min(a.length, b.length);
  if (size === 0) return 0;
  let equal = 0;
  for (let at = 0; at < size; at++) if (a[at] === b[at]) equal++;
  return equal / size;
}

/** Jaccard similarity of two sets, what of the first lies in the second, and how much they share. */
export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>) {
  const shared = a.intersection(b).size;
  const union = a.size + b.size - shared;
  return {
    jaccard: union === 0 ? 0 : shared / union,
    containment: a.size === 0 ? 0 : shared / a.size,
    shared,
  };
}

/**
 * The similarity at which half of the pairs or so come to share a band, with signatures of `hashes` places cut into
 * `bands`: `(1/b)^(1/r)` (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4).
 */
export function bandThreshold(hashes: number, bands: number): number {
  return (1 / bands) ** (bands / hashes);
}

/** The chance that a pair of this similarity shares at least one band: `1 - (1 - s^r)^b`. */
export function bandProbability(hashes: number, bands: number, similarity: number): number {
  return 1 - (1 - similarity ** (hashes / bands)) ** bands;
}
