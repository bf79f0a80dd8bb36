import { normalQuantile } from './normal.ts';
import type { Bounds } from './proportion.ts';
import { squaredDeviations, sum } from './sum.ts';

/** Units coded by people with what a machine said of them, and the machine's word on the others. */
export type Predicted = {
  readonly coded: readonly { readonly truth: number; readonly prediction: number }[];
  readonly others: readonly number[];
};

/**
 * Mean of a human-coded quantity with machine labels of many more units (prediction-powered inference,
 * Angelopoulos et al. 2023), 95 % by the normal distribution. The coded units are a simple random sample and
 * apart from the others. `lambda` is how far the machine is believed: 1 wholly, 0 not at all. Null where either has none.
 */
export function predictionPoweredMean(
  { coded, others }: Predicted,
  lambda = 1,
): { readonly mean: number; readonly variance: number; readonly interval: Bounds } | null {
  const [n, m] = [coded.length, others.length];
  if (n === 0 || m === 0) return null;
  const errors = coded.map(({ truth, prediction }) => truth - lambda * prediction);
  const mean = (lambda * sum(others)) / m + sum(errors) / n;
  const variance = (lambda ** 2 * squaredDeviations(others)) / m ** 2 + squaredDeviations(errors) / n ** 2;
  const reach = normalQuantile(0.975) * Math.sqrt(variance);
  return { mean, variance, interval: { lower: mean - reach, upper: mean + reach } };
}

/**
 * The `lambda` of least variance, `cov(truth, prediction) / ((1 + n / N) var(prediction))` with the variance over
 * all units (Angelopoulos, Duchi and Zrnic 2023), kept within 0 and 1; null where predictions never vary
 * or fewer than two units are coded.
 */
export function predictionTuning({ coded, others }: Predicted): number | null {
  const n = coded.length;
  const predictions = [...coded.map(({ prediction }) => prediction), ...others];
  const spread = squaredDeviations(predictions) / predictions.length;
  if (n < 2 || others.length === 0 || !(spread > 0)) return null;
  const [truths, machine] = [coded.map(({ truth }) => truth), coded.map(({ prediction }) => prediction)];
  const [middle, other] = [sum(truths) / n, sum(machine) / n];
  const together = sum(truths.map((truth, at) => (truth - middle) * ((machine[at] ?? 0) - other))) / (n - 1);
  return Math.min(1, Math.max(0, together / ((1 + n / others.length) * spread)));
}
