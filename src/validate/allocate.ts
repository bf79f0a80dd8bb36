import { nonHits, type Pattern } from '../model/coding.ts';
import { sum } from '../stats/sum.ts';

/** A stratum to draw from: passages of one pattern, side and language, and how many of it an earlier draw took. */
export type Drawable = { readonly pattern: Pattern; readonly size: number; readonly before: number };

/** How many passages of each stratum are drawn, earlier ones included, and the floor that could be kept. */
export type Allocation = { readonly drawn: readonly number[]; readonly floor: number };

/** Fewest passages of a stratum that are coded, or all where it has fewer. */
export const usualFloor = 30;
/** Fewest passages a side where nobody says a number. */
export const usualSide = 150;
/** Least share of a side's passages without a hit: only they show what a lexicon misses. */
export const nonHitShare = 0.35;

/** Share of passages with a frame that a stratum is taken to have before anybody coded one. */
const expected: Readonly<Record<Pattern, number>> = {
  claimed: 0.8,
  diluted: 0.8,
  both: 0.8,
  anchor: 0.1,
  neither: 0.02,
};

/**
 * Divides one side's passages over its strata by Neyman (1934), in proportion to size times spread: whole numbers of
 * least variance above the floors (Wright 2012), with at least 35 % without a hit. Without a budget it is 150, or
 * what floors of 30 ask for. A budget that is too small for them lowers the floor, never below 2: a stratum that
 * nobody codes would make the estimate biased, so that more than the budget may be drawn for these.
 */
export function allocate(strata: readonly Drawable[], budget: number | null): Allocation {
  const everything = sum(strata.map(({ size }) => size));
  const asked = budget === null ? Math.max(usualSide, needed(usualFloor)) : Math.max(budget, needed(2));
  const size = Math.min(everything, asked);
  const least = leastNonHits(strata, size);
  let floor = usualFloor;
  while (floor > 2 && !fits(floorsAt(strata, floor))) floor--;
  return { drawn: within(strata, size, floorsAt(strata, floor)), floor };

  function fits(floors: readonly number[]): boolean {
    return sum(floors) <= size && sum(hitsOf(floors)) <= size - least;
  }

  /** Fewest passages for which floors leave non-hits their share. */
  function needed(wanted: number): number {
    const floors = floorsAt(strata, wanted);
    return Math.max(sum(floors), Math.ceil(sum(hitsOf(floors)) / (1 - nonHitShare)));
  }

  function hitsOf(floors: readonly number[]): readonly number[] {
    return floors.filter((_, at) => !isNonHit(strata[at]));
  }
}

function within(strata: readonly Drawable[], size: number, floors: readonly number[]): readonly number[] {
  const least = leastNonHits(strata, size);
  const free = neyman(strata, floors, size);
  const non = strata.map(isNonHit);
  if (sum(free.filter((_, at) => non[at])) >= least) return free;
  // The two groups apart: what the share asks for, and the rest.
  const part = (wanted: boolean, count: number) =>
    neyman(
      strata.map((stratum, at) => (non[at] === wanted ? stratum : { ...stratum, size: 0, before: 0 })),
      floors.map((floor, at) => (non[at] === wanted ? floor : 0)),
      count,
    );
  const [without, hits] = [part(true, least), part(false, size - least)];
  return strata.map((_, at) => (without[at] ?? 0) + (hits[at] ?? 0));
}

/** One passage after the other to the stratum whose variance it lowers most. */
function neyman(strata: readonly Drawable[], floors: readonly number[], size: number): readonly number[] {
  const drawn = [...floors];
  const weights = strata.map((stratum) => {
    const share = expected[stratum.pattern];
    return stratum.size * Math.sqrt(share * (1 - share));
  });
  for (let left = size - sum(drawn); left > 0; left--) {
    let best = -1;
    let most = 0;
    for (const [at, stratum] of strata.entries()) {
      const n = drawn[at] ?? 0;
      const gain = n === 0 ? Number.POSITIVE_INFINITY : (weights[at] ?? 0) / Math.sqrt(n * (n + 1));
      if (n < stratum.size && gain > most) [best, most] = [at, gain];
    }
    if (best < 0) break;
    drawn[best] = (drawn[best] ?? 0) + 1;
  }
  return drawn;
}

function leastNonHits(strata: readonly Drawable[], size: number): number {
  const there = sum(strata.filter(isNonHit).map((stratum) => stratum.size));
  return Math.min(there, Math.ceil(nonHitShare * size));
}

function floorsAt(strata: readonly Drawable[], floor: number): readonly number[] {
  return strata.map(({ size, before }) => Math.max(before, Math.min(size, floor)));
}

function isNonHit(stratum: Drawable | undefined): boolean {
  return stratum !== undefined && nonHits.has(stratum.pattern);
}
