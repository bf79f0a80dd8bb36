import { z } from 'zod';
import { languages, zones } from '../passage.ts';
import { searchSorts } from '../search.ts';
import { PartialDate } from '../study.ts';
import { polarities } from '../tag.ts';
import { endpoint } from './endpoint.ts';

const name = z.string().min(1).max(200);

/** A star after one or two letters stands for a good part of all words. */
const shortPrefix = /(^|[^\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]{1,2}\*[^\p{L}\p{N}\p{M}]*$/u;

const asked = {
  words: name
    .refine((words) => !shortPrefix.test(words), 'at least three letters before the star')
    .optional(),
  /** A code of the claim such as NEP, a theme, or a theme/category. */
  frame: name.optional(),
  /** The pattern of a term, which may be long, or its id. */
  term: z.string().min(1).max(2_000).optional(),
  institution: z.string().min(1).max(2_000).optional(),
  voice: name.optional(),
  zone: z.enum(zones).optional(),
  language: z.enum(languages).optional(),
  from: PartialDate.optional(),
  to: PartialDate.optional(),
  polarity: z.enum(polarities).optional(),
};
const sort = z.enum(searchSorts).default('document');

/** What is looked for; words, a frame or a term at least. */
const SearchAsked = z.strictObject(asked);
export type SearchAsked = z.infer<typeof SearchAsked>;
const SearchTable = z.strictObject({ ...asked, sort });

/** A page of a concordance. */
export const SearchView = z.strictObject({
  lines: z.array(
    z.strictObject({
      file: z.string(),
      document: z.string(),
      passage: z.string(),
      page: z.string(),
      date: z.string().nullable(),
      institution: z.string().nullable(),
      left: z.string(),
      hit: z.string(),
      right: z.string(),
    }),
  ),
  /** Passages with hits, as far as they were counted. */
  total: z.number(),
  /** Whether there are more than `total`. */
  more: z.boolean(),
  /** Passages with hits that are left out, because only the first 10,000 hits in document order are sorted. */
  left: z.number(),
  /** What `after` says for the next page; null on the last one. */
  next: z.string().nullable(),
});
export type SearchView = z.infer<typeof SearchView>;

export const searchApi = {
  'GET /api/search': endpoint({
    summary: 'a page of the concordance of words, a frame or a term',
    input: z.strictObject({
      ...asked,
      sort,
      after: z
        .string()
        .regex(/^\d{1,9}(\.\d{1,9}){0,2}$/, 'what `next` of the page before said')
        .optional(),
    }),
    body: null,
    answer: SearchView,
  }),
  'GET /api/search/count': endpoint({
    summary: 'the passages and hits of a search; hits are null where there are more than 10,000',
    input: SearchAsked,
    body: null,
    answer: z.strictObject({ passages: z.number(), hits: z.number().nullable() }),
  }),
  'GET /api/search/terms': endpoint({
    summary: 'the terms that a search can ask for, or those of one frame',
    input: z.strictObject({ frame: name.optional() }),
    body: null,
    answer: z.strictObject({ terms: z.array(z.string()) }),
  }),
  'GET /api/search.csv': endpoint({
    summary:
      'a concordance as CSV, with pseudonyms; sorted otherwise than by document its first 10,000 lines, and how much is left out',
    input: SearchTable,
    body: null,
    answer: null,
    media: 'text/csv',
  }),
  'GET /api/search.xlsx': endpoint({
    summary: 'the same as a workbook, as far as a sheet holds it',
    input: SearchTable,
    body: null,
    answer: null,
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
};
