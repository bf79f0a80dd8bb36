/** The languages that rules are written in. */
export type CueLanguage = 'en' | 'es' | 'pt';

/**
 * One rule of how documents of the field are worded: its language, what it tells, its pattern, a text that it
 * must match and one that it must not. The notation of patterns, read from the beginning of a text or sentence:
 *
 * | written | read as |
 * |---|---|
 * | `se acuerda` | these words, in any case, with or without accents |
 * | `acord*` | any ending, or with the star in front any beginning |
 * | `(a\|b c)`, `[a]` | one of several, or nothing too |
 * | `...` | up to twelve words of the same sentence |
 * | `#`, `№` | a number in digits or Roman numerals, as an ordinal too; the sign for one, as in `N.º ` |
 * | `<name>` | a slot: see `slots` |
 * | `{...}` | what the rule is about: the speaker, the body, the number |
 * | `$` | the end of the text, but for stops and colons |
 */
export type Cue<Kind extends string> = readonly [
  language: CueLanguage,
  kind: Kind,
  pattern: string,
  matches: string,
  rejects: string,
];

/** A rule ready for use. */
export type Reader<Kind extends string> = {
  readonly language: CueLanguage;
  readonly kind: Kind;
  /** Matches at one place only. */
  readonly pattern: RegExp;
  readonly anywhere: RegExp;
  /** The characters with which a match may begin, in lower case; null for any. */
  readonly first: string | null;
};

/** Where a rule matched: the kind it tells, the end of the match, and what stands in its braces, in UTF-16 units. */
export type Found<Kind extends string> = {
  readonly kind: Kind;
  readonly end: number;
  readonly part: { readonly text: string; readonly start: number } | null;
};

/** One of the places where a rule matched, in UTF-16 units. */
export type Place<Kind extends string> = {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
};

const capital = "[A-Z][A-Za-z'’-]*(?:\\.(?=[A-Z\\s]*[A-Z]\\.?\\s[A-Z]))?";
const particle = '(?:de|del|la|las|los|el|y|e|da|do|das|dos|of|the|and|for|para|em|von|van|di)';

/** What the slots of a pattern stand for. */
const slots: Readonly<Record<string, string>> = {
  /** Words with capitals, particles between them. */
  name: `${capital}(?:\\s+(?:${particle}\\s+){0,3}${capital}){0,9}`,
  /** At least two words with capitals, particles between them. */
  fullname: `${capital}(?:\\s+(?:${particle}\\s+){0,3}${capital}){1,5}`,
  /** A name in capitals of at least two letters. */
  acronym: '[A-Z]{2,}(?:-[A-Za-z]+)?',
  /** A number of an act: `03/12`, `47-2010`, `XIX`, `3ª`. */
  number: '(?:\\d[\\d./-]*\\d|\\d|[IVXLC]+)(?:[ªº°]|st|nd|rd|th|[ae](?![A-Za-z]))?',
  /** An infinitive. */
  infinitive: '[A-Za-z]+[aeiAEI][rR](?:[sS][eE])?',
};

/** Makes rules ready; throws where a pattern leaves a bracket open or names an unknown slot. */
export function readers<Kind extends string>(cues: readonly Cue<Kind>[]): readonly Reader<Kind>[] {
  return cues.map(([language, kind, written]) => {
    const { pattern, first } = compileCue(written);
    return { language, kind, pattern, anywhere: new RegExp(pattern.source), first };
  });
}

/** The first rule, in their order, that matches a text at a place; short texts are held against all languages. */
export function readAt<Kind extends string>(
  rules: readonly Reader<Kind>[],
  text: string,
  at: number,
  language: string | null,
): Found<Kind> | null {
  const plain = plainOf(text);
  for (const rule of beginningWith(plain.charCodeAt(at), indexOf(rules, language))) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(plain);
    if (match === null) continue;
    const span = match.indices?.groups?.['part'];
    const part = span === undefined ? null : { text: text.slice(span[0], span[1]), start: span[0] };
    return { kind: rule.kind as Kind, end: at + match[0].length, part };
  }
  return null;
}

/** True where one of the rules matches anywhere in a text. */
export function readIn(rules: readonly Reader<string>[], text: string, language: string | null): boolean {
  return rules.some((rule) => speaks(rule.language, language) && rule.anywhere.test(plainOf(text)));
}

/** Where the first match of a rule anywhere in a text ends; null where none matches. */
export function endIn(
  rules: readonly Reader<string>[],
  text: string,
  language: string | null,
): number | null {
  const ends = rules.flatMap((rule) => {
    const match = speaks(rule.language, language) ? rule.anywhere.exec(plainOf(text)) : null;
    return match === null ? [] : [match.index + match[0].length];
  });
  return ends.length === 0 ? null : Math.min(...ends);
}

/**
 * Every place in a text where a rule matches, in their order; where several begin, the first rule that does, and where
 * several of one kind end, the longest.
 */
export function allIn<Kind extends string>(
  rules: readonly Reader<Kind>[],
  text: string,
  language: string | null,
): readonly Place<Kind>[] {
  const plain = plainOf(text);
  const index = indexOf(rules, language);
  const found: Place<Kind>[] = [];
  for (let at = 0, inWord = false; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    const able = inWord || code <= 32 ? none : beginningWith(code, index);
    inWord = letterOf(code) !== null || (code >= 48 && code <= 57);
    for (const { kind, pattern } of able) {
      pattern.lastIndex = at;
      const match = pattern.exec(plain);
      if (match === null) continue;
      const end = at + match[0].length;
      // The same words without what may be left out before them.
      if (!found.slice(-8).some((one) => one.end === end && one.kind === kind))
        found.push({ kind: kind as Kind, start: at, end });
      break;
    }
  }
  return found;
}

/** The rules of a language by the letter that they may begin with. */
type Index = {
  readonly letters: readonly (readonly Reader<string>[])[];
  readonly others: readonly Reader<string>[];
};

const none: readonly Reader<string>[] = [];
const indexes = new WeakMap<readonly object[], Map<string, Index>>();

/** The rules that can match where this character stands, in their order: most begin with another one. */
function beginningWith(code: number, { letters, others }: Index): readonly Reader<string>[] {
  const letter = letterOf(code);
  return letter === null ? others : (letters[letter] ?? none);
}

/** Place of a plain letter in the alphabet, in either case; null for any other character. */
function letterOf(code: number): number | null {
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < 26 && code < 128 ? letter : null;
}

function indexOf(rules: readonly Reader<string>[], language: string | null): Index {
  const known = indexes.get(rules) ?? new Map<string, Index>();
  indexes.set(rules, known);
  const held = known.get(language ?? '');
  if (held !== undefined) return held;
  const own = rules.filter((rule) => speaks(rule.language, language));
  const made: Index = {
    letters: [...'abcdefghijklmnopqrstuvwxyz'].map((letter) =>
      own.filter(({ first }) => first?.includes(letter) ?? true),
    ),
    others: own.filter(({ first }) => first === null || /[^a-z]/u.test(first)),
  };
  known.set(language ?? '', made);
  return made;
}

function speaks(rule: CueLanguage, language: string | null): boolean {
  return language === null || language === 'und' || language === 'other' || language === rule;
}

/** The pattern of one rule as a sticky regular expression, and the characters with which it may begin. */
export function compileCue(pattern: string): { readonly pattern: RegExp; readonly first: string | null } {
  const { source, end, first } = sequence(pattern, 0);
  if (end < pattern.length) throw new Error(`Expected cue \`${pattern}\` to close what it opens, at ${end}`);
  const edge = /[\p{L}\])}]$/u.test(pattern.trim()) ? '(?![A-Za-z0-9])' : '';
  const flags = pattern.includes('{') ? 'dy' : 'y';
  return { pattern: new RegExp(`(?<![A-Za-z0-9])(?:${source})${edge}`, flags), first };
}

/** Source of a part of a pattern, where the part ends in it, and the characters with which it may begin; null for any. */
type Compiled = { readonly source: string; readonly end: number; readonly first: string | null };
type Part = Omit<Compiled, 'end'> & { readonly optional: boolean; readonly spaced: boolean };

/** Reads one branch of a pattern, to the bar or bracket that ends it. */
function sequence(pattern: string, from: number): Compiled {
  const parts: Part[] = [];
  let at = from;
  let spaced = false;
  while (at < pattern.length && !'|)]}'.includes(pattern.charAt(at))) {
    const sign = pattern.charAt(at);
    if (sign === ' ') {
      spaced = true;
      at += 1;
      continue;
    }
    const { end, ...part } = piece(pattern, at);
    parts.push({ ...part, spaced });
    spaced = false;
    at = end;
  }
  return { source: joined(parts), end: at, first: firstOf(parts) };
}

/** What a sequence may begin with: its optional parts at the front, and the first that must be there. */
function firstOf(parts: readonly Part[]): string | null {
  let found = '';
  for (const { first, optional } of parts) {
    if (first === null) return null;
    found += first;
    if (!optional) return found;
  }
  return null;
}

/** An optional part takes the space beside it along, so that leaving it out leaves one space. */
function joined(parts: readonly Part[]): string {
  let source = '';
  let leading = true;
  let carried = false;
  parts.forEach(({ source: own, optional, spaced }, i) => {
    const space = spaced && !carried ? '\\s+' : '';
    if (!optional) source += `${space}${own}`;
    else if (leading && parts[i + 1]?.spaced === true) source += `(?:${own}\\s+)?`;
    else source += `(?:${space}${own})?`;
    carried = optional && leading && parts[i + 1]?.spaced === true;
    leading = leading && optional;
  });
  return source;
}

function piece(pattern: string, at: number): Compiled & { readonly optional: boolean } {
  const plain = (source: string, length: number, first: string | null = null) => ({
    source,
    end: at + length,
    optional: false,
    first,
  });
  const sign = pattern.charAt(at);
  if (pattern.startsWith('...', at)) return plain('(?:[^\\s.;:!?]+\\s+){0,11}?[^\\s.;:!?]+', 3);
  if (sign === '(' || sign === '[' || sign === '{') {
    const inner = branches(pattern, at + 1, { '(': ')', '[': ']', '{': '}' }[sign]);
    const source = sign === '{' ? `(?<part>${inner.source})` : `(?:${inner.source})`;
    return { ...inner, source, optional: sign === '[' };
  }
  if (sign === '<') {
    const end = pattern.indexOf('>', at);
    const slot = slots[pattern.slice(at + 1, end)];
    if (slot === undefined) throw new Error(`Expected cue \`${pattern}\` to name a known slot at ${at}`);
    return plain(`(?:${slot})`, end + 1 - at);
  }
  if (sign === '*') return plain('[A-Za-z]*', 1);
  if (sign === '#') return plain('(?:\\d+|[IVXLCivxlc]+)[.ºª°o]*', 1);
  if (sign === '№') return plain('(?:[Nn](?:[º°o]|\\.\\s?[º°o]?|ro|um(?:ero)?|umber)\\.?|#)\\s*', 1);
  if (sign === '$') return plain('[\\s.:;,–—-]*$', 1);
  return plain(letter(sign), 1, unaccented(sign).toLowerCase());
}

function branches(pattern: string, from: number, close: string): Compiled {
  const found: Compiled[] = [];
  let at = from;
  for (;;) {
    const branch = sequence(pattern, at);
    const { end } = branch;
    found.push(branch);
    if (pattern.charAt(end) === close) {
      const firsts = found.map(({ first }) => first);
      const first = firsts.includes(null) ? null : firsts.join('');
      return { source: found.map(({ source }) => source).join('|'), end: end + 1, first };
    }
    if (pattern.charAt(end) !== '|')
      throw new Error(`Expected cue \`${pattern}\` to close what it opens, at ${from}`);
    at = end + 1;
  }
}

/** A letter in either case; other signs as they are. */
function letter(sign: string): string {
  if (!/\p{L}/u.test(sign)) return sign.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const plain = unaccented(sign).toLowerCase();
  return `[${plain}${plain.toUpperCase()}]`;
}

/**
 * A composed text without the accents of Latin letters, as long as it was: so that patterns need plain letters
 * only, which compile fast, and places in the one are places in the other.
 */
function unaccented(text: string): string {
  return text.replace(/[\u00c0-\u024f]/g, (one) => one.normalize('NFD').charAt(0));
}

let last = { text: '', plain: '' };

/** The same for the text last asked for, since many rules are held against one text. */
function plainOf(text: string): string {
  if (last.text !== text) last = { text, plain: unaccented(text) };
  return last.plain;
}
