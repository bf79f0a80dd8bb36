import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { HypothesisView, ofRun, WholeView } from './results.ts';
import { FigureView, QuoteView, TableView } from './views.ts';

/** Claims with all their hypotheses on one scale. */
export const ClaimsView = z.strictObject({
  claims: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      statement: z.string(),
      source: z.string(),
      hypotheses: z.array(HypothesisView),
      whole: WholeView.nullable(),
      untestable: z.array(z.string()),
    }),
  ),
});
export type ClaimsView = z.infer<typeof ClaimsView>;

/** How a contrast stands up to other choices. */
const RobustnessView = z.strictObject({
  lines: z.array(z.string()),
  figure: FigureView.nullable(),
  tables: z.array(TableView),
});

/** One hypothesis with all that its verdict hangs on. */
export const HypothesisDetail = z.strictObject({
  claim: z.string(),
  hypothesis: z.string(),
  title: z.string(),
  /** What the hypothesis is taken from, in its own words. */
  anchor: z.string(),
  statement: z.string(),
  verdict: z.string(),
  reason: z.string(),
  sentence: z.string(),
  /** Inside the family of tests, or described beside it. */
  family: z.string(),
  svg: z.string().nullable(),
  figure: FigureView.nullable(),
  falsifier: z.string(),
  /** What it rests on, what it should be read with, and what would overturn it. */
  rests: z.array(z.string()),
  warnings: z.array(z.string()),
  estimates: TableView.nullable(),
  gates: TableView.nullable(),
  grounds: z.array(TableView),
  robustness: RobustnessView.nullable(),
  quotes: z.array(
    z.strictObject({
      title: z.string(),
      fits: z.boolean(),
      shown: z.array(QuoteView),
    }),
  ),
  /** Hypotheses before and after it in the claim. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type HypothesisDetail = z.infer<typeof HypothesisDetail>;

export const claimsApi = {
  'GET /api/claims': endpoint({
    summary: 'the claims and all their hypotheses on one scale',
    input: ofRun,
    body: null,
    answer: ClaimsView,
  }),
  'GET /api/claims/:hypothesis': endpoint({
    summary:
      'one hypothesis: estimates with and without correction, checks, grounds, robustness, and quotes on both sides',
    input: ofRun.extend({
      hypothesis: z.string().max(80),
      /** The claim that it belongs to, where several have one of this name; the first otherwise. */
      claim: z.string().max(80).optional(),
    }),
    body: null,
    answer: HypothesisDetail,
  }),
};
