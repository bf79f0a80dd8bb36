import type { Pair } from './logratio.ts';
import type { Substream } from './substream.ts';

/** A standard normal variable (Box and Muller 1958). */
export function normalDraw(random: Substream): number {
  return Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
}

/** A gamma variable of scale 1 (Marsaglia and Tsang 2000); `shape` above 0. */
export function gammaDraw(shape: number, random: Substream): number {
  // Below 1 from the next larger shape, as they propose; in logarithms, so that tiny shapes stay above 0.
  if (shape < 1) return gammaDraw(shape + 1, random) * Math.exp(Math.log(1 - random.unit()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.unit()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A beta variable; both shapes above 0. */
export function betaDraw(one: number, other: number, random: Substream): number {
  const [x, y] = [gammaDraw(one, random), gammaDraw(other, random)];
  return x + y > 0 ? x / (x + y) : random.unit() < one / (one + other) ? 1 : 0;
}

/** A Poisson variable by Knuth's product, cut up so that large means do not underflow. */
export function poissonDraw(mean: number, random: Substream): number {
  let [left, count] = [mean, 0];
  while (left > 0) {
    const limit = Math.exp(-Math.min(left, 500));
    let product = random.unit();
    while (product > limit) {
      count++;
      product *= random.unit();
    }
    left -= 500;
  }
  return count;
}

/** How many of `n` trials succeed. */
export function binomialDraw(n: number, p: number, random: Substream): number {
  let successes = 0;
  for (let trial = 0; trial < n; trial++) if (random.unit() < p) successes++;
  return successes;
}

/** How many framed passages documents have: at least 1, with this mean and standard deviation over mean. */
export type Sizes = { readonly mean: number; readonly variation: number };

/** The size of one document: 1 more than a negative binomial variable, or than a Poisson one where that spreads too much. */
export function sizeDraw({ mean, variation }: Sizes, random: Substream): number {
  const rest = mean - 1;
  if (!(rest > 0)) return 1;
  const excess = (mean * variation) ** 2 - rest;
  const rate = excess > 0 ? gammaDraw(rest ** 2 / excess, random) * (excess / rest) : rest;
  return 1 + poissonDraw(rate, random);
}

/**
 * Documents of one institution: passages with the claimed pole are beta-binomial about `share`, correlated by
 * `correlation` (from 0, without 1) within documents.
 */
export function documentsDraw(
  documents: number,
  share: number,
  correlation: number,
  sizes: Sizes,
  random: Substream,
): readonly Pair[] {
  const strength = correlation > 0 ? (1 - correlation) / correlation : Number.POSITIVE_INFINITY;
  return Array.from({ length: documents }, () => {
    const size = sizeDraw(sizes, random);
    const own = Number.isFinite(strength)
      ? betaDraw(share * strength, (1 - share) * strength, random)
      : share;
    const a = binomialDraw(size, own, random);
    return { a, b: size - a };
  });
}
