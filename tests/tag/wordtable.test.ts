import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordTable } from '../../src/tag/wordtable.ts';

describe('a word table', () => {
  it('answers like a map of substrings and makes each value once', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', '𐐨'), maxLength: 3 }), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(parts, (words) => {
        const made: string[] = [];
        const look = createWordTable((word) => {
          made.push(word);
          return { word };
        });
        const text = words.join('');
        let at = 0;
        for (const word of words) {
          expect(look(text, at, at + word.length)).toEqual({ word });
          at += word.length;
        }
        expect(made).toEqual([...new Set(words)]);
      }),
    );
  });

  it('goes on past the number of words that it remembers', () => {
    const look = createWordTable((word) => Number(word));
    for (let i = 0; i < 600_000; i++) {
      const word = String(i);
      if (look(word, 0, word.length) !== i)
        throw new Error(`expected ${i}, got ${look(word, 0, word.length)}`);
    }
    expect([0, 499_999, 500_000, 599_999].map((i) => look(String(i), 0, String(i).length))).toEqual([
      0, 499_999, 500_000, 599_999,
    ]);
  });
});
