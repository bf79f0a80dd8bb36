import { betaCdf, betaQuantile } from './beta.ts';
import { normalQuantile } from './normal.ts';

/** Bounds of a 95 % interval. */
export type Bounds = { readonly lower: number; readonly upper: number };

const z = normalQuantile(0.975);

/**
 * Interval of Wilson (1927) for `x` of `n`, at 95 %: always inside 0 to 1, and the right choice for small
 * samples (Newcombe 1998). Counts need not be whole, for effective counts. Null for `n` of 0.
 */
export function wilson(x: number, n: number): Bounds | null {
  if (!isShare(x, n)) return null;
  const share = x / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = wilsonReach(share, n);
  // At 0 and at all of them the bound is exact; computed, it may be a rounding error off.
  return { lower: x === 0 ? 0 : middle - reach, upper: x === n ? 1 : middle + reach };
}

/** Interval of Clopper and Pearson (1934) for `x` of `n`, at 95 %: never too narrow. Null for `n` of 0. */
export function clopperPearson(x: number, n: number): Bounds | null {
  if (!isShare(x, n)) return null;
  return {
    lower: x === 0 ? 0 : betaQuantile(0.025, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(0.975, x + 1, n - x),
  };
}

/**
 * Exact one-sided p-values of `x` of `n` against a share strictly between 0 and 1: the chance of as many or more,
 * and of as few or fewer. Null for `n` of 0.
 */
export function binomialTest(
  x: number,
  n: number,
  share: number,
): { readonly pGreater: number; readonly pLess: number } | null {
  if (!(share > 0 && share < 1)) throw new RangeError(`expected a share between 0 and 1, got ${share}`);
  if (!isShare(x, n)) return null;
  return {
    pGreater: x === 0 ? 1 : betaCdf(share, x, n - x + 1),
    pLess: x === n ? 1 : betaCdf(1 - share, n - x, x + 1),
  };
}

/**
 * The smallest true share at which 80 of 100 samples of `n` units have the whole Wilson interval above `limit`, strictly
 * between 0 and 1, and an exact one-sided p of at most `level`, any where left out; null where even a sample of nothing else has not.
 */
export function detectableShare(n: number, limit: number, level = 1): number | null {
  if (!(limit > 0 && limit < 1)) throw new RangeError(`expected a limit between 0 and 1, got ${limit}`);
  let x = Math.max(0, Math.floor(limit * n));
  const isShown = (count: number) =>
    (wilson(count, n)?.lower ?? 0) > limit && (binomialTest(count, n, limit)?.pGreater ?? 1) <= level;
  while (x <= n && !isShown(x)) x++;
  // As many or more of n are seen with a chance that is a beta distribution function of the true share.
  return x > n ? null : betaQuantile(0.8, x, n - x + 1);
}

/**
 * Fewest units for which the Wilson interval round a share reaches no further than `reach` to either side of its
 * middle. `share` from 0 to 1, `reach` above 0; throws a RangeError outside these ranges.
 */
export function wilsonSampleSize(share: number, reach: number): number {
  if (!(share >= 0 && share <= 1 && reach > 0)) {
    throw new RangeError(`expected a share from 0 to 1 and a positive reach, got ${share} and ${reach}`);
  }
  let enough = 1;
  while (wilsonReach(share, enough) > reach) enough *= 2;
  let few = enough / 2;
  // The reach falls with every unit, so halving finds the first that is enough.
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (wilsonReach(share, middle) > reach) few = middle;
    else enough = middle;
  }
  return Math.ceil(enough);
}

function wilsonReach(share: number, n: number): number {
  return (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
}

function isShare(x: number, n: number): boolean {
  if (x >= 0 && x <= n && Number.isFinite(n)) return n > 0;
  throw new RangeError(`expected a count from 0 to its total, got ${x} of ${n}`);
}
