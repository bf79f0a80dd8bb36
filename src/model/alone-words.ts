import type { Finding, Reason } from './finding.ts';
import { verdictWords } from './words.ts';

/** Reasons that are told in the place of what the interval would say by itself. */
export const toldFirst: ReadonlySet<Reason> = new Set<Reason>([
  'p_too_large',
  'multiplicity',
  'unreliable_codings',
  'codings_open',
  'undecidable_codings',
]);

/**
 * What the interval of a finding would say by itself where the verdict says less, and why it decides nothing, so that no
 * reader takes it for a verdict; null where it says no more than the verdict.
 */
export function aloneWords({
  verdict,
  intervalVerdict: alone,
  reasons,
}: Pick<Finding, 'verdict' | 'intervalVerdict' | 'reasons'>): string | null {
  if (alone === null || alone === 'INCONCLUSIVE' || alone === verdict || verdict === 'NOT_TESTABLE')
    return null;
  const why =
    verdict === 'DESCRIBED'
      ? 'secondary, in no family of tests'
      : reasons.includes('uncorrected')
        ? 'not corrected'
        : 'other conditions are not met';
  return `its interval alone would say ${verdictWords(alone)}; ${why}, so it decides nothing`;
}
