import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctions, largestZ } from '../../src/stats/logodds.ts';
import { notFinite } from '../support/finite.ts';

const words = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 8 });

describe('log odds of words', () => {
  it('change sign when corpora change places, and are finite or null', () => {
    fc.assert(
      fc.property(words, fc.double({ min: 0.1, max: 2000, noNaN: true }), (list, strength) => {
        const [first, second, background] = [0, 1, 2].map((at) => list.map((counts) => counts[at] ?? 0));
        const found = distinctions(first ?? [], second ?? [], background ?? [], strength);
        const turned = distinctions(second ?? [], first ?? [], background ?? [], strength);
        expect(notFinite(found)).toEqual([]);
        found.forEach((one, at) => {
          if (one === null) expect(turned[at]).toBeNull();
          else expect(one.delta).toBeCloseTo(-(turned[at]?.delta ?? Number.NaN), 9);
        });
      }),
    );
  });

  it('come near plain log odds under a weak prior, and near 0 under a strong one', () => {
    const [first, second, background] = [
      [30, 70],
      [10, 90],
      [50, 50],
    ];
    const plain = Math.log(30 / 70) - Math.log(10 / 90);
    expect(distinctions(first, second, background, 1e-6)[0]?.delta).toBeCloseTo(plain, 5);
    expect(distinctions(first, second, background, 1e9)[0]?.delta).toBeCloseTo(0, 5);
  });

  it('are null for a word the background lacks, and for a vocabulary of one word', () => {
    expect(distinctions([1, 2], [3, 4], [0, 5], 10)[0]).toBeNull();
    expect(distinctions([1], [3], [5], 10)).toEqual([null]);
    expect(distinctions([1, 1], [3, 1], [0, 0], 10)).toEqual([null, null]);
    expect(distinctions([], [], [], 10)).toEqual([]);
  });

  it('have the largest |z| that is found without them', () => {
    const counts = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(counts, (list) => {
        const [first, second, more] = [0, 1, 2].map((at) => list.map((row) => row[at] ?? 0));
        const totals = list.map(([one, other]) => one + other);
        const background = totals.map((total, at) => total + (more?.[at] ?? 0));
        const all = background.reduce((sum, count) => sum + count, 0);
        if (all === 0) return;
        const compared = distinctions(first ?? [], second ?? [], background, 50).slice(0, -1);
        const expected = Math.max(0, ...compared.map((one) => Math.abs(one?.z ?? 0)));
        const priors = Float64Array.from(background, (count) => (50 * count) / all);
        expect(largestZ(Float64Array.from(first ?? []), Float64Array.from(totals), priors)).toBeCloseTo(
          expected,
          9,
        );
      }),
    );
  });
});
