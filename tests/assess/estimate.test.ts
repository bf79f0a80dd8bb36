import { describe, expect, it } from 'vitest';
import { estimateOf, factorOf } from '../../src/assess/estimate.ts';

const known = { variance: 0.04, degreesOfFreedom: 8 };

describe('estimate', () => {
  it('is null where the variance of one part is unknown, even if others are known', () => {
    expect(estimateOf(1, [known, { variance: null, degreesOfFreedom: 0 }])).toBeNull();
    expect(estimateOf(1, [{ variance: 0, degreesOfFreedom: 3 }])).toBeNull();
    expect(estimateOf(1, [known])).toMatchObject({ value: 1, standardError: 0.2 });
  });

  it('becomes a factor that is never zero nor infinite, however wide the interval', () => {
    const wide = estimateOf(0, [{ variance: 1e8, degreesOfFreedom: 1 }]);
    if (wide === null) throw new Error('an estimate was expected');
    expect(factorOf(wide)).toEqual({ value: 1, lower: Number.MIN_VALUE, upper: Number.MAX_VALUE });
  });
});
