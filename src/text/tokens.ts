import { doubledEnding } from './fold.ts';

/**
 * The words of a text: word `i` stands from `starts[i]` to `ends[i]` in UTF-16 units, and `broken[i]`
 * is 1 where something stands between it and the word before that no phrase may cross.
 */
export type Tokens = {
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly broken: Uint8Array;
};

const BREAK = 0;
const LETTER = 1;
/** May be crossed by a phrase. */
const GAP = 2;
/** Belongs to a word that has begun, is nothing outside of one. */
const INNER = 3;
const DASH = 4;
/** Half of a surrogate pair. */
const ASTRAL = 5;
/** A word of its own. */
const LONE = 6;
const KIND = 7;
/** Flag: right after a word it may belong to the word. */
const JOINS = 8;

const kinds: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/u, INNER],
  [/[\s"'`´‘’‚‛“”„‟«»‹›′″ʼ/\\_*^~†‡¹²³\u2070-\u209f]/u, GAP],
  [/[-\u2010-\u2013\u2212]/u, DASH],
  [/&/u, LONE],
  [/[\p{L}\p{Nd}]/u, LETTER],
];

const baseClasses = classify();

function classify(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < table.length; code++) {
    const char = String.fromCharCode(code);
    const known = kinds.find(([pattern]) => pattern.test(char))?.[1] ?? BREAK;
    const kind = code >= 0xd800 && code <= 0xdfff ? ASTRAL : known;
    table[code] = '.,:@(/'.includes(char) ? kind | JOINS : kind;
  }
  return table;
}

const web = /(?:(?:https?|ftp):\/\/|www\.)\S*/iuy;
const acronym = /\p{Lu}{1,2}(?:\.\p{Lu}{1,2}){1,15}(?![\p{L}\p{N}])/uy;
const endings = new RegExp(`${doubledEnding}{1,3}`, 'iuy');
const genderSign = /@s?(?![\p{L}\p{N}@])/iuy;
const run = /\S*/uy;

/**
 * Makes a function that finds the words of a text. Words are runs of letters, marks and digits; numbers
 * keep inner points and commas, dotted acronyms (`EE.UU.`) and inclusive spellings (`trabajador@s`,
 * `niños/as`, `cooperativados(as)`) are one word, `&` is a word, web and mail addresses are none.
 * Hyphens, apostrophes, quotes, slashes and footnote marks end a word but not a phrase; all other
 * punctuation and symbols end both, as does a dash that no word touches on its left.
 * `extraLetters` count as letters. The result is overwritten by the next call.
 */
export function createTokenizer(extraLetters = ''): (text: string) => Tokens {
  const classes = baseClasses.slice();
  for (const letter of extraLetters) classes[letter.charCodeAt(0)] = LETTER;
  let starts = new Int32Array(1024);
  let ends = new Int32Array(1024);
  let broken = new Uint8Array(1024);

  function grow(): void {
    const longer = [new Int32Array(starts.length * 2), new Int32Array(starts.length * 2)] as const;
    longer[0].set(starts);
    longer[1].set(ends);
    [starts, ends] = longer;
    const breaks = new Uint8Array(starts.length);
    breaks.set(broken);
    broken = breaks;
  }

  function runEnd(text: string, from: number): number {
    let i = from;
    while (i < text.length) {
      const kind = (classes[text.charCodeAt(i)] ?? BREAK) & KIND;
      if (kind === LETTER || kind === INNER) i++;
      else if (kind === ASTRAL && isAstralLetter(text, i)) i += 2;
      else break;
    }
    return i;
  }

  /** The end of the word that begins at `start`; the complement of the end where it is an address. */
  function wordEnd(text: string, start: number): number {
    let end = runEnd(text, start);
    while (end < text.length && (classes[text.charCodeAt(end)] ?? BREAK) & JOINS) {
      const joined = join(text, start, end);
      if (joined <= end) return joined;
      end = runEnd(text, joined);
    }
    return end;
  }

  return (text) => {
    let length = 0;
    let last = -1;
    let breaks = 0;
    let i = 0;
    while (i < text.length) {
      const kind = (classes[text.charCodeAt(i)] ?? BREAK) & KIND;
      if (kind === LETTER || kind === LONE || (kind === ASTRAL && isAstralLetter(text, i))) {
        const end = kind === LONE ? i + 1 : wordEnd(text, i);
        if (end < 0) {
          breaks = 1;
          i = ~end;
          continue;
        }
        if (length === starts.length) grow();
        starts[length] = i;
        ends[length] = end;
        broken[length++] = breaks;
        breaks = 0;
        last = end;
        i = end;
      } else if (kind === GAP || kind === INNER || (kind === DASH && i === last)) i++;
      else {
        if (i !== last || !closesAcronym(text, starts[length - 1] ?? 0, i)) breaks = 1;
        i++;
      }
    }
    return { length, starts, ends, broken };
  };
}

/** Where the scan goes on if what follows belongs to the word; `end` if not; negative for an address. */
function join(text: string, start: number, end: number): number {
  const before = text.charCodeAt(end - 1);
  switch (text[end]) {
    case '/':
    case '(':
      return end - start > 1 && !isDigit(before) ? matchEnd(endings, text, end) : end;
    case '@': {
      const sign = matchEnd(genderSign, text, end);
      return sign > end ? sign : ~matchEnd(run, text, end);
    }
    case ',':
      return isDigit(before) && isDigit(text.charCodeAt(end + 1)) ? end + 1 : end;
    default: {
      const address = matchEnd(web, text, start);
      if (address > end) return ~address;
      if (text[end] === ':') return end;
      if (isDigit(before) && isDigit(text.charCodeAt(end + 1))) return end + 1;
      return Math.max(end, matchEnd(acronym, text, start));
    }
  }
}

/** True for the last dot of `EE.UU.`, whose word began at `start`. */
function closesAcronym(text: string, start: number, at: number): boolean {
  if (text[at] !== '.') return false;
  const dot = text[at - 2] === '.' ? at - 2 : text[at - 3] === '.' ? at - 3 : -1;
  return dot > start && !isDigit(text.charCodeAt(dot + 1)) && !isDigit(text.charCodeAt(at - 1));
}

function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAstralLetter(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff && /[\p{L}\p{M}\p{Nd}]/u.test(String.fromCodePoint(code));
}
