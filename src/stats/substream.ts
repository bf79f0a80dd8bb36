import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Random numbers of one replicate. */
export type Substream = {
  /** A whole number from 0 to `n - 1`, all equally likely; `n` from 1 to 2^31. */
  readonly below: (n: number) => number;
  /** A number from 0 to 1, without 1. */
  readonly unit: () => number;
};

/**
 * Which replicates to draw: those numbered from `from` to `to - 1` of the stream that `seed` (a whole number)
 * and `name` (one a use) stand for. Parts of the range drawn apart give what the whole gives.
 */
export type Replicates = {
  readonly seed: number;
  readonly name: string;
  readonly from: number;
  readonly to: number;
};

/** Above this the product of two numbers in `below` is no longer exact. */
const EXACT = 2 ** 21;

/**
 * The random numbers of one replicate, which depend on seed, name and number of the replicate alone, never on
 * which worker draws it or after what. xoroshiro128+ (Blackman and Vigna 2021) from a state that hashes the three.
 */
export function substream(seed: number, name: string, replicate: number): Substream {
  const generator = xoroshiro128plusFromState(stateOf(seed, name, replicate));
  return {
    unit: () => uniformFloat64(generator),
    below(n) {
      if (n > EXACT) return uniformInt(generator, 0, n - 1);
      // Multiplication instead of division, without bias (Lemire 2019).
      for (;;) {
        const drawn = generator.next() >>> 0;
        const low = Math.imul(drawn, n) >>> 0;
        if (low >= n || low >= (2 ** 32 - n) % n) return Math.floor((drawn * n) / 2 ** 32);
      }
    },
  };
}

function stateOf(seed: number, name: string, replicate: number): readonly [number, number, number, number] {
  let hash = fold(fold(0x9e3779b9, seed), Math.floor(seed / 2 ** 32));
  for (let at = 0; at < name.length; at++) hash = fold(hash, name.charCodeAt(at));
  const first = fold(fold(hash, name.length), replicate);
  const second = fold(first, 0x243f6a88);
  const third = fold(fold(second, hash), replicate);
  // Never all zeros, the one state from which nothing comes.
  return [first, second, third, fold(third, 0x85a308d3) | 1];
}

/** One 32-bit number put to a hash, by the steps of MurmurHash3 (Appleby, public domain). */
function fold(hash: number, value: number): number {
  let mixed = Math.imul(value | 0, 0xcc9e2d51);
  mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
  let folded = hash ^ mixed;
  folded = Math.imul((folded << 13) | (folded >>> 19), 5) + 0xe6546b64;
  folded ^= folded >>> 16;
  folded = Math.imul(folded, 0x85ebca6b);
  folded ^= folded >>> 13;
  folded = Math.imul(folded, 0xc2b2ae35);
  return folded ^ (folded >>> 16);
}
