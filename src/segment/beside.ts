import type { RemovalReason } from '../model/passage.ts';
import { startsLower } from './cues.ts';
import { isBlank, type PlacedLine, type PlacedPage } from './layout.ts';
import { stampWords } from './vocabulary.ts';

/** Height or width of a line, in font sizes, from which it does not run level, or not upright. */
const long = 4;
/** Share of a page's width, at its left and right edge, that is margin whatever stands in it. */
const marginShare = 0.1;
/** Fewest numbers on a page that can be those of its lines, and what they may rise by. */
const fewestNumbers = 5;
const steps = new Set([1, 2, 5, 10]);
/** Font size of a watermark, in body sizes, where nothing else tells it. */
const huge = 2;

/**
 * What stands beside or behind the text of a page, told by its place: text turned on its side along an edge,
 * numbers of lines, and watermarks, which run aslant, or in huge print at one place through the document.
 */
export function besideText(pages: readonly PlacedPage[]): ReadonlyMap<PlacedLine, RemovalReason> {
  const found = new Map<PlacedLine, RemovalReason>();
  const body = bodySize(pages);
  const stamps = repeatedStamps(pages, body);
  for (const page of pages) {
    const lines = page.lines.filter((line) => line.role === null && line.box !== null && !isBlank(line));
    for (const line of inMargin(page, lines)) found.set(line, 'margin');
    for (const line of lines) {
      if (stamps.has(stampOf(line)) || isStamp(line, body)) found.set(line, 'watermark');
    }
    for (const line of lineNumbers(lines)) found.set(line, 'line_number');
  }
  return found;
}

/** True for a line that is far higher than its letters, as text along the side of a page is. */
export function isTurned({ box, size, text }: PlacedLine): boolean {
  if (box === null || size === null || text.trim().length < 4) return false;
  return box.bottom - box.top >= long * size && box.right - box.left < long * size;
}

/** True for a line that runs neither level nor upright. */
function isAslant({ box, size, text }: PlacedLine): boolean {
  if (box === null || size === null || text.trim().length < 4) return false;
  return Math.min(box.bottom - box.top, box.right - box.left) >= 2.5 * size;
}

/** Turned lines at the edge of a page or outside its text, unless most of the page is turned. */
function inMargin({ width }: PlacedPage, lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const turned = lines.filter(isTurned);
  if (width === null || turned.length === 0) return [];
  const level = lines.filter((line) => !isTurned(line) && line.text.length > 20);
  if (level.length < turned.length / 4) return [];
  const left = quantile(
    level.map(({ box }) => box?.left ?? 0),
    0.1,
  );
  const right = quantile(
    level.map(({ box }) => box?.right ?? 0),
    0.9,
  );
  return turned.filter(({ box }) => {
    if (box === null) return false;
    const atEdge = box.right < width * marginShare || box.left > width * (1 - marginShare);
    return atEdge || box.right <= left || box.left >= right;
  });
}

/**
 * Numbers that rise evenly down the side of lines which go on from one to the next: a table has numbers beside
 * its rows too, but its rows do not go on.
 */
function lineNumbers(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const numbers = lines.filter(({ text }) => /^\s*\d{1,4}\s*$/.test(text));
  if (numbers.length < fewestNumbers) return [];
  const byRight = Map.groupBy(numbers, ({ box }) => Math.round((box?.right ?? 0) / 3));
  const byLeft = Map.groupBy(numbers, ({ box }) => Math.round((box?.left ?? 0) / 3));
  return [...byRight.values(), ...byLeft.values()].flatMap((column) => {
    const sorted = column.toSorted((a, b) => (a.box?.top ?? 0) - (b.box?.top ?? 0));
    if (sorted.length < fewestNumbers || !risesEvenly(sorted)) return [];
    return goOn(sorted, lines) ? sorted : [];
  });
}

function risesEvenly(column: readonly PlacedLine[]): boolean {
  const pairs = column.slice(1).map((line, i) => {
    const above = column[i];
    return {
      step: Number(line.text) - Number(above?.text),
      fall: (line.box?.top ?? 0) - (above?.box?.top ?? 0),
    };
  });
  const step = pairs[0]?.step ?? 0;
  const fall = quantile(
    pairs.map((pair) => pair.fall),
    0.5,
  );
  const even = pairs.filter((pair) => pair.step === step && Math.abs(pair.fall - fall) < 0.3 * fall);
  return steps.has(step) && even.length >= 0.8 * pairs.length;
}

/** True where, to the right of the column, one line in four goes on in lower case in the next. */
function goOn(column: readonly PlacedLine[], lines: readonly PlacedLine[]): boolean {
  const right = quantile(
    column.map(({ box }) => box?.right ?? 0),
    0.5,
  );
  const [top, bottom] = [column[0]?.box?.top ?? 0, column.at(-1)?.box?.bottom ?? 0];
  const text = lines.filter(
    ({ box }) => box !== null && box.left >= right && box.bottom > top && box.top < bottom,
  );
  const going = text.filter((line, i) => i > 0 && startsLower(line.text)).length;
  return text.length >= fewestNumbers && going >= text.length / 4;
}

function isStamp(line: PlacedLine, body: number): boolean {
  if (isAslant(line)) return true;
  const isHuge = (line.size ?? 0) >= 3 * huge * body;
  return isHuge && stampWords.has(line.text.trim().toLowerCase());
}

/** Text in huge print or aslant that stands at one place on at least three pages and half of them all. */
function repeatedStamps(pages: readonly PlacedPage[], body: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages) {
    const large = lines.filter((line) => line.box !== null && (line.size ?? 0) >= huge * body);
    for (const key of new Set(large.map(stampOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const needed = Math.max(3, pages.length / 2);
  return new Set([...counts].flatMap(([key, count]) => (count >= needed ? [key] : [])));
}

function stampOf({ text, box }: PlacedLine): string {
  return `${text.trim()} ${Math.round((box?.left ?? 0) / 4)} ${Math.round((box?.top ?? 0) / 4)}`;
}

/** Font size of most characters. */
function bodySize(pages: readonly PlacedPage[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of pages) {
    for (const { size, text } of lines)
      if (size !== null) counts.set(size, (counts.get(size) ?? 0) + text.length);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [10, 0] as const)[0];
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
