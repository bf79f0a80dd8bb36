import { type Permuted, permutationTest } from './permutation.ts';
import type { Replicates } from './substream.ts';

/**
 * Statistic of Jonckheere (1954) and Terpstra (1952): of all pairs from two groups, how many rise from the lower to
 * the higher label, with a half for each tie.
 */
export function jonckheere(values: readonly number[], labels: ArrayLike<number>): number {
  let count = 0;
  for (const [one, value] of values.entries()) {
    for (const [other, next] of values.entries()) {
      if ((labels[one] ?? 0) >= (labels[other] ?? 0)) continue;
      if (value < next) count += 1;
      else if (value === next) count += 0.5;
    }
  }
  return count;
}

/**
 * Permutation test that values rise from group to group, groups given in the order claimed; `pGreater` is its p. Null
 * with fewer than two groups that have values.
 */
export function jonckheereTest(
  groups: readonly (readonly number[])[],
  replicates: Replicates,
): Permuted | null {
  if (groups.filter((group) => group.length > 0).length < 2) return null;
  const values = groups.flat();
  const labels = groups.flatMap((group, label) => group.map(() => label));
  return permutationTest(labels, undefined, (relabelled) => jonckheere(values, relabelled), replicates);
}
