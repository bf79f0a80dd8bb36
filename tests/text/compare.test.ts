import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/text/compare.ts';

describe('compareText', () => {
  it('sorts by code units, so that accents and capitals have one place everywhere', () => {
    expect(['ñ', 'a', 'Z', 'z'].toSorted(compareText)).toEqual(['Z', 'a', 'z', 'ñ']);
    expect(compareText('a', 'a')).toBe(0);
  });
});
