import { describe, expect, it } from 'vitest';
import { normalBothTails, normalQuantile, normalTail } from '../../src/stats/normal.ts';
import { tBothTails, tTail } from '../../src/stats/ttail.ts';

describe('normal and t distributions', () => {
  it('have the values of printed tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalTail(1.6448536269514722)).toBeCloseTo(0.05, 12);
    expect(normalBothTails(-1.959963984540054)).toBeCloseTo(0.05, 12);
    expect(normalBothTails(0)).toBe(1);
    expect(tTail(2.131846786326649, 4)).toBeCloseTo(0.05, 9);
    expect(tBothTails(-2.7764451051977987, 4)).toBeCloseTo(0.05, 9);
    // With one degree of freedom it is Cauchy's.
    expect(tTail(1, 1)).toBeCloseTo(0.25, 9);
  });

  it('keep far tails apart from 0, and refuse what is no probability', () => {
    expect(normalTail(30)).toBeGreaterThan(0);
    expect(() => normalQuantile(1)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
    expect(() => tTail(1, 0)).toThrow(RangeError);
  });
});
