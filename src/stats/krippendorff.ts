import { sum } from './sum.ts';

/** How far apart two values are: same or not, by ranks, by difference, by difference relative to their sum. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** How often each value was paired with each other within units. */
export type Coincidences = { readonly values: readonly number[]; readonly counts: Float64Array };

/** Krippendorff's alpha, or why there is none: no unit was coded twice, or only one value was ever used. */
export type Alpha =
  | { readonly alpha: number; readonly reason: null }
  | { readonly alpha: null; readonly reason: 'no_pairs' | 'one_category' };

/**
 * Krippendorff's alpha (2011) of units, each with the codes that coders gave it; null stands for a coder who gave
 * none. 1 is perfect agreement, 0 what chance would give, below 0 is worse than chance.
 */
export function krippendorff(units: readonly (readonly (number | null)[])[], level: Level): Alpha {
  return alphaOf(coincidences(units, valuesOf(units)), level);
}

/** All values that occur, ascending. */
export function valuesOf(units: readonly (readonly (number | null)[])[]): readonly number[] {
  return [...new Set(units.flat().filter((code) => code !== null))].toSorted((a, b) => a - b);
}

/**
 * The coincidence matrix of units over `values`, row by row: each unit gives its ordered pairs weight
 * `1 / (codes - 1)`; one with fewer than two codes gives nothing. Matrices over the same values add up, so that a
 * bootstrap of documents adds theirs. Codes outside `values` are a programmer's error.
 */
export function coincidences(
  units: readonly (readonly (number | null)[])[],
  values: readonly number[],
): Coincidences {
  const places = new Map(values.map((value, place) => [value, place]));
  const counts = new Float64Array(values.length ** 2);
  for (const unit of units) {
    const codes = unit.filter((code) => code !== null);
    if (codes.length < 2) continue;
    const tallies = [...Map.groupBy(codes, placeOf)].map(([place, same]) => [place, same.length] as const);
    for (const [row, some] of tallies) {
      for (const [column, others] of tallies) {
        const pairs = row === column ? some * (some - 1) : some * others;
        const at = row * values.length + column;
        counts[at] = (counts[at] ?? 0) + pairs / (codes.length - 1);
      }
    }
  }
  return { values, counts };

  function placeOf(code: number): number {
    const place = places.get(code);
    if (place === undefined) throw new RangeError(`expected one of ${values.join(', ')}, got ${code}`);
    return place;
  }
}

/** Alpha of a coincidence matrix: `1 - observed / expected disagreement`. */
export function alphaOf({ values, counts }: Coincidences, level: Level): Alpha {
  const size = values.length;
  const margins = values.map((_, row) => sum(counts.subarray(row * size, (row + 1) * size)));
  const total = sum(margins);
  if (!(total > 0)) return { alpha: null, reason: 'no_pairs' };
  const distance = distances(values, margins, level);
  let [observed, expected] = [0, 0];
  for (const [row, some] of margins.entries()) {
    for (const [column, others] of margins.entries()) {
      if (row === column) continue;
      const apart = distance(row, column);
      observed += (counts[row * size + column] ?? 0) * apart;
      expected += some * others * apart;
    }
  }
  if (!(expected > 0)) return { alpha: null, reason: 'one_category' };
  return { alpha: 1 - ((total - 1) * observed) / expected, reason: null };
}

function distances(values: readonly number[], margins: readonly number[], level: Level) {
  const value = (place: number) => values[place] ?? 0;
  const upTo = margins.map((_, place) => sum(margins.slice(0, place + 1)) - (margins[place] ?? 0) / 2);
  return (one: number, other: number): number => {
    switch (level) {
      case 'nominal':
        return 1;
      case 'ordinal':
        return ((upTo[one] ?? 0) - (upTo[other] ?? 0)) ** 2;
      case 'interval':
        return (value(one) - value(other)) ** 2;
      case 'ratio': {
        const both = value(one) + value(other);
        return both === 0 ? 0 : ((value(one) - value(other)) / both) ** 2;
      }
    }
  };
}
