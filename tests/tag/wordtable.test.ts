import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordTable } from '../../src/tag/wordtable.ts';

describe('a word table', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ÿ', 'Ā', '𐐨'), maxLength: 3 });
  const around = fc.string({ unit: fc.constantFrom('a', 'ÿ'), minLength: 10, maxLength: 14 });

  it('answers like a map of substrings and makes each value once', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(short, around), { maxLength: 50 }), (words) => {
        const made: string[] = [];
        const look = createWordTable((word) => made.push(word) - 1);
        const text = words.join('');
        let at = 0;
        for (const word of words) {
          expect(made[look(text, at, at + word.length)]).toBe(word);
          at += word.length;
        }
        expect(made).toEqual([...new Set(words)]);
      }),
    );
  });

  it('tells words apart that differ in one place', () => {
    const look = createWordTable((word) => [...word].indexOf('b') + 100 * word.length);
    const words = Array.from({ length: 16 }, (_, length) =>
      Array.from({ length: length + 1 }, (_, i) => `${'a'.repeat(i)}b${'a'.repeat(length - i)}`),
    ).flat();
    for (const word of [...words, ...words]) {
      expect(look(word, 0, word.length)).toBe(word.indexOf('b') + 100 * word.length);
    }
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
