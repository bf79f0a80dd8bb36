import type { Actor } from './lexicon.ts';
import type { Located } from './tag.ts';
import type { Offset } from './units.ts';

/** The id of an actor that the lexicon does not list, by the words of its name. */
export function idOfName(words: string): string {
  return `${mark}${words}`;
}

/** An id as it may be read: without the mark that the lexicon does not list it. */
export function readableId(id: string): string {
  return id.startsWith(mark) ? id.slice(mark.length) : id;
}

const mark = 'name:';

/** What a mention is of: the columns of a profile of institutions, programmes and money. */
export const mentionKinds = [
  'actor',
  'role',
  'programme',
  'amount',
  'beneficiary',
  'objective',
  'project',
] as const;
export type MentionKind = (typeof mentionKinds)[number];

/**
 * What an actor does for a programme or policy: carries it out, pays for it, leads others, or supports it; or that
 * it is in a list of those present or among those who sign, which is no part in carrying anything out.
 */
export const actorRoles = [
  'implementing',
  'funding',
  'coordinating',
  'partner',
  'participant',
  'signatory',
] as const;
export type ActorRole = (typeof actorRoles)[number];

/** How far money has come: voted, promised by contract, spent, or paid out. Never summed across. */
export const amountStatuses = ['approved', 'committed', 'executed', 'disbursed'] as const;
export type AmountStatus = (typeof amountStatuses)[number];

/** Whom a policy serves; one group may be several. */
export const beneficiaryClasses = ['poor', 'frontier', 'cooperatives', 'workers', 'women', 'public'] as const;
export type BeneficiaryClass = (typeof beneficiaryClasses)[number];

/** A sum of money, or a share of a budget, as a text states it. */
export type Amount = {
  /** In whole units of the currency; of a share from 0, 1 being all. */
  readonly value: number;
  /** ISO 4217 code; `$` and `Bs` where the text does not say of which country; `%` for a share. */
  readonly unit: string;
  /** A year or `first-last`; null where no year stands with it. */
  readonly year: string | null;
  readonly status: AmountStatus | null;
};

/** How a name was known to be of an actor of the lexicon: as one of its names, or as misspelt or misread for one. */
export const resolutions = ['exact', 'near'] as const;
export type Resolution = (typeof resolutions)[number];

/** Where a text nearly has one of an actor's names, in UTF-16 units, and the category of the term for that name. */
export type NearName = {
  readonly start: number;
  readonly end: number;
  readonly actor: Actor;
  readonly category: string;
};

/** How actors of the lexicon are known by their names. */
export type ActorNames = {
  /** The actor that has this name; null for a name that the lexicon does not list. */
  readonly named: (surface: string) => Actor | null;
  /** The names in a text that are nearly of an actor; `isScanned` where OCR read it. */
  readonly near: (text: string, isScanned: boolean) => readonly NearName[];
};

/**
 * One mention in one passage: the evidence under a profile. Its span is that of a role's words that tell it, of anything
 * else its own.
 */
export type Mention = Located & {
  readonly kind: MentionKind;
  /**
   * The same for all names of one thing that are known to be one: the lexicon's id of an actor, otherwise the words of
   * the name. Of a role that of its actor. Null for an objective and an amount.
   */
  readonly id: string | null;
  /** Of an actor, its role or a project that the lexicon lists: how its name told that; null for all others. */
  readonly resolved: Resolution | null;
  /** By the lexicon the id of the body that it belongs to; null where there is none. */
  readonly parent: string | null;
  /** `<theme>/<category>` of the lexicon's term; null where no term stands under it. */
  readonly category: string | null;
  /** Of a role. */
  readonly role: ActorRole | null;
  /** Of a role: where in the passage its actor begins. */
  readonly of: Offset | null;
  /** Of a role or an amount: the id of the programme named nearest in the same sentence. */
  readonly programme: string | null;
  readonly amount: Amount | null;
  readonly classes: readonly BeneficiaryClass[];
};
