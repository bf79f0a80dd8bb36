import type { IntervalVerdict, OtherEffect, Reason, Verdict } from '../model/finding.ts';
import { logOdds } from '../model/units.ts';
import { isAtLeast, TIE } from '../stats/pvalue.ts';

/**
 * The verdict on a contrast whose 95 % interval runs from `lower` to `upper`, with `smallest` (above 0)
 * the smallest effect of interest, all in log odds and positive as claimed. Total and mutually exclusive
 * (docs/method.md 1.3); negligible is equivalence by two one-sided tests at 2.5 % each.
 */
export function verdictOf(lower: number, upper: number, smallest: number): IntervalVerdict {
  if (isAtLeast(upper, smallest)) {
    if (isAtLeast(lower, smallest)) return 'SUPPORTED_SUBSTANTIAL';
    return isAtLeast(0, lower) ? 'INCONCLUSIVE' : 'SUPPORTED_DIRECTION';
  }
  if (!isAtLeast(-smallest, lower)) return 'CONTRADICTED_NEGLIGIBLE';
  if (isAtLeast(-smallest, upper)) return 'CONTRADICTED_REVERSED_SUBSTANTIAL';
  return isAtLeast(upper, 0) ? 'CONTRADICTED_BOUNDED' : 'CONTRADICTED_REVERSED';
}

/** Smallest effects that the verdict of every contrast is repeated at, as ratios of odds. */
const others = [1.25, 1.5, 2] as const;

/** What an interval says at other smallest effects than the claim's, so that a reader sees whether a verdict hangs on it. */
export function atOtherEffects(
  interval: { readonly lower: number; readonly upper: number } | null,
): readonly OtherEffect[] {
  if (interval === null) return [];
  return others.map((ratio) => {
    const smallestEffect = logOdds(Math.log(ratio));
    return { smallestEffect, verdict: verdictOf(interval.lower, interval.upper, smallestEffect) };
  });
}

/**
 * The verdict on a value that the claim expects on one side of a threshold, from bounds centred at that threshold and
 * positive as claimed: a claim that states a magnitude asks for no smallest effect beside it.
 */
export function centredVerdict(lower: number, upper: number): IntervalVerdict {
  if (lower > TIE) return 'SUPPORTED';
  return upper < -TIE ? 'CONTRADICTED' : 'INCONCLUSIVE';
}

/** Coders agree too little, or differ on passages that nobody has decided. */
export type Bar = Extract<Reason, 'unreliable_codings' | 'codings_open'> | null;

/** What an interval may count for, before p-values of a family are adjusted. */
export type Standing = {
  /** Why nothing can be tested; null where it can. */
  readonly stop: Reason | null;
  readonly corrected: boolean;
  /** Why what people coded carries no verdict though it corrects; null where it does, or nothing was coded. */
  readonly bar: Bar;
  readonly intervalVerdict: IntervalVerdict | null;
};

/** A verdict with its reasons as the interval and the gates give it. */
export function verdictBefore({ stop, corrected, bar, intervalVerdict }: Standing): {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
} {
  if (stop !== null) return { verdict: 'NOT_TESTABLE', reasons: [stop] };
  if (intervalVerdict === null) return { verdict: 'NOT_TESTABLE', reasons: ['no_variance'] };
  const open: readonly Reason[] = intervalVerdict === 'INCONCLUSIVE' ? ['interval_includes_zero'] : [];
  if (!corrected) return { verdict: 'INCONCLUSIVE', reasons: ['uncorrected', ...open] };
  if (bar !== null) return { verdict: 'INCONCLUSIVE', reasons: [bar, ...open] };
  return { verdict: intervalVerdict, reasons: open };
}
