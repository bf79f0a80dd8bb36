import { describe, expect, it } from 'vitest';
import { citedPage } from '../../src/model/document.ts';
import {
  documentId,
  logOdds,
  offset,
  pageIndex,
  passageId,
  perThousandWords,
  sha256,
} from '../../src/model/units.ts';

describe('units', () => {
  it('are made of what they can be made of', () => {
    expect(offset(0)).toBe(0);
    expect(pageIndex(12)).toBe(12);
    expect(logOdds(-1.5)).toBe(-1.5);
    expect(perThousandWords(3, 1500)).toBe(2);
    const hash = sha256('ab'.repeat(32));
    expect(documentId(hash)).toBe('abababababababab');
    expect(passageId('abababababababab-0123456789ab')).toHaveLength(29);
  });

  it('refuse everything else', () => {
    for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => offset(value)).toThrow(RangeError);
      expect(() => pageIndex(value)).toThrow(RangeError);
    }
    expect(() => logOdds(Number.NaN)).toThrow(RangeError);
    expect(() => logOdds(Number.NEGATIVE_INFINITY)).toThrow(RangeError);
    for (const hex of ['', 'AB'.repeat(32), 'ab'.repeat(31), `${'ab'.repeat(32)}\n`]) {
      expect(() => sha256(hex)).toThrow(RangeError);
    }
    expect(() => passageId('abababababababab-xyz')).toThrow(RangeError);
  });

  it('have no rate where there are no words', () => {
    expect(perThousandWords(0, 0)).toBeNull();
  });
});

describe('a cited page', () => {
  it('is the printed label, or its place counted from 1', () => {
    expect(citedPage({ index: 4, label: 'iii' })).toBe('iii');
    expect(citedPage({ index: 4, label: null })).toBe('5');
  });
});
