import { z } from 'zod';
import { DatedEvent } from './study.ts';

const sentence = z.string().min(1);
/** A pole of the study (`claimed`, `diluted`, `companion`) or the code of a category. */
const Pole = z.union([
  z.enum(['claimed', 'diluted', 'companion']),
  z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a pole of the study or a category code'),
]);

/** The checks that come before a verdict, in the order in which they are made. */
export const gates = ['documents', 'framed_passages', 'overlap', 'reliability', 'validation'] as const;
export type GateId = (typeof gates)[number];

/** How much more one framing prevails over another on the source side than on the policy side. */
export const FrameBalanceContrast = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Za-z0-9]*$/),
  title: sentence,
  /** Where the claim stands in the literature, restated in our own words. */
  anchor: sentence,
  estimand: z.literal('frame_balance_contrast'),
  of: Pole,
  against: Pole,
  /** The same contrast against another pole, computed and printed beside the primary one. */
  companions: z.array(Pole).default([]),
  unit: z.literal('passage'),
  /** A: these institutions; documents are the sampled unit. */
  scope: z.literal('A'),
  gates: z.array(z.enum(gates)),
  /** What in the data would speak against the claim. */
  falsifier: sentence,
});

/** One testable statement; further estimands join this union. */
export const Hypothesis = z.discriminatedUnion('estimand', [FrameBalanceContrast]);
export type Hypothesis = z.infer<typeof Hypothesis>;

/** `claims/<id>.yaml`: a claim written down before the data are read. */
export const Claim = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: sentence,
  statement: sentence,
  source: sentence,
  hypotheses: z.array(Hypothesis).min(1),
  /** Events fixed in advance that courses over time are held against, unless the study names its own. */
  events: z.array(DatedEvent).optional(),
  /** What the claim says that no text can settle. */
  not_testable: z.array(sentence).default([]),
});
export type Claim = z.infer<typeof Claim>;
