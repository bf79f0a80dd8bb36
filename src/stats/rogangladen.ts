import { normalQuantile } from './normal.ts';
import { type Bounds, wilson } from './proportion.ts';

/** Units that a classifier called positive, of all of them. */
export type Share = { readonly positive: number; readonly total: number };

/** A prevalence corrected for misclassification, or why there is none. */
export type Prevalence =
  | {
      /** From 0 to 1; `unclipped` is what the formula gives, which may lie outside. */
      readonly prevalence: number;
      readonly unclipped: number;
      readonly reason: null;
      /** 95 % bounds: of the apparent share moved along, or of Lang and Reiczigel; and the variance by the delta method. */
      readonly interval: Bounds;
      readonly variance: number | null;
    }
  | { readonly prevalence: null; readonly reason: 'no_units' | 'uninformative' };

/**
 * Prevalence by Rogan and Gladen (1978) with sensitivity and specificity known without error; the interval is
 * Wilson's for the apparent share, transformed and not clipped. `uninformative`: the classifier is no better than
 * chance, so that nothing can be told.
 */
export function roganGladen(apparent: Share, sensitivity: number, specificity: number): Prevalence {
  const power = sensitivity + specificity - 1;
  const bounds = apparent.total === 0 ? null : wilson(apparent.positive, apparent.total);
  if (bounds === null) return { prevalence: null, reason: 'no_units' };
  if (!(power > 0)) return { prevalence: null, reason: 'uninformative' };
  const corrected = (share: number) => (share + specificity - 1) / power;
  const unclipped = corrected(apparent.positive / apparent.total);
  return {
    prevalence: clip(unclipped),
    unclipped,
    reason: null,
    interval: { lower: corrected(bounds.lower), upper: corrected(bounds.upper) },
    variance: null,
  };
}

/**
 * The same with sensitivity and specificity estimated: `sensitivity` are coded positives with those found among
 * them, `specificity` coded negatives with those rightly left. The interval is that of Lang and Reiczigel (2014),
 * clipped to 0 to 1. A diagnostic only: it takes one classifier to err alike everywhere (docs/method.md 2.5).
 */
export function roganGladenEstimated(apparent: Share, sensitivity: Share, specificity: Share): Prevalence {
  if (apparent.total === 0 || sensitivity.total === 0 || specificity.total === 0) {
    return { prevalence: null, reason: 'no_units' };
  }
  const [ap, se, sp] = [shareOf(apparent), shareOf(sensitivity), shareOf(specificity)];
  const power = se + sp - 1;
  if (!(power > 0)) return { prevalence: null, reason: 'uninformative' };
  const unclipped = (ap + sp - 1) / power;
  return {
    prevalence: clip(unclipped),
    unclipped,
    reason: null,
    interval: langReiczigel(apparent, sensitivity, specificity),
    variance:
      spreadOf(unclipped, [ap, apparent.total], [se, sensitivity.total], [sp, specificity.total]) /
      power ** 2,
  };
}

function langReiczigel(apparent: Share, sensitivity: Share, specificity: Share): Bounds {
  const z = normalQuantile(0.975);
  const n = apparent.total + z ** 2;
  const [nSe, nSp] = [sensitivity.total + 2, specificity.total + 2];
  const ap = (apparent.positive + z ** 2 / 2) / n;
  const se = (sensitivity.positive + 1) / nSe;
  const sp = (specificity.positive + 1) / nSp;
  const power = se + sp - 1;
  const prevalence = (ap + sp - 1) / power;
  const shift = 2 * z ** 2 * ((prevalence * se * (1 - se)) / nSe - ((1 - prevalence) * sp * (1 - sp)) / nSp);
  const reach = (z * Math.sqrt(spreadOf(prevalence, [ap, n], [se, nSe], [sp, nSp]))) / power;
  return { lower: clip(prevalence + shift - reach), upper: clip(prevalence + shift + reach) };
}

type Estimated = readonly [share: number, total: number];

function spreadOf(
  prevalence: number,
  [ap, n]: Estimated,
  [se, nSe]: Estimated,
  [sp, nSp]: Estimated,
): number {
  return (
    (ap * (1 - ap)) / n +
    (prevalence ** 2 * se * (1 - se)) / nSe +
    ((1 - prevalence) ** 2 * sp * (1 - sp)) / nSp
  );
}

function shareOf({ positive, total }: Share): number {
  return positive / total;
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share));
}
