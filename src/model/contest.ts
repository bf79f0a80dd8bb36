import { z } from 'zod';

/** What somebody says against a tag. Both texts are theirs: they are shown as text, and never read as anything else. */
const said = (longest: number) => z.string().trim().min(1).max(longest);

/** A tag as it is named from outside: its passage, its span in code points of that passage, and its term. */
const place = {
  passage: z.string().regex(/^[0-9a-f]{16}-[0-9a-f]{12}$/, 'a passage id'),
  start: z.int().min(0),
  end: z.int().min(1),
  term: z.string().min(1).max(300),
};

/** A contest as somebody hands it in: which tag, what is wrong with it, and who says so. */
export const Contesting = z.strictObject({ ...place, note: said(2_000), by: said(80) });
export type Contesting = z.infer<typeof Contesting>;

/**
 * One line of `codings/contests.jsonl`: somebody holds a tag to be wrong. Changes no count and is never changed afterwards;
 * it is kept with what the tag was then, since lexicons change.
 */
export const Contest = z.strictObject({
  at: z.iso.datetime(),
  act: z.literal('contest'),
  ...place,
  surface: z.string(),
  category: z.string(),
  /** Why it did not count then; null for one that did. */
  blocked: z.string().nullable(),
  lexicon: z.string(),
  note: said(2_000),
  by: said(80),
});
export type Contest = z.infer<typeof Contest>;
