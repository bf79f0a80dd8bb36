import type { Estimate, Fragility, Reason, Verdict } from './finding.ts';
import type { LogOdds } from './units.ts';

/** Why a number is not there. */
export const robustnessReasons = [
  'no_contrast',
  'one_institution',
  'min_p',
  'few_documents',
  'no_framed_passage',
  'no_spread',
  'no_such_term',
  'no_draws',
  'too_many_documents',
  'too_many_institutions',
  'too_few_words',
] as const;
export type RobustnessReason = (typeof robustnessReasons)[number];

/** Why codings cannot carry a verdict; null where they can. */
export type CodingBar = Extract<
  Reason,
  'uncorrected' | 'unreliable_codings' | 'codings_open' | 'undecidable_codings' | 'agreement_unknown'
> | null;

/** The ways of counting that a specification chooses from, in the order of the curve's grid. */
export const specificationFactors = {
  unit: ['sentence', 'paragraph'],
  weighting: ['pooled', 'document', 'capped'],
  voice: ['own', 'endorsed', 'all'],
  negation: ['drop', 'ignore', 'flip'],
  domain: ['passage', 'neighbours', 'document'],
} as const;
export type SpecificationFactor = keyof typeof specificationFactors;

/** One choice of every factor; `pole` is the code, or codes joined by `+`, that the claimed pole is weighed against. */
export type Choice = {
  readonly [Factor in SpecificationFactor]: (typeof specificationFactors)[Factor][number];
} & { readonly pole: string };

/** One specification's contrast in log odds, with its 95 % interval by the linearised variance. */
export type SpecificationRow = Choice & {
  readonly primary: boolean;
  /** Whether human codings corrected the errors of the lexicon. */
  readonly corrected: boolean;
  readonly value: LogOdds | null;
  readonly standardError: number | null;
  readonly lower: LogOdds | null;
  readonly upper: LogOdds | null;
  readonly reason: RobustnessReason | null;
};

/** One-sided p-values of the three statistics of a curve, each one joint test of all specifications. */
export type JointTest = {
  readonly median: number | null;
  readonly shareSignificant: number | null;
  readonly stouffer: number | null;
  /** Draws or relabellings gone through, and whether these are all there are. */
  readonly draws: number;
  readonly exact: boolean;
  readonly reason: RobustnessReason | null;
};

/** All specifications and what they come to (docs/method.md 3.7). */
export type SpecificationCurve = {
  readonly specifications: readonly SpecificationRow[];
  /** Those that count what people coded, once more with its corrections; empty without codings. */
  readonly corrected: readonly SpecificationRow[];
  readonly median: LogOdds | null;
  /** Shares of specifications with an estimate: above 0, of the (corrected) primary's sign, and 1.645 errors above 0. */
  readonly shareAbove: number | null;
  readonly shareSameSign: number | null;
  readonly shareSignificant: number | null;
  readonly stouffer: number | null;
  /** Scope A: documents drawn anew within institutions, estimates set back by the observed ones. */
  readonly named: JointTest;
  /** Scope B: types of institutions relabelled. */
  readonly typed: JointTest;
  /** The same of the corrected specifications alone; null without any. */
  readonly correctedTests: { readonly named: JointTest; readonly typed: JointTest } | null;
};

/** What the primary contrast is changed in, one thing at a time. */
export const variationKinds = [
  'term_out',
  'family_out',
  'kind_out',
  'language_out',
  'institution_out',
  'document_out',
  'core_terms',
  'attested_terms',
  'expanded_terms',
] as const;
export type VariationKind = (typeof variationKinds)[number];

/** The primary contrast with one thing changed. */
export type Variation = {
  readonly kind: VariationKind;
  /** The term, category, kind, language, institution or file left out; empty where terms are chosen by a rule. */
  readonly name: string;
  /** Of a term: the code it counts for, and the passages it is in; of more terms the passages they add; else null. */
  readonly code: string | null;
  readonly passages: number | null;
  readonly estimate: Estimate | null;
  /** Less the primary estimate. */
  readonly change: LogOdds | null;
  /** Whether the interval falls into another class (supported, inconclusive, contradicted), or nothing is left to have one. */
  readonly changesClass: boolean;
  readonly reason: RobustnessReason | null;
};

/** The contrast at scope B: institutions as the sample (docs/method.md 3.3). Never about named institutions. */
export type TypeTest = {
  readonly institutions: readonly [source: number, policy: number];
  readonly verdict: Verdict;
  readonly reason: RobustnessReason | CodingBar;
  /** What it would be, were the lexicon without error; null where nothing can be told. */
  readonly alone: Verdict | null;
  readonly difference: LogOdds | null;
  /** Least one-sided p that relabelling so many institutions can give. */
  readonly minimumP: number | null;
  readonly p: number | null;
  readonly pTwoSided: number | null;
  readonly relabellings: number;
  readonly exact: boolean;
  /** Welch's t, 90 %. */
  readonly welch: {
    readonly lower: LogOdds;
    readonly upper: LogOdds;
    readonly degreesOfFreedom: number;
    readonly p: number;
  } | null;
  /** Wild cluster bootstrap with Webb's weights, one-sided; shown beside, never decisive. */
  readonly wildP: number | null;
  readonly cr2: {
    readonly standardError: number;
    readonly degreesOfFreedom: number;
    readonly p: number;
  } | null;
};

/** An institution's share of the claimed pole, as it is and drawn towards the others; for display, never for tests. */
export type ShrunkenShare = {
  readonly institution: string;
  readonly side: 'source' | 'policy';
  readonly share: number;
  /** Framed passages over their design effect. */
  readonly effective: number;
  readonly shrunken: number;
  readonly lower: number;
  readonly upper: number;
};

/** The same contrast by lexicons of random words that are as frequent as the terms they stand for. */
export type Placebo = {
  readonly draws: number;
  /** Draws that gave no contrast. */
  readonly without: number;
  readonly terms: number;
  readonly median: LogOdds | null;
  readonly lower: LogOdds | null;
  readonly upper: LogOdds | null;
  /** Share of draws at least as large as the true contrast, and as far from 0, the true one counted in. */
  readonly p: number | null;
  readonly pTwoSided: number | null;
  readonly reason: RobustnessReason | null;
};

/** How a contrast stands up to other choices that could have been made. */
export type Robustness = {
  readonly claim: string;
  readonly hypothesis: string;
  readonly numerator: string;
  readonly denominator: string;
  /** The side that is said to have more of the numerator; all contrasts are that one less the other. */
  readonly more: 'source' | 'policy';
  readonly corrected: boolean;
  readonly documents: number;
  readonly passages: number;
  readonly institutions: number;
  readonly seed: number;
  readonly estimate: Estimate | null;
  /** The same by the lexicon alone. */
  readonly uncorrected: Estimate | null;
  /** Why there is nothing to vary; null where there is. */
  readonly reason: RobustnessReason | null;
  readonly typeTest: TypeTest;
  /** By the lexicon alone, and from corrected totals, without institutions whose totals are no counts of anything. */
  readonly shrunken: readonly ShrunkenShare[];
  readonly correctedShrunken: readonly ShrunkenShare[];
  readonly curve: SpecificationCurve | null;
  readonly variations: readonly Variation[];
  /** The term whose removal moves the estimate most; null without one. */
  readonly mostInfluential: Variation | null;
  readonly placebo: Placebo;
  /** Under 80 % of specifications with the primary's sign, or one term that decides the class of the verdict. */
  readonly fragile: readonly Exclude<Fragility, 'reading'>[];
};

/**
 * The two extreme readings of what is said in another's name (docs/method.md 2.2), by the lexicon alone: counted for nobody, as
 * the primary way does, and all as the author's own; null where the ways of counting were not gone through.
 */
export function attributionBounds({
  curve,
}: Pick<Robustness, 'curve'>): { readonly none: SpecificationRow; readonly all: SpecificationRow } | null {
  const none = curve?.specifications.find(({ primary }) => primary);
  if (none === undefined) return null;
  const all = curve?.specifications.find(
    (row) =>
      row.voice === 'all' &&
      (['unit', 'weighting', 'negation', 'domain', 'pole'] as const).every(
        (factor) => row[factor] === none[factor],
      ),
  );
  return all === undefined ? null : { none, all };
}

/** What a study of this size would find: shares of simulated studies that reject, by true odds ratio. */
export type CalibrationRow = {
  readonly oddsRatio: number;
  /** Scope A with the named institutions' own contrast as the truth, one-sided 2.5 %. */
  readonly named: number;
  /** Share of its 95 % intervals that hold the truth. */
  readonly coverage: number;
  /** Scope A misread as being about types, institutions differing as they do. */
  readonly misread: number;
  /** Scope B, one-sided 5 %: exact permutation and Welch. */
  readonly permutation: number | null;
  readonly welch: number | null;
};

/** A study's own size, as simulated from. */
export type StudySize = {
  /** Documents with framed passages of each institution. */
  readonly source: readonly number[];
  readonly policy: readonly number[];
  readonly passages: number;
  readonly variation: number;
  readonly correlation: number;
  readonly deviation: number;
  readonly share: number;
};

/**
 * Which estimate simulated studies are assessed by: counts of a lexicon without error, those of one that errs as people saw
 * the study's own err, or the latter corrected by as many codes as the study has.
 */
export const calibrated = ['exact', 'lexicon', 'corrected'] as const;
export type Calibrated = (typeof calibrated)[number];

export type Calibration = {
  readonly by: Calibrated;
  readonly claim: string;
  readonly hypothesis: string;
  readonly runs: number;
  readonly seed: number;
  readonly size: StudySize | null;
  readonly reason: RobustnessReason | null;
  readonly rows: readonly CalibrationRow[];
};
