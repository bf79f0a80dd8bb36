import type { Finding, OtherEffect } from '../model/finding.ts';
import { verdictWords } from '../model/words.ts';

/** What the intervals of contrasts would say were another effect the smallest that matters: a table of words. */
export type OtherEffects = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The verdicts of primary contrasts at other smallest effects; null where none has an interval. */
export function otherEffects(findings: readonly Finding[]): OtherEffects | null {
  const told = findings.flatMap((finding) =>
    finding.role === 'primary' && 'otherEffects' in finding && finding.otherEffects.length > 0
      ? [{ finding, own: Math.exp(finding.smallestEffect) }]
      : [],
  );
  const [first] = told;
  if (first === undefined) return null;
  return {
    head: ['hypothesis', ...first.finding.otherEffects.map(ratioOf), "the claim's own"],
    rows: told.map(({ finding, own }) => [
      finding.hypothesis,
      ...finding.otherEffects.map(({ verdict }) => verdictWords(verdict)),
      times(own),
    ]),
  };
}

/** What the table shows, in a sentence or two. */
export const otherEffectsWords =
  'What the interval alone would say were another effect the smallest that matters: a row whose words differ hangs on the number that the researcher chose. What is uncorrected, or open for another reason, stays so at any.';

function ratioOf({ smallestEffect }: OtherEffect): string {
  return times(Math.exp(smallestEffect));
}

function times(ratio: number): string {
  return `${Number(ratio.toFixed(2))} times`;
}
