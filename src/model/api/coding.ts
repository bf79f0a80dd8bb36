import { z } from 'zod';
import { origins, roles, slug } from '../coding.ts';
import { longestNote } from '../note.ts';
import { endpoint, nothing } from './endpoint.ts';

const role = z.enum(roles);
const ofSample = z.strictObject({ sample: slug });
const asSomebody = z.strictObject({ sample: slug, coder: slug, role: role.default('coder') });
const item = z.string().min(1).max(40);

/** One question of a sample with the answers that can be given, in the order of their keys. */
const ColumnView = z.strictObject({
  code: z.string(),
  title: z.string(),
  definition: z.string(),
  /** Whether it asks for the object, without which no category can be there. */
  isObject: z.boolean(),
  /** Whether it asks for the presence of a category, and not a question of its own. */
  isCategory: z.boolean(),
  answers: z.array(z.strictObject({ value: z.string(), label: z.string() })),
});
export type ColumnView = z.infer<typeof ColumnView>;

/** How far somebody has come. */
const CoderView = z.strictObject({
  coder: z.string(),
  role,
  origin: z.enum(origins),
  /** Passages to code or to decide, those that are coded whole, and those with a `?`. */
  items: z.number(),
  done: z.number(),
  unsure: z.number(),
});
export type CoderView = z.infer<typeof CoderView>;

const SampleView = z.strictObject({
  sample: z.string(),
  /** The sample that this one adds to. */
  extends: z.string().nullable(),
  columns: z.array(ColumnView),
  items: z.number(),
  /** Passages that two people or more are to code. */
  double: z.number(),
  coders: z.array(CoderView),
  /** Passages on which coders differ or could not tell, and those of them that are decided. */
  contested: z.number(),
  decided: z.number(),
});
export type SampleView = z.infer<typeof SampleView>;

const SamplesView = z.strictObject({ samples: z.array(SampleView) });
export type SamplesView = z.infer<typeof SamplesView>;

const InstructionsView = z.strictObject({
  sections: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()) })),
});
export type InstructionsView = z.infer<typeof InstructionsView>;

const ItemsView = z.strictObject({
  sample: z.string(),
  coder: z.string(),
  role,
  columns: z.array(ColumnView),
  /** In an order of the coder's own. */
  items: z.array(z.strictObject({ item: z.string(), done: z.boolean(), unsure: z.boolean() })),
});
export type ItemsView = z.infer<typeof ItemsView>;

const codes = z.record(z.string(), z.string());

const ItemView = z.strictObject({
  item: z.string(),
  /** As coders see it; null where the corpus holds the passage no longer. */
  text: z.string().nullable(),
  language: z.string(),
  /** What whoever asks has said of it so far. */
  codes,
  note: z.string(),
  /** What the others said, for whoever decides; null for a coder. */
  votes: z
    .array(z.strictObject({ coder: z.string(), role, origin: z.enum(origins), codes, note: z.string() }))
    .nullable(),
});
export type ItemView = z.infer<typeof ItemView>;

/** What somebody says of a passage: the columns that are left out have not been coded yet. */
const Saying = z.strictObject({
  coder: slug,
  role,
  codes: z.record(z.string().max(40), z.string().max(40)),
  note: z.string().max(longestNote).default(''),
});
export type Saying = z.infer<typeof Saying>;

const SavedView = z.strictObject({ item: z.string(), codes, note: z.string(), done: z.boolean() });
export type SavedView = z.infer<typeof SavedView>;

const Estimate = z.strictObject({
  value: z.number().nullable(),
  interval: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
  /** Why there is no value. */
  reason: z.string().nullable(),
});

const AgreementView = z.strictObject({
  /** The samples that are one draw with this one, itself included. */
  samples: z.array(z.string()),
  /** Whether simulated codings are among those that are compared. */
  simulated: z.boolean(),
  columns: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      /** Passages with the codes of two coders or more. */
      passages: z.number(),
      coders: z.number(),
      alpha: Estimate,
      kappa: Estimate,
    }),
  ),
});
export type AgreementView = z.infer<typeof AgreementView>;

export const codingApi = {
  'GET /api/samples': endpoint({
    summary: 'the samples that are coded: what is asked, by whom, and how far everybody has come',
    input: nothing,
    body: null,
    answer: SamplesView,
  }),
  'GET /api/samples/:sample/instructions': endpoint({
    summary: 'how to code a sample, with what belongs to each category and what does not',
    input: z.strictObject({ sample: slug, role: role.default('coder') }),
    body: null,
    answer: InstructionsView,
  }),
  'GET /api/samples/:sample/items': endpoint({
    summary: 'the passages that somebody is to code or decide, by opaque id, without their texts',
    input: asSomebody,
    body: null,
    answer: ItemsView,
  }),
  'GET /api/samples/:sample/items/:item': endpoint({
    summary: 'one passage as a coder sees it, with what the coder has said of it',
    input: asSomebody.extend({ item }),
    body: null,
    answer: ItemView,
  }),
  'POST /api/samples/:sample/items/:item': endpoint({
    summary: 'adds what somebody says of a passage to the codings',
    input: ofSample.extend({ item }),
    body: Saying,
    answer: SavedView,
    longest: 16_000,
  }),
  'GET /api/samples/:sample/agreement': endpoint({
    summary: 'how far coders agree so far, by what is coded',
    input: ofSample,
    body: null,
    answer: AgreementView,
  }),
};
