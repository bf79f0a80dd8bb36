import { sum } from './sum.ts';

/** A word's weight in two corpora: difference of log odds, its variance, and the one over the root of the other. */
export type Distinction = { readonly delta: number; readonly variance: number; readonly z: number };

/**
 * Log odds of words between two corpora with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, equations
 * 16, 20 and 22), from counts in each and in a background. `strength` is the prior's size in words; the background
 * says how it is shared out. z takes words to be independent and so overstates. Null for a word that would leave
 * no finite odds: absent from the background, or all there is.
 */
export function distinctions(
  first: readonly number[],
  second: readonly number[],
  background: readonly number[],
  strength: number,
): readonly (Distinction | null)[] {
  const [n1, n2, all] = [sum(first), sum(second), sum(background)];
  return background.map((count, word) => {
    const prior = (strength * count) / all;
    const [y1, y2] = [(first[word] ?? 0) + prior, (second[word] ?? 0) + prior];
    const [rest1, rest2] = [n1 + strength - y1, n2 + strength - y2];
    if (!(all > 0 && prior > 0 && rest1 > 0 && rest2 > 0)) return null;
    const delta = Math.log(y1 / rest1) - Math.log(y2 / rest2);
    const variance = 1 / y1 + 1 / y2;
    return { delta, variance, z: delta / Math.sqrt(variance) };
  });
}
