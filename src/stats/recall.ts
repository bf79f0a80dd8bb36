import { normalQuantile } from './normal.ts';
import { type Bounds, clopperPearson } from './proportion.ts';

/** A stratum of passages, those of it that were coded (drawn at random), and those coded as having the frame. */
export type CodedStratum = { readonly size: number; readonly coded: number; readonly positive: number };

/** What a lexicon finds of what there is. */
export type Recall = {
  /** From 0 to 1, with its 95 % interval on the log-odds scale; null where `reason` says why. */
  readonly recall: number | null;
  readonly interval: Bounds | null;
  readonly varianceLogit: number | null;
  /**
   * `no_misses`: none was found among the coded passages without a hit, so that only a lower bound is known.
   * `no_true_hits`: no coded hit was right, so that only an upper bound is. `no_positives`: neither. `too_few_coded`:
   * fewer than two coded in a stratum that has passages.
   */
  readonly reason: 'no_misses' | 'no_true_hits' | 'no_positives' | 'too_few_coded' | null;
  /** The bound by Clopper and Pearson that stands for the recall in the first two cases; null where the stratum is empty. */
  readonly bound: number | null;
  /** Share of coded hits that are right, null without any; harmonic mean of precision and recall, null without either. */
  readonly precision: number | null;
  readonly f1: number | null;
  /** Share of all passages with the frame; null where a stratum was not coded. */
  readonly prevalence: number | null;
};

/**
 * Recall of a lexicon from coded passages with a hit and without one, each weighed by how many passages its stratum
 * has (docs/validation.md): unweighted it would come out far too high, because hits are coded more often.
 */
export function stratifiedRecall(hits: CodedStratum, others: CodedStratum): Recall {
  const precision = shareOf(hits);
  const missed = shareOf(others);
  const found = hits.size * (precision ?? 0);
  const lost = others.size * (missed ?? 0);
  const total = hits.size + others.size;
  const isKnown = [hits, others].every(({ size, coded }) => size === 0 || coded > 0);
  const common = { precision, prevalence: isKnown && total > 0 ? (found + lost) / total : null };
  const none = { recall: null, interval: null, varianceLogit: null, bound: null, f1: null, ...common };
  if ([hits, others].some(({ size, coded }) => coded < Math.min(2, size))) {
    return { ...none, reason: 'too_few_coded' };
  }
  if (found === 0 && lost === 0) return { ...none, reason: 'no_positives' };
  if (lost === 0) {
    const most = others.size * (clopperPearson(others.positive, Math.max(1, others.coded))?.upper ?? 0);
    return { ...none, reason: 'no_misses', bound: others.size === 0 ? null : found / (found + most) };
  }
  if (found === 0) {
    const most = hits.size * (clopperPearson(0, Math.max(1, hits.coded))?.upper ?? 0);
    return { ...none, reason: 'no_true_hits', bound: hits.size === 0 ? null : most / (most + lost) };
  }
  const recall = found / (found + lost);
  const varianceLogit = spreadOf(hits) + spreadOf(others);
  const [logit, reach] = [Math.log(recall / (1 - recall)), normalQuantile(0.975) * Math.sqrt(varianceLogit)];
  return {
    recall,
    interval: { lower: shareAt(logit - reach), upper: shareAt(logit + reach) },
    varianceLogit,
    reason: null,
    bound: null,
    f1: precision === null ? null : (2 * precision * recall) / (precision + recall),
    ...common,
  };
}

function shareOf({ coded, positive }: CodedStratum): number | null {
  return coded === 0 ? null : positive / coded;
}

/** Variance of the logarithm of a share that was drawn without replacement. */
function spreadOf({ size, coded, positive }: CodedStratum): number {
  if (coded < 2) return 0;
  const share = positive / coded;
  return ((1 - coded / size) * (1 - share)) / (share * (coded - 1));
}

function shareAt(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
