/**
 * Jensen-Shannon distance of two lists of counts taken as distributions: the square root of the divergence
 * of Lin (1991) in bits, which is a metric (Endres and Schindelin 2003). From 0 (the same proportions) to 1
 * (nothing in common); null where one of them has no counts. Lists are of equal length.
 */
export function jensenShannon(some: readonly number[], others: readonly number[]): number | null {
  const [p, q] = [proportions(some), proportions(others)];
  if (p === null || q === null) return null;
  let divergence = 0;
  for (const [index, a] of p.entries()) {
    const b = q[index] ?? 0;
    const middle = (a + b) / 2;
    divergence += (surprise(a, middle) + surprise(b, middle)) / 2;
  }
  // Rounding can leave it just outside.
  return Math.sqrt(Math.min(1, Math.max(0, divergence)));
}

function proportions(counts: readonly number[]): readonly number[] | null {
  const sum = counts.reduce((total, count) => total + count, 0);
  return sum > 0 ? counts.map((count) => count / sum) : null;
}

function surprise(share: number, middle: number): number {
  return share > 0 ? share * Math.log2(share / middle) : 0;
}
