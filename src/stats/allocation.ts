import { sum } from './sum.ts';

/** A stratum to draw passages from. */
export type Stratum = {
  readonly size: number;
  /** Share of it that is expected to have what is coded. */
  readonly share: number;
  /** Whether the lexicon hit its passages. */
  readonly isHit: boolean;
};

/** Expected shares below this, or as near to 1, are taken as this: a stratum thought pure still has to be looked at. */
const LEAST_SHARE = 0.02;
/** Least a stratum gets, if it has as many. */
const LEAST_DRAWN = 30;
/** Least share of the budget for passages without a hit, without which recall cannot be told. */
const WITHOUT_HIT = 0.35;

/**
 * How many passages to code from each stratum (Neyman 1934): in proportion to `size * sqrt(share (1 - share))`, but at
 * least 30 or all of a stratum, never more than it has, and at least 35 % of the budget without a hit as far as there
 * are such. The numbers add up to `budget` unless the strata hold less or their least numbers are more.
 */
export function neymanAllocation(strata: readonly Stratum[], budget: number): readonly number[] {
  const all = allocate(strata, budget);
  const others = strata.filter(({ isHit }) => !isHit);
  const wanted = Math.min(Math.ceil(WITHOUT_HIT * budget), sum(others.map(({ size }) => size)));
  const drawn = sum(all.filter((_, at) => !strata[at]?.isHit));
  if (drawn >= wanted) return all;
  const hits = allocate(
    strata.filter(({ isHit }) => isHit),
    budget - wanted,
  );
  const rest = allocate(others, wanted);
  const [nextHit, nextOther] = [hits.values(), rest.values()];
  return strata.map(({ isHit }) => (isHit ? nextHit : nextOther).next().value ?? 0);
}

function allocate(strata: readonly Stratum[], budget: number): readonly number[] {
  const weights = strata.map(({ size, share }) => {
    const kept = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share));
    return size * Math.sqrt(kept * (1 - kept));
  });
  const at = (scale: number) =>
    strata.map(({ size }, stratum) => Math.min(size, Math.max(LEAST_DRAWN, scale * (weights[stratum] ?? 0))));
  const most = sum(strata.map(({ size }) => size));
  if (budget >= most) return strata.map(({ size }) => size);
  let [low, high] = [0, 1];
  while (sum(at(high)) < budget) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) < budget) low = middle;
    else high = middle;
  }
  return rounded(at(high), budget);
}

/** Whole numbers with the same sum where it is whole, the largest remainders rounded up. */
function rounded(numbers: readonly number[], budget: number): readonly number[] {
  const whole = numbers.map((number) => Math.floor(number + 1e-9));
  const missing = Math.max(0, Math.round(budget) - sum(whole));
  const remainders = numbers
    .map((number, at) => ({ at, remainder: number - (whole[at] ?? 0) }))
    .filter(({ remainder }) => remainder > 1e-9)
    .toSorted((one, other) => other.remainder - one.remainder || one.at - other.at);
  const up = new Set(remainders.slice(0, missing).map(({ at }) => at));
  return whole.map((number, at) => (up.has(at) ? number + 1 : number));
}
