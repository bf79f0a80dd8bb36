import { z } from 'zod';
import { TagView } from './documents.ts';

/** A cell of a table: what it says, what it is sorted by where that is a number, and where it leads. */
export const CellView = z.strictObject({
  text: z.string(),
  /** Said smaller beside it. */
  more: z.string().nullable(),
  value: z.number().nullable(),
  /** An address of the explorer. */
  href: z.string().nullable(),
});
export type CellView = z.infer<typeof CellView>;

/** A table that can be sorted by each of its columns; the first column names its rows. */
export const TableView = z.strictObject({
  name: z.string(),
  caption: z.string(),
  columns: z.array(z.strictObject({ label: z.string(), numeric: z.boolean() })),
  rows: z.array(z.array(CellView)),
  /** What has to be said of it; null where there is nothing. */
  note: z.string().nullable(),
});
export type TableView = z.infer<typeof TableView>;

/** A passage as it is quoted, whole or the part of it that says most, with the tags that count there. */
export const QuoteView = z.strictObject({
  passage: z.string(),
  document: z.string(),
  language: z.string(),
  text: z.string(),
  /** Where the text begins in the passage, in code points. */
  start: z.number(),
  /** At their places in the passage. */
  tags: z.array(TagView),
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
  institution: z.string(),
  title: z.string(),
  date: z.string(),
  page: z.string(),
});
export type QuoteView = z.infer<typeof QuoteView>;

/** A drawing with its words. Drawings are made by this program alone, from escaped text. */
export const FigureView = z.strictObject({
  name: z.string(),
  title: z.string(),
  /** What it rests on, short. */
  note: z.string(),
  caption: z.string(),
  svg: z.string(),
  /** The same for a narrow screen, where it needs another. */
  narrow: z.string().nullable(),
  /** The table of the same page that holds its numbers, by its name; null where there is none, or its marks lead on themselves. */
  numbers: z.string().nullable(),
});
export type FigureView = z.infer<typeof FigureView>;
