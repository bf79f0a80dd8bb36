import { describe, expect, it } from 'vitest';
import { isAtLeast, pValue } from '../../src/stats/pvalue.ts';

describe('p-value of a tally', () => {
  it('counts the observed one once, whether it is among them or not', () => {
    expect(pValue({ atLeast: 1, all: 20, exact: true })).toBe(0.05);
    expect(pValue({ atLeast: 0, all: 19, exact: false })).toBe(0.05);
    expect(pValue({ atLeast: 19, all: 19, exact: false })).toBe(1);
    expect(pValue({ atLeast: 0, all: 0, exact: false })).toBeNull();
  });

  it('takes as equal what only the order of a sum sets apart', () => {
    expect(isAtLeast(0.3, 0.1 + 0.2)).toBe(true);
    expect(isAtLeast(0.3, 0.3 + 1e-9)).toBe(false);
    expect(isAtLeast(195.40397482805324, 195.40397482805528)).toBe(true);
    expect(isAtLeast(-195.40397482805528, -195.40397482805324)).toBe(true);
  });
});
