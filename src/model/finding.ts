import type { GateId } from './claim.ts';
import type { LogOdds } from './units.ts';

/** Verdicts on a contrast, total and mutually exclusive, and the one that comes before them all. */
export const verdicts = [
  'SUPPORTED_SUBSTANTIAL',
  'SUPPORTED_DIRECTION',
  'INCONCLUSIVE',
  'CONTRADICTED_NEGLIGIBLE',
  'CONTRADICTED_BOUNDED',
  'CONTRADICTED_REVERSED',
  'CONTRADICTED_REVERSED_SUBSTANTIAL',
  'NOT_TESTABLE',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a verdict is not more than it is. */
export const reasons = [
  'interval_includes_zero',
  'uncorrected',
  'no_documents',
  'too_few_documents',
  'too_few_effective_documents',
  'too_few_framed_passages',
  'no_common_support',
  'no_variance',
] as const;
export type Reason = (typeof reasons)[number];

/** Scope A: the named institutions, documents sampled. Scope B: the type of institution, institutions sampled. */
export type Scope = 'A' | 'B';

/** One check with what it asked and what it found, in words and numbers fit for a table. */
export type Gate = {
  readonly gate: GateId;
  /** Null where there is nothing to check yet (no codings). */
  readonly passed: boolean | null;
  readonly expected: string;
  readonly found: string;
  readonly reason: Reason | null;
};

/** An estimate in log odds with its 95 % interval. */
export type Estimate = {
  readonly value: LogOdds;
  readonly lower: LogOdds;
  readonly upper: LogOdds;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
};

/** An estimate as a factor (the exponential of log odds). */
export type Factor = { readonly value: number; readonly lower: number; readonly upper: number };

/** One institution's frame balance and what it rests on. */
export type Balance = {
  readonly institution: string;
  /** All its documents, framed or not, compared or not. */
  readonly documents: number;
  /** Object passages of all its documents. */
  readonly passages: number;
  /**
   * Documents with a framed passage in the compared strata: the clusters of the jackknife. This and what
   * follows are over all strata for an institution with nothing to compare, as a description of it.
   */
  readonly framedDocuments: number;
  /** Object passages with the numerator's and with the denominator's frame; one with both is in both. */
  readonly numerator: number;
  readonly denominator: number;
  /** ln((numerator + 1/2) / (denominator + 1/2)); null without a framed passage. */
  readonly theta: LogOdds | null;
  /** Jackknife variance over framed documents, linearised above 2,000; null with fewer than two. */
  readonly variance: number | null;
  /** Why the institution is left out of the contrast; null when it is in. */
  readonly leftOut: 'one_document' | 'no_framed_passage' | 'no_common_support' | null;
};

/** One side of a contrast. */
export type Side = {
  readonly role: 'source' | 'policy';
  readonly voices: readonly string[];
  readonly institutions: readonly Balance[];
  /** All documents of these voices, and their object passages. */
  readonly documents: number;
  readonly passages: number;
  /**
   * Documents with a framed passage that the contrast rests on; where nothing can be compared, those of
   * all institutions with two or more.
   */
  readonly framedDocuments: number;
  /**
   * Their passages with either frame, as both frames' counts added: a passage with both counts twice
   * where a document has object passages to spare.
   */
  readonly framedPassages: number;
  /** Kish's effective number of documents over framed passages. */
  readonly effectiveDocuments: number;
  /** Mean balance of the institutions that are in. */
  readonly theta: LogOdds | null;
};

/**
 * A cell of language and period, with all framed passages of either side; compared only where both sides
 * have some from institutions that are in the contrast.
 */
export type Stratum = {
  readonly language: string;
  readonly period: string;
  readonly source: number;
  readonly policy: number;
  readonly compared: boolean;
};

/** The outcome of one hypothesis: an estimate, a verdict, and everything it depends on. */
export type Finding = {
  readonly claim: string;
  readonly hypothesis: string;
  readonly title: string;
  readonly role: 'primary' | 'companion';
  readonly estimand: 'frame_balance_contrast';
  readonly numerator: string;
  readonly denominator: string;
  readonly scope: Scope;
  /** Whether human codings corrected the lexicon's errors. */
  readonly corrected: boolean;
  /** Smallest effect of interest, in log odds. */
  readonly smallestEffect: LogOdds;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** What the interval alone would say, were the lexicon without error; null without an interval. */
  readonly intervalVerdict: Exclude<Verdict, 'NOT_TESTABLE'> | null;
  readonly gates: readonly Gate[];
  /** Positive as claimed. */
  readonly estimate: Estimate | null;
  /** `exp(estimate)`: how many times fewer claimed-pole passages policy has for each diluted one. */
  readonly dilution: Factor | null;
  /** Mantel-Haenszel companion over the compared strata. */
  readonly stratified: Estimate | null;
  /**
   * The lexicon's sensitivity for the claimed pole on the policy side relative to the source side at
   * which the contrast would fall to zero, and to the smallest effect. Below 1: policy texts missed more.
   */
  readonly tippingPoint: { readonly toZero: number; readonly toSmallestEffect: number } | null;
  readonly sides: readonly [Side, Side];
  readonly strata: readonly Stratum[];
  /** Framed passages in strata that are not compared, as a share of all; null where there are none. */
  readonly shareNotCompared: number | null;
  /** `confounded_with_genre`: no kind of document occurs on both sides. */
  readonly warnings: readonly ('confounded_with_genre' | 'one_institution_a_side')[];
  /** Sums over both sides, framed or not, in the contrast or left out of it. */
  readonly documents: number;
  readonly passages: number;
  readonly institutions: number;
  readonly falsifier: string;
  readonly seed: number;
};
