import { isPart, type MeasuredCategory } from '../../model/lexicon.ts';
import { type Choice, specificationFactors } from '../../model/robustness.ts';

const { unit, weighting, voice, negation, domain } = specificationFactors;

/** A pole that the claimed one can be weighed against: its name, the codes joined in it, and their categories. */
export type Pole = {
  readonly name: string;
  readonly codes: readonly string[];
  readonly categories: ReadonlySet<string>;
};

/** Ways of counting passages that do not differ in weighting, for each pole. */
export const COUNTS = unit.length * voice.length * negation.length * domain.length;

/** Places of a choice's factors; `pole` among the poles. */
export type Place = {
  readonly unit: number;
  readonly voice: number;
  readonly negation: number;
  readonly domain: number;
  readonly pole: number;
};

/** Where the pair of counts of a choice stands, weighting apart. */
export function placeOf(at: Place, poles: number): number {
  const way =
    ((at.unit * voice.length + at.voice) * negation.length + at.negation) * domain.length + at.domain;
  return way * poles + at.pole;
}

/** The primary way: paragraphs, the author's own affirmations, in passages that name the object. */
export function primaryPlace(pole: number): Place {
  return { unit: unit.indexOf('paragraph'), voice: 0, negation: 0, domain: 0, pole };
}

/** Wider than the pole that a claim names: other social policy put to it, where the study measures it. */
const WIDER = 'SOC';

/**
 * The poles of a curve: each part of the one that the claim names, that one itself, and it with other social policy.
 * Parts and additions that the study does not measure are left out. Gives the place of the claim's own pole too.
 */
export function polesOf(
  denominator: string,
  measured: readonly MeasuredCategory[],
): { readonly poles: readonly Pole[]; readonly primary: number } {
  const whole = measured.find(({ code }) => code === denominator);
  if (whole === undefined) return { poles: [], primary: 0 };
  const parts = measured.filter(
    (one) => isPart(one, whole) && !measured.some((other) => isBetween(one, other)),
  );
  const wider = measured.find(({ code }) => code === WIDER && code !== denominator);
  const sets = [
    ...parts.map(({ code, categories }) => ({ name: code, codes: [code], categories: new Set(categories) })),
    { name: denominator, codes: [denominator], categories: new Set(whole.categories) },
    ...(wider === undefined
      ? []
      : [
          {
            name: `${denominator}+${wider.code}`,
            codes: [denominator, wider.code],
            categories: new Set([...whole.categories, ...wider.categories]),
          },
        ]),
  ];
  return { poles: sets, primary: parts.length };

  function isBetween(one: MeasuredCategory, other: MeasuredCategory): boolean {
    return whole !== undefined && isPart(one, other) && isPart(other, whole);
  }
}

/** Every choice in the order of its factors, with where its counts stand. */
export function choices(poles: readonly Pole[]): readonly { readonly choice: Choice; readonly at: Place }[] {
  return unit.flatMap((oneUnit, u) =>
    weighting.flatMap((oneWeighting) =>
      voice.flatMap((oneVoice, v) =>
        negation.flatMap((oneNegation, n) =>
          domain.flatMap((oneDomain, d) =>
            poles.map(({ name }, pole) => ({
              choice: {
                unit: oneUnit,
                weighting: oneWeighting,
                voice: oneVoice,
                negation: oneNegation,
                domain: oneDomain,
                pole: name,
              },
              at: { unit: u, voice: v, negation: n, domain: d, pole },
            })),
          ),
        ),
      ),
    ),
  );
}
