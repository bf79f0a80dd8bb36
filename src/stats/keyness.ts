/**
 * Log-likelihood ratio G2 of a word that stands `a` times among `n1` words and `b` times among `n2`, over all four
 * cells (Dunning 1993); negative where it is rarer among the first. 0 where one side has no words.
 */
export function logLikelihood(a: number, b: number, n1: number, n2: number): number {
  const all = n1 + n2;
  if (n1 === 0 || n2 === 0) return 0;
  const cell = (observed: number, row: number, column: number): number =>
    observed === 0 ? 0 : observed * Math.log((observed * all) / (row * column));
  const [with_, without] = [a + b, all - a - b];
  const sum = cell(a, with_, n1) + cell(b, with_, n2) + cell(n1 - a, without, n1) + cell(n2 - b, without, n2);
  // Equal shares have exactly no difference; the sum may be a rounding error below it.
  return Math.max(0, 2 * sum) * Math.sign(a * n2 - b * n1);
}

/** Binary logarithm of the ratio of the two shares, with a half for a count of 0 (Hardie 2014); 0 where neither side has it. */
export function logRatioOfShares(a: number, b: number, n1: number, n2: number): number {
  if ((a === 0 && b === 0) || n1 === 0 || n2 === 0) return 0;
  return Math.log2((a || 0.5) / n1 / ((b || 0.5) / n2));
}

/** Pointwise mutual information in bits of two things seen together `joint` times, `x` and `y` times, in `n` places. */
export function mutualInformation(joint: number, x: number, y: number, n: number): number {
  return Math.log2((joint * n) / (x * y));
}
