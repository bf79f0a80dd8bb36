import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { best } from '../../src/text/rank.ts';

describe('best', () => {
  it('keeps what a stable sort of everything would put first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (weights, limit) => {
          const ranked = best<number>(limit);
          for (const [place, weight] of weights.entries()) ranked.add(place, weight);
          const expected = weights
            .map((weight, place) => ({ weight, place }))
            .toSorted((a, b) => b.weight - a.weight)
            .slice(0, limit)
            .map(({ place }) => place);
          expect(ranked.list()).toEqual(expected);
        },
      ),
    );
  });
});
