import type { Verdict } from '../model/finding.ts';

/** Bounds this close to a limit are at it: a verdict must not hang on the order of a sum. */
const TIE = 1e-12;

/**
 * The verdict on a contrast whose 95 % interval runs from `lower` to `upper`, with `smallest` (above 0)
 * the smallest effect of interest, all in log odds and positive as claimed. Total and mutually exclusive
 * (docs/method.md 1.3); negligible is equivalence by two one-sided tests at 2.5 % each.
 */
export function verdictOf(lower: number, upper: number, smallest: number): Exclude<Verdict, 'NOT_TESTABLE'> {
  if (atLeast(upper, smallest)) {
    if (atLeast(lower, smallest)) return 'SUPPORTED_SUBSTANTIAL';
    return atLeast(0, lower) ? 'INCONCLUSIVE' : 'SUPPORTED_DIRECTION';
  }
  if (!atLeast(-smallest, lower)) return 'CONTRADICTED_NEGLIGIBLE';
  if (atLeast(-smallest, upper)) return 'CONTRADICTED_REVERSED_SUBSTANTIAL';
  return atLeast(upper, 0) ? 'CONTRADICTED_BOUNDED' : 'CONTRADICTED_REVERSED';
}

function atLeast(value: number, limit: number): boolean {
  return value >= limit - TIE;
}
