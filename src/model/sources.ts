import { z } from 'zod';
import { languages } from './passage.ts';
import type { Problem } from './problem.ts';
import { PartialDate } from './study.ts';

/** Columns of `corpus/sources.csv`, in the order in which we write them. */
export const sourceColumns = [
  'institution',
  'voice',
  'title',
  'kind',
  'date',
  'language',
  'address',
  'archive_address',
  'cited_in_paper',
  'note',
] as const;

const text = z
  .string()
  .transform((value) => value.replace(/\s+/g, ' ').trim())
  .transform((value) => (value === '' ? null : value));

const nothing = z.literal('').transform(() => null);

const address = z.string().refine((value) => {
  const url = /^https?:\/\//i.test(value) ? URL.parse(value) : null;
  return url !== null && url.username === '' && url.password === '' && url.hash === '';
}, 'an http(s) address without user name, password and fragment');

/** One row of a list of sources: a document as facts, and where it can be had; an empty cell is null. */
export const ListedSource = z.strictObject({
  institution: text,
  voice: text,
  title: text,
  kind: text,
  /** A year, month or day. */
  date: z.union([nothing, PartialDate]),
  language: z.union([nothing, z.enum(languages)]),
  /** Names the source: no two rows have the same. */
  address: address.transform((value) => URL.parse(value)?.href ?? value),
  /** Where an archive may have it, for when the address does not. */
  archive_address: z.union([nothing, address]),
  cited_in_paper: z.union([nothing, z.literal('yes')]),
  note: text,
});
export type ListedSource = z.infer<typeof ListedSource>;

/** Columns of `corpus/fetched.csv`: what came from where, one line a document that was taken into the corpus. */
export const fetchedColumns = [
  'address',
  'answered_by',
  'via',
  'status',
  'fetched_at',
  'bytes',
  'sha256',
  'content_type',
  'file',
] as const;

/** One row of `corpus/fetched.csv`. */
export const FetchedRow = z.strictObject({
  /** As the list of sources names it. */
  address: z.string().min(1),
  /** Where its redirections led. */
  answered_by: z.string().min(1),
  /** Whether its own address had it or that of an archive. */
  via: z.enum(['origin', 'archive']),
  /** HTTP status; 206 where the file came in parts. */
  status: z.coerce.number().int(),
  fetched_at: z.iso.datetime(),
  bytes: z.coerce.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256'),
  content_type: text,
  /** As the manifest names it. */
  file: z.string().min(1),
});
export type FetchedRow = z.infer<typeof FetchedRow>;

/** What became of one source; problems name it by its address. */
export type SourceEnd = { readonly source: ListedSource } & (
  | {
      readonly outcome: 'added';
      readonly file: string;
      readonly via: FetchedRow['via'];
      readonly bytes: number;
    }
  /** There is something else at the address by now; `file` is new, `earlier` is what came before. */
  | { readonly outcome: 'changed'; readonly file: string; readonly earlier: string }
  /** It was in the corpus already and was not asked for, or came with the same bytes. */
  | { readonly outcome: 'kept'; readonly file: string }
  /** Another document of the corpus has the same bytes. */
  | { readonly outcome: 'same'; readonly file: string }
  /** `archive` is why the second try failed, null where there was none. */
  | { readonly outcome: 'failed'; readonly problem: Problem; readonly archive: Problem | null }
);
