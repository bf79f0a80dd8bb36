import { codePointLength } from './codepoints.ts';

/** A stretch of reading text that stands unchanged on a page; all numbers are code points. */
export type PlacedRun<Page extends number, At extends number> = {
  readonly at: At;
  readonly length: number;
  readonly page: Page;
  readonly start: At;
};

/** A span of raw page text; it may begin on one page and end on a later one. */
export type Place<Page extends number> = {
  readonly page: Page;
  readonly pageStart: number;
  readonly endPage: Page;
  readonly pageEnd: number;
};

/**
 * Maps the span `start` to `end` of a reading text to the raw text of its pages. An edge that falls
 * between two runs (a composed accent, a dropped hyphen) moves outward to the nearest run, so that the
 * raw span always covers what was read. Runs ascend; throws a RangeError where there are none.
 */
export function place<Page extends number, At extends number>(
  runs: readonly PlacedRun<Page, At>[],
  start: number,
  end: number,
): Place<Page> {
  const from = runs[Math.max(0, lastAtOrBefore(runs, start))];
  const last = end > start ? lastAtOrBefore(runs, end - 1) : lastAtOrBefore(runs, start);
  const within = runs[Math.max(0, last)];
  if (from === undefined || within === undefined) {
    throw new RangeError('expected a passage to have runs, got none: its text has no place on a page');
  }
  const beyond = end > within.at + within.length ? runs[last + 1] : undefined;
  return {
    page: from.page,
    pageStart: from.start + clamp(start - from.at, from.length),
    endPage: (beyond ?? within).page,
    pageEnd: beyond?.start ?? within.start + clamp(end - within.at, within.length),
  };
}

/**
 * Where the code point at `position` of a page's raw text stands in a reading text, the other way round from
 * `place`. One that reading changed or left out (a composed accent, a dropped hyphen, a line end) is where the run
 * before it ends, which is where its composed letter stands. Null where the text has nothing on the page, or nothing
 * before or after that position.
 */
export function locate<Page extends number, At extends number>(
  runs: readonly PlacedRun<Page, At>[],
  page: Page,
  position: number,
): number | null {
  const here = runs.filter((run) => run.page === page);
  const before = here.findLast(
    (run) => run.start <= position && !here.some(({ start }) => start > run.start && start <= position),
  );
  if (before === undefined) return null;
  if (position < before.start + before.length) return before.at + position - before.start;
  return here.some(({ start }) => start > position) ? before.at + before.length : null;
}

/** The part of one line that a span of page text takes: the line's index and code points of its own text. */
export type LinePart = { readonly line: number; readonly start: number; readonly end: number };

/**
 * The lines that a span of a page's raw text touches, the text being the lines joined by line feeds; so that the place of
 * a quotation can be marked in the boxes of its lines. An empty span touches none.
 */
export function linesAt(
  lines: readonly { readonly text: string }[],
  start: number,
  end: number,
): readonly LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  for (const [line, { text }] of lines.entries()) {
    if (from >= end) break;
    const length = codePointLength(text);
    const part = { line, start: clamp(start - from, length), end: clamp(end - from, length) };
    if (part.end > part.start) parts.push(part);
    from += length + 1;
  }
  return parts;
}

/** Index of the last run that begins at or before `position`, or -1. */
function lastAtOrBefore(runs: readonly { readonly at: number }[], position: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.at ?? Number.POSITIVE_INFINITY) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function clamp(value: number, highest: number): number {
  return Math.min(Math.max(value, 0), highest);
}
