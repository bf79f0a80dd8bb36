import type { Balance, ContrastFinding, Side } from '../model/finding.ts';
import { bisect } from '../stats/bisect.ts';
import { logRatio } from '../stats/logratio.ts';

/** Sensitivities further apart than this are no explanation of anything. */
const WIDEST = Math.log(1e6);

/**
 * The relative sensitivity `r` for which the numerators of the policy side, each divided by `r`, would
 * bring the contrast to 0 and to the smallest effect (docs/method.md 2.5). Null where one of the two has no
 * solution between a millionth and a million.
 */
export function tippingPoint(
  source: Side,
  policy: Side,
  smallestEffect: number,
): ContrastFinding['tippingPoint'] {
  const { theta } = source;
  if (theta === null) return null;
  const within = policy.institutions.filter(({ leftOut }) => leftOut === null);
  const contrast = (logR: number) =>
    theta - within.reduce((sum, balance) => sum + thetaAt(balance, Math.exp(logR)), 0) / within.length;
  const solve = (target: number) => {
    const root = bisect((logR) => contrast(logR) - target, -WIDEST, WIDEST);
    return root === null ? null : Math.exp(root);
  };
  const toZero = solve(0);
  const toSmallestEffect = solve(smallestEffect);
  return toZero === null || toSmallestEffect === null ? null : { toZero, toSmallestEffect };
}

function thetaAt({ numerator, denominator }: Balance, r: number): number {
  return logRatio(numerator / r, denominator) ?? 0;
}
