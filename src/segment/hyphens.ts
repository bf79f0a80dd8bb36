import { codePointLength } from '../text/codepoints.ts';
import type { PlacedLine } from './layout.ts';

/** What becomes of the hyphen at a line's end: dropped with the break, kept without a space, or a dash before a space. */
export type Rejoining = 'drop' | 'keep' | 'space';

/** Decides on the hyphen between two lines; the second begins where the first breaks off. */
export type Hyphens = (line: PlacedLine, next: PlacedLine) => Rejoining;

/** U+00AD is a soft hyphen; U+FFFE and U+0002 are how PDF readers mark a hyphen at a line's end. */
const hyphen = /[-‐‑\u00ad\ufffe\u0002]/u;
const compound = /[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/gu;
const lastWord = /([\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*)$/u;
const firstWord = /^([\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*)/u;
const enclitic = /^(?:me|te|se|lhes?|nos|vos|[nl]?[oa]s?)$/u;
const conjunction = /^(?:y|e|o|u|ou|and|or)$/u;
/** No word is longer; keeps a hostile line from costing more than a look at its edge. */
const edge = 100;

/** UTF-16 index of the hyphen that a line ends with, or -1. */
export function hyphenAt(line: string): number {
  const last = line.trimEnd().length - 1;
  return last >= 0 && hyphen.test(line.charAt(last)) ? last : -1;
}

/**
 * Parts a line at hyphens before a space and a small letter, where converters that join printed lines leave
 * broken words (`coope- rativa`); the parts are then read as if they were lines.
 */
export function partedAtBreaks(line: PlacedLine): readonly PlacedLine[] {
  if (line.box !== null) return [line];
  const parts: PlacedLine[] = [];
  let index = 0;
  let start = line.start;
  for (const match of line.text.matchAll(/(?<=\p{L}{2}[-‐])\s+(?=\p{Ll})/gu)) {
    const text = line.text.slice(index, match.index);
    const end = start + codePointLength(text);
    parts.push({ ...line, text, start, end, broken: true });
    index = match.index + match[0].length;
    start = end + codePointLength(match[0]);
  }
  return parts.length === 0 ? [line] : [...parts, { ...line, text: line.text.slice(index), start }];
}

/**
 * A decider that looks both spellings up in the document's own words: a word broken at the line's end
 * is made whole unless the document elsewhere prints it with the hyphen. Where it prints neither, the
 * hyphen stays between two parts that are words of the document themselves (`decreto-lei`, `tornou-se`).
 * A hyphen inside a line (which may be a dash) goes only where that makes a word of the document, or neither part is one.
 * The words are only counted once a line-end hyphen asks for them.
 */
export function documentHyphens(lines: Iterable<PlacedLine>): Hyphens {
  let known: ReadonlyMap<string, number> | null = null;
  return ({ text: line, broken }, { text: next }) => {
    const at = hyphenAt(line);
    const before = line.slice(Math.max(0, at - edge), Math.max(0, at));
    const after = next.slice(0, edge).trimStart();
    if (isAddress(before)) return 'keep';
    const left = lastWord.exec(before)?.[1];
    const right = firstWord.exec(after)?.[1];
    if (left === undefined || right === undefined) {
      return /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after) ? 'keep' : 'space';
    }
    if (line.charAt(at) === '\u00ad') return 'drop';
    known ??= countCompounds(lines);
    const count = (word: string) => known?.get(plain(word)) ?? 0;
    const whole = count(left + right);
    const hyphened = count(`${left}-${right}`);
    if (!continues(left, right)) return broken ? 'space' : whole > hyphened ? 'drop' : 'keep';
    if (whole !== hyphened) return whole > hyphened ? 'drop' : 'keep';
    const standAlone = count(left) > 0 && count(right) > 0;
    if (!broken && standAlone && left.length >= 3 && enclitic.test(right)) return 'keep';
    if (conjunction.test(right)) return 'space';
    if (broken) return count(left) + count(right) === 0 ? 'drop' : 'space';
    return standAlone && left.length >= 4 && right.length >= 3 && right !== 'mente' ? 'keep' : 'drop';
  };
}

/** True where a line ends inside an address of the web or a path: its hyphens are its own. */
function isAddress(before: string): boolean {
  const token = /\S*$/u.exec(before)?.[0] ?? '';
  return /:\/\/|www\.|@/u.test(token) || (token.match(/[-/_]/gu)?.length ?? 0) >= 3;
}

/** A broken word goes on in lower case, or in capitals where it stands in capitals. */
function continues(left: string, right: string): boolean {
  const capitals = /^\p{Lu}{2}/u.test(left) && left === left.toUpperCase();
  return /^\p{Ll}/u.test(right) || (capitals && right === right.toUpperCase());
}

function countCompounds(lines: Iterable<PlacedLine>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let broken = false;
  for (const line of lines) {
    let words: readonly string[] = plain(line.text).match(compound) ?? [];
    if (broken) words = words.slice(1);
    broken = hyphenAt(line.text) >= 0;
    if (broken) words = words.slice(0, -1);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[‐‑]/g, '-');
}
