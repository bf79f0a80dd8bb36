/** A well-mixed 32-bit hash of a 32-bit number (the finaliser of MurmurHash3, Appleby, public domain). */
export function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Parts of its values into which each hash function sorts the members, each with a smallest of its own. */
const parts = 8;

/**
 * The MinHash signature of a set of 32-bit hashes. Two signatures agree in as large a share of their places as their
 * sets overlap (Broder 1997). Each of `size / 8` hash functions gives eight places, the smallest of its values in
 * each eighth of them (one permutation hashing, Li, Owen and Zhang 2012); an eighth without any takes the
 * next one's (Shrivastava and Li 2014), so that only sets of a few dozen are estimated less well than by `size`
 * functions. `size` is a multiple of 8. Of an empty set every place is the largest number there is.
 */
export function minHash(hashes: Iterable<number>, size: number): Uint32Array {
  const smallest = new Uint32Array(size).fill(none);
  const seeds = Int32Array.from({ length: size / parts }, (_, at) => mix(Math.imul(at + 1, 0x9e3779b9)));
  for (const hash of hashes) {
    for (let row = 0; row < seeds.length; row++) {
      const value = mix(hash ^ (seeds[row] ?? 0));
      const at = row * parts + (value >>> 29);
      if (value < (smallest[at] ?? 0)) smallest[at] = value;
    }
  }
  return smallest.map((value, at) => (value === none ? borrowed(smallest, at) : value));
}

const none = 0xffffffff;

function borrowed(smallest: Uint32Array, at: number): number {
  const row = at - (at % parts);
  for (let distance = 1; distance < parts; distance++) {
    const value = smallest[row + ((at + distance) % parts)] ?? none;
    // The distance goes in, so that two sets agree only where both borrow from one place.
    if (value !== none) return mix(value + distance);
  }
  return none;
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
