import { z } from 'zod';
import { layers, TermEntry, TermStatus } from '../lexicon.ts';
import { lexiconLanguages } from '../passage.ts';
import { endpoint, nothing } from './endpoint.ts';

const language = z.enum(lexiconLanguages);
const termId = z.string().min(1).max(200);

const read = z.strictObject({ passages: z.number(), right: z.number(), precision: z.number() }).nullable();

/** A term as a row: what it is, how often it was found, and how often readers agreed with it. */
export const TermRow = z.strictObject({
  term: termId,
  theme: z.string(),
  category: z.string(),
  language,
  pattern: z.string(),
  status: TermStatus,
  /** Hits that count and that something blocks, as the index was tagged; null of a mask or a cue, which are never tagged. */
  hits: z.number().nullable(),
  blocked: z.number().nullable(),
  /** Passages that people read in which it counts, those of them that carry its frame, and the share; null where none was read. */
  read,
});
export type TermRow = z.infer<typeof TermRow>;

const byName = z.array(z.strictObject({ name: z.string(), hits: z.number() }));

/** The lexicon of a study: its themes with what is found of each, and all of its terms. */
export const LexiconView = z.strictObject({
  hash: z.string(),
  /** Whether the study has a lexicon of its own; false where it uses the one that comes with the program. */
  own: z.boolean(),
  /** Whether the index was tagged with it; null where nothing was run yet. */
  current: z.boolean().nullable(),
  themes: z.array(
    z.strictObject({
      theme: z.string(),
      file: z.string(),
      label: z.string(),
      layer: z.enum(layers),
      categories: z.array(
        z.strictObject({
          category: z.string(),
          definition: z.string(),
          include: z.string().nullable(),
          exclude: z.string().nullable(),
          matches: z.array(z.strictObject({ language, sentence: z.string() })),
          rejects: z.array(z.strictObject({ language, sentence: z.string() })),
        }),
      ),
      /** Null of masks and cues, which are never tagged. */
      coverage: z
        .strictObject({
          terms: z.number(),
          unseen: z.number(),
          hits: z.number(),
          /** Share of its hits that its ten most frequent terms have; null without hits. */
          topTen: z.number().nullable(),
          /** Passages that people read of its terms, taken together. */
          read,
          languages: byName,
          institutions: byName,
          zones: byName,
        })
        .nullable(),
    }),
  ),
  terms: z.array(TermRow),
  /** Terms with readings that the lexicon no longer has as they were read. */
  stale: z.number(),
});
export type LexiconView = z.infer<typeof LexiconView>;

/** One term with all that is written of it, to be read and to be edited. */
export const TermView = z.strictObject({
  row: TermRow,
  label: z.string(),
  definition: z.string(),
  file: z.string(),
  line: z.number(),
  /** Hash of its file as it was read: a change is refused where the file is another by then. */
  hash: z.string(),
  own: z.boolean(),
  entry: TermEntry,
  author: z.string().nullable(),
  date: z.string().nullable(),
  /** Its rules in words, those of its category included. */
  rules: z.array(z.string()),
  /** Its hits that do not count by what blocks them, the most frequent first; those that are denied can be searched. */
  blocked: z.array(z.strictObject({ words: z.string(), hits: z.number(), isDenied: z.boolean() })),
  readings: z.array(
    z.strictObject({
      frame: z.string(),
      passages: z.number(),
      right: z.number(),
      precision: z.number().nullable(),
      measured: z.string(),
      source: z.string(),
    }),
  ),
});
export type TermView = z.infer<typeof TermView>;

/** A change of one line of the lexicon: another entry in its place, a new one, or none. */
export const Draft = z.strictObject({
  theme: z.string().min(1).max(100),
  category: z.string().min(1).max(100),
  language,
  /** The term that is changed or taken out; null of a new one. */
  term: termId.nullable(),
  /** Null where the term is taken out. */
  entry: TermEntry.nullable(),
});
export type Draft = z.infer<typeof Draft>;

/** A place that a draft gains or loses. */
export const DraftLine = z.strictObject({
  category: z.string(),
  term: z.string(),
  document: z.string(),
  passage: z.string(),
  file: z.string(),
  page: z.string(),
  left: z.string(),
  hit: z.string(),
  right: z.string(),
});
export type DraftLine = z.infer<typeof DraftLine>;

/** What a draft would change: hits by category, the first of them as they stand, or why it cannot be. */
export const PreviewView = z.strictObject({
  /** In the words of whoever checks a lexicon; counted is all the same where they are only of example sentences. */
  faults: z.array(z.string()),
  /** Passages of the index, and those that were looked at before time ran out. */
  passages: z.number(),
  looked: z.number(),
  changes: z.array(
    z.strictObject({
      category: z.string(),
      gained: z.number(),
      lost: z.number(),
      passagesGained: z.number(),
      passagesLost: z.number(),
    }),
  ),
  gained: z.array(DraftLine),
  lost: z.array(DraftLine),
});
export type PreviewView = z.infer<typeof PreviewView>;

/** What a saved draft left: the term under its id, which follows from its pattern; null where it was taken out. */
export const Saved = z.strictObject({ term: termId.nullable(), file: z.string() });
export type Saved = z.infer<typeof Saved>;

export const lexiconApi = {
  'GET /api/lexicon': endpoint({
    summary: 'the lexicon: themes, categories and terms, how much of it is found, and how precise terms were',
    input: nothing,
    body: null,
    answer: LexiconView,
  }),
  'GET /api/lexicon/term': endpoint({
    summary: 'one term of the lexicon with its rules, its sentences and its readings',
    input: z.strictObject({ term: termId }),
    body: null,
    answer: TermView,
  }),
  'POST /api/lexicon/preview': endpoint({
    summary: 'the hits that a changed, new or removed term gains and loses; nothing is written',
    input: nothing,
    body: Draft,
    answer: PreviewView,
  }),
  'PUT /api/lexicon/term': endpoint({
    summary:
      'writes a changed, new or removed term into its YAML file, where the whole lexicon is sound with it',
    input: nothing,
    body: z.strictObject({
      draft: Draft,
      /** Hash of the file as it was read; null where none was. */
      hash: z.string().max(64).nullable(),
    }),
    answer: Saved,
  }),
  'POST /api/lexicon/own': endpoint({
    summary:
      'copies the lexicon of the program into a study without one of its own, so that it can be edited',
    input: nothing,
    body: nothing,
    answer: z.strictObject({ folder: z.string() }),
  }),
};
