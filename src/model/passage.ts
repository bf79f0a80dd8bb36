import type { DocumentId, Offset, PageIndex, PassageId } from './units.ts';

/** Languages with lexicons, `other` for any language without one, `und` where it cannot be told. */
export const languages = ['en', 'es', 'pt', 'other', 'und'] as const;
export type Language = (typeof languages)[number];

/** The languages that lexicons are written in. */
export const lexiconLanguages = ['en', 'es', 'pt'] as const;
export type LexiconLanguage = (typeof lexiconLanguages)[number];

/** The part of a document that a passage belongs to. */
export const zones = ['body', 'heading', 'list', 'table', 'footnote'] as const;
export type Zone = (typeof zones)[number];

/**
 * A stretch of passage text that stands unchanged on a page: code points `at` to `at + length` of the
 * passage are code points `start` to `start + length` of the page's raw text.
 */
export type Run = {
  readonly at: Offset;
  readonly length: number;
  readonly page: PageIndex;
  readonly start: Offset;
};

/** A paragraph as a careful reader would mark it: the unit in which frames are counted. */
export type Passage = {
  readonly id: PassageId;
  readonly document: DocumentId;
  /** Place among the document's passages, from 0. */
  readonly ordinal: number;
  readonly zone: Zone;
  readonly language: Language;
  /** Reading text: lines joined by single spaces, line-end hyphens rejoined. */
  readonly text: string;
  /** Number of words in `text`. */
  readonly words: number;
  /** Ascending and disjoint in both texts; what lies between two runs was joined or left out. */
  readonly runs: readonly Run[];
};

/** Page furniture that is no passage: taken out, logged, and restorable from the raw page text. */
export type Removal = {
  readonly page: PageIndex;
  readonly start: Offset;
  readonly end: Offset;
  readonly reason: 'header' | 'footer' | 'page_number' | 'navigation' | 'metadata';
};

/** A document cut into passages, and what was taken out on the way. */
export type Segmentation = {
  readonly passages: readonly Passage[];
  readonly removals: readonly Removal[];
};
