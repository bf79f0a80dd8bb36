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

/** Scripts beside the Latin one that words are written in. */
const scripts = ['Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Han', 'Hangul', 'Thai', 'Devanagari'];
const others = [...scripts, 'Armenian', 'Georgian', 'Ethiopic'].map((name) => `\\p{Script=${name}}`).join('');
const mixed = new RegExp(`(?=\\p{L}*\\p{Script=Latin})(?=\\p{L}*[${others}])\\p{L}+`, 'gu');
const otherScript = new RegExp(`[${others}]`, 'u');

const codes = new Map(Array.from(alphabet, (letter, place) => [letter, place]));
const bits = surprise.map((row) => Array.from(row, (digit) => Number.parseInt(digit, 16)));

/** What a character is for the measures below: the place of its letter in `alphabet` where it has one, and signs. */
const letterBits = 0x1f;
const foreignLetter = 0x20;
const mark = 0x40;
const unprinted = 0x80;
const unusable = 0x100;
const foreignScript = 0x200;
const known = 0x400;

/** Answers of `traitsOf` by code point, 0 where it has not been asked: pages repeat the same few characters. */
const traits = new Uint16Array(0x110000);

function traitsOf(code: number): number {
  const found = traits[code] ?? 0;
  if (found !== 0) return found;
  const written = String.fromCodePoint(code);
  const base = written
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const letter = base === '_' ? 0 : (codes.get(base) ?? 0);
  const made =
    known |
    letter |
    (letter === 0 && /\p{L}/u.test(base) ? foreignLetter : 0) |
    (base === '' ? mark : 0) |
    (/[\s\p{M}]/u.test(written) ? unprinted : 0) |
    (/(?![\t\n\r\f])[\p{Co}\p{Cn}\p{Cc}\ufffd]/u.test(written) ? unusable : 0) |
    (otherScript.test(written) ? foreignScript : 0);
  traits[code] = made;
  return made;
}

/**
 * True for a text layer that says nothing of what is printed: letters that follow each other as in no language
 * (a wrong map to Unicode), characters of private use or none at all, words made of letters of several scripts.
 * False where there is too little to judge by.
 */
export function isNoise(text: string): boolean {
  const sample = text.slice(0, reach);
  let printed = 0;
  let meaningless = 0;
  let foreign = false;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    const has = traitsOf(code);
    if ((has & unprinted) === 0) printed++;
    if ((has & unusable) !== 0) meaningless++;
    foreign ||= (has & foreignScript) !== 0;
  }
  if (meaningless > mostUnusable * Math.max(printed, 20)) return true;
  if (foreign && isMixed(sample)) return true;
  const { pairs, mean } = surpriseOf(sample);
  return pairs >= fewest && mean > limit;
}

function isMixed(sample: string): boolean {
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  const several = sample.match(mixed)?.length ?? 0;
  return several >= fewestMixed && several > mostMixed * words;
}

/**
 * The number of pairs of letters in the Latin words of a text, and their mean surprise in bits. Words have at least two
 * letters, all of them of `alphabet` but for accents; the edges of a word make pairs too.
 */
export function surpriseOf(text: string): { readonly pairs: number; readonly mean: number } {
  let sum = 0;
  let pairs = 0;
  let own = 0;
  let letters = 0;
  let before = 0;
  let latin = true;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? (text.codePointAt(i) ?? 0) : 0x20;
    if (code > 0xffff) i++;
    const has = traitsOf(code);
    if ((has & mark) !== 0) continue;
    const here = has & letterBits;
    if ((has & foreignLetter) !== 0) latin = false;
    else if (here !== 0) {
      own += bits[before]?.[here] ?? 0;
      letters++;
      before = here;
    } else {
      if (latin && letters >= 2) {
        sum += own + (bits[before]?.[0] ?? 0);
        pairs += letters + 1;
      }
      own = 0;
      letters = 0;
      before = 0;
      latin = true;
    }
  }
  return { pairs, mean: pairs === 0 ? 0 : sum / pairs };
}
