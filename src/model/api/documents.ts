import { z } from 'zod';
import { forms, languages, zones } from '../passage.ts';
import { mostPassages, pageWidths } from '../reader.ts';
import { endpoint, nothing, whole } from './endpoint.ts';

const document = z.string().regex(/^[0-9a-f]{16}$/, 'the id of a document');
const passage = z.string().regex(/^[0-9a-f]{16}-[0-9a-f]{12}$/, 'the id of a passage');

/** A file of the corpus as a row: what it is, how much was read of it, and what was wrong with it, in words. */
export const DocumentRow = z.strictObject({
  file: z.string(),
  /** Null where nothing could be read, so that there is nothing to open. */
  document: z.string().nullable(),
  title: z.string().nullable(),
  institution: z.string().nullable(),
  voice: z.string().nullable(),
  kind: z.string().nullable(),
  date: z.string().nullable(),
  language: z.string().nullable(),
  format: z.string().nullable(),
  pages: z.number(),
  passages: z.number(),
  objectPassages: z.number(),
  status: z.enum(['ok', 'partial', 'failed']),
  problems: z.array(z.string()),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

/** A document as the reader opens it: what it is, its pages and headings, and where frames stand in it. */
export const DocumentView = z.strictObject({
  row: DocumentRow,
  /** Whether it has pages that can be drawn; what has none is shown as text alone. */
  printed: z.boolean(),
  /** Printed labels of its pages, or their places counted from 1, in order. */
  labels: z.array(z.string()),
  passages: z.number(),
  /** The first passage that begins on each page; null for a page where none does. */
  firsts: z.array(z.number().nullable()),
  outline: z.array(
    z.strictObject({ ordinal: z.number(), level: z.number(), text: z.string(), page: z.number() }),
  ),
  /** Stretches of passages in one zone, in order. */
  zones: z.array(z.strictObject({ zone: z.enum(zones), from: z.number(), to: z.number() })),
  /** Passages about the object in which frames count, with their codes; the order is that of the document. */
  marks: z.array(
    z.strictObject({ ordinal: z.number(), passage, page: z.number(), codes: z.array(z.string()) }),
  ),
});
export type DocumentView = z.infer<typeof DocumentView>;

/** A place of a term as the reader marks it; `start` and `end` count code points of the passage's text. */
export const TagView = z.strictObject({
  start: z.number(),
  end: z.number(),
  term: z.string(),
  category: z.string(),
  layer: z.string(),
  /** Why it does not count; null where it does. */
  blocked: z.string().nullable(),
});
export type TagView = z.infer<typeof TagView>;

/** A passage as it is read. */
export const PassageView = z.strictObject({
  passage,
  ordinal: z.number(),
  form: z.enum(forms),
  level: z.number().nullable(),
  zone: z.enum(zones),
  language: z.enum(languages),
  speaker: z.string().nullable(),
  section: z.array(z.string()),
  /** Place of the page where it begins, from 0, and how a reader cites it. */
  page: z.number(),
  cited: z.string(),
  text: z.string(),
  /** How sure OCR is of it, from 0 to 100; null for text of the file itself. */
  confidence: z.number().nullable(),
  tags: z.array(TagView),
});
export type PassageView = z.infer<typeof PassageView>;

/** A place where the words of a term stand, with what became of it in words. */
export const SightingView = z.strictObject({
  start: z.number(),
  end: z.number(),
  surface: z.string(),
  term: z.string(),
  pattern: z.string(),
  category: z.string(),
  layer: z.string(),
  why: z.string(),
  evidence: z.string(),
  fate: z.string(),
  words: z.string(),
  polarity: z.string().nullable(),
  voice: z.string().nullable(),
});
export type SightingView = z.infer<typeof SightingView>;

/** Why a passage has the tags that it has. */
export const ExplanationView = z.strictObject({
  document: z.string(),
  file: z.string(),
  passage: PassageView,
  sightings: z.array(SightingView),
  /** Whether the tags were made by the lexicon as it is now. */
  current: z.boolean(),
});
export type ExplanationView = z.infer<typeof ExplanationView>;

const rectangle = z.strictObject({
  left: z.number(),
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
});

/** Where the passages and tags of a page stand on it, in points from its upper left corner. */
export const PageBoxes = z.strictObject({
  width: z.number(),
  height: z.number(),
  passages: z.array(
    z.strictObject({
      passage,
      ordinal: z.number(),
      boxes: z.array(rectangle),
      tags: z.array(z.strictObject({ ...TagView.shape, boxes: z.array(rectangle) })),
    }),
  ),
});
export type PageBoxes = z.infer<typeof PageBoxes>;

const ofDocument = z.strictObject({ document });
const page = whole(0, 100_000);
const width = z.coerce.number().pipe(z.literal([...pageWidths]));

export const documentsApi = {
  'GET /api/documents': endpoint({
    summary: 'the ingest table: every file of the corpus, and what became of it',
    input: nothing,
    body: null,
    answer: z.strictObject({ rows: z.array(DocumentRow) }),
  }),
  'GET /api/documents/:document': endpoint({
    summary: 'a document with its pages, its headings, and where frames stand in it',
    input: ofDocument,
    body: null,
    answer: DocumentView,
  }),
  'GET /api/documents/:document/passages': endpoint({
    summary: 'some passages of a document in order, with the tags that count and those that do not',
    input: z.strictObject({
      document,
      from: whole(0, 10_000_000).default(0),
      count: whole(1, mostPassages).default(100),
    }),
    body: null,
    answer: z.strictObject({ from: z.number(), total: z.number(), passages: z.array(PassageView) }),
  }),
  'GET /api/documents/:document/pages/:page': endpoint({
    summary: 'a page of a document as it is printed, in grey',
    input: z.strictObject({ document, page, width: width.default(960) }),
    body: null,
    answer: null,
    media: 'image/png',
  }),
  'GET /api/documents/:document/pages/:page/boxes': endpoint({
    summary: 'where the passages and tags of a page stand on it',
    input: z.strictObject({ document, page }),
    body: null,
    answer: PageBoxes,
  }),
  'GET /api/passages/:passage/place': endpoint({
    summary: 'where a passage stands: its document, its place in it, and the page where it begins',
    input: z.strictObject({ passage }),
    body: null,
    answer: z.strictObject({ passage, document, ordinal: z.number(), page: z.number() }),
  }),
  'GET /api/passages/:passage': endpoint({
    summary: 'why a passage has the tags that it has: which terms fired, and what blocked the others',
    input: z.strictObject({ passage }),
    body: null,
    answer: ExplanationView,
  }),
};
