import { protocolBars } from './bars.ts';
import type { Comparison, Measure } from './claim.ts';
import { type ActorRole, actorRoles } from './mention.ts';

/**
 * Fields of a profile of institutions that are read off the mentions of passages: actors by what they do, whom a policy
 * serves, stated aims, programmes and sums of money (docs/method.md 2.7).
 */
export const profileFields = [...actorRoles, 'beneficiaries', 'objectives', 'programmes', 'amounts'] as const;
export type ProfileField = (typeof profileFields)[number];

/**
 * How well the program fills a field of the profile, against what people say of the same passages: weighed by the chances
 * of the draw, over passages and the kinds that were asked about. `seen` is what either of both sees there.
 */
export type FieldQuality = {
  readonly field: ProfileField;
  /** The columns of sheets that asked about it, each kind once. */
  readonly codes: readonly string[];
  /** Coded passages, those in which either sees something of the field, and the documents of these. */
  readonly passages: number;
  readonly seen: number;
  readonly documents: number;
  /** Unweighted: seen by both, by the program alone, by people alone. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  /** Shares from 0 to 1; null where nothing was seen that they are a share of. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** 95 % interval of F1; null of fewer than two documents in which something is seen. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly isSimulated: boolean;
};

/** Least lower bound of F1 with which a field may carry a hypothesis, unless its claim names another. */
export const leastF1 = protocolBars.f1;

/**
 * Whether a field is read well enough to carry a hypothesis: `poor` where the lower bound of F1 is below `least`,
 * `unknown` where too little was seen for an interval.
 */
export function standing(
  { interval }: Pick<FieldQuality, 'interval'>,
  least: number = leastF1,
): 'good' | 'poor' | 'unknown' {
  if (interval === null) return 'unknown';
  return interval.lower >= least ? 'good' : 'poor';
}

/** F1 of a field in words, without what follows from it. */
export function f1Words({ f1, interval, seen }: FieldQuality): string {
  if (f1 === null || interval === null) return `seen in ${seen} coded passages, too few to tell`;
  // Rounded down, so that a bound just short of what is asked for never reads as if it were enough.
  const least = (Math.floor(interval.lower * 1000) / 1000).toFixed(3);
  return `F1 ${f1.toFixed(3)} (${least} to ${interval.upper.toFixed(3)})`;
}

/** How well a field is read and what it may carry, as one clause without full stop. */
export function fieldSentence(quality: FieldQuality): string {
  const may = standing(quality) === 'good' ? 'may' : 'may not';
  const whose = quality.isSimulated ? ' of simulated coders' : '';
  return `${fieldLabel(quality.field)}: ${f1Words(quality)} against the codes${whose} of ${quality.passages} passages; it ${may} carry a hypothesis`;
}

/** The fields that a hypothesis about activities describes. */
export const activityFields = ['programmes', 'amounts', 'implementing'] as const;

/** The fields that the numbers of a measure are made of; none where it counts terms of the lexicon. */
export function fieldsOf(measure: Measure): readonly ProfileField[] {
  switch (measure.count) {
    case 'actors':
      return [measure.role];
    case 'beneficiaries':
    case 'objectives':
      return [measure.count];
    case 'activities':
      return activityFields;
    case 'substantive_documents':
      return ['implementing', 'objectives', 'amounts'];
    case 'passages':
    case 'mentions':
    case 'documents':
      return [];
  }
}

/** The same of a hypothesis, with the measure that its own is paired with. */
export function fieldsAsked(measure: Measure, comparison: Comparison): readonly ProfileField[] {
  const fields = [...fieldsOf(measure), ...(comparison.by === 'paired' ? fieldsOf(comparison.with) : [])];
  return [...new Set(fields)];
}

/** A field as a reader is told of it. */
export function fieldLabel(field: ProfileField): string {
  switch (field) {
    case 'implementing':
      return 'channels';
    case 'funding':
      return 'financial resources';
    case 'beneficiaries':
    case 'objectives':
    case 'programmes':
      return field;
    case 'amounts':
      return 'sums of money';
    case 'coordinating':
    case 'partner':
    case 'participant':
    case 'signatory':
      return `actors: ${roleLabels[field]}`;
  }
}

const roleLabels: Readonly<Record<Exclude<ActorRole, 'implementing' | 'funding'>, string>> = {
  coordinating: 'coordinating',
  partner: 'partners',
  participant: 'present',
  signatory: 'signing',
};
