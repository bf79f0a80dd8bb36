import gammaln from '@stdlib/math-base-special-gammaln';

/** Natural logarithm of the gamma function of a positive number. */
export function logGamma(x: number): number {
  if (x > 0) return gammaln(x);
  throw new RangeError(`expected a positive number, got ${x}`);
}

/** Natural logarithm of the beta function of two positive numbers. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Natural logarithm of the number of ways to choose `k` of `n`, with whole `0 <= k <= n`. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
