import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subsumesWord } from '../../src/lexicon/subsume.ts';
import { matchesGlob } from '../../src/tag/glob.ts';

const folded = { case: false, accents: false };
const exact = { case: true, accents: true };
const wide = (word: string, by = folded) => ({ word, exact: by });

/** All words of up to five letters, one of which stands in no pattern. */
const words = Array.from({ length: 5 }).reduce<string[]>(
  (list) => [
    ...new Set([...list, ...list.flatMap((word) => ['a', 'b', 'z'].map((letter) => word + letter))]),
  ],
  ['a', 'b', 'z'],
);

describe('subsumesWord', () => {
  it('is sure where it says yes: every word that fits the narrow glob fits the wide one', () => {
    const glob = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 4 });
    let yes = 0;
    fc.assert(
      fc.property(glob, glob, (a, b) => {
        if (!subsumesWord(wide(a), wide(b))) return;
        yes++;
        for (const word of words) if (matchesGlob(b, word)) expect(matchesGlob(a, word)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(yes).toBeGreaterThan(20);
  });

  it('finds what lexicons have: endings, single characters, any word', () => {
    const pairs = [
      ['cooperativ*', 'cooperativa'],
      ['cooperativ*', 'cooperativista*'],
      ['organi?ation', 'organisation'],
      ['*', 'x'],
      ['a*b*', 'axb'],
    ] as const;
    for (const [a, b] of pairs) {
      expect(subsumesWord(wide(a), wide(b))).toBe(true);
      expect(subsumesWord(wide(b), wide(a))).toBe(false);
    }
  });

  it('holds case and accents against each other', () => {
    expect(subsumesWord(wide('can'), wide('CAN', exact))).toBe(true);
    expect(subsumesWord(wide('CAN', exact), wide('CAN'))).toBe(false);
    expect(subsumesWord(wide('CAN', exact), wide('Can', exact))).toBe(false);
    expect(subsumesWord(wide('mas'), wide('más'))).toBe(true);
  });
});
