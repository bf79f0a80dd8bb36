import { sum } from './sum.ts';

/** Gwet's AC1, or why there is none: no unit was coded twice, or fewer than two categories are declared. */
export type Ac1 =
  | {
      readonly ac1: number;
      readonly reason: null;
      /** Observed and chance agreement, each from 0 to 1. */
      readonly observed: number;
      readonly expected: number;
      /** Over units as a sample; null with a single unit. */
      readonly standardError: number | null;
    }
  | { readonly ac1: null; readonly reason: 'no_pairs' | 'one_category' };

/**
 * Gwet's AC1 (2008) of units, each with the codes that coders gave it (null for none), over the declared
 * `categories`, used or not. It stays high where coders agree on something rare, unlike kappa. As in irrCAC,
 * a unit with one code has no part in agreement but in how often categories are used. From -1 to 1.
 */
export function gwetAc1(units: readonly (readonly (number | null)[])[], categories: readonly number[]): Ac1 {
  if (categories.length < 2) return { ac1: null, reason: 'one_category' };
  const rated = units
    .map((unit) => talliesOf(unit, categories))
    .map((tallies) => ({ tallies, codes: sum(tallies) }))
    .filter(({ codes }) => codes > 0);
  const paired = rated.filter(({ codes }) => codes >= 2).length;
  if (paired === 0) return { ac1: null, reason: 'no_pairs' };
  const n = rated.length;
  const use = categories.map(
    (_, at) => sum(rated.map(({ tallies, codes }) => (tallies[at] ?? 0) / codes)) / n,
  );
  const scale = 1 / (categories.length - 1);
  const expected = scale * sum(use.map((share) => share * (1 - share)));
  const agreements = rated.map(({ tallies, codes }) =>
    codes < 2 ? null : sum(tallies.map((tally) => tally * (tally - 1))) / (codes * (codes - 1)),
  );
  const observed = sum(agreements.map((agreement) => agreement ?? 0)) / paired;
  const ac1 = (observed - expected) / (1 - expected);
  const influences = rated.map(({ tallies, codes }, at) => {
    const agreement = agreements[at] ?? null;
    const own = agreement === null ? 0 : ((n / paired) * (agreement - expected)) / (1 - expected);
    const chance = (scale * sum(tallies.map((tally, place) => tally * (1 - (use[place] ?? 0))))) / codes;
    return own - (2 * (1 - ac1) * (chance - expected)) / (1 - expected);
  });
  const spread = sum(influences.map((influence) => (influence - ac1) ** 2));
  const standardError = n < 2 ? null : Math.sqrt(spread / (n * (n - 1)));
  return { ac1, reason: null, observed, expected, standardError };
}

function talliesOf(unit: readonly (number | null)[], categories: readonly number[]): readonly number[] {
  const tallies = categories.map(() => 0);
  for (const code of unit) {
    if (code === null) continue;
    const place = categories.indexOf(code);
    if (place < 0) throw new RangeError(`expected one of ${categories.join(', ')}, got ${code}`);
    tallies[place] = (tallies[place] ?? 0) + 1;
  }
  return tallies;
}
