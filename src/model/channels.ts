import type { Share } from './finding.ts';
import type { ActorRole, AmountStatus } from './mention.ts';
import type { LogOdds } from './units.ts';

/** Whether a body is of its own class, or of that of the body right above it where the lexicon gives one. */
export const readings = ['itself', 'above'] as const;
export type Reading = (typeof readings)[number];

/** Whose documents are taken together. */
export const mixedBy = ['institution', 'voice'] as const;
export type MixedBy = (typeof mixedBy)[number];

/** One class of actors in a mix. */
export type ClassShare = {
  /** `<theme>/<category>` of the lexicon; null of actors that it does not list. */
  readonly category: string | null;
  /** Distinct actors and programmes of the class among all of the mix, with Wilson's interval. */
  readonly share: Share;
  /** Where there is none, the share below which it is (rule of three); null elsewhere. */
  readonly most: number | null;
  /** How often documents name them in the role, and that among all with a jackknife over documents; no interval of one document. */
  readonly mentions: number;
  readonly named: {
    readonly value: number;
    readonly lower: number | null;
    readonly upper: number | null;
  } | null;
};

/** Who has one role in the documents of an institution or voice, by class (docs/method.md 8). */
export type Mix = {
  readonly by: MixedBy;
  readonly key: string;
  readonly role: ActorRole;
  readonly reading: Reading;
  /** Documents that name somebody in the role, distinct actors and programmes, and how often they are named. */
  readonly documents: number;
  readonly units: number;
  readonly mentions: number;
  /** Effective numbers of classes (Hill 1973), and the chance that two units are of different ones; null of one unit. */
  readonly hill1: number;
  readonly hill2: number;
  readonly giniSimpson: number | null;
  readonly classes: readonly ClassShare[];
};

/** Two institutions, or two voices, by one class of actors in a role: described, never part of a verdict. */
export type MixContrast = {
  readonly by: MixedBy;
  readonly one: string;
  readonly other: string;
  readonly role: ActorRole;
  readonly reading: Reading;
  readonly category: string | null;
  readonly oneShare: Share;
  readonly otherShare: Share;
  /** Fisher's exact test of the distinct units: two-sided p, and the conditional odds ratio; null beyond all bounds. */
  readonly p: number;
  readonly oddsRatio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The same of mentions: difference of log odds with documents as clusters; null with a single document on either. */
  readonly named: { readonly value: LogOdds; readonly lower: LogOdds; readonly upper: LogOdds } | null;
};

/** Money of one currency and status that documents of an institution tell of, never added to any other. */
export type MoneyShare = {
  readonly institution: string;
  /** Null for all programmes that are named; money without one is in no share. */
  readonly programme: string | null;
  readonly currency: string;
  /** Null where the text does not tell it: kept apart from what has one. */
  readonly status: AmountStatus | null;
  /** Who gives it, told by nearness in the passage, or of all programmes the giver's class; null where nobody is named. */
  readonly giver: string | null;
  /** Different sums told of, and what they come to in whole units of the currency; null of sums without giver, which may hold each other. */
  readonly sums: number;
  readonly amount: number | null;
  /** Among all money of named givers in the same programme, currency and status; of all programmes, in the same currency and status. */
  readonly share: number | null;
  /** Of all programmes: how many, and least and most of the share with one of them left out; null with fewer than two. */
  readonly programmes: number;
  readonly least: number | null;
  readonly most: number | null;
  /** Documents of the institution also tell of a share of the programme's budget, which measures something else. */
  readonly shareStated: boolean;
};

/** Documents held of those that are known to exist, without which silence shows nothing. */
export type Held = {
  readonly institution: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Null where the study does not say. */
  readonly known: number | null;
  /** Documents in the numbers that are dated within these years, and ones without a date, which are in no share. */
  readonly held: number;
  readonly undated: number;
  /** At most 1; null where what exists is not known. */
  readonly share: number | null;
};

/** What is measured of the profile of institutions beside its table: all of it described, nothing tested. */
export type ProfileMeasures = {
  readonly mixes: readonly Mix[];
  readonly contrasts: readonly MixContrast[];
  readonly money: readonly MoneyShare[];
  readonly held: readonly Held[];
};
