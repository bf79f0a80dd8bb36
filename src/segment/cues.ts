import { articleRank, bullets, honorifics, partWords } from './vocabulary.ts';

const closing = '["\'”’»)\\]]*';
const ended = new RegExp(`(?:[.!?…]${closing}|\\p{L}[.!?…]${closing}\\d{1,3})\\s*$`, 'u');
const paused = new RegExp(`[.!?…:;]${closing}\\s*$`, 'u');
const lower = /^[\s"'“‘«(¿¡[]*\p{Ll}/u;
const upper = /^[\s"'“‘«(¿¡[]*[\p{Lu}\p{N}]/u;
const bullet = new RegExp(`^\\s*(?:[${bullets}\\p{Co}]\\s*|\\*(?!\\*)\\s*|[–—-]\\s+)\\S`, 'u');
const enumerator =
  /^\s*(?:\((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5})\)|(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5}|[IVXLC]{1,6})(?:[.)º°]-?|\.º|\s?[-–])|\d{1,3}(?:\.\d{1,3}){1,3}\.?)\s+\S|^\s*\d{1,2}[.)]-?(?=\p{Lu})/u;
const number = '(?:\\d|[IVXLC]+\\b|[úu]nic[oa]\\b)';
const provision = new RegExp(
  `^\\s*(?:(?=\\p{Lu})(?i:${anyOf(partWords)})(?!\\p{L})\\.?\\s*${number}|§)`,
  'u',
);
const parts = partWords.map(({ rank, pattern }) => ({
  rank,
  named: new RegExp(`^\\s*(?=\\p{Lu})(?i:${pattern})(?!\\p{L})\\.?\\s*${number}`, 'u'),
}));
/** Nothing but the name of a part and its number. */
const partOnly = new RegExp(
  `^\\s*(?=\\p{Lu})(?i:${anyOf(partWords)})(?!\\p{L})\\.?\\s*[\\dIVXLC]+[-A-Zºª°.]*\\s*[.:–—-]*\\s*$`,
  'u',
);
const person = new RegExp(`^\\s*(?:${honorifics.join('|')})(?:(?<=\\.)|(?!\\p{L}))`, 'u');
const longestRow = 2000;
/** No name of a part with its number is longer; keeps a hostile line from costing more. */
const longestPart = 80;
const section = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{Lu}/u;
const speaker = /^\s*(?:\p{Lu}[\p{L}.'’-]*\s?){1,5}:\s/u;
const cellGap = '[^\\s.!?:;,](?:\\t+| {3,})(?=\\S)';
const row = new RegExp(`${cellGap}.*?${cellGap}|^\\s*\\|.*\\|\\s*$|^\\s*\\+[-=+]+\\+\\s*$`, 'u');

/** True where a sentence ends here, be it before quotes, brackets or the number of a footnote. */
export function endsSentence(text: string): boolean {
  return ended.test(text.slice(-12));
}

/** True where a reader pauses: at a sentence end, a colon or a semicolon. */
export function endsPause(text: string): boolean {
  return paused.test(text.slice(-12)) || endsSentence(text);
}

/** True where a text begins in lower case, as one that goes on does. */
export function startsLower(text: string): boolean {
  return lower.test(text);
}

/** True where a text begins with a capital or a digit, as a paragraph does. */
export function startsUpper(text: string): boolean {
  return upper.test(text);
}

/** True where a text begins with a bullet or dash of a list. */
export function startsBullet(text: string): boolean {
  return bullet.test(text);
}

/** True where a text begins with a dash, which may be a bullet or stand between two parts of a sentence. */
export function startsDash(text: string): boolean {
  return /^\s*[–—-]\s/u.test(text);
}

/** True where a text begins with a number or letter of a list, such as `1.`, `a)`, `(iv)` or `2.3`. */
export function startsEnumerator(text: string): boolean {
  return enumerator.test(text);
}

/** True where a text begins as articles, chapters and speeches do: `Artículo 5`, `§ 2º`, `Adams:`. */
export function startsProvision(text: string): boolean {
  return provision.test(text) || speaker.test(text.slice(0, 60));
}

/** True for a row of a table in plain text (columns parted by tabs, bars or at least three spaces) or of contents. */
export function isTableRow(text: string): boolean {
  return isLeader(text) || (text.length <= longestRow && row.test(text));
}

/** True for a line of a table of contents, with dots that lead to a page number. */
export function isLeader(text: string): boolean {
  return /(?:\.{4,}|(?:\s\.){4,}|…{2,})\s*\d*\s*$/u.test(text.slice(-200));
}

/** True for a short text that stands in capitals, or names an article, a chapter or a numbered section, and no person. */
export function looksLikeHeading(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > 120 || !/\p{L}{3}/u.test(trimmed) || person.test(trimmed)) return false;
  if (isCapitals(trimmed)) return !/[,;]$/u.test(trimmed);
  const article = /^\s*§/u.test(trimmed) || (partRank(trimmed) ?? 0) >= articleRank;
  if (article && !isPartOnly(trimmed) && endsPause(trimmed)) return false;
  if (endsPause(trimmed.replace(/\.$/u, '')) || trimmed.split(/\s+/u).length > 10) return false;
  return (
    (provision.test(trimmed) && trimmed.length <= 80) || (section.test(trimmed) && !trimmed.endsWith('.'))
  );
}

/** True where all letters are capitals. */
export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** True where a text begins with the title of a person, as the names of those present do. */
export function namesPerson(text: string): boolean {
  return person.test(text);
}

/** Rank of the part that a text names at its beginning with a number (`Capítulo II`), or null. */
export function partRank(text: string): number | null {
  return parts.find(({ named }) => named.test(text))?.rank ?? null;
}

/** True for a text that is only the name and number of a part, whose title then follows: `TÍTULO I`. */
export function isPartOnly(text: string): boolean {
  return text.length <= longestPart && partOnly.test(text);
}

/** Depth of the decimal number with which a text begins: 1 for `3.` before a capital, 2 for `3.1`; null for none. */
export function numberDepth(text: string): number | null {
  const found = /^\s*(\d{1,3}(?:\.\d{1,3}){0,4})\.?[)\-–]*\s+\p{Lu}/u.exec(text)?.[1];
  return found === undefined ? null : found.split('.').length;
}

function anyOf(words: readonly { readonly pattern: string }[]): string {
  return words.map(({ pattern }) => pattern).join('|');
}
