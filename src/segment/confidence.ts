import type { Document, Page } from '../model/document.ts';
import type { Passage } from '../model/passage.ts';
import type { PageIndex } from '../model/units.ts';
import { codePointLength } from '../text/codepoints.ts';

/** A word of a page in its raw text. */
type Word = { readonly start: number; readonly end: number; readonly confidence: number };

/**
 * Gives every passage the mean confidence of the words that OCR read for it, to one decimal; those whose text the
 * file itself holds keep null.
 */
export function withConfidence(document: Document, passages: readonly Passage[]): readonly Passage[] {
  const words = new Map<PageIndex, readonly Word[]>();
  for (const page of document.pages) {
    const found = wordsOf(page);
    if (found.length > 0) words.set(page.index, found);
  }
  return words.size === 0
    ? passages
    : passages.map((passage) => ({ ...passage, confidence: meanOf(passage, words) }));
}

/** The recognised words of a page, ascending. */
function wordsOf({ lines }: Page): readonly Word[] {
  let at = 0;
  return lines.flatMap((line) => {
    const start = at;
    at += codePointLength(line.text) + 1;
    return (line.words ?? []).map((word) => ({
      start: start + word.start,
      end: start + word.end,
      confidence: word.confidence,
    }));
  });
}

function meanOf({ runs }: Passage, words: ReadonlyMap<PageIndex, readonly Word[]>): number | null {
  const met = new Set<Word>();
  for (const { page, start, length } of runs) {
    const list = words.get(page) ?? [];
    for (let i = firstAfter(list, start); i < list.length; i++) {
      const word = list[i];
      if (word === undefined || word.start >= start + length) break;
      met.add(word);
    }
  }
  if (met.size === 0) return null;
  const sum = [...met].reduce((total, { confidence }) => total + confidence, 0);
  return Math.round((sum / met.size) * 10) / 10;
}

/** Index of the first word that ends after a place, found by halving. */
function firstAfter(words: readonly Word[], place: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
