import { TIE } from '../stats/pvalue.ts';
import { logit } from './on.ts';

/** The verdict on a claim that is itself a magnitude: no smallest effect is added to it. */
export type ThresholdVerdict = 'SUPPORTED' | 'INCONCLUSIVE' | 'CONTRADICTED';

/** A verdict and the bounds on the log-odds scale, centred on the threshold; null for a bound of 0 or 1. */
export type CentredShare = {
  readonly verdict: ThresholdVerdict;
  readonly lower: number | null;
  readonly upper: number | null;
};

/**
 * The verdict on "more than a share of `threshold`" from the 95 % bounds of that share (docs/method.md 1.3): supported
 * where all of the interval is above, contradicted where all is below. Shares are compared as they are, so that
 * one of 0 or 1 never reaches a logarithm. `threshold` is strictly between 0 and 1.
 */
export function thresholdVerdict(lower: number, upper: number, threshold: number): CentredShare {
  if (!(threshold > 0 && threshold < 1)) {
    throw new RangeError(`expected a threshold between 0 and 1, got ${threshold}`);
  }
  return {
    verdict:
      lower > threshold + TIE ? 'SUPPORTED' : upper < threshold - TIE ? 'CONTRADICTED' : 'INCONCLUSIVE',
    lower: centred(lower, threshold),
    upper: centred(upper, threshold),
  };
}

function centred(share: number, threshold: number): number | null {
  return share > 0 && share < 1 ? logit(share) - logit(threshold) : null;
}
