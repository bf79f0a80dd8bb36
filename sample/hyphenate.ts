import type { LexiconLanguage } from '../src/model/passage.ts';

const vowel = '[aeiouáéíóúâêôãõàü]';
const inseparable = '(?:[bcfgpt][lr]|[dv]r|ch|[ln]h|qu|gu)';
const open = new RegExp(`${vowel}(?=(?:${inseparable}|[bcdfgjlmnpqrstvxzçñ])${vowel})`, 'g');
const closed = new RegExp(`${vowel}(?:[lmnr]|s(?!s))(?=(?:${inseparable}|[bcdfgjmnpqtvxzçñ])${vowel})`, 'g');
const suffixes = /(?:tion|ment|ness|ship|tive|sion)s?$/;

/**
 * Places where a word may be broken at a line's end, as numbers of letters that stay: syllables in Spanish and
 * Portuguese, before a few endings in English. At least three letters stay on either side.
 */
export function breaks(word: string, language: LexiconLanguage): readonly number[] {
  if (word.length < 7 || !/^\p{Ll}+$/u.test(word)) return [];
  const found =
    language === 'en'
      ? [word.search(suffixes)]
      : [open, closed].flatMap((pattern) =>
          [...word.matchAll(pattern)].map((hit) => hit.index + hit[0].length),
        );
  return found.filter((place) => place >= 3 && place <= word.length - 3).sort((a, b) => a - b);
}
