import type { Bounds } from './proportion.ts';
import { sampleQuantile } from './quantile.ts';
import { resample } from './resample.ts';
import type { Replicates } from './substream.ts';

/** A 95 % interval from replicates, and how many of them had no value. */
export type PercentileInterval = Bounds & { readonly used: number; readonly dropped: number };

/**
 * 95 % percentile interval of any statistic of clusters drawn anew within strata (Efron 1979): `statistic` gets how
 * often each cluster was drawn. Replicates without a value (null), as where one category alone was drawn, are
 * dropped and counted. Null where none has one.
 */
export function percentileInterval(
  clusters: number,
  strata: readonly number[] | undefined,
  statistic: (drawn: Int32Array) => number | null,
  replicates: Replicates,
): PercentileInterval | null {
  const values: number[] = [];
  let dropped = 0;
  resample(clusters, strata, replicates, (drawn) => {
    const value = statistic(drawn);
    if (value === null) dropped++;
    else values.push(value);
  });
  const [lower, upper] = [sampleQuantile(values, 0.025), sampleQuantile(values, 0.975)];
  return lower === null || upper === null ? null : { lower, upper, used: values.length, dropped };
}
