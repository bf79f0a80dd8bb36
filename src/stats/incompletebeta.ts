/** Smallest step of the fraction that is still told from 0. */
const TINY = 1e-300;

/**
 * The distribution function of the beta distribution at `x` strictly between 0 and 1, for sums over ten thousands of
 * shapes: the same as `betaCdf` to about twelve digits at a fraction of its time. `logScale` is the logarithm of the
 * beta function of the positive shapes. Continued fraction DLMF 8.17.22 by Lentz's method (Press et al. 2007, 6.4).
 */
export function incompleteBeta(x: number, shape1: number, shape2: number, logScale: number): number {
  const height = Math.exp(shape1 * Math.log(x) + shape2 * Math.log1p(-x) - logScale);
  return x < (shape1 + 1) / (shape1 + shape2 + 2)
    ? (height * fraction(x, shape1, shape2)) / shape1
    : 1 - (height * fraction(1 - x, shape2, shape1)) / shape2;
}

function fraction(x: number, a: number, b: number): number {
  let above = 1;
  let below = 1 / apart(1 - ((a + b) * x) / (a + 1));
  let value = below;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    below = 1 / apart(1 + even * below);
    above = apart(1 + even / above);
    value *= below * above;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    below = 1 / apart(1 + odd * below);
    above = apart(1 + odd / above);
    const change = below * above;
    value *= change;
    if (Math.abs(change - 1) < 1e-14) break;
  }
  return value;
}

function apart(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
