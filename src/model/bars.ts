import { z } from 'zod';

/** What the gates ask for where a claim names no numbers of its own: those of the protocol (docs/method.md 1.2). */
export const protocolBars = {
  /** Documents with framed passages a side, and what they are worth at least in documents of equal size. */
  documents: 5,
  effective_documents: 4,
  framed_passages: 20,
  /** Least share of framed passages in strata that both sides have. */
  overlap: 0.5,
  /** Least lower 95 % bound of F1 of each field of the profile, and of Krippendorff's alpha. */
  f1: 0.7,
  alpha: 0.667,
  /** Least coded passages a side, and of these without a hit. */
  coded_passages: 100,
  non_hits: 30,
  /** The same of documents that are coded whole, of which there may be fewer. */
  coded_documents: 30,
  document_non_hits: 10,
} as const;

/** The numbers that gates ask for, by name. */
export type Bars = { readonly [Name in keyof typeof protocolBars]: number };

const share = z.number().gt(0).lt(1);
const least = (bound: number) => z.int().min(bound);

/** Numbers of gates that a claim, or one of its hypotheses, names; each that is left out is the protocol's. */
export const OwnBars = z.strictObject({
  // Fewer than two documents have no spread.
  documents: least(2).optional(),
  effective_documents: z.number().min(1).optional(),
  framed_passages: least(1).optional(),
  overlap: z.number().gt(0).max(1).optional(),
  f1: share.optional(),
  alpha: share.optional(),
  coded_passages: least(1).optional(),
  non_hits: least(0).optional(),
  coded_documents: least(1).optional(),
  document_non_hits: least(0).optional(),
});
export type OwnBars = z.infer<typeof OwnBars>;

/** The numbers that hold for a hypothesis: its own, before the claim's, before the protocol's. */
export function barsFor(
  claim: { readonly bars?: OwnBars | undefined },
  hypothesis: { readonly bars?: OwnBars | undefined } = {},
): Bars {
  const own: OwnBars = { ...claim.bars, ...hypothesis.bars };
  return Object.fromEntries(
    Object.entries(protocolBars).map(([name, bar]) => [name, own[name as keyof Bars] ?? bar]),
  ) as Bars;
}

/** What of the numbers that hold can never be met beside each other, with the name that is at fault. */
export function* contradictoryBars(
  bars: Bars,
): Iterable<{ readonly name: keyof Bars; readonly message: string }> {
  for (const [part, whole] of [
    ['effective_documents', 'documents'],
    ['non_hits', 'coded_passages'],
    ['document_non_hits', 'coded_documents'],
  ] as const) {
    if (bars[part] > bars[whole])
      yield {
        name: part,
        message: `at most the ${bars[whole]} of \`${whole}\`, not ${bars[part]}${bars[part] === protocolBars[part] ? ', which holds where it is left out' : ''}`,
      };
  }
}
