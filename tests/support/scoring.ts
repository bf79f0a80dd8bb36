import type { Document, Line, Page } from '../../src/model/document.ts';
import { wordErrors, wordsIn } from './words.ts';

/** How well a page was recognised: words of the text layer, and errors in them. */
export type Score = { readonly words: number; readonly errors: number };

/** How far apart in points the middles of two lines of one row are at most. */
const rowHeight = 4;

/**
 * Holds a recognised page against the text layer of the page that was scanned: level lines that stand on no more than
 * half of the pages (letterheads hold pictures of words, which no text layer knows), row by row, so that the order in
 * which cells of a table are read is no error.
 */
export function scoreOf(recognised: Page, truth: Document, index: number): Score {
  const letterhead = (text: string) =>
    truth.pages.length > 2 &&
    2 * truth.pages.filter(({ lines }) => lines.some((line) => line.text === text)).length >
      truth.pages.length;
  const expected = (truth.pages[index]?.lines ?? []).filter(
    (line) => isLevel(line) && !letterhead(line.text),
  );
  const found = recognised.lines.filter((line) => expected.some((other) => meets(line, other)));
  const words = rows(expected);
  return { words: words.length, errors: wordErrors(words, rows(found)) };
}

function isLevel({ box }: Line): boolean {
  return box !== null && box.right - box.left > box.bottom - box.top;
}

function meets({ box: one }: Line, { box: other }: Line): boolean {
  if (one === null || other === null) return false;
  const middle = (one.top + one.bottom) / 2;
  const isBeside = other.top - 2 <= middle && middle <= other.bottom + 2;
  return isBeside && other.right > one.left && other.left < one.right;
}

function rows(lines: readonly Line[]): string[] {
  const placed = lines
    .flatMap(({ text, box }) =>
      box === null ? [] : [{ text, left: box.left, middle: (box.top + box.bottom) / 2 }],
    )
    .sort((a, b) => a.middle - b.middle);
  const found: (typeof placed)[] = [];
  for (const line of placed) {
    const open = found.at(-1);
    if (open?.[0] !== undefined && line.middle - open[0].middle < rowHeight) open.push(line);
    else found.push([line]);
  }
  return found.flatMap((row) => row.toSorted((a, b) => a.left - b.left).flatMap(({ text }) => wordsIn(text)));
}
