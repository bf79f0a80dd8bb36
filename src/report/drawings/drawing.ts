import type { Narrowing } from '../../model/glance.ts';
import type { Grouping } from '../../model/profile.ts';
import type { Markup } from '../markup.ts';
import { type Column, type Table, table } from '../tables/table.ts';

/** A figure of a run: what it shows in words, how it looks, and the numbers that it was drawn from. */
export type Drawing = {
  /** What kind of figure it is; figures of one kind have the same columns. */
  readonly kind: string;
  /** Its name as a file, without ending: letters a to z, digits and hyphens. */
  readonly name: string;
  /** What it is of, in a few words, and what it rests on. */
  readonly title: string;
  readonly note: string;
  /** How to read it, in a sentence or two. */
  readonly caption: string;
  /** What it shows, for whoever does not see it. */
  readonly alternative: string;
  readonly svg: Markup;
  /** The same for a narrow screen, where it needs another. */
  readonly narrow: Markup | null;
  readonly data: Table;
};

/** Said of every share that is drawn from profiles: codings correct findings, and nothing else (docs/method.md 2.5). */
export const uncorrectedShares =
  'Shares are as the lexicon counts, uncorrected for its errors: codings correct findings alone.';

/** Where the passages of a frame in an institution, voice, period or language are, or some of them; null where nothing leads there. */
export type LinkOf = (
  by: Exclude<Grouping, 'document'>,
  key: string,
  code: string,
  narrowing?: Narrowing,
) => string | null;

/** Of a drawing that stands alone. */
export const noLinks: LinkOf = () => null;

/** The numbers of a figure as a table that is named after it. */
export function dataOf<Row>(name: string, columns: readonly Column<Row>[], rows: Iterable<Row>): Table {
  return table(`figures/${name}`, columns, rows);
}

/** A name for a figure's files, told apart from others of its kind by its place among them. */
export function nameOf(kind: string, place: number, text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return [kind, String(place + 1).padStart(2, '0'), plain].filter((part) => part !== '').join('-');
}

/** Text with a capital first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
