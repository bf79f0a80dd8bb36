import { alphabet, surprise } from './letter-pairs.ts';

/** Mean surprise of a letter above which words are none: Western languages stay below 5.5, scrambled ones above 7.5. */
const limit = 6.5;
/** Pairs of letters below which nothing can be said. */
const fewest = 80;
/** Share of characters without a meaning, and of words in several scripts, above which a text is noise. */
const mostUnusable = 0.3;
const mostMixed = 0.3;
/** Words in several scripts below which nothing can be said. */
const fewestMixed = 10;
/** UTF-16 units that are looked at. */
const reach = 20_000;

const latinWord = /(?<![\p{L}\p{M}])[a-z]{2,}(?![\p{L}\p{M}])/gu;
const mixed =
  /(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Ethiopic}])\p{L}+/gu;
const codes = new Map(Array.from(alphabet, (letter, place) => [letter, place]));
const bits = surprise.map((row) => Array.from(row, (digit) => Number.parseInt(digit, 16)));

/**
 * True for a text layer that says nothing of what is printed: letters that follow each other as in no language
 * (a wrong map to Unicode), characters of private use or none at all, words made of letters of several scripts.
 * False where there is too little to judge by.
 */
export function isNoise(text: string): boolean {
  const sample = text.slice(0, reach);
  const printed = sample.match(/[^\s\p{M}]/gu)?.length ?? 0;
  const unusable = sample.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0;
  const blank = sample.match(/[\t\n\r\f]/g)?.length ?? 0;
  if (unusable - blank > mostUnusable * Math.max(printed, 20)) return true;
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  const several = sample.match(mixed)?.length ?? 0;
  if (several >= fewestMixed && several > mostMixed * words) return true;
  const { pairs, mean } = surpriseOf(sample);
  return pairs >= fewest && mean > limit;
}

/** The number of pairs of letters in the Latin words of a text, and their mean surprise in bits. */
export function surpriseOf(text: string): { readonly pairs: number; readonly mean: number } {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  let sum = 0;
  let pairs = 0;
  for (const [word] of folded.matchAll(latinWord)) {
    let before = 0;
    for (const letter of `${word}_`) {
      const here = codes.get(letter) ?? 0;
      sum += bits[before]?.[here] ?? 0;
      pairs++;
      before = here;
    }
  }
  return { pairs, mean: pairs === 0 ? 0 : sum / pairs };
}
