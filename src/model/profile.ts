import type { Language } from './passage.ts';
import type { DocumentId, PerThousandWords } from './units.ts';

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
