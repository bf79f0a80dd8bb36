import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';

const named = z.strictObject({ code: z.string(), label: z.string() });
const category = z.strictObject({
  ...named.shape,
  /** Names of the theme's categories that it is made of, as tags carry them. */
  categories: z.array(z.string()),
  tone: z.string(),
});

/** What a page has to know of a study before it asks anything else: its names, for filters, titles and colours. */
export const StudyView = z.strictObject({
  title: z.string(),
  /** What a made-up corpus says of itself; null for a real one. */
  synthetic: z.string().nullable(),
  /** Measured categories that frame the object: those of the poles first, as everywhere. */
  frames: z.array(category),
  object: named,
  /** What else is measured: who is served, who pays, kinds of the object, and unions of others. */
  others: z.array(category),
  institutions: z.array(z.string()),
  voices: z.array(named),
  languages: z.array(named),
  zones: z.array(z.string()),
  /** First and last year of the documents; null where none is dated. */
  years: z.strictObject({ first: z.number(), last: z.number() }).nullable(),
  /** The newest run; null before the first. */
  run: z.string().nullable(),
  documents: z.number(),
  passages: z.number(),
});
export type StudyView = z.infer<typeof StudyView>;

/** What stands over every page. */
export const NameView = StudyView.pick({ title: true, synthetic: true });
export type NameView = z.infer<typeof NameView>;

export const studyApi = {
  'GET /api/name': endpoint({
    summary: 'what the study is called, and what a made-up corpus says of itself',
    input: nothing,
    body: null,
    answer: NameView,
  }),
  'GET /api/study': endpoint({
    summary: 'the study: what filters can ask for, and what frames are called and coloured',
    input: nothing,
    body: null,
    answer: StudyView,
  }),
};
