import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chances, shares, smooth } from '../../src/segment/smooth.ts';

const states = 3;
const positive = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), {
  minLength: states,
  maxLength: states,
});

/** The oracle: the chances of every whole path, one by one. */
function byPaths(seen: readonly Chances[], prior: Chances, stay: number): readonly Chances[] {
  let paths: { readonly path: readonly number[]; readonly chance: number }[] = [{ path: [], chance: 1 }];
  for (const likelihood of seen)
    paths = paths.flatMap(({ path, chance }) =>
      likelihood.map((value, state) => {
        const last = path.at(-1);
        const drawn = prior[state] ?? 0;
        const move = last === undefined ? drawn : (last === state ? stay : 0) + (1 - stay) * drawn;
        return { path: [...path, state], chance: chance * move * value };
      }),
    );
  const all = paths.reduce((sum, { chance }) => sum + chance, 0);
  return seen.map((_, at) =>
    Array.from(
      { length: states },
      (_, state) =>
        paths.filter(({ path }) => path[at] === state).reduce((sum, { chance }) => sum + chance, 0) / all,
    ),
  );
}

describe('smooth', () => {
  it('gives the chances that the sum over all paths gives', () => {
    fc.assert(
      fc.property(
        fc.array(positive, { maxLength: 6 }),
        positive.map(shares),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seen, prior, stay) => {
          const found = smooth(seen, prior, stay);
          const expected = byPaths(seen, prior, stay);
          expect(found).toHaveLength(seen.length);
          found.forEach((chances, at) => {
            chances.forEach((chance, state) => {
              expect(chance).toBeCloseTo(expected[at]?.[state] ?? Number.NaN, 9);
            });
          });
        },
      ),
    );
  });

  it('neither overflows nor underflows in ten thousand steps', () => {
    const seen = Array.from({ length: 10_000 }, (_, i) => (i % 2 === 0 ? [1, 1e-200, 0] : [1e-300, 1, 1e-5]));
    for (const chances of smooth(seen, [0.5, 0.4, 0.1], 0.7)) {
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    }
  });
});
