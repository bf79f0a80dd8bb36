import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tQuantile } from '../../src/stats/tquantile.ts';

/** Degrees of freedom, quantile at .975 and at .01, from scipy 1.17.1; whole ones are in any table. */
const known = [
  [1, 12.706204736174694, -31.82051595377396],
  [1.5, 6.016663104427929, -11.1973161795684],
  [2, 4.302652729749462, -6.964556734283274],
  [3.7, 2.8675207071911895, -3.920507819208549],
  [5, 2.5705818356363146, -3.364929998907218],
  [10, 2.228138851986274, -2.763769458112696],
  [30, 2.0422724563012378, -2.4572615424005915],
  [120, 1.9799304050824402, -2.3578246126487556],
  [2500.25, 1.9609132498238504, -2.3278402699969556],
  [1e7, 1.959964221767205, -2.326348246948323],
] as const;

describe('quantile of t', () => {
  it.each(known)('with %d degrees of freedom agrees with scipy', (df, upper, lower) => {
    expect(tQuantile(0.975, df) / upper).toBeCloseTo(1, 9);
    expect(tQuantile(0.01, df) / lower).toBeCloseTo(1, 9);
  });

  it('falls with the degrees of freedom and never below the normal quantile', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 1.01, max: 50, noNaN: true }),
        (df, by) => {
          expect(tQuantile(0.975, df)).toBeGreaterThanOrEqual(tQuantile(0.975, df * by) - 1e-9);
          expect(tQuantile(0.975, df)).toBeGreaterThan(1.9599639);
        },
      ),
    );
  });

  it('refuses what is not a probability or no degrees of freedom', () => {
    for (const [p, df] of [
      [0, 3],
      [1, 3],
      [Number.NaN, 3],
      [0.5, 0],
      [0.5, Number.NaN],
    ] as const) {
      expect(() => tQuantile(p, df)).toThrow(RangeError);
    }
  });
});
