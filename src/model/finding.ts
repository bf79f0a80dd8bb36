import type { GateId } from './claim.ts';
import type { Effects } from './effects.ts';
import type { LogOdds } from './units.ts';

/**
 * Verdicts on a contrast, total and mutually exclusive; on a share against a threshold; and what comes before them
 * all, or, of a secondary statement, in their place.
 */
export const verdicts = [
  'SUPPORTED_SUBSTANTIAL',
  'SUPPORTED_DIRECTION',
  'INCONCLUSIVE',
  'CONTRADICTED_NEGLIGIBLE',
  'CONTRADICTED_BOUNDED',
  'CONTRADICTED_REVERSED',
  'CONTRADICTED_REVERSED_SUBSTANTIAL',
  'SUPPORTED',
  'CONTRADICTED',
  'DESCRIBED',
  'NOT_TESTABLE',
] as const;
export type Verdict = (typeof verdicts)[number];
/** What an interval alone says. */
export type IntervalVerdict = Exclude<Verdict, 'NOT_TESTABLE' | 'DESCRIBED'>;

/** Why a verdict is not more than it is. */
export const reasons = [
  'interval_includes_zero',
  'uncorrected',
  'population_changed',
  'unreliable_codings',
  'codings_open',
  'undecidable_codings',
  'agreement_unknown',
  'extraction_inaccurate',
  'extraction_unvalidated',
  'correction_unstable',
  'p_too_large',
  'multiplicity',
  'secondary',
  'no_documents',
  'too_few_documents',
  'too_few_effective_documents',
  'too_few_framed_passages',
  'no_common_support',
  'no_variance',
  'nothing_counted',
  'institution_missing',
  'part_not_testable',
  'part_undecided',
  'no_reuse_measure',
  'out_of_text',
] as const;
export type Reason = (typeof reasons)[number];

/** Scope A: the named institutions, documents sampled. Scope B: the type of institution, institutions sampled. */
export type Scope = 'A' | 'B';

/**
 * What overturns a finding: under 80 % of the ways of counting have its sign, leaving out one term moves its interval into
 * another class (supported, inconclusive, contradicted), or another reading of which actors count does.
 */
export const fragilities = ['sign', 'term', 'reading'] as const;
export type Fragility = (typeof fragilities)[number];

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

/** An estimate in log odds as a factor with its 95 % interval. */
export function factorOf({ value, lower, upper }: Pick<Estimate, 'value' | 'lower' | 'upper'>): Factor {
  return { value: Math.exp(value), lower: Math.exp(lower), upper: Math.exp(upper) };
}

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

/**
 * One-sided p-values: `claimed` of data like these if there were no effect (at the threshold), `against` if it were as
 * large as the smallest that matters. `adjusted` by Holm over the family of the claim; null outside of it.
 */
export type Tests = {
  readonly claimed: number | null;
  readonly against: number | null;
  readonly claimedAdjusted: number | null;
  readonly againstAdjusted: number | null;
};

/** An estimate or share at one end of what undecidable passages may be. */
export type End = { readonly estimate: Estimate | null; readonly share: Share | null };

/**
 * Passages (or documents) of which whoever decides says that nobody can tell what they are: how many, and the estimate with
 * all of them counted against the claim, and for it (docs/method.md 2.5).
 */
export type Undecidable = { readonly items: number; readonly against: End; readonly favour: End };

/** What all findings have. */
type Outcome = {
  readonly claim: string;
  readonly hypothesis: string;
  readonly title: string;
  readonly role: 'primary' | 'companion';
  /** Whether its p-values are adjusted with those of the claim's family. */
  readonly family: 'primary' | 'secondary';
  /** What is counted, and what of it the claim is about, in words. */
  readonly unit: string;
  readonly having: string;
  readonly scope: Scope;
  /** Whether human codings corrected the lexicon's errors. */
  readonly corrected: boolean;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** What overturns it; of a claim as a whole, what overturns the parts that decide. Empty where nothing does. */
  readonly fragile: readonly Fragility[];
  /** What the interval alone would say, were the lexicon without error; null without an interval. */
  readonly intervalVerdict: IntervalVerdict | null;
  readonly gates: readonly Gate[];
  /** In log odds, positive as claimed; corrected where `corrected`. */
  readonly estimate: Estimate | null;
  /** The same without correction; the same as `estimate` where nothing is corrected. */
  readonly uncorrected: Estimate | null;
  /** What it is where passages that nobody can decide are counted in; null where there are none. */
  readonly undecidable: Undecidable | null;
  readonly tests: Tests;
  /** Smallest true effect in log odds that a study with this standard error finds in 80 of 100; null without one. */
  readonly detectable: LogOdds | null;
  readonly warnings: readonly Warning[];
  /** What it looked at, in the comparison or left out of it. */
  readonly documents: number;
  readonly passages: number;
  readonly institutions: number;
  readonly falsifier: string;
  readonly seed: number;
};

/**
 * `confounded_with_genre`: no kind of document occurs on both sides. `institutions_left_out`: one had fewer than two
 * documents, or nothing to compare.
 */
export type Warning =
  | 'confounded_with_genre'
  | 'one_institution_a_side'
  | 'institutions_left_out'
  | 'reading_of_actors_decides';

/** One side of the study against the other. */
export type ContrastFinding = Outcome & {
  readonly kind: 'contrast';
  /** What the two numbers are counts of: codes of categories or names of classes. */
  readonly numerator: string;
  readonly denominator: string;
  /** Whether both are categories whose balance is weighed, and not one and all others. */
  readonly balance: boolean;
  /** The side that the claim expects to have more of the numerator. */
  readonly more: Side['role'];
  /** Smallest effect of interest, in log odds. */
  readonly smallestEffect: LogOdds;
  readonly otherEffects: readonly OtherEffect[];
  /** `exp(estimate)`: how many times fewer claimed-pole passages policy has for each diluted one. */
  readonly dilution: Factor | null;
  /** Mantel-Haenszel companion over the compared strata. */
  readonly stratified: Estimate | null;
  /** The contrast in other measures, corrected where `corrected`; null where it is not tested. */
  readonly effects: Effects | null;
  /** The same without correction; null where nothing is corrected. */
  readonly uncorrectedEffects: Effects | null;
  /**
   * The lexicon's sensitivity for the claimed pole on the policy side relative to the source side at
   * which the contrast would fall to zero, and to the smallest effect. Below 1: policy texts missed more.
   */
  readonly tippingPoint: { readonly toZero: number; readonly toSmallestEffect: number } | null;
  readonly sides: readonly [Side, Side];
  readonly strata: readonly Stratum[];
  /** Framed passages in strata that are not compared, as a share of all; null where there are none. */
  readonly shareNotCompared: number | null;
};

/** A share from 0 to 1 with its 95 % interval; `x` of `n` where units are counted as they are. */
export type Share = {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly x: number;
  readonly n: number;
};

/** What an interval alone would say were another effect the smallest that matters (docs/method.md 1.3). */
export type OtherEffect = { readonly smallestEffect: LogOdds; readonly verdict: IntervalVerdict };

/** What one institution contributes: `a` of the claimed kind and `b` of the other. */
export type Part = {
  readonly institution: string;
  readonly documents: number;
  readonly a: number;
  readonly b: number;
  /** `a / (a + b)` with its Wilson interval, for display; null of nothing. */
  readonly share: Share | null;
  readonly leftOut: Balance['leftOut'];
};

/** A share against a threshold that the claim itself states. */
/** What bodies of one kind say of what is the others': documents, and those of them in which people saw each kind of part. */
export type Mutual = {
  readonly documents: number;
  /** Documents that name it, with Wilson's interval; null without documents. */
  readonly naming: Share | null;
  /** Where none does, the share below which it is (rule of three). */
  readonly most: number | null;
  /** Documents with coded passages, and those with a request, a proposal, a participation in one. */
  readonly coded: number;
  readonly parts: Readonly<Record<string, number>>;
};

/** Missed integration: bodies that speak of the object against bodies of the projects, in log odds of documents. */
export type Asymmetry = {
  readonly object: Mutual;
  readonly projects: Mutual;
  /** Null where either has no document. */
  readonly value: number | null;
};

export type ThresholdFinding = Outcome & {
  readonly kind: 'threshold';
  readonly numerator: string;
  readonly denominator: string;
  /** From 0 to 1. */
  readonly threshold: number;
  readonly direction: 'above' | 'below';
  /** `wilson` of distinct units, `jackknife` of passages with documents as clusters. */
  readonly interval: 'wilson' | 'jackknife';
  readonly share: Share | null;
  /** The same without correction, where codings corrected it; null elsewhere. */
  readonly uncorrectedShare: Share | null;
  /** What the interval would say at other readings of the same word. */
  readonly band: readonly { readonly threshold: number; readonly verdict: IntervalVerdict }[];
  /** The share, and what its interval would say, by other readings of which actors count. */
  readonly variants: readonly {
    readonly id: string;
    readonly title: string;
    readonly share: Share | null;
    readonly verdict: IntervalVerdict | null;
  }[];
  /** Of a measure that names projects: what they and the object's bodies say of each other; described, never tested. */
  readonly asymmetry: Asymmetry | null;
  /**
   * The true share nearest to the threshold, on the side of the claim, that a study of this size shows in 80 of 100; null
   * where it can show none, or none is counted.
   */
  readonly detectableShare: number | null;
  /** How many units of the same share would decide it; null where `mostRealistic` would not, or none is counted. */
  readonly needed: number | null;
  readonly parts: readonly Part[];
};

/** No corpus names more distinct actors, programmes or project documents than this to decide a share with. */
export const mostRealistic = 500;

/** One institution's figure with its 95 % interval. */
export type Figure = {
  readonly institution: string;
  readonly documents: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** One institution of an order less the one that has least; effects as of a contrast of sides. */
export type OrderContrast = Pick<ContrastFinding, 'effects' | 'uncorrectedEffects'> & {
  readonly institution: string;
  readonly estimate: Estimate;
};

/** Institutions in an order that the claim states, or measures of one institution side by side. */
export type OrderFinding = Outcome & {
  readonly kind: 'minimum' | 'paired';
  readonly smallestEffect: LogOdds;
  readonly otherEffects: readonly OtherEffect[];
  /** Log odds of each, or the difference within each. */
  readonly figures: readonly Figure[];
  /** `paired`: the difference in other measures, corrected where `corrected`, and without; null of others. */
  readonly effects: Effects | null;
  readonly uncorrectedEffects: Effects | null;
  /** `minimum`: each contrast. */
  readonly contrasts: readonly OrderContrast[];
  /** `paired`: the smallest p that flipping the signs of so many differences can give; null of others, or without any. */
  readonly leastP: number | null;
};

/** Institutions side by side, without a test. */
export type DescriptiveFinding = Outcome & {
  readonly kind: 'diversity' | 'activities' | 'untested';
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly institution: string;
    readonly documents: number;
    readonly values: readonly (number | null)[];
  }[];
};

/** The claim as a whole (intersection-union test): supported only where each part is. */
export type OverallFinding = Outcome & {
  readonly kind: 'overall';
  readonly ways: readonly {
    readonly id: string;
    readonly title: string;
    readonly verdict: 'SUPPORTED' | 'INCONCLUSIVE' | 'CONTRADICTED';
    readonly fragile: readonly Fragility[];
    readonly parts: readonly {
      readonly hypothesis: string;
      readonly verdict: Verdict;
      readonly fragile: readonly Fragility[];
      /** Unadjusted: what an intersection-union test asks of each part. */
      readonly supports: boolean;
    }[];
  }[];
};

/** The outcome of one hypothesis: an estimate, a verdict, and everything it depends on. */
export type Finding = ContrastFinding | ThresholdFinding | OrderFinding | DescriptiveFinding | OverallFinding;

/** True of a contrast of the balance of two framings. */
export function isBalance(finding: Finding): finding is ContrastFinding {
  return finding.kind === 'contrast' && finding.balance;
}
