/** What of a word's spelling still counts when two words are compared; everything else is folded away. */
export type Exactness = { readonly case: boolean; readonly accents: boolean };

/**
 * One written word in the form in which it is compared: composed (NFC), typographic ligatures and
 * invisible characters undone, lower case unless `exact.case`, without accents unless `exact.accents`
 * (`ñ` then equals `n` and `ç` equals `c`, as in scans that drop them).
 */
export function fold(word: string, exact: Exactness): string {
  if (/^[\x20-\x7e]*$/.test(word)) return exact.case ? word : word.toLowerCase();
  if (!exact.accents && /^[\x20-\xac\xae-\u024f]*$/.test(word)) {
    const bare = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    return exact.case ? bare : bare.toLowerCase();
  }
  const cased = exact.case ? clean(word) : clean(word).toLowerCase();
  return exact.accents
    ? cased.normalize('NFC')
    : cased.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** A word without case and accents, as most lists of words hold theirs. */
export function plain(word: string): string {
  return fold(word, { case: false, accents: false });
}

/**
 * The plain spellings that a token stands for, the written one first. Dots go from acronyms (`EE.UU`),
 * doubled endings go (`trabajadores/as`, `cooperativados(as)`), and `@` or `x` for a vowel of gender
 * (`trabajador@s`, `todxs`) is read as each vowel, because a lexicon lists only the plain word.
 */
export function spellings(token: string): readonly string[] {
  const whole = stripEnding(token);
  const bare = whole.includes('.') ? whole.replace(/(?<=\p{L})\.(?=\p{L})/gu, '') : whole;
  if (!/@|xs$/iu.test(bare)) return [bare];
  const gendered = /^(.*\p{L})@(s?)$/isu.exec(bare) ?? /^(.*[bcdfghjklmnñpqrstvyz])x(s)$/isu.exec(bare);
  if (gendered === null) return [bare];
  const [, stem = '', plural = ''] = gendered;
  return [bare, ...['', 'o', 'a', 'e'].map((vowel) => stem + vowel + plural)];
}

/** The pattern source of an ending that repeats a noun in another gender or number, glued to its word. */
export const doubledEnding = '(?:/(?:E)(?![\\p{L}\\p{N}])|\\((?:E)\\))'.replaceAll(
  'E',
  '(?:[oae]s?|s|d?o?r[ae]s?|xs?)',
);

const ending = new RegExp(`(?<=.[\\p{L}*?])${doubledEnding}{1,3}$`, 'isu');

function stripEnding(token: string): string {
  return token.includes('/') || token.includes('(') ? token.replace(ending, '') : token;
}

function clean(word: string): string {
  return word
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKD'));
}
