import type { BeforeAfter, TimeReason } from '../../model/trend.ts';
import { balanceVariance, logRatio, totalOf } from '../../stats/logratio.ts';
import { estimateOf } from '../estimate.ts';
import type { Timed } from './bins.ts';
import { timesOf } from './relabelling.ts';

/** Least documents on either side. */
const DOCUMENTS = 2;

/** Balance from the bin that begins at `at` on, less balance before it; its interval from a jackknife on either side. */
export function beforeAfter(documents: readonly Timed[], at: number): BeforeAfter {
  const before = documents.filter(({ time }) => time < at);
  const after = documents.filter(({ time }) => time >= at);
  const counts = { at, documentsBefore: before.length, documentsAfter: after.length };
  const none = (reason: TimeReason) => ({ ...counts, estimate: null, reason });
  if (before.length === 0 || after.length === 0) return none('outside_of_series');
  if (Math.min(before.length, after.length) < DOCUMENTS) return none('few_documents_on_a_side');
  const balance = (side: readonly Timed[]) => {
    const { a, b } = totalOf(side);
    return logRatio(a, b) ?? 0;
  };
  const estimate = estimateOf(
    balance(after) - balance(before),
    [before, after].map((side) => ({
      variance: balanceVariance(side),
      degreesOfFreedom: side.length - 1,
    })),
  );
  return estimate === null ? none('no_variance') : { ...counts, estimate, reason: null };
}

/** The later half against the earlier, divided where the numbers of documents are most alike: frames have no say in it. */
export function halves(documents: readonly Timed[]): BeforeAfter {
  const [, ...starts] = timesOf(documents);
  let best: { readonly at: number; readonly uneven: number } | null = null;
  for (const at of starts) {
    const before = documents.filter(({ time }) => time < at).length;
    const uneven = Math.abs(documents.length - 2 * before);
    if (best === null || uneven < best.uneven) best = { at, uneven };
  }
  return beforeAfter(documents, best?.at ?? documents[0]?.time ?? 0);
}
