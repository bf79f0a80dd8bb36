import { z } from 'zod';
import { languages } from './passage.ts';
import type { Observation } from './profile.ts';
import { type DocumentId, type PassageId, passageId } from './units.ts';

/** Whose judgement a coding is. Only a person's may correct a lexicon; `simulated` stands for people in a made-up study. */
export const origins = ['human', 'machine', 'simulated'] as const;
export type Origin = (typeof origins)[number];

/** Whether somebody codes, or decides where coders differ. */
export const roles = ['coder', 'adjudicator'] as const;
export type Role = (typeof roles)[number];

/**
 * What a lexicon says of a passage with regard to the two poles: the claimed one alone, the diluted one alone, both, the
 * object with neither, no object at all.
 */
export const patterns = ['claimed', 'diluted', 'both', 'anchor', 'neither'] as const;
export type Pattern = (typeof patterns)[number];

/** Patterns without a hit of either pole: what a lexicon misses is found only there. */
export const nonHits: ReadonlySet<Pattern> = new Set<Pattern>(['anchor', 'neither']);

/** The sides of a contrast that passages are drawn from. */
export const sides = ['source', 'policy'] as const;
export type SideName = (typeof sides)[number];

/** Names samples, coders and folders alike: safe as a file name everywhere. */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'lower-case letters, digits, - and _, a letter first');

/** What is coded of every passage: a category with 1, 0 or ?, or a question of its own with its answers. */
export const CodingColumn = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a category code such as NEP'),
  /** `?` is always allowed and stands for: I cannot tell. */
  values: z.array(z.string().min(1)).min(2),
  /** True of what is asked whether or not a passage is about the object. */
  alone: z.literal(true).optional(),
});
export type CodingColumn = z.infer<typeof CodingColumn>;

/**
 * Passages that are alike for the draw: those of one pattern, side and language. Of documents that are drawn whole the
 * pattern is `claimed` where the program finds in them what hypotheses ask of a document and `neither` where it does not;
 * `both` and `anchor` are the same of documents of institutions that a hypothesis names.
 */
export const SampleStratum = z.strictObject({
  side: z.enum(sides),
  pattern: z.enum(patterns),
  language: z.enum(languages),
  /** Passages (or documents) of the corpus in it, and those drawn so far, earlier draws that this one extends included. */
  size: z.int().min(1),
  drawn: z.int().min(0),
});
export type SampleStratum = z.infer<typeof SampleStratum>;

/** `codings/<sample>/design.json`: how a sample was drawn. */
export const SampleDesign = z.strictObject({
  sample: slug,
  /** The sample that this one adds to; together they are one draw. */
  extends: slug.nullable(),
  /** Documents with all their passages; single passages where left out. */
  unit: z.literal('documents').optional(),
  drawnAt: z.iso.datetime(),
  seed: z.int().min(0),
  lexicon: z.string(),
  /** Digest of the passages that could be drawn. */
  population: z.string(),
  columns: z.array(CodingColumn).min(1),
  /** The column that says whether a passage is about the object at all. */
  object: z.string(),
  coders: z.array(slug).min(1),
  /** Drawn for simulated coders: no coding of it is ever a person's. */
  simulated: z.literal(true).optional(),
  strata: z.array(SampleStratum).min(1),
});
export type SampleDesign = z.infer<typeof SampleDesign>;

/** A row of `codings/<sample>/key.csv`: what an opaque id stands for. Never shown to coders. */
export const SampleKey = z.object({
  item: z.string().min(1),
  document: z.string().transform((id) => id as DocumentId),
  passage: z
    .string()
    .regex(/^[0-9a-f]{16}-[0-9a-f]{12}$/, 'a passage id')
    .transform(passageId),
  file: z.string(),
  side: z.enum(sides),
  pattern: z.enum(patterns),
  language: z.enum(languages),
  /** Chance that the draw took it, above 0 and up to 1. */
  probability: z.coerce.number().gt(0).max(1),
  /** Who was given it. */
  coders: z
    .string()
    .min(1)
    .transform((names): readonly string[] => names.split(' ')),
  /** Digest of the text as coders see it. */
  text: z.string(),
});
export type SampleKey = Readonly<z.infer<typeof SampleKey>>;

/** A sample as it lies in a study. */
export type Sample = { readonly design: SampleDesign; readonly keys: readonly SampleKey[] };

/** One line of `codings/codings.jsonl`: what somebody said of a passage, and when it came in. Never changed afterwards. */
export const CodingAct = z.strictObject({
  at: z.iso.datetime(),
  act: z.literal('code'),
  origin: z.enum(origins),
  role: z.enum(roles),
  coder: slug,
  sample: slug,
  item: z.string(),
  passage: z.string(),
  /** A value of the column, or ?; columns that are left out have not been coded yet. */
  codes: z.record(z.string(), z.string()),
  note: z.string().optional(),
  /** The file it came in. */
  from: z.string(),
});
export type CodingAct = z.infer<typeof CodingAct>;

/** Share of passages that two people code, and the fewest, where there are as many. */
export const doubleShare = 0.2;
export const fewestDouble = 100;

/** `?` on a sheet: the coder cannot tell. */
export const unsure = '?';

/** A passage with what people finally say of it, for the correction of a lexicon's errors. */
export type CodedPassage = {
  readonly sample: string;
  readonly item: string;
  readonly document: DocumentId;
  readonly passage: PassageId;
  readonly file: string;
  readonly side: SideName;
  readonly pattern: Pattern;
  readonly language: SampleStratum['language'];
  /**
   * Chance of being drawn and coded: that of the draw, times the share of its stratum that has been coded. Sheets are
   * shuffled, so that what is coded of one is itself a random part of it.
   */
  readonly probability: number;
  /** 1 where a category is present in a passage about the object, else 0; unions of categories included. */
  readonly truth: Readonly<Record<string, 0 | 1>>;
  /** The same as the lexicon has it. */
  readonly predicted: Readonly<Record<string, 0 | 1>>;
  readonly origin: Origin;
};

/** A document that people have coded whole: what they finally say of it. */
export type CodedDocument = {
  readonly sample: string;
  readonly document: DocumentId;
  readonly file: string;
  readonly side: SideName;
  readonly pattern: Pattern;
  /** Chance of being drawn and coded whole: that of the draw, times the share of its stratum that has been coded. */
  readonly probability: number;
  /** 1 where one of its passages is so coded, else 0; the object's column says whether it is about the object. */
  readonly truth: Readonly<Record<string, 0 | 1>>;
  readonly origin: Origin;
};

/** A table that a coder fills in, and what it says of how. */
export type CodingSheet = {
  readonly sample: string;
  readonly coder: string;
  readonly role: Role;
  readonly columns: readonly (CodingColumn & { readonly title: string; readonly hint: string })[];
  readonly rows: readonly {
    readonly item: string;
    readonly text: string;
    /** What coders said, for whoever decides between them; null on a coder's own sheet. */
    readonly said: string | null;
  }[];
  readonly instructions: readonly Instruction[];
};

/** A heading with its paragraphs. */
export type Instruction = { readonly title: string; readonly lines: readonly string[] };

/** The columns of a sheet that are no codes, in their order; codes stand between `text` and `note`. */
export const sheetColumns = {
  item: 'item',
  text: 'text',
  said: 'said',
  note: 'note',
  coder: 'coder',
  role: 'role',
  sample: 'sample',
} as const;

/** A row of a sheet that came back, with cells by the name of their column in lower case. */
export type SheetRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

/** Why an estimate cannot be corrected by codings. */
export type CorrectionReason =
  /** Nobody has coded anything yet. */
  | 'no_codings'
  /** Passages of one stratum had no chance to be coded. */
  | 'stratum_uncoded'
  /** Documents were added, changed or taken out after the draw: nothing of them had a chance to be coded. */
  | 'population_changed'
  /** The category is in no column of the sample. */
  | 'not_coded'
  /** What is left of a category after correction is nothing or less: too few were coded to say how much there is. */
  | 'correction_unstable';

/** Totals corrected for a lexicon's errors, by what people coded. */
export type Correction = {
  /** Null where it can be used. */
  readonly reason: Exclude<CorrectionReason, 'correction_unstable' | 'not_coded'> | null;
  /** Each institution's passages with a category, as the lexicon counts them and corrected. */
  readonly totals: readonly {
    readonly side: SideName;
    readonly institution: string | null;
    readonly code: string;
    readonly uncorrected: number;
    readonly corrected: number;
    readonly reason: Extract<CorrectionReason, 'correction_unstable'> | null;
  }[];
  /** Passages with final codes on each side, and those of them without a hit. */
  readonly coded: Readonly<Record<SideName, { readonly passages: number; readonly withoutHit: number }>>;
  /**
   * The observation with its counts of coded categories, and with its object passages, in corrected numbers, which are
   * no whole numbers and may be below 0. One of a voice that is not compared stays as it is.
   */
  readonly apply: (observation: Observation) => Observation;
  /** Whether a category can be corrected: coded, or made up wholly of such as are. */
  readonly covers: (code: string) => boolean;
};
