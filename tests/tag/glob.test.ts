import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/tag/glob.ts';

/** The definition, by recursion on code points. */
function naive(glob: readonly string[], word: readonly string[]): boolean {
  const [head, ...rest] = glob;
  if (head === undefined) return word.length === 0;
  if (head === '*') return naive(rest, word) || (word.length > 0 && naive(glob, word.slice(1)));
  return word.length > 0 && (head === '?' || head === word[0]) && naive(rest, word.slice(1));
}

describe('a glob', () => {
  it('fits the words that the definition fits', () => {
    const glob = fc.array(fc.constantFrom('a', 'b', '𐐨', '*', '?'), { maxLength: 7 });
    const word = fc.array(fc.constantFrom('a', 'b', '𐐨'), { maxLength: 8 });
    fc.assert(
      fc.property(glob, word, (g, w) => {
        expect(matchesGlob(g.join(''), w.join(''))).toBe(naive(g, w));
      }),
      { numRuns: 2000 },
    );
  });

  it('may begin behind a prefix that is known to agree', () => {
    expect(matchesGlob('solidari*', 'solidaridad', 8)).toBe(true);
    expect(matchesGlob('solidari?', 'solidaridad', 8)).toBe(false);
  });

  it('with many stars is settled on a long word', () => {
    expect(matchesGlob(`${'*a'.repeat(50)}*b`, 'a'.repeat(20_000))).toBe(false);
  });
});
