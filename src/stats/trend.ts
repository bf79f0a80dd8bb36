import { type Logistic, logistic } from './logistic.ts';
import { normalBothTails } from './normal.ts';
import { sum } from './sum.ts';

/** Successes of trials at one time; any unit of time. */
export type Bin = { readonly time: number; readonly successes: number; readonly total: number };

/** Logistic trend: coefficients are the log odds at `centre` and their change in one unit of time. */
export function logisticTrend(bins: readonly Bin[], centre: number): Logistic {
  return logistic(bins.map(({ time, ...counts }) => ({ x: [1, time - centre], ...counts })));
}

/**
 * Interrupted time series by segmented logistic regression (Wagner et al. 2002): coefficients are the log odds at
 * `event` as the earlier course has it, the slope before, the jump at the event and the change of slope after it. The
 * event's own time counts as after. `dependent` unless there are two times on each side.
 */
export function interruptedSeries(bins: readonly Bin[], event: number): Logistic {
  return logistic(
    bins.map(({ time, ...counts }) => {
      const after = time >= event ? 1 : 0;
      return { x: [1, time - event, after, after * (time - event)], ...counts };
    }),
  );
}

/**
 * Test of Cochran (1954) and Armitage (1955) for a linear trend of shares, chi-squared with one degree of freedom and
 * its p. It takes trials to be independent, which passages of one document are not: descriptive. Null where all
 * trials are at one time or end alike.
 */
export function cochranArmitage(
  bins: readonly Bin[],
): { readonly chiSquared: number; readonly p: number } | null {
  const total = sum(bins.map((bin) => bin.total));
  const share = sum(bins.map(({ successes }) => successes)) / total;
  const centre = sum(bins.map((bin) => bin.total * bin.time)) / total;
  const spread = sum(bins.map((bin) => bin.total * (bin.time - centre) ** 2));
  if (!(total > 0 && spread > 0 && share > 0 && share < 1)) return null;
  const trend = sum(bins.map((bin) => (bin.time - centre) * (bin.successes - bin.total * share)));
  const chiSquared = trend ** 2 / (share * (1 - share) * spread);
  return { chiSquared, p: normalBothTails(Math.sqrt(chiSquared)) };
}

/**
 * How much more documents vary within bins than chance makes them: Pearson's chi-squared of each document's share round
 * that of its bin, over its degrees of freedom, and at least 1. Null where no bin has two documents to compare.
 */
export function dispersionWithin(
  documents: readonly { readonly bin: number; readonly successes: number; readonly total: number }[],
): number | null {
  const bins = Map.groupBy(
    documents.filter(({ total }) => total > 0),
    ({ bin }) => bin,
  );
  let [chiSquared, degreesOfFreedom] = [0, 0];
  for (const inside of bins.values()) {
    const share = sum(inside.map(({ successes }) => successes)) / sum(inside.map(({ total }) => total));
    if (!(share > 0 && share < 1)) continue;
    degreesOfFreedom += inside.length - 1;
    chiSquared += sum(
      inside.map(({ successes, total }) => (successes - total * share) ** 2 / (total * share * (1 - share))),
    );
  }
  return degreesOfFreedom > 0 ? Math.max(1, chiSquared / degreesOfFreedom) : null;
}
