import { dice } from './dice.ts';
import type { Planned } from './plan.ts';
import type { Publishers } from './texts.ts';

/** Who carries a programme out, and whose money pays for it. */
export type Carried = {
  readonly by: 'social' | 'economic';
  readonly money: 'public' | 'donor' | 'own';
};

/** Programmes that each document of the kind tells of. */
export const carriedInDocument = 4;

/**
 * What is said of programmes in every document called programme: over all of one voice in the proportions that
 * `institutions.yaml` asks for, to the nearest whole number, so that what is planted is in the texts and no matter of luck.
 */
export function carriedIn(
  planned: readonly Planned[],
  publishers: Publishers,
  seed: number,
): ReadonlyMap<string, readonly Carried[]> {
  const dealt = new Map<string, readonly Carried[]>();
  const programmes = planned.filter(({ kind }) => kind === 'programme');
  for (const [voice, own] of Map.groupBy(programmes, ({ institution }) => institution.voice)) {
    const chances = publishers.voices[voice]?.carried;
    if (chances === undefined) throw new Error(`institutions.yaml: no voice \`${voice}\``);
    const draw = dice(seed, `carried/${voice}`);
    const number = own.length * carriedInDocument;
    const bodies = draw.shuffled(
      shared<Carried['by']>(number, { social: chances.social, economic: 1 - chances.social }, [
        'social',
        'economic',
      ]),
    );
    const moneys = draw.shuffled(shared<Carried['money']>(number, chances, ['public', 'donor', 'own']));
    for (const [at, { file }] of own.entries())
      dealt.set(
        file,
        Array.from({ length: carriedInDocument }, (_, place) => ({
          by: bodies[at * carriedInDocument + place] ?? 'social',
          money: moneys[at * carriedInDocument + place] ?? 'public',
        })),
      );
  }
  return dealt;
}

/** Keys in proportion to their weights, `number` in all: whole parts first, what is left to the largest remainders. */
function shared<Key extends string>(
  number: number,
  weights: Readonly<Record<Key, number>>,
  keys: readonly Key[],
): readonly Key[] {
  const total = keys.reduce((sum, key) => sum + weights[key], 0);
  const exact = keys.map((key) => ({ key, part: (number * weights[key]) / total }));
  const whole = exact.flatMap(({ key, part }) => Array.from({ length: Math.floor(part + 1e-9) }, () => key));
  const rest = exact
    .toSorted((a, b) => (b.part % 1) - (a.part % 1))
    .slice(0, number - whole.length)
    .map(({ key }) => key);
  return [...whole, ...rest];
}
