import { describe, expect, it } from 'vitest';
import { count, counted, percent, rounded, statistic } from '../../src/report/numbers.ts';

describe('numbers', () => {
  it('keeps ten significant digits whatever the magnitude', () => {
    expect(rounded(0.1 + 0.2)).toBe(0.3);
    expect(rounded(123456789.123456)).toBe(123456789.1);
    expect(rounded(1.23456789012e-12)).toBe(1.23456789e-12);
  });

  it('sets thousands apart', () => {
    expect([0, 999, 1000, 1234567].map(count)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([0.25, 12.5, 53.21332219, 1234.96].map(count)).toEqual(['0.3', '12.5', '53.2', '1,235.0']);
    expect(counted(1, 'document')).toBe('1 document');
    expect(counted(2000, 'document')).toBe('2,000 documents');
  });

  it('never shows a share above nothing as 0 %', () => {
    expect([0, 0.001, 0.0094, 0.0096, 0.125, 1].map(percent)).toEqual([
      '0 %',
      '0.1 %',
      '0.9 %',
      '1 %',
      '13 %',
      '100 %',
    ]);
  });

  it('prints an undefined statistic as a dash and a negative one with a minus sign', () => {
    expect(statistic(null)).toBe('–');
    expect(statistic(-1.25)).toBe('−1.25');
    expect(statistic(-0.001)).toBe('0.00');
  });
});
