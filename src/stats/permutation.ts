import { isAtLeast, pValue, type Tally } from './pvalue.ts';
import { relabel } from './relabel.ts';
import type { Replicates } from './substream.ts';

/** Up to this many relabellings are enumerated instead of drawn. */
export const MOST_ENUMERATED = 200_000;

/** A statistic and how it stands among those of relabelled data. */
export type Permuted = {
  readonly observed: number;
  /** Relabellings with a statistic at least as large, and with one at least as far from 0. */
  readonly greater: Tally;
  readonly twoSided: Tally;
  /** Their p-values, one- and two-sided (docs/method.md 3.4). */
  readonly pGreater: number;
  readonly pTwoSided: number;
};

/**
 * Permutation test of any statistic of labels: labels change places within strata, all ways where there are at most
 * 200,000, else those that `replicates` names. With every statistic tied p is 1. A relabelling without a value
 * (null) counts as extreme, which can only make p larger. Null where the observed labels have no value
 * or nothing is drawn.
 */
export function permutationTest(
  labels: readonly number[],
  strata: readonly number[] | undefined,
  statistic: (labels: Int32Array) => number | null,
  replicates: Replicates,
): Permuted | null {
  return jointPermutationTest(labels, strata, (relabelled) => [statistic(relabelled)], replicates)[0] ?? null;
}

/** The same of several statistics at once, every relabelling used for all of them. */
export function jointPermutationTest(
  labels: readonly number[],
  strata: readonly number[] | undefined,
  statistics: (labels: Int32Array) => readonly (number | null)[],
  replicates: Replicates,
): readonly (Permuted | null)[] {
  const observed = statistics(Int32Array.from(labels));
  const [greater, twoSided] = [new Int32Array(observed.length), new Int32Array(observed.length)];
  const { all, exact } = relabel(labels, strata, { most: MOST_ENUMERATED, replicates }, (relabelled) => {
    for (const [at, value] of statistics(relabelled).entries()) {
      const limit = observed[at] ?? 0;
      if (value === null || isAtLeast(value, limit)) greater[at] = (greater[at] ?? 0) + 1;
      if (value === null || isAtLeast(Math.abs(value), Math.abs(limit)))
        twoSided[at] = (twoSided[at] ?? 0) + 1;
    }
  });
  return observed.map((value, at) =>
    permuted(value, { atLeast: greater[at] ?? 0, all, exact }, { atLeast: twoSided[at] ?? 0, all, exact }),
  );
}

function permuted(observed: number | null, greater: Tally, twoSided: Tally): Permuted | null {
  const [pGreater, pTwoSided] = [pValue(greater), pValue(twoSided)];
  if (observed === null || pGreater === null || pTwoSided === null) return null;
  return { observed, greater, twoSided, pGreater, pTwoSided };
}

/** Mean of the values labelled 1 less mean of the others; null where either has none. */
export function meanDifference(values: readonly number[], labels: Int32Array): number | null {
  let [ones, others, sum, rest] = [0, 0, 0, 0];
  for (let unit = 0; unit < labels.length; unit++) {
    const value = values[unit] ?? 0;
    if (labels[unit] === 1) {
      ones++;
      sum += value;
    } else {
      others++;
      rest += value;
    }
  }
  return ones === 0 || others === 0 ? null : sum / ones - rest / others;
}
