/** Cosine of two vectors of equal length; 0 where one has no direction. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, left, right] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0];
    dot += x * y;
    left += x * x;
    right += y * y;
  }
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right);
}

/**
 * Turns the counts of a table of rows, all as long as one another, into positive pointwise mutual information (Church
 * and Hanks 1990, cut off at 0), in place.
 */
export function toPositiveInformation(rows: readonly Float32Array[]): void {
  const width = rows[0]?.length ?? 0;
  const columns = new Float64Array(width);
  const sums = rows.map((row) => {
    let sum = 0;
    for (let at = 0; at < width; at++) {
      sum += row[at] ?? 0;
      columns[at] = (columns[at] ?? 0) + (row[at] ?? 0);
    }
    return sum;
  });
  const all = sums.reduce((total, sum) => total + sum, 0);
  for (const [index, row] of rows.entries()) {
    for (let at = 0; at < width; at++) {
      const count = row[at] ?? 0;
      const expected = (sums[index] ?? 0) * (columns[at] ?? 0);
      row[at] = count === 0 ? 0 : Math.max(0, Math.log2((count * all) / expected));
    }
  }
}
