import type { Mention } from './mention.ts';
import type { Passage, Zone } from './passage.ts';
import type { Grouping } from './profile.ts';
import type { Tag } from './tag.ts';
import type { PageIndex, PassageId } from './units.ts';

/** A passage with all its tags. */
export type ReadPassage = { readonly passage: Passage; readonly tags: readonly Tag[] };

/** What a reader sees of a document at a glance: its headings, its zones, and where frames count. */
export type Glance = {
  /** Printed numbers of its pages; null where there is none. */
  readonly labels: readonly (string | null)[];
  readonly passages: number;
  /** The first passage that begins on a page, for each page on which one does. */
  readonly firsts: readonly { readonly page: PageIndex; readonly ordinal: number }[];
  readonly headings: readonly {
    readonly ordinal: number;
    readonly level: number;
    readonly text: string;
    readonly page: PageIndex;
  }[];
  readonly zones: readonly { readonly zone: Zone; readonly from: number; readonly to: number }[];
  /** Passages with frame tags that count, and their categories (`<theme>/<category>`), each once. */
  readonly framed: readonly {
    readonly ordinal: number;
    readonly passage: PassageId;
    readonly page: PageIndex;
    readonly categories: readonly string[];
  }[];
};

/** What a cell of a profile may be narrowed to, as a drawing or a table counts it. */
export type Narrowing = {
  readonly voice?: string | undefined;
  readonly language?: string | undefined;
  readonly period?: string | undefined;
  readonly zone?: Zone | undefined;
  /** Dates from the beginning of a year or, with .5, of its second half, to before another; undated documents are outside. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
};

/** A cell of a profile: whose passages about the object are counted, and with tags of which categories. */
export type CellQuery = Narrowing & {
  readonly by: Grouping;
  /** As the profile has them; a passage of any of them counts. */
  readonly keys: readonly string[];
  /** Names (`<theme>/<category>`) of which one has to count. */
  readonly categories: readonly string[];
  /** Names that mark the object. */
  readonly object: readonly string[];
  readonly periodYears: number;
};

/** Mentions of one kind or several in documents of an institution or of some voices, `(none)` where that is not known. */
export type MentionQuery = {
  /** Whose; those of all where null. */
  readonly institution: string | null;
  readonly voices: readonly string[] | null;
  /** Of passages in a language, and documents of a period; of all where null. */
  readonly language: string | null;
  readonly period: string | null;
  readonly periodYears: number;
  readonly kinds: readonly Mention['kind'][];
  readonly fits: (mention: Mention) => boolean;
};
