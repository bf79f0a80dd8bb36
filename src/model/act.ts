import type { Offset, PassageId } from './units.ts';

/** What a document is, as its own text says; null in an `Act` where it does not say. */
export const actKinds = [
  'minutes',
  'agreement',
  'resolution',
  'decision',
  'declaration',
  'recommendation',
  'law',
  'decree',
  'programme',
] as const;
export type ActKind = (typeof actKinds)[number];

/** Somebody whom the text names as present or speaking, as a span of a passage's text in code points. */
export type Person = {
  /** As the text has it, without titles. */
  readonly name: string;
  /** The delegation, institution or office that the text puts beside the name. */
  readonly of: string | null;
  readonly passage: PassageId;
  readonly start: Offset;
  readonly end: Offset;
};

/** What a document of the field says of itself; null or empty where it says nothing. */
export type Act = {
  readonly kind: ActKind | null;
  /** The body that met or decided, as printed. */
  readonly body: string | null;
  /** Number of the act or of the meeting, as printed: `03/12`, `XIX`. */
  readonly number: string | null;
  readonly place: string | null;
  /** Year, year-month or day. */
  readonly date: string | null;
  /** Titles of the items of the agenda, in their order. */
  readonly agenda: readonly string[];
  /** People in attendance lists, turns of speech and signatures; their names are private in every export. */
  readonly persons: readonly Person[];
};

/** An act as the index and the tables hold it: people counted, not named. */
export type ActFacts = Omit<Act, 'persons'> & { readonly persons: number };

/** Of a document that says nothing of itself. */
export const noAct: Act = {
  kind: null,
  body: null,
  number: null,
  place: null,
  date: null,
  agenda: [],
  persons: [],
};
