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

/** A cell of a profile: whose passages about the object are counted, and with tags of which categories. */
export type CellQuery = {
  readonly by: Grouping;
  /** As the profile has it. */
  readonly key: string;
  /** Names (`<theme>/<category>`) of which one has to count. */
  readonly categories: readonly string[];
  /** Names that mark the object. */
  readonly object: readonly string[];
  readonly periodYears: number;
};
