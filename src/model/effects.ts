/** Why an effect size, or its interval, is not there. */
export type EffectsReason =
  | 'no_contrast'
  | 'few_documents'
  | 'no_draws'
  | 'too_many_documents'
  | 'distinct_units';

/** A number with a 95 % interval from documents drawn anew within institutions. */
export type Resampled = {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** A contrast in other measures (docs/method.md 3.5), all of the side that the claim says has more, less the other. */
export type Effects = {
  readonly oddsRatio: Resampled | null;
  /** Difference of mean shares of what the claim is about, in percentage points. */
  readonly points: Resampled | null;
  /**
   * Cliff's delta of documents' shares, from -1 to 1, and the chance that a document of the side with more has the larger
   * one; of two measures of the same documents, within these. Null of corrected totals, which say nothing of a single document.
   */
  readonly cliff: Resampled | null;
  readonly commonLanguage: number | null;
  /** The contrast in log odds with the studentised interval of the bootstrap. */
  readonly studentised: Resampled | null;
  /** One-sided p that nobody's documents differ from anybody's, by relabelling documents within strata. */
  readonly sharpNull: number | null;
  /** Draws of documents, and relabellings of them. */
  readonly draws: number;
  readonly relabelled: number;
  /** Why there is no interval; null where there is. */
  readonly reason: EffectsReason | null;
};
