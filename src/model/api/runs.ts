import { z } from 'zod';
import { RunProgress } from '../notice.ts';
import { DocumentRow } from './documents.ts';
import { endpoint, nothing } from './endpoint.ts';

const name = z.string().min(1).max(80);

/** A run as a row: when it was, what it read, and what it came to. */
export const RunRow = z.strictObject({
  run: name,
  startedAt: z.string(),
  seconds: z.number(),
  documents: z.number(),
  /** Hypotheses by their verdicts; null where its report is gone or of another version. */
  verdicts: z.array(z.strictObject({ words: z.string(), hypotheses: z.number() })).nullable(),
  /** Beginning of the lexicon's hash. */
  lexicon: z.string(),
  /** Whether claims, lexicons, settings and samples are as they were frozen. */
  freezing: z.enum(['not_frozen', 'frozen', 'exploratory']),
  reproducible: z.boolean(),
  version: z.string(),
});
export type RunRow = z.infer<typeof RunRow>;

const named = z.array(z.strictObject({ name: z.string(), value: z.string() }));

/** One run: what has to be the same for its numbers to be the same, and what became of each file. */
export const RunView = z.strictObject({
  row: RunRow,
  freezing: z.string(),
  /** Documents that a limit of time or memory stopped. */
  limited: z.array(z.string()),
  seed: z.number(),
  lexicon: z.string(),
  claims: named,
  versions: named,
  stages: named,
  settings: named,
  /** What is wrong with the study's own files. */
  problems: z.array(z.string()),
  files: z.array(DocumentRow),
});
export type RunView = z.infer<typeof RunView>;

/** Some names, the first of them, and how many there are. */
const Some = z.strictObject({ total: z.number(), names: z.array(z.string()) });

/** What results depend on, in the order in which a change of it reaches them. */
export const dependencies = [
  'documents',
  'lexicon',
  'claims',
  'settings',
  'seed',
  'program',
  'versions',
  'codings',
  'freeze',
] as const;
export type Dependency = (typeof dependencies)[number];

/** What differs between two runs, and why. */
export const ComparedRuns = z.strictObject({
  before: RunRow,
  after: RunRow,
  /** What of all that results depend on is not the same, in a sentence each; none where all is. */
  why: z.array(z.strictObject({ part: z.enum(dependencies), words: z.string() })),
  added: Some,
  removed: Some,
  changed: Some,
  /** Terms that differ; null where a lexicon is no longer kept or both are the same. */
  terms: z
    .strictObject({
      total: z.number(),
      rows: z.array(
        z.strictObject({
          change: z.enum(['added', 'removed', 'changed']),
          term: z.string(),
          category: z.string(),
          language: z.string(),
          pattern: z.string(),
          what: z.array(z.string()),
        }),
      ),
    })
    .nullable(),
  /** What else differs, by its name. */
  differences: z.array(z.strictObject({ name: z.string(), before: z.string(), after: z.string() })),
  findings: z.array(
    z.strictObject({
      hypothesis: z.string(),
      title: z.string(),
      /** Null where a run has no such hypothesis. */
      before: z.strictObject({ verdict: z.string(), number: z.string().nullable() }).nullable(),
      after: z.strictObject({ verdict: z.string(), number: z.string().nullable() }).nullable(),
      verdictChanged: z.boolean(),
      numberChanged: z.boolean(),
      /** What may have changed it; of several nobody can tell which, as long as they are not changed one by one. */
      because: z.array(z.enum(dependencies)),
      /** Where the newest run shows how it comes about; null where it has no such hypothesis. */
      href: z.string().nullable(),
    }),
  ),
});
export type ComparedRuns = z.infer<typeof ComparedRuns>;

/** How the run stands that is under way or was last, wherever it was started. */
export const LiveRun = z.strictObject({
  state: z.enum(['idle', 'running', 'done', 'failed', 'stopped']),
  /** Where it is at work, for one that was not started from here, which cannot be stopped from here either; else null. */
  elsewhere: z.string().nullable(),
  startedAt: z.string().nullable(),
  /** How far reading has come; null until the first document has ended. */
  progress: RunProgress.nullable(),
  /** The last that it said. */
  lines: z.array(z.string()),
});
export type LiveRun = z.infer<typeof LiveRun>;

export const runsApi = {
  'GET /api/runs': endpoint({
    summary: 'all runs of the study, the newest first',
    input: nothing,
    body: null,
    answer: z.strictObject({ rows: z.array(RunRow) }),
  }),
  'GET /api/runs/compare': endpoint({
    summary: 'what changed between two runs, and why',
    input: z.strictObject({ a: name, b: name }),
    body: null,
    answer: ComparedRuns,
  }),
  'GET /api/runs/live': endpoint({
    summary: 'how the run that is under way stands, wherever it was started, told again whenever it changes',
    input: nothing,
    body: null,
    answer: null,
    media: 'text/event-stream',
  }),
  'POST /api/runs': endpoint({
    summary: 'runs the study, as `titrate run` does; one at a time',
    input: nothing,
    body: nothing,
    answer: LiveRun,
  }),
  'DELETE /api/runs/live': endpoint({
    summary: 'stops the run that was started from here; what was read is kept',
    input: nothing,
    body: nothing,
    answer: LiveRun,
  }),
  'GET /api/runs/:run': endpoint({
    summary: 'one run: the ingest table with problems, versions, settings and limits',
    input: z.strictObject({ run: name }),
    body: null,
    answer: RunView,
  }),
};
