import type { Mark } from '../../model/framing.ts';
import { specificationFactors } from '../../model/robustness.ts';
import type { Voice } from '../../model/tag.ts';
import { COUNTS, type Pole, placeOf } from './choices.ts';

const { unit: units, voice: voices, negation: negations } = specificationFactors;

/** The two categories of a contrast: the claimed pole's, and every pole that it is weighed against. */
export type Sides = { readonly claimed: ReadonlySet<string>; readonly poles: readonly Pole[] };

/** Pairs of counts of one stretch of text under every way of counting, `2 * COUNTS * poles` of them. */
export function noCounts(poles: number): Float64Array {
  return new Float64Array(2 * COUNTS * poles);
}

/**
 * Adds one passage's presence under every unit, voice and negation, in the domains whose places are given. A negated
 * mark is dropped, taken as it is, or counted for the opposite pole; a passage with both poles adds to both.
 */
export function addPassage(
  counts: Float64Array,
  marks: readonly Mark[],
  { claimed, poles }: Sides,
  domains: readonly number[],
): void {
  const relevant = marks.filter(
    ({ category }) => claimed.has(category) || poles.some((pole) => pole.categories.has(category)),
  );
  if (relevant.length === 0 || domains.length === 0) return;
  const sentences = [...Map.groupBy(relevant, ({ sentence }) => sentence).values()];
  for (const [unit, name] of units.entries()) {
    const groups = name === 'paragraph' ? [relevant] : sentences;
    for (const voice of voices.keys())
      for (const negation of negations.keys())
        for (const [pole, { categories }] of poles.entries()) {
          let [a, b] = [0, 0];
          for (const group of groups) {
            const { claimed: one, against } = presence(group, claimed, categories, voice, negation);
            if (one) a++;
            if (against) b++;
          }
          if (a + b === 0) continue;
          for (const domain of domains) {
            const at = 2 * placeOf({ unit, voice, negation, domain, pole }, poles.length);
            counts[at] = (counts[at] ?? 0) + a;
            counts[at + 1] = (counts[at + 1] ?? 0) + b;
          }
        }
  }
}

/** Whether any mark of a group counts for the claimed pole and for the one against it. */
export function presence(
  group: readonly Mark[],
  claimed: ReadonlySet<string>,
  opposite: ReadonlySet<string>,
  voice = 0,
  negation = 0,
): { readonly claimed: boolean; readonly against: boolean } {
  let [one, other] = [false, false];
  for (const mark of group) {
    if (!isHeard(mark.voice, voice)) continue;
    const turned = mark.polarity === 'negated';
    if (turned && negations[negation] === 'drop') continue;
    const flips = turned && negations[negation] === 'flip';
    if (claimed.has(mark.category)) {
      if (flips) other = true;
      else one = true;
    }
    if (opposite.has(mark.category)) {
      if (flips) one = true;
      else other = true;
    }
  }
  return { claimed: one, against: other };
}

function isHeard(voice: Voice, level: number): boolean {
  switch (voices[level]) {
    case 'all':
      return true;
    case 'endorsed':
      return voice === 'own' || voice === 'endorsed';
    default:
      return voice === 'own';
  }
}
