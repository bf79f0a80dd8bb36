import { plain } from '../../text/fold.ts';
import { abbreviations } from './rules/words.ts';

/** A stretch of text in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

const boundary = /[.!?…]+["'”’»)\]]*(?:\s?[–—-])?\s+(?=["'“‘«(¿¡[]*[\p{Lu}\p{N}])/gu;
const enumerator =
  /^[\s"“«]*(?:[•●▪■◦○➢✓·\p{Co}–—-]\s*|[*_]{1,3}\s*|o\s(?=\p{Lu}))?(?:(?:[A-Z]\)\s*|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,5}|[IVXLC]{1,6})[.)º°]?\s?[.)–—-]+\s*)(?=["“«¿¡(]*\p{L}))?/u;

/** The sentences of a text; a stop after an abbreviation, an initial or the number of an item ends none. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = afterLabel(text);
  for (const match of text.matchAll(boundary)) {
    const word =
      /([\p{L}\p{N}ªº°]+)$/u.exec(text.slice(Math.max(0, match.index - 20), match.index))?.[1] ?? '';
    if (match[0].startsWith('.') && (word.length === 1 || abbreviations.has(plain(word)))) continue;
    const end = match.index + match[0].length;
    if (end <= start) continue;
    spans.push({ start, end: match.index + match[0].trimEnd().length });
    start = end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Where a text begins behind its bullet, number or letter of a list. */
export function afterLabel(text: string): number {
  return enumerator.exec(text)?.[0].length ?? 0;
}
