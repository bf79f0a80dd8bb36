import type { Speaker } from '../../model/passage.ts';
import { plain } from '../../text/fold.ts';
import { isOffice } from './names.ts';
import { honorifics, labels } from './rules/words.ts';
import type { Span } from './sentences.ts';

/** A turn of speech marked by a name and a colon: where the name stands, and where the words begin and end. */
export type Turn = {
  readonly speaker: Speaker;
  readonly label: Span;
  readonly start: number;
  readonly end: number;
};

const title = '(?:Mr|Mrs|Ms|Dr|Dra|Sr|Sra|SR|SRA|D|DR|DRA)\\.';
const part = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const label = new RegExp(
  '(?<=^\\s*|[.?!\\]"”\\d]\\s+|--?\\s+)' +
    `((?:(?:${part}|\\p{Lu}\\.|${title})\\s){0,4}${part})` +
    "(?:\\s*\\([^()]{2,40}\\)|(?:,\\s(?:(?:Sr|Jr|Dr|Asst|Dep)\\.\\s)?\\p{Lu}[\\p{L}\\p{M}'’ -]{3,60}){1,3})?" +
    '(?::\\s|\\s?\\.\\s?[–—-]\\s?)',
  'gu',
);
/** What each label ends with, wherever it stands. */
const labelEnd = /:\s|\.\s?[–—-]/;
const chairs = new Set([
  'presidente',
  'presidenta',
  'president',
  'chair',
  'chairman',
  'chairwoman',
  'chairperson',
  'mayor',
  'alcalde',
  'alcaldesa',
  'prefeito',
  'prefeita',
  'presidencia',
]);

/** The turns of a text; names of one word count only where the document is known to be a transcript. */
export function turnsOf(text: string, transcript: boolean): readonly Turn[] {
  if (!labelEnd.test(text)) return [];
  const found: Omit<Turn, 'end'>[] = [];
  for (const match of text.matchAll(label)) {
    const written = match[1] ?? '';
    const words = written
      .split(/\s+/u)
      .map(plain)
      .map((word) => word.replace(/\.$/u, ''));
    const honoured = honorifics.has(words[0] ?? '');
    const dashed = !match[0].trimEnd().endsWith(':');
    if (words.some((word) => labels.has(word)) || (dashed ? !honoured : !transcript && !honoured)) continue;
    const chair = words.some((word) => chairs.has(word));
    if (!chair && !honoured && words.some(isOffice)) continue;
    const from = honoured && !chair ? written.length - written.replace(/^(?:\p{L}+\.?\s+)/u, '').length : 0;
    const name = written.slice(from);
    const start = match.index + match[0].indexOf(written) + from;
    found.push({
      speaker: { name, role: chair ? 'chair' : 'person' },
      label: { start, end: start + name.length },
      start: match.index + match[0].length,
    });
  }
  return found.map((turn, i) => {
    const next = found[i + 1]?.label.start ?? text.length;
    return { ...turn, end: turn.start + text.slice(turn.start, next).trimEnd().length };
  });
}

/** True where names with a colon recur as only a transcript has them: six turns, one name three times. */
export function isTranscript(texts: readonly string[]): boolean {
  const times = new Map<string, number>();
  let turns = 0;
  for (const text of texts) {
    for (const { speaker } of turnsOf(text, true)) {
      turns += 1;
      times.set(speaker.name, (times.get(speaker.name) ?? 0) + 1);
    }
  }
  return turns >= 6 && Math.max(...times.values()) >= 3;
}
