import { isAtLeast, pValue, type Tally } from './pvalue.ts';
import { type Replicates, substream } from './substream.ts';

/** Up to this many differences all signs are tried. */
const MOST_FLIPPED = 17;
/** Signs that one random number stands for. */
const SIGNS = 21;

/**
 * The smallest p that so many differences can give: `2^-n` where all signs are tried, else that of `draws` of which none is as
 * extreme. Null without differences.
 */
export function leastSignFlip(n: number, draws: number): number | null {
  if (n === 0) return null;
  return n <= MOST_FLIPPED ? 2 ** -n : 1 / (1 + draws);
}

/**
 * One-sided test that paired differences are centred at 0: each may as well have had the other sign
 * (Fisher 1935). All `2^n` signs up to 17 differences, else those that `replicates` names. Null without differences.
 */
export function signFlip(
  differences: readonly number[],
  replicates: Replicates,
): { readonly mean: number; readonly greater: Tally; readonly pGreater: number } | null {
  const n = differences.length;
  if (n === 0) return null;
  const exact = n <= MOST_FLIPPED;
  const total = differences.reduce((sum, value) => sum + value, 0);
  let atLeast = 0;
  const [from, to] = exact ? [0, 2 ** n] : [replicates.from, replicates.to];
  for (let replicate = from; replicate < to; replicate++) {
    const random = exact ? null : substream(replicates.seed, replicates.name, replicate);
    let [sum, signs, left] = [0, replicate, n];
    for (const value of differences) {
      if (random !== null && left-- % SIGNS === n % SIGNS) signs = random.below(2 ** SIGNS);
      sum += (signs & 1) === 1 ? -value : value;
      signs >>>= 1;
    }
    if (isAtLeast(sum / n, total / n)) atLeast++;
  }
  const greater = { atLeast, all: Math.max(0, to - from), exact };
  const pGreater = pValue(greater);
  return pGreater === null ? null : { mean: total / n, greater, pGreater };
}
