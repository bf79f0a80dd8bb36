/**
 * p-values adjusted by Holm (1979) over a family fixed in advance. A hypothesis that could not be tested (null)
 * keeps its place, as if its p were 1: it is null in the answer, and the others pay for it (docs/method.md 1.3).
 */
export function holm(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const family = pValues.length;
  let largest = 0;
  const adjusted = new Map<number, number>();
  for (const [place, { index, p }] of ascending(pValues).entries()) {
    largest = Math.max(largest, Math.min(1, (family - place) * p));
    adjusted.set(index, largest);
  }
  return pValues.map((_, index) => adjusted.get(index) ?? null);
}

/**
 * p-values adjusted for the rate of false discoveries by Benjamini and Hochberg (1995), over those there are: a
 * missing one (null) stays null and counts for nothing, as in R. For exploratory lists, not for hypotheses.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const known = ascending(pValues);
  let smallest = 1;
  const adjusted = new Map<number, number>();
  for (const [place, { index, p }] of [...known.entries()].toReversed()) {
    smallest = Math.min(smallest, (known.length / (place + 1)) * p);
    adjusted.set(index, smallest);
  }
  return pValues.map((_, index) => adjusted.get(index) ?? null);
}

function ascending(pValues: readonly (number | null)[]) {
  return pValues
    .flatMap((p, index) => (p === null ? [] : [{ index, p }]))
    .toSorted((one, other) => one.p - other.p);
}
