import type { DistinctiveWord, WordLine } from '../../model/distinctive.ts';
import type { LexiconLanguage } from '../../model/passage.ts';
import type { Evidence } from '../../model/results.ts';
import type { Read, Reader } from './read.ts';

/** Code points of context on either side. */
const CONTEXT = 60;

/** A word that is looked for: in which language, on which side. */
export type Wanted = Pick<DistinctiveWord, 'stem' | 'side'> & { readonly language: LexiconLanguage };

/** Name of a wanted word. */
export function wantedName({ language, side, stem }: Wanted): string {
  return `${language} ${side} ${stem}`;
}

/** The first line of each wanted word in the passages about the object of its side; reading ends when all have one. */
export function linesOf(
  passages: Iterable<Evidence>,
  read: Reader,
  wanted: readonly Wanted[],
): ReadonlyMap<string, WordLine> {
  const missing = new Set(wanted.map(wantedName));
  const lines = new Map<string, WordLine>();
  for (const item of passages) {
    if (missing.size === 0) break;
    const passage = read(item, true);
    if (passage?.side == null) continue;
    const { language, side } = passage;
    for (const [at, { stem, telling }] of passage.words.entries()) {
      const name = wantedName({ language, side, stem });
      if (telling && missing.delete(name)) lines.set(name, lineOf(passage, at));
    }
  }
  return lines;
}

/** The line of a word, no longer than its passage may be quoted. */
function lineOf({ item, starts, ends }: Read, at: number): WordLine {
  const { passage, file, institution, date, page, longest } = item;
  const hit = passage.text.slice(starts[at], ends[at]);
  const room = Math.max(0, Math.min(CONTEXT, Math.floor((longest - [...hit].length) / 2)));
  return {
    file,
    institution,
    date,
    page,
    passage: passage.id,
    left: room === 0 ? '' : [...passage.text.slice(0, starts[at])].slice(-room).join(''),
    hit,
    right: [...passage.text.slice(ends[at])].slice(0, room).join(''),
  };
}
