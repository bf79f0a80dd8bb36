import type { PageBoxes } from '../../model/api/documents.ts';
import type { Box, Line, Page } from '../../model/document.ts';
import type { ReadPassage } from '../../model/glance.ts';
import type { Run } from '../../model/passage.ts';
import { linesAt } from '../../text/place.ts';
import { tagView } from './passage.ts';

/** Widths of letters as shares of the size of a font, for fonts of which only the line is known. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[iljtfrI.,;:'’|!()[\]/\- ]/u, 0.3],
  [/[mwMW—@%]/u, 0.85],
  [/[\p{Lu}&]/u, 0.68],
  [/[csz]/u, 0.46],
];
const usual = 0.53;
/** What is added on both sides of a part of a line: justified lines stretch their spaces. */
const around = 0.4;

/** Of a line that runs from top to bottom no part can be told: all of it is marked. */
const steepest = 3;

/**
 * Where passages and their tags stand on a page, in points. A line is known by its box alone: the part of it that a tag
 * takes is found by the usual widths of letters, and most of a letter is added on both sides.
 */
export function pageBoxes(page: Page, passages: readonly ReadPassage[]): PageBoxes {
  const [width, height] = [page.width ?? 0, page.height ?? 0];
  return {
    width,
    height,
    passages: passages.map(({ passage, tags }) => ({
      passage: passage.id,
      ordinal: passage.ordinal,
      boxes: boxesOf(passage.runs, 0, Number.POSITIVE_INFINITY),
      tags: tags
        .map((tag) => ({ ...tagView(tag), boxes: boxesOf(passage.runs, tag.start, tag.end) }))
        .filter(({ boxes }) => boxes.length > 0),
    })),
  };

  /** Boxes of code points `start` to `end` of a passage, one a line that they touch. */
  function boxesOf(runs: readonly Run[], start: number, end: number): Box[] {
    const taken = new Map<number, { start: number; end: number }>();
    for (const run of runs) {
      const from = Math.max(start, run.at);
      const to = Math.min(end, run.at + run.length);
      if (run.page !== page.index || from >= to) continue;
      const [first, last] = [run.start + from - run.at, run.start + to - run.at];
      for (const part of linesAt(page.lines, first, last)) {
        const known = taken.get(part.line) ?? part;
        taken.set(part.line, {
          start: Math.min(known.start, part.start),
          end: Math.max(known.end, part.end),
        });
      }
    }
    return [...taken].flatMap(([index, part]) => {
      const line = page.lines[index];
      const box = line === undefined ? null : partOf(line, part.start, part.end);
      return box === null ? [] : [within(box)];
    });
  }

  function within({ left, top, right, bottom }: Box): Box {
    const across = (x: number) => rounded(Math.min(Math.max(x, 0), width));
    const down = (y: number) => rounded(Math.min(Math.max(y, 0), height));
    return { left: across(left), top: down(top), right: across(right), bottom: down(bottom) };
  }
}

function partOf({ text, box }: Line, start: number, end: number): Box | null {
  if (box === null) return null;
  const characters = [...text];
  const isWhole = start <= 0 && end >= characters.length;
  if (isWhole || box.bottom - box.top > steepest * (box.right - box.left)) return box;
  const sums = [0];
  for (const character of characters) sums.push((sums.at(-1) ?? 0) + widthOf(character));
  const share = (box.right - box.left) / (sums.at(-1) || 1);
  const at = (place: number) => box.left + (sums[place] ?? 0) * share;
  const room = around * share;
  return {
    ...box,
    left: Math.max(box.left, at(start) - room),
    right: Math.min(box.right, at(Math.min(end, characters.length)) + room),
  };
}

function widthOf(character: string): number {
  return widths.find(([letters]) => letters.test(character))?.[1] ?? usual;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
