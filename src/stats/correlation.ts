/**
 * Pearson's correlation of two rows of numbers and how many standard errors it lies above none, by Fisher's
 * transformation `atanh(r) * sqrt(n - 3)`; null where there are fewer than four pairs or one row never varies.
 */
export function correlation(
  a: readonly number[],
  b: readonly number[],
): { readonly r: number; readonly z: number } | null {
  const n = Math.min(a.length, b.length);
  if (n < 4) return null;
  const [x, y] = [a.slice(0, n), b.slice(0, n)];
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const [dx, dy] = [(x[at] ?? 0) - meanX, (y[at] ?? 0) - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (xx === 0 || yy === 0) return null;
  const r = Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
  // A perfect fit of few pairs must not count as infinitely sure.
  const bounded = Math.min(Math.max(r, -0.9999), 0.9999);
  return { r, z: Math.atanh(bounded) * Math.sqrt(n - 3) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
