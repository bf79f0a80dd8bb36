import type { Place } from './profile.ts';

/** Columns of a profile of institutions after the paper's appendix. */
export const appendixColumns = ['channels', 'money', 'objectives', 'beneficiaries', 'projects'] as const;
export type AppendixColumn = (typeof appendixColumns)[number];

/** One thing that documents of an institution name, where first, and how often. */
export type AppendixItem = {
  readonly column: AppendixColumn;
  /** The actor, group or project by the id of its mentions; null where it has none, and is known by its words. */
  readonly id: string | null;
  /** As the lexicon writes it, or else as the documents do most often; or the words of the text. */
  readonly name: string;
  /** Its class, or of money its year and status; null where neither is known. */
  readonly note: string | null;
  readonly programme: string | null;
  readonly times: number;
  readonly file: string;
  /** Page as a reader cites it. */
  readonly page: string;
  readonly passage: string;
};

/** What documents of one institution say of who does what with whose money for whom. */
export type AppendixRow = {
  readonly institution: string;
  /** Most frequent first in each column. */
  readonly items: readonly AppendixItem[];
};

/** How the object is framed in one place of the documents of an institution. */
export type InstitutionPlaceRow = Omit<PlaceRow, 'voice'> & { readonly institution: string };

/** How the object is framed in one place of the documents of a voice. */
export type PlaceRow = {
  readonly voice: string;
  readonly place: Place;
  /** Documents with such passages, and the passages about the object there. */
  readonly documents: number;
  readonly passages: number;
  readonly presence: Readonly<Record<string, number>>;
};
