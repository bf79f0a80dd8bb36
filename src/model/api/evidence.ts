import { z } from 'zod';
import { Contest, Contesting } from '../contest.ts';
import { CategoryCode } from '../lexicon.ts';
import { languages, zones } from '../passage.ts';
import { groupings } from '../profile.ts';
import { PassageView } from './documents.ts';
import { endpoint, nothing, whole } from './endpoint.ts';

/** A passage with its tags and the document that it stands in. */
export const EvidencePassage = z.strictObject({
  ...PassageView.shape,
  document: z.string(),
  file: z.string(),
  title: z.string().nullable(),
  institution: z.string().nullable(),
  date: z.string().nullable(),
});
export type EvidencePassage = z.infer<typeof EvidencePassage>;

/** The passages behind one cell of a profile, some at a time. */
export const EvidenceView = z.strictObject({
  /** What is counted, as a clause. */
  counts: z.string(),
  /** As many as the cell says. */
  total: z.number(),
  documents: z.number(),
  from: z.number(),
  passages: z.array(EvidencePassage),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

function codesIn(text: string): boolean {
  const codes = text.split(',');
  return codes.length <= 4 && codes.every((code) => CategoryCode.safeParse(code).success);
}

/** A year, or with .5 its second half. */
const year = z.coerce.number().pipe(z.number().min(0).max(10_000).multipleOf(0.5));

const shown = Contest.omit({ act: true });

/** What people said against tags, some at a time, with where each stands and what has become of its tag since. */
export const ContestsView = z.strictObject({
  /** How many there are, and how many of them are as was asked. */
  all: z.number(),
  total: z.number(),
  from: z.number(),
  people: z.array(z.strictObject({ name: z.string(), notes: z.number() })),
  rows: z.array(
    z.strictObject({
      ...shown.shape,
      document: z.string(),
      /** Null where the index holds the passage no longer. */
      file: z.string().nullable(),
      title: z.string().nullable(),
      institution: z.string().nullable(),
      page: z.string().nullable(),
      /** Whether the tag counts as it did, otherwise, or is there no more, alone or with its passage. */
      since: z.enum(['same', 'otherwise', 'no_tag', 'no_passage']),
    }),
  ),
});
export type ContestsView = z.infer<typeof ContestsView>;

export const evidenceApi = {
  'GET /api/evidence': endpoint({
    summary: 'the passages behind a cell of a profile, in the order of file and place',
    input: z.strictObject({
      by: z.enum(groupings),
      key: z.string().min(1).max(2_000),
      /** A code, or up to four with commas between them: passages with any of them. */
      code: z.string().refine((text) => codesIn(text), 'codes of categories with commas between them'),
      voice: z.string().min(1).max(200).optional(),
      language: z.enum(languages).optional(),
      period: z.string().min(1).max(20).optional(),
      zone: z.enum(zones).optional(),
      since: year.optional(),
      until: year.optional(),
      from: whole(0, 10_000_000).default(0),
    }),
    body: null,
    answer: EvidenceView,
  }),
  'GET /api/contests': endpoint({
    summary: 'what people said against tags, of one passage or of one document, oldest first',
    input: z.strictObject({
      of: z.string().regex(/^[0-9a-f]{16}(-[0-9a-f]{12})?$/, 'the id of a document or passage'),
    }),
    body: null,
    answer: z.strictObject({ contests: z.array(shown) }),
  }),
  'GET /api/contests/all': endpoint({
    summary: 'all that people said against tags, the newest first, some at a time',
    input: z.strictObject({
      words: z.string().max(200).optional(),
      by: z.string().min(1).max(80).optional(),
      from: whole(0, 10_000_000).default(0),
    }),
    body: null,
    answer: ContestsView,
  }),
  'POST /api/contests': endpoint({
    summary: 'says against a tag; it is kept as a line of codings/contests.jsonl and changes no count',
    input: nothing,
    body: Contesting,
    answer: shown,
  }),
};
