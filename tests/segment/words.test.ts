import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/segment/words.ts';

describe('countWords', () => {
  const cases: Readonly<Record<string, number>> = {
    '': 0,
    '— … •': 0,
    'Hola, mundo.': 2,
    'o decreto-lei nº 5': 4,
    "l'économie d’hier": 2,
    'pre- y post-': 3,
    '1.000 euros': 3,
    'cafe\u0301 con 😀 leche': 3,
    'a - b': 2,
  };
  for (const [text, words] of Object.entries(cases)) {
    it(`counts ${words} in "${text}"`, () => {
      expect(countWords(text)).toBe(words);
    });
  }
});
