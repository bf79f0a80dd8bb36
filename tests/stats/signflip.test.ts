import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signFlip } from '../../src/stats/signflip.ts';

const nothing = { seed: 1, name: 'x', from: 0, to: 0 };

describe('sign-flip test', () => {
  it('counts the sums of all signs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 8 }), (list) => {
        let sums = [0];
        for (const value of list) sums = sums.flatMap((sum) => [sum + value, sum - value]);
        const total = list.reduce((sum, value) => sum + value, 0);
        const found = signFlip(list, nothing);
        expect(found?.pGreater).toBeCloseTo(sums.filter((sum) => sum >= total).length / sums.length, 12);
      }),
    );
  });

  it('is 1 of zeros, null of nothing and of no draw', () => {
    expect(signFlip([0, 0, 0], nothing)?.pGreater).toBe(1);
    expect(signFlip([], nothing)).toBeNull();
    expect(signFlip(Array(30).fill(1), nothing)).toBeNull();
  });

  it('draws signs above 17 differences and comes near the normal tail', () => {
    const list = Array.from({ length: 100 }, (_, at) => (at < 60 ? 1 : -1));
    const found = signFlip(list, { seed: 8, name: 'flip', from: 0, to: 4000 });
    expect(found?.greater).toMatchObject({ all: 4000, exact: false });
    // 60 or more heads of 100.
    expect(Math.abs((found?.pGreater ?? 0) - 0.0284)).toBeLessThan(0.01);
  });
});
