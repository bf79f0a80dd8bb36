import { type Document, pageText } from '../model/document.ts';
import type { Removal, Removed } from '../model/passage.ts';
import { sliceCodePoints, toUtf16 } from '../text/codepoints.ts';

/** Longest beginning of a removal that is kept beside its place, in code points. */
const kept = 120;
/** White space is written as one space, so that more than that has to be looked at. */
const looked = 8 * kept;

/**
 * Removals in the order of pages and places, each with the beginning of what it says: at most 120 code points on one
 * line. All of it stands in the raw text of the page, which nothing changes.
 */
export function removed(document: Document, removals: readonly Removal[]): readonly Removed[] {
  const byPage = Map.groupBy(removals, ({ page }) => page);
  return document.pages.flatMap((page) => {
    const own = byPage.get(page.index);
    return own === undefined ? [] : read(pageText(page), own);
  });
}

function read(text: string, removals: readonly Removal[]): readonly Removed[] {
  // Places ascend, so that a page is gone through once however many there are.
  let place = 0;
  let index = 0;
  return removals
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((removal) => {
      const { start, end } = removal;
      index += toUtf16(text.slice(index), start - place);
      place = start;
      const written = sliceCodePoints(text.slice(index), 0, Math.min(end - start, looked));
      return { ...removal, text: sliceCodePoints(written.replace(/\s+/gu, ' ').trim(), 0, kept) };
    });
}
