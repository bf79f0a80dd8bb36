/** Sum of some numbers in the order in which they come; 0 of none. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Mean of some numbers; null of none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Sum of squared deviations from the mean; exactly 0 where all are equal. */
export function squaredDeviations(values: readonly number[]): number {
  // The computed mean of equal values may be a rounding error away from them.
  if (values.every((value) => value === values[0])) return 0;
  const middle = sum(values) / values.length;
  return values.reduce((total, value) => total + (value - middle) ** 2, 0);
}
