import { z } from 'zod';
import { languages } from './passage.ts';
import { recognisers } from './recognition.ts';
import type { DocumentId, Sha256 } from './units.ts';

/** Who speaks in a document; a study may add its own in `study.yaml`. */
export const standardVoices = [
  'civil_society',
  'regional_body',
  'national_government',
  'international_organisation',
  'donor',
  'party',
  'local_government',
  'central_bank',
  'other',
] as const;

const slug = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores');
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a category code such as NEP');

/** A year, year-month or day: `2009`, `2009-05`, `2009-05-14`; a date that does not exist is refused. */
export const PartialDate = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'a year, year-month or day, such as 2009-05-14',
  )
  .refine((text) => {
    const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }, 'a date that exists');

/** A dated event that courses over time are held against; without an id it is named by its date. */
export const DatedEvent = z.strictObject({ id: slug.optional(), date: PartialDate, name: z.string().min(1) });

export const DatePrecision = z.enum(['day', 'month', 'year']);

/** Limits on one document; what exceeds one becomes a Problem of that document alone. */
export const Limits = z.strictObject({
  /** Wall-clock seconds for reading and tagging one document. */
  seconds: z.number().positive().default(60),
  /** Resident memory of the child process that reads it, in megabytes. */
  megabytes: z.int().min(128).default(1024),
  /** Size of the file. */
  bytes: z.int().positive().default(200_000_000),
  /** Length of its text in code points. */
  characters: z.int().positive().default(50_000_000),
  pages: z.int().positive().default(5_000),
  /** Bytes that an archive, such as a DOCX, may unpack to, all that is read of it together. */
  unpacked: z.int().positive().default(500_000_000),
  /** Wall-clock seconds for reading one page by OCR, granted beside `seconds` for each page that needs it. */
  ocr_seconds: z.number().positive().default(60),
});
export type Limits = z.infer<typeof Limits>;

/** How pages that have no text of their own are read. */
export const OcrSettings = z.strictObject({
  /** `auto` is the system's Tesseract where it is installed, otherwise tesseract.js; `off` leaves such pages unread. */
  engine: z.enum(['auto', ...recognisers]).default('auto'),
  /** Pixels to the inch that a page is drawn with. */
  dpi: z.int().min(72).max(600).default(200),
  /** Mean confidence of its words below which a passage is doubtful, from 0 to 100. */
  confidence: z.number().min(0).max(100).default(60),
  /** Whether doubtful passages count. */
  low: z.enum(['keep', 'exclude']).default('keep'),
});
export type OcrSettings = z.infer<typeof OcrSettings>;

/** How much is drawn at random to see how robust a contrast is. */
const RobustnessSettings = z.strictObject({
  /** Bootstrap draws for the curve and the companion intervals; 0 leaves them out. 2,000 for print. */
  replicates: z.int().min(0).default(499),
  /** Random relabellings of documents, and of institutions where these are too many to go through. */
  permutations: z.int().min(0).default(999),
  /** Lexicons of random words. */
  placebos: z.int().min(0).default(199),
});

/**
 * Which of the terms that overlap in a text count. The longest goes first: with `layer` no word counts twice in one
 * layer; with `nested` a term that lies within words that others of its layer have used is dropped, but two may share
 * a word; with `category` only terms of the same category stand in each other's way. With `all` every term counts.
 */
export const overlaps = ['layer', 'nested', 'category', 'all'] as const;
export type Overlap = (typeof overlaps)[number];

export const Settings = z.strictObject({
  /** Seed of every random draw; the same seed gives the same numbers. */
  seed: z.int().min(0).default(20140601),
  /** Length in years of the periods within which voices are compared (strata are language and period). */
  period_years: z.int().min(1).default(5),
  /** Smallest effect of interest for contrasts, as a ratio of odds. */
  smallest_effect: z.number().gt(1).default(1.5),
  overlap: z.enum(overlaps).default('layer'),
  robustness: RobustnessSettings.prefault({}),
  limits: Limits.prefault({}),
  ocr: OcrSettings.prefault({}),
});
export type Settings = z.infer<typeof Settings>;

/** What of the documents leaves the study in reports, tables and other exports. */
export const Privacy = z.strictObject({
  /** Names of persons in attendance lists, turns of speech and signatures: replaced, or left as they are. */
  names: z.enum(['pseudonyms', 'shown']).default('pseudonyms'),
  /** Longest quotation in code points from a document whose rights are blank or restricted. */
  quote_length: z.int().min(50).max(700).default(300),
});

/** `study.yaml`: what is compared, by whose voice, and under which settings. */
export const StudyFile = z.strictObject({
  title: z.string().min(1),
  description: z.string().optional(),
  /** Present where documents are made up; every report then says so first. */
  synthetic: z
    .strictObject({
      statement: z.string().min(1),
      /** CSV with the planted frames of every passage, relative to the study's folder. */
      truth: z.string().min(1).optional(),
    })
    .optional(),
  /** The two framings weighed against each other, as category codes. */
  poles: z
    .strictObject({ claimed: code, diluted: code, companion: code.optional() })
    .default({ claimed: 'NEP', diluted: 'DIL', companion: 'PE' }),
  /** The category whose terms mark a passage as being about the object. */
  object: code.default('SSE'),
  /** The voices on the two sides of the contrast. */
  contrast: z
    .strictObject({ source: z.array(slug).min(1), policy: z.array(slug).min(1) })
    .refine(({ source, policy }) => !source.some((voice) => policy.includes(voice)), 'no voice on both sides')
    .default({ source: ['civil_society'], policy: ['regional_body'] }),
  /** Voices beside the standard ones. */
  voices: z.array(slug).default([]),
  /** One name for an institution's several spellings. */
  institutions: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        voice: slug.optional(),
        aliases: z.array(z.string().min(1)).default([]),
      }),
    )
    .default([]),
  /** Events fixed in advance; where there are none, those of the claims. */
  events: z.array(DatedEvent).default([]),
  /** How many documents of a body are known to exist, such as one a meeting: only beside that does silence show anything. */
  known: z
    .array(
      z
        .strictObject({
          institution: z.string().min(1),
          documents: z.int().positive(),
          /** First and last year that the number is of; all years where neither is given. */
          from: z.int().min(1000).max(9999).optional(),
          to: z.int().min(1000).max(9999).optional(),
        })
        .refine(({ from, to }) => from === undefined || to === undefined || from <= to, 'from not after to'),
    )
    .default([]),
  /** Metadata that folders below `documents/` carry, outermost first. */
  folders: z
    .array(z.enum(['voice', 'institution', 'kind', 'language', 'ignore']))
    .default(['voice', 'institution']),
  /** Metadata that file names carry, for example `{institution}_{kind}_{date}_{language}`. */
  file_name: z.string().default('{institution}_{kind}_{date}_{language}'),
  /** Passwords of encrypted files by their path in the manifest, or by a glob over such paths; never shown. */
  passwords: z.record(z.string().min(1), z.string().min(1)).default({}),
  privacy: Privacy.prefault({}),
  settings: Settings.prefault({}),
});
export type StudyFile = z.infer<typeof StudyFile>;

/** Columns of `corpus/manifest.csv`, in the order in which we write them. */
export const manifestColumns = [
  'file',
  'title',
  'institution',
  'voice',
  'kind',
  'date',
  'date_precision',
  'language',
  'translation_of',
  'version_of',
  'body',
  'lead_ministry',
  'url',
  'rights',
] as const;

const text = z
  .string()
  .transform((value) => value.replace(/\s+/g, ' ').trim())
  .transform((value) => (value === '' ? null : value));

/** One row of a manifest; an empty cell is null. A value that does not fit its column is a Problem. */
export const ManifestRow = z.object({
  file: z.string().min(1),
  title: text,
  institution: text,
  voice: text,
  kind: text,
  date: z.union([z.literal('').transform(() => null), PartialDate]),
  date_precision: z.union([z.literal('').transform(() => null), DatePrecision]),
  language: z.union([z.literal('').transform(() => null), z.enum(languages)]),
  translation_of: text,
  version_of: text,
  body: text,
  lead_ministry: text,
  url: text,
  rights: text,
});
export type ManifestRow = z.infer<typeof ManifestRow>;

/** What is known of a source beside its text. */
export type Metadata = Omit<ManifestRow, 'file'>;

/** A file of the corpus with its metadata, before and after it has been read. */
export type Source = Metadata & {
  /** Path as the manifest gives it, with forward slashes: unique, and the order of every table. */
  readonly file: string;
  /** Null where the file could not be read. */
  readonly hash: Sha256 | null;
  readonly document: DocumentId | null;
  readonly bytes: number;
};

/** What statistics need of a source. */
export type Described = Pick<Source, 'file' | 'institution' | 'voice' | 'kind' | 'date'>;

/** The year of a date, and .5 for its second half: a date without a month is in the first half of its year. */
export function halfYearOf(date: string): number {
  return Number(date.slice(0, 4)) + (Number(date.slice(5, 7)) > 6 ? 0.5 : 0);
}

/** The period of a date, `2010-2014` for five-year periods, or `undated`. */
export function periodOf(date: string | null, years: number): string {
  if (date === null) return 'undated';
  const year = Number(date.slice(0, 4));
  const first = Math.floor(year / years) * years;
  return years === 1 ? String(first) : `${first}-${first + years - 1}`;
}
