import { z } from 'zod';
import { actorRoles, beneficiaryClasses, mentionKinds } from '../mention.ts';
import { languages } from '../passage.ts';
import { endpoint, whole } from './endpoint.ts';
import { EvidencePassage } from './evidence.ts';

/** What documents of one institution or of some voices name, each with the passage that names it, some at a time. */
export const MentionsView = z.strictObject({
  /** What is listed, as a clause. */
  counts: z.string(),
  total: z.number(),
  /** Different ones: of actors each with each programme once, as they are counted. */
  things: z.number(),
  documents: z.number(),
  from: z.number(),
  rows: z.array(
    z.strictObject({
      /** Where it stands in the passage, in code points. */
      start: z.number(),
      end: z.number(),
      /** Where who does it stands, for words that tell what somebody does; null where the passage has no such place. */
      actor: z.strictObject({ start: z.number(), end: z.number() }).nullable(),
      note: z.string().nullable(),
      passage: EvidencePassage,
    }),
  ),
});
export type MentionsView = z.infer<typeof MentionsView>;

/** Some of a list, with commas between them. */
function some<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z
    .string()
    .max(500)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(names)));
}

/** `<theme>` or `<theme>/<category>`, with commas between them. */
const under = z
  .string()
  .max(2_000)
  .regex(/^[a-z0-9_/]+(,[a-z0-9_/]+)*$/, 'categories of the lexicon with commas between them')
  .transform((text) => text.split(','));

/** Which mentions are asked for, of an institution or of one side of a contrast, in one language and period where these are said. */
const MentionsAsked = z.strictObject({
  institution: z.string().min(1).max(2_000).optional(),
  /** Voices with commas between them. */
  voice: z.string().min(1).max(200).optional(),
  language: z.enum(languages).optional(),
  period: z.string().min(1).max(20).optional(),
  kind: some(mentionKinds),
  role: some(actorRoles).optional(),
  /** Of actors: those of these categories, or of a body of these; `against`: of these, or of no others where it is `rest`. */
  of: under.optional(),
  against: under.optional(),
  /** Whether it is those of `of` that are asked for, the others, or both. */
  side: z.enum(['of', 'against']).optional(),
  /** Whether a body counts as what the body above it is. */
  above: z.enum(['yes', 'no']).default('yes'),
  /** Of groups served: those of these classes, or all but those. */
  class: some(beneficiaryClasses).optional(),
  /** One thing by its id or its words. */
  name: z.string().min(1).max(2_000).optional(),
});
export type MentionsAsked = z.infer<typeof MentionsAsked>;

export const mentionsApi = {
  'GET /api/mentions': endpoint({
    summary:
      'who does what with whose money for whom, as documents of an institution or of some voices name it',
    input: MentionsAsked.extend({ from: whole(0, 10_000_000).default(0) }).refine(
      ({ institution, voice }) => institution !== undefined || voice !== undefined,
      'an institution or a voice',
    ),
    body: null,
    answer: MentionsView,
  }),
};
