import { sum } from './sum.ts';

/** How mixed some counts are. */
export type Diversity = {
  /** Entropy in nats; its exponential and the inverse Simpson index are effective numbers of kinds (Hill 1973). */
  readonly shannon: number;
  readonly hill1: number;
  readonly hill2: number;
  /** Sum of squared shares (Herfindahl and Hirschman), from 1 / kinds to 1. */
  readonly concentration: number;
  /** Chance that two of them drawn without replacement differ; null of a single one. */
  readonly giniSimpson: number | null;
};

/** Diversity of counts by kind, kinds with none left out of it; null where nothing was counted. */
export function diversity(counts: readonly number[]): Diversity | null {
  const total = sum(counts);
  const shares = sharesOf(counts)?.filter((share) => share > 0);
  if (shares === undefined) return null;
  const shannon = sum(shares.map((share) => share * Math.log(1 / share)));
  const concentration = sum(shares.map((share) => share ** 2));
  return {
    shannon,
    hill1: Math.exp(shannon),
    hill2: 1 / concentration,
    concentration,
    giniSimpson:
      total > 1 ? 1 - sum(counts.map((count) => (count * (count - 1)) / (total * (total - 1)))) : null,
  };
}

/** Each amount as a share of all; null where they add up to 0. Amounts are of one currency and status, never mixed. */
export function sharesOf(amounts: readonly number[]): readonly number[] | null {
  const total = sum(amounts);
  return total > 0 ? amounts.map((amount) => amount / total) : null;
}
