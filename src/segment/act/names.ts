import { plain } from '../../text/fold.ts';
import { countries, honorifics, offices, particles } from './rules/words.ts';
import type { Span } from './sentences.ts';

/** A person whom a text names: where, in UTF-16 units, and as what. */
export type Named = Span & { readonly name: string; readonly of: string | null };

type Chunk = Span & { readonly text: string; readonly opener: string };

const separators =
  /\s*(?:[;,()\n|•●▪]|:\s|\s[–—-]{1,2}\s|—|\.\s?[–—-]|\s(?:and|y|e|&)\s(?=\p{Lu})|\.(?=\s+\p{Lu}\p{Ll}{2})|\s{3,})\s*/gu;
const token = /[\p{L}\p{M}][\p{L}\p{M}'’.-]*|[ºª°]/gu;
const tail = /[.'’-]+$/;
const initial = /^(?:\p{Lu}\.?){1,3}$/u;

/** The words of a phrase without punctuation at their ends. */
function wordsOf(text: string): readonly string[] {
  return (text.match(token) ?? []).map((word) => word.replace(tail, ''));
}

/** True for a word that tells an office, an institution or a country. */
export function isOffice(word: string): boolean {
  return tellsOffice(plain(word));
}

function tellsOffice(folded: string): boolean {
  if (offices.has(folded) || countries.has(folded)) return true;
  return /[-/]/.test(folded) && folded.split(/[-/]/).some((part) => offices.has(part));
}

function holdsOffice(text: string): boolean {
  return wordsOf(text).some(isOffice);
}

/**
 * How far a text is a list of names and offices: the share of its words that have capitals, join names or tell
 * an office; 0 for a text without words. The text is not read to its end where it has already too many other words
 * for a share of `least`: what is given then is below that.
 */
export function rollShare(text: string, least = 0): number {
  const words = text.match(token) ?? [];
  const most = (1 - least) * words.length + 1;
  let fitting = 0;
  let others = 0;
  for (const written of words) {
    const word = written.replace(tail, '');
    const folded = plain(word);
    if (particles.has(folded)) continue;
    if (/^\p{Lu}/u.test(word) || tellsOffice(folded) || honorifics.has(folded)) fitting++;
    else if (++others > most) return 0;
  }
  return fitting === 0 ? 0 : fitting / (fitting + others);
}

/**
 * The persons that a list of names, a signature block or a line of attendance names. `single` takes names of one
 * word too, as signatures have them; what stands in brackets or behind a comma or dash beside a name is its office.
 */
export function personsIn(text: string, single = false): readonly Named[] {
  const found: { name: string; of: string | null; start: number; end: number }[] = [];
  let several = false;
  for (const chunk of chunksOf(text)) {
    const { at, honoured, plural } = afterHonorifics(chunk.text);
    if (chunk.opener.includes(';')) several = false;
    several ||= plural;
    const last = found.at(-1);
    const beside =
      last?.of === null &&
      (/[(–—-]/u.test(chunk.opener) || (/,/u.test(chunk.opener) && holdsOffice(chunk.text)));
    const name =
      beside && !single && !honoured ? null : nameAt(chunk.text.slice(at), single || several || honoured);
    if (name === null) {
      const telling = chunk.text.trim().replace(/[.:]+$/u, '');
      if (last !== undefined && last.of === null && !/[:•]/u.test(chunk.opener) && /\p{L}/u.test(telling))
        last.of = telling;
      continue;
    }
    const start = chunk.start + at + name.start;
    found.push({ name: name.text, of: name.rest, start, end: start + name.text.length });
  }
  return found;
}

function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let opener = '';
  for (const match of text.matchAll(separators)) {
    const before = /(\p{L}+)$/u.exec(text.slice(0, match.index))?.[1] ?? '';
    if (match[0].startsWith('.') && (before.length === 1 || honorifics.has(plain(before)))) continue;
    if (match.index > start)
      chunks.push({ text: text.slice(start, match.index), start, end: match.index, opener });
    opener = match[0];
    start = match.index + match[0].length;
  }
  if (start < text.length) chunks.push({ text: text.slice(start), start, end: text.length, opener });
  return chunks;
}

/** Where a phrase goes on behind its titles, which may be several: `SR. D.`, `Commissioners`. */
function afterHonorifics(text: string): { at: number; honoured: boolean; plural: boolean } {
  let at = /^[^\p{L}]*(?:(?:and|y|e|[Bb]y|BY|[Pp]or|POR)\s+)?/u.exec(text)?.[0].length ?? 0;
  let honoured = false;
  let plural = false;
  for (;;) {
    const match = /^(\p{L}+[ªº]?)(?:\.\s*|\s+)/u.exec(text.slice(at));
    const title = plain(match?.[1] ?? '');
    if (
      match === null ||
      !(honorifics.has(title.replace(/[ªº]$/u, '')) || honorifics.has(title.replace(/s$/u, '')))
    )
      return { at, honoured, plural };
    if (/^(?:\p{Lu}\.|[ey]$)/u.test(match[0]) && match[1]?.length === 1 && plain(match[1]) !== 'd')
      return { at, honoured, plural };
    at += match[0].length;
    honoured = true;
    plural =
      /^(?:s[re]+s|sras|senores|senhores|drs|dres|(?:\p{L}+(?:or|er|ora|eira|eiro|al|ada|ado)(?:e?s)))$/u.test(
        title,
      );
  }
}

const nameWord = "(?:\\p{Lu}(?:(?![ªº])[\\p{L}\\p{M}'’-])+|\\p{Lu}\\.|\\p{Lu}(?=\\s))";
const joint =
  '(?:\\s+(?:[Dd][eiaou]s?|[Dd][EAOI]S?|[Ll][ao]s?|[Dd]el|DEL|LAS?|LOS|[YyEe]|van|von|san|al|el)\\b)*\\s+';
const fullName = new RegExp(`^${nameWord}(?:${joint}${nameWord}){0,6}`, 'u');

/** A name at the beginning of a phrase that is a name and nothing else, or a name with an office run on. */
function nameAt(text: string, single: boolean): { text: string; start: number; rest: string | null } | null {
  const found = fullName.exec(text)?.[0];
  if (found === undefined) return null;
  const words = found.split(/\s+/u);
  const office = words.findIndex((word) => isOffice(word) && !initial.test(word));
  if (office === 0 || office === 1) return null;
  const name =
    office === -1
      ? found
      : words
          .slice(0, office)
          .join(' ')
          .replace(/(?:\s+\p{Ll}+)+$/u, '');
  const rest = text.slice(name.length).replace(/^[\s.:*]+|[\s.:*]+$/gu, '');
  const telling = name.split(/\s+/u).filter((word) => !particles.has(plain(word)));
  if (telling.length < (single ? 1 : 2) || telling.every((word) => initial.test(word))) return null;
  if (office === -1 && /\p{Ll}{2}/u.test(rest) && !/\d/u.test(rest) && rollShare(rest) < 0.5) return null;
  return { text: name, start: 0, rest: /\p{L}/u.test(rest) ? rest : null };
}
