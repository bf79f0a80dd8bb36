import type { Polarity } from './tag.ts';

/** One line of a concordance (KWIC): an occurrence with its context and its place. */
export type Concordance = {
  readonly file: string;
  readonly institution: string | null;
  readonly date: string | null;
  readonly page: string;
  readonly passage: string;
  readonly left: string;
  readonly hit: string;
  readonly right: string;
};

/** In which order lines come: of file and place, of the words before or behind the hit, or by relevance. */
export const searchSorts = ['document', 'left', 'right', 'rank'] as const;

export type SearchSort = (typeof searchSorts)[number];

/** What to look for: words, terms, or both; the rest narrows it. */
export type SearchQuery = {
  /** A phrase, whose last word may end in `*`. */
  readonly words: string | null;
  /** Terms that a passage must have: ids, or beginnings of ids up to a `/` (a theme) or a `.` (a category). */
  readonly terms: readonly string[] | null;
  /** Asks for tags with this polarity; denied ones too, which else do not count. */
  readonly polarity: Polarity | null;
  readonly institution: string | null;
  readonly voice: string | null;
  /** First and last date, as exactly as is known: years, months or days. What has no date is left out where one is asked for. */
  readonly from: string | null;
  readonly to: string | null;
  readonly zone: string | null;
  readonly language: string | null;
  readonly sort: SearchSort;
  /** Where a page before this one ended; null for the first. */
  readonly after: string | null;
  /** Lines at most. */
  readonly limit: number;
};

/** Letters on either side of a hit, in UTF-16 units. */
export const lineContext = 60;

/** A page of a concordance. */
export type SearchPage = {
  readonly lines: readonly Concordance[];
  /** Passages with hits, as far as they were counted. */
  readonly total: number;
  /** Whether there are more passages than `total`, because so many have the words that not all were looked at. */
  readonly more: boolean;
  /** Passages with hits that are in no page of this order, because only the first hits in document order are sorted. */
  readonly left: number;
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
};

/** What a search comes to as a whole; hits are null where there are more than are sorted. */
export type SearchCount = { readonly passages: number; readonly hits: number | null };
