import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tippingPoint } from '../../src/assess/tipping.ts';
import type { Balance, Side } from '../../src/model/finding.ts';
import { logOdds } from '../../src/model/units.ts';

function side(theta: number | null, pairs: readonly (readonly [number, number])[] = []): Side {
  const institutions: readonly Balance[] = pairs.map(([numerator, denominator], at) => ({
    institution: `${at}`,
    documents: 2,
    passages: 0,
    framedDocuments: 2,
    numerator,
    denominator,
    theta: null,
    variance: null,
    leftOut: null,
  }));
  return {
    role: 'policy',
    voices: ['donor'],
    institutions,
    documents: 0,
    passages: 0,
    framedDocuments: 0,
    framedPassages: 0,
    effectiveDocuments: 0,
    theta: theta === null ? null : logOdds(theta),
  };
}

const smallest = Math.log(1.5);

describe('tipping point', () => {
  it('is solved by hand for one institution', () => {
    // (7 / r + 1/2) / 27.5 = exp(theta), so r = 7 / (27.5 exp(theta) - 1/2)
    const theta = Math.log(17.5 / 7.5);
    const found = tippingPoint(side(theta), side(null, [[7, 27]]), smallest);
    expect(found?.toZero).toBeCloseTo(7 / (27.5 * Math.exp(theta) - 0.5), 12);
    expect(found?.toSmallestEffect).toBeCloseTo(7 / (27.5 * Math.exp(theta - smallest) - 0.5), 12);
  });

  it('is null where no sensitivity could do it', () => {
    expect(tippingPoint(side(1), side(null, [[0, 27]]), smallest)).toBeNull();
    expect(tippingPoint(side(-9), side(null, [[3, 1]]), smallest)).toBeNull();
    expect(tippingPoint(side(null), side(null, [[3, 1]]), smallest)).toBeNull();
  });

  it('leaves out institutions that are not in the contrast', () => {
    const policy = side(null, [
      [7, 27],
      [900, 1],
    ]);
    const [first, second] = policy.institutions;
    if (first === undefined || second === undefined) throw new Error('two institutions expected');
    const without = { ...policy, institutions: [first, { ...second, leftOut: 'one_document' as const }] };
    expect(tippingPoint(side(1), without, smallest)).toEqual(
      tippingPoint(side(1), side(null, [[7, 27]]), smallest),
    );
  });

  it('brings the contrast to where it says, however many institutions there are', () => {
    const count = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 6, noNaN: true }),
        fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 5 }),
        (theta, pairs) => {
          const found = tippingPoint(side(theta), side(null, pairs), smallest);
          const at = (r: number) =>
            theta -
            pairs.reduce((sum, [a, b]) => sum + Math.log((a / r + 0.5) / (b + 0.5)), 0) / pairs.length;
          if (found === null) {
            expect(at(1e-6) < 0 && at(1e6) > smallest).toBe(false);
            return;
          }
          expect(at(found.toZero)).toBeCloseTo(0, 9);
          expect(at(found.toSmallestEffect)).toBeCloseTo(smallest, 9);
          expect(found.toSmallestEffect).toBeGreaterThan(found.toZero);
        },
      ),
    );
  });
});
