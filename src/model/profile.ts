import type { ActorRole } from './mention.ts';
import type { Language, Zone } from './passage.ts';
import type { DocumentId, PerThousandWords } from './units.ts';

/** An actor in a role for a programme, as one document names it, however often. */
export type Doing = {
  /** The lexicon's id of the actor, or the words of its name; of money whose giver has no name its category. */
  readonly actor: string;
  readonly role: ActorRole;
  /** Null where no programme is named with it. */
  readonly programme: string | null;
  /** Category of the actor, and those of the bodies above it, nearest first; without those not known. */
  readonly category: string | null;
  readonly above: readonly string[];
};

/** What tells one unit from another: an actor for a programme. */
export function unitOf({ actor, programme }: Pick<Doing, 'actor' | 'programme'>): string {
  return `${actor}\n${programme ?? ''}`;
}

/**
 * Distinct actor and programme, each once, the last of equals. An actor that is named with a programme anywhere among these
 * is not counted once more for where it stands without one.
 */
export function unitsIn(doings: Iterable<Doing>): readonly Doing[] {
  const units = new Map<string, Doing>();
  const placed = new Set<string>();
  for (const doing of doings) {
    units.set(unitOf(doing), doing);
    if (doing.programme !== null) placed.add(doing.actor);
  }
  return [...units.values()].filter(({ programme, actor }) => programme !== null || !placed.has(actor));
}

/** Places where passages are counted apart: zones, and passages in which somebody carries something out. */
export type Place = Zone | 'implementing';

/** What one document says in one language of who does what for whom. */
export type Portrait = {
  readonly doings: readonly Doing[];
  /** Groups served by their classes, joined by spaces; an empty name for none. */
  readonly served: Readonly<Record<string, number>>;
  /** Stated objectives by the codes of the categories that they name, joined by spaces. */
  readonly objectives: Readonly<Record<string, number>>;
  readonly programmes: readonly string[];
  /** Sums of money that are stated. */
  readonly amounts: number;
  /** Passages about the object with a target, a budget or an action. */
  readonly substantive: number;
  /** Passages about the object by place, and by category in them. */
  readonly places: Readonly<
    Partial<Record<Place, { readonly passages: number; readonly presence: Readonly<Record<string, number>> }>>
  >;
};

/** Of a document that names nobody. */
export const blankPortrait: Portrait = {
  doings: [],
  served: {},
  objectives: {},
  programmes: [],
  amounts: 0,
  substantive: 0,
  places: {},
};

/**
 * What one document says in one language: all that the statistics need of it. `presence` counts
 * passages about the object with at least one countable tag of a category, so a list of synonyms is one
 * framing act; `hits` counts the tags themselves.
 */
export type Totals = {
  readonly document: DocumentId;
  readonly language: Language;
  readonly passages: number;
  /** Passages with an object term: the base of every share. */
  readonly objectPassages: number;
  readonly words: number;
  readonly objectWords: number;
  readonly presence: Readonly<Record<string, number>>;
  readonly hits: Readonly<Record<string, number>>;
  readonly portrait: Portrait;
};

/** Totals joined to the metadata of their source. */
export type Observation = Totals & {
  readonly file: string;
  readonly institution: string | null;
  readonly voice: string | null;
  readonly kind: string | null;
  readonly date: string | null;
  readonly period: string;
};

export const groupings = ['document', 'institution', 'voice', 'period', 'language'] as const;
export type Grouping = (typeof groupings)[number];

/** The discourse of one document, institution, voice, period or language. */
export type Profile = {
  readonly by: Grouping;
  /** The institution's name, the period and so on; `(none)` where the metadata lack it. */
  readonly key: string;
  readonly documents: number;
  readonly passages: number;
  readonly objectPassages: number;
  readonly words: number;
  readonly frames: readonly {
    readonly code: string;
    /** Object passages with the category. */
    readonly presence: number;
    /** `presence` as a share of object passages, from 0 to 1; null where there are none. */
    readonly share: number | null;
    readonly hits: number;
    /** Countable tags for every 1,000 words of the documents; descriptive. */
    readonly rate: PerThousandWords | null;
  }[];
};

/** The object passages of a profile with a category. */
export function presenceOf({ frames }: Pick<Profile, 'frames'>, code: string): number {
  return frames.find((frame) => frame.code === code)?.presence ?? 0;
}

/** The key of the profile, by a grouping, that what is known of a document in one language goes into. */
export function groupKeyOf(
  of: Pick<Observation, 'file' | 'institution' | 'voice' | 'period'> & { readonly language: string },
  by: Grouping,
): string {
  switch (by) {
    case 'document':
      return of.file;
    case 'institution':
      return of.institution ?? '(none)';
    case 'voice':
      return of.voice ?? '(none)';
    case 'period':
      return of.period;
    case 'language':
      return of.language;
  }
}
