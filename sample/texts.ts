import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { lexiconLanguages } from '../src/model/passage.ts';

/** Frames that the sample plants, by the protocol's codes. */
export const frames = ['NEP', 'PE', 'ADD', 'INT', 'SOC', 'ECON'] as const;
export type Frame = (typeof frames)[number];

/** What a document is, as the manifest says it. */
export const kinds = ['declaration', 'article', 'programme', 'decision', 'minutes'] as const;
export type Kind = (typeof kinds)[number];

const lines = z.array(z.string()).min(1);
/** Sentences fit for any text, for minutes, and for the articles of a decision. */
const Registers = z.strictObject({ text: lines, meeting: lines, act: lines });
const weights = z.partialRecord(z.enum(frames), z.number().min(0).max(1));
const Language = z.enum(lexiconLanguages);

const Form = z.strictObject({
  titles: lines,
  headings: lines,
  close: z.string(),
  seen: z.string().optional(),
  article: z.string().optional(),
  items: lines.optional(),
  opened: z.string().optional(),
});

const leads = [
  'declaration',
  'ministers',
  'recital',
  'operative',
  'programme',
  'article',
  'assembly',
] as const;

/** `texts/<language>.yaml`: the clauses that passages are assembled from. */
export const Texts = z.strictObject({
  slots: z.strictObject({
    sse: lines,
    coops: lines,
    programme: lines,
    small: lines,
    month: lines.length(12),
  }),
  frames: z.record(z.enum(frames), z.strictObject({ term: lines, paraphrase: lines.optional() })),
  decoys: z.strictObject({ NEP: lines, PE: lines, ADD: lines }),
  neutral: z.strictObject({
    object: Registers,
    plain: Registers,
  }),
  /** Who carries a programme out and with whose money: about the object, without frame. */
  carried: z.strictObject({
    text: z.string(),
    body: z.strictObject({ social: lines, economic: lines }),
    money: z.strictObject({ public: z.string(), donor: z.string(), own: z.string() }),
  }),
  /** Says more about the sentence before it, without object or frame. */
  support: lines,
  /** Names the social market economy, which no lexicon may take for its object. */
  trap: z.string(),
  joins: lines,
  recital_joins: z.tuple([z.string(), z.string()]),
  turns: lines,
  leads: z.record(z.enum([...leads, 'delegates', 'agreements']), lines),
  women: lines,
  men: lines,
  numbering: z.string(),
  page: z.string(),
  nav: lines,
  aside: z.string(),
  imprint: z.string(),
  footnotes: lines,
  kinds: z.record(z.enum(kinds), Form),
  date: z.string(),
});
export type Texts = z.infer<typeof Texts>;

const names = z.strictObject({ es: z.string(), pt: z.string(), en: z.string() });
const share = z.number().min(0).max(1);

/** One publisher and the chances that govern what its documents say. */
const Institution = z.strictObject({
  slug: z.string().regex(/^[a-z-]+$/),
  voice: z.string(),
  /** The language of its canonical name. */
  first: Language,
  acronym: z.string(),
  names,
  organ: names.optional(),
  seat: z.string(),
  nep: share,
  trend: z.number(),
  pe: share,
  other: weights,
  documents: z.array(z.string().regex(/^\d{4} (es|pt|en)$/)).optional(),
});
export type Institution = z.infer<typeof Institution>;

/** `institutions.yaml`: who publishes, and what is settled by hand. */
export const Publishers = z.strictObject({
  places: lines,
  countries: lines,
  voices: z.record(
    z.string(),
    z.strictObject({
      kinds: z.array(z.enum(kinds)).min(1),
      unsaid: z.strictObject({ NEP: share, other: share }),
      decoys: z.strictObject({ NEP: share, PE: share, ADD: share }),
      /** Share of programmes that a social ministry carries out, and whose money they have. */
      carried: z.strictObject({ social: share, public: share, donor: share, own: share }),
    }),
  ),
  institutions: z.array(Institution).min(1),
  settled: z.array(
    z.strictObject({
      slug: z.string(),
      period: z.int(),
      language: Language,
      kind: z.enum(kinds),
      date: z.string(),
      form: z.enum(['pdf', 'columns', 'docx', 'html', 'txt']),
      listed: z.boolean(),
    }),
  ),
});
export type Publishers = z.infer<typeof Publishers>;

/** Reads who publishes. */
export function readPublishers(): Publishers {
  return Publishers.parse(readYaml('institutions.yaml'));
}

/** Reads the clauses of one language. */
export function readTexts(language: z.infer<typeof Language>): Texts {
  return Texts.parse(readYaml(`texts/${language}.yaml`));
}

function readYaml(path: string): unknown {
  return parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
