import { sum } from './sum.ts';

/** A passage that people coded: what the lexicon and what people said, and the chance with which it was chosen. */
export type Coded = {
  readonly predicted: number;
  readonly truth: number;
  /** Known by design, above 0 and up to 1. */
  readonly probability: number;
};

/** What codings make of one document. */
export type DesignTotals = {
  /** Passages. */
  readonly size: number;
  /** Sum of human codes over their probabilities: unbiased by itself, and noisy. */
  readonly human: number;
  /** What the lexicon found in all passages less the same estimated from the coded ones: 0 on average. */
  readonly drift: number;
};

/**
 * Design-based totals of one document with `size` passages, in which the lexicon found `predicted`, and with
 * its coded passages. Throws a RangeError of a probability outside 0 to 1.
 */
export function designTotals(size: number, predicted: number, coded: readonly Coded[]): DesignTotals {
  const wrong = coded.find(({ probability }) => !(probability > 0 && probability <= 1));
  if (wrong !== undefined) {
    throw new RangeError(`expected a probability above 0 and up to 1, got ${wrong.probability}`);
  }
  return {
    size,
    human: sum(coded.map(({ truth, probability }) => truth / probability)),
    drift: predicted - sum(coded.map((one) => one.predicted / one.probability)),
  };
}

/**
 * A document's total corrected for the lexicon's errors: the sum over passages of
 * `lambda g + (R / probability) (Y - lambda g)` (design-based supervised learning, Egami, Hinck, Stewart and
 * Wei 2023). Unbiased for what people would have coded, whatever the lexicon's quality; may be below 0.
 */
export function correctedTotal({ human, drift }: DesignTotals, lambda = 1): number {
  return human + lambda * drift;
}

/**
 * Mean of the corrected outcome over passages and its variance with documents as clusters (a ratio, `G / (G - 1)`
 * with G documents). Null without passages; the variance is null with one document.
 */
export function correctedMean(
  documents: readonly DesignTotals[],
  lambda = 1,
): { readonly mean: number; readonly variance: number | null } | null {
  const size = sum(documents.map((document) => document.size));
  if (size === 0) return null;
  const mean = sum(documents.map((document) => correctedTotal(document, lambda))) / size;
  const squares = sum(
    documents.map((document) => (correctedTotal(document, lambda) - mean * document.size) ** 2),
  );
  const n = documents.length;
  return { mean, variance: n < 2 ? null : ((n / (n - 1)) * squares) / size ** 2 };
}

/**
 * The `lambda` of least variance, `-cov(human, drift) / var(drift)` over documents, and the same kept within 0
 * and 1 (power tuning, Angelopoulos, Duchi and Zrnic 2023). Null where drift never varies: every passage was coded
 * or fewer than two documents are there.
 */
export function powerTuning(
  documents: readonly DesignTotals[],
): { readonly lambda: number; readonly unclipped: number } | null {
  const n = documents.length;
  const [human, drift] = [
    sum(documents.map((one) => one.human)) / n,
    sum(documents.map((one) => one.drift)) / n,
  ];
  const together = sum(documents.map((one) => (one.human - human) * (one.drift - drift)));
  const spread = sum(documents.map((one) => (one.drift - drift) ** 2));
  if (n < 2 || !(spread > 0)) return null;
  const unclipped = -together / spread;
  return { lambda: Math.min(1, Math.max(0, unclipped)), unclipped };
}
