import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { FigureView } from './views.ts';

/** Which run is looked at; the newest where nothing is said. */
export const ofRun = z.strictObject({ run: z.string().max(80).optional() });

/** One hypothesis as a row: what it says, its number, its verdict, and why it is not more. */
export const HypothesisView = z.strictObject({
  claim: z.string(),
  hypothesis: z.string(),
  title: z.string(),
  primary: z.boolean(),
  verdict: z.string(),
  words: z.string(),
  /** Why the verdict is not more, or what it lacks; null where there is nothing to add. */
  note: z.string().nullable(),
  number: z.string().nullable(),
  /** What the number rests on, in words; null without one. */
  base: z.string().nullable(),
  /** Where the number comes about, each part with its passages; null without one. */
  grounds: z.string().nullable(),
  corrected: z.boolean(),
  svg: z.string().nullable(),
  /** Where its own page is. */
  href: z.string(),
});
export type HypothesisView = z.infer<typeof HypothesisView>;

/** A claim as a whole, and each way in which it could hold. */
export const WholeView = z.strictObject({ verdict: z.string(), ways: z.array(z.string()) });
export type WholeView = z.infer<typeof WholeView>;

/** A clause on the corpus, with where its numbers lead. */
const FactView = z.strictObject({ text: z.string(), href: z.string() });

/** The first screen: the claim in a sentence, its factor and verdict, its hypotheses, and what the corpus is and lacks. */
export const OverviewView = z.strictObject({
  run: z.string(),
  startedAt: z.string(),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      statement: z.string(),
      headline: z
        .strictObject({
          value: z.string(),
          direction: z.string(),
          corrected: z.boolean(),
          reading: z.string(),
          /** Where it comes about. */
          grounds: z.string(),
        })
        .nullable(),
      verdict: z.string(),
      reason: z.string(),
      figure: FigureView.nullable(),
      hypotheses: z.array(HypothesisView),
      /** Null where it has no verdict as a whole. */
      whole: WholeView.nullable(),
      /** Passages on which the number rests, by pole and side, with where they are. */
      passages: z.array(z.strictObject({ text: z.string(), href: z.string() })),
    }),
  ),
  /** Reservations that stand above all numbers: exploratory, not reproducible. */
  warnings: z.array(z.string()),
  rests: z.array(FactView),
  lacks: z.array(FactView),
});
export type OverviewView = z.infer<typeof OverviewView>;

export const resultsApi = {
  'GET /api/overview': endpoint({
    summary: 'the claims with their verdicts, and what the corpus is and lacks',
    input: ofRun,
    body: null,
    answer: OverviewView,
  }),
};
