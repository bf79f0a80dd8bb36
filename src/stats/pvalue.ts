/** Two statistics this close, by the larger of 1 and their size, are the same: else a p-value would hang on the order of a sum. */
export const TIE = 1e-12;

/** How many of some relabellings or replicates gave a statistic at least as large as the observed one. */
export type Tally = {
  readonly atLeast: number;
  readonly all: number;
  /** Whether these are all there are, the observed one among them, and not a sample. */
  readonly exact: boolean;
};

/**
 * The p-value of a tally: `atLeast / all` where all were gone through, `(1 + atLeast) / (1 + all)` of a sample
 * (Phipson and Smyth 2010), so that it is never 0; null where nothing was drawn.
 */
export function pValue({ atLeast, all, exact }: Tally): number | null {
  if (all === 0) return null;
  return exact ? atLeast / all : (1 + atLeast) / (1 + all);
}

/** Whether `value` is as large as `limit`, or so close to it that only rounding can tell them apart. */
export function isAtLeast(value: number, limit: number): boolean {
  return value >= limit - TIE * Math.max(1, Math.abs(limit));
}
