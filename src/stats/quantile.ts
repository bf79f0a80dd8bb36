/**
 * Quantile of a sample at probability `p` from 0 to 1, by linear interpolation between order statistics
 * (Hyndman and Fan 1996, type 7, the default of R); null of an empty sample.
 */
export function sampleQuantile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle of a sample, the mean of the two middle values where their number is even; null of none. */
export function median(values: readonly number[]): number | null {
  return sampleQuantile(values, 0.5);
}
