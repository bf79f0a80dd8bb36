import type { Act } from './act.ts';
import type { Unseen } from './document.ts';
import type { DocumentId, Offset, PageIndex, PassageId } from './units.ts';

/** Languages with lexicons, `other` for any language without one, `und` where it cannot be told. */
export const languages = ['en', 'es', 'pt', 'other', 'und'] as const;
export type Language = (typeof languages)[number];

/** The languages that lexicons are written in. */
export const lexiconLanguages = ['en', 'es', 'pt'] as const;
export type LexiconLanguage = (typeof lexiconLanguages)[number];

/** What a passage is on the page. */
export const forms = ['paragraph', 'heading', 'list_item', 'table_row'] as const;
export type Form = (typeof forms)[number];

/**
 * The part of a document that a passage belongs to, by what the part does: `front` is letterhead, title and
 * opening, `attendance` who was there, `agenda` what was to be spoken of, `intervention` what somebody said,
 * `decision` what was agreed; `recital` why an act is made, `operative` what it orders, `objective`, `instrument`
 * and `budget` the parts of a programme; `body` is all that is none of these.
 */
export const zones = [
  'body',
  'front',
  'attendance',
  'agenda',
  'intervention',
  'decision',
  'recital',
  'operative',
  'objective',
  'instrument',
  'budget',
  'annex',
  'signature',
  'footnote',
] as const;
export type Zone = (typeof zones)[number];

/** Zones that name people and places and frame nothing: tags in them never count, nor do their passages. */
export const silentZones: ReadonlySet<Zone> = new Set<Zone>(['attendance', 'signature']);

/** Who speaks in a passage, as the text names them, and as what. */
export type Speaker = {
  readonly name: string;
  readonly role: 'chair' | 'delegation' | 'institution' | 'person';
};

/** Words of another that a passage quotes or reports, as a span of its text in code points. */
export type Quotation = {
  readonly start: Offset;
  readonly end: Offset;
  readonly kind: 'quoted' | 'reported';
  /** Null where the text names nobody. */
  readonly speaker: Speaker | null;
};

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
  readonly form: Form;
  /** Depth of a heading from 1; null for what is none. */
  readonly level: number | null;
  /** The headings above it, outermost first. */
  readonly section: readonly string[];
  readonly zone: Zone;
  /** Null where nobody is named or the document speaks for itself. */
  readonly speaker: Speaker | null;
  readonly quotations: readonly Quotation[];
  /** How sure OCR is of its words on average, from 0 to 100; null for text that the file itself holds. */
  readonly confidence: number | null;
  readonly language: Language;
  /** Reading text: lines joined by single spaces, line-end hyphens rejoined. */
  readonly text: string;
  /** Number of words in `text`. */
  readonly words: number;
  /** Ascending and disjoint in both texts; what lies between two runs was joined or left out. */
  readonly runs: readonly Run[];
};

/** Why a stretch of raw text is in no passage. */
export type RemovalReason =
  | 'header'
  | 'footer'
  | 'page_number'
  | 'line_number'
  | 'watermark'
  | 'margin'
  | 'navigation'
  | 'metadata'
  | Unseen;

/** Page furniture that is no passage: taken out, logged, and restorable from the raw page text. */
export type Removal = {
  readonly page: PageIndex;
  readonly start: Offset;
  readonly end: Offset;
  readonly reason: RemovalReason;
};

/** A removal with the beginning of what it says, on one line, for whoever looks through the list. */
export type Removed = Removal & { readonly text: string };

/** A document cut into passages, and what was taken out on the way. */
export type Segmentation = {
  readonly passages: readonly Passage[];
  readonly removals: readonly Removal[];
  readonly act: Act;
};
