import { describe, expect, it } from 'vitest';
import { mean, squaredDeviations, sum } from '../../src/stats/sum.ts';

describe('sums', () => {
  it('are 0 of nothing, where a mean is null', () => {
    expect(sum([])).toBe(0);
    expect(mean([])).toBeNull();
    expect(mean([1, 2, 6])).toBe(3);
    expect(squaredDeviations([])).toBe(0);
    expect(squaredDeviations([1, 2, 6])).toBe(14);
    expect(squaredDeviations([0.1, 0.1, 0.1])).toBe(0);
  });
});
