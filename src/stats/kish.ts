/**
 * Kish's effective number of units, `(sum of sizes)^2 / sum of squared sizes`: as many as there are where
 * all are equally large, near 1 where one holds nearly everything; 0 where there is nothing.
 */
export function effectiveNumber(sizes: readonly number[]): number {
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  if (largest === 0) return 0;
  let sum = 0;
  let squares = 0;
  for (const size of sizes) {
    // Relative to the largest, so that squares cannot overflow.
    sum += size / largest;
    squares += (size / largest) ** 2;
  }
  return sum ** 2 / squares;
}
