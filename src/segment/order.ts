import type { Box } from '../model/document.ts';
import { startsLower } from './cues.ts';
import { isBlank, type PlacedLine } from './layout.ts';
import { around } from './rows.ts';

type Printed = PlacedLine & { readonly box: Box };

/** Lines that the file gives one after the other, downward, in one place of the page. */
type Chunk = { readonly lines: Printed[]; box: Box };

/** More chunks than this are a form or a drawing, whose order only the file knows. */
const mostChunks = 300;
/** Empty height, in font sizes, from which what follows is another chunk. */
const leap = 4;
/** Share of the narrower of two chunks that must be below the other for it to be read later. */
const overlap = 0.3;
/** Fewest lines side by side that are columns, and their least mean length in UTF-16 units. */
const fewestBands = 6;
const shortest = 18;
/** Share of their lines that are whole, of what width those are, and share that begins in mid-sentence. */
const wholeShare = 0.6;
const wholeWidth = 0.8;
const midSentence = 0.4;

/**
 * The lines of a page in reading order. Files mostly give them so, and only the file knows whether a box is read
 * before or after the text beside it; its order is kept as far as what stands above is read before what stands
 * below it. Columns that the file gives line by line across the page are parted first. (Breuel 2003, "High
 * performance document layout analysis", takes the same partial order, without the order of the file.)
 */
export function inReadingOrder(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  if (!lines.every(isPrinted)) return lines;
  const parted = byColumns(lines);
  const chunks = chunksOf(parted);
  if (chunks.length < 2 || chunks.length > mostChunks) return parted;
  return sorted(chunks).flatMap((chunk) => chunk.lines);
}

function isPrinted(line: PlacedLine): line is Printed {
  return line.box !== null && line.role === null;
}

function chunksOf(lines: readonly Printed[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (const line of lines) {
    const open = chunks.at(-1);
    const last = open?.lines.at(-1);
    if (open !== undefined && (isBlank(line) || (last !== undefined && follows(line, last, open.box)))) {
      open.lines.push(line);
      open.box = around(open.box, line.box);
    } else chunks.push({ lines: [line], box: line.box });
  }
  return chunks;
}

function follows({ box, size }: Printed, last: Printed, chunk: Box): boolean {
  const em = size ?? box.bottom - box.top;
  const isLevel = Math.abs(box.top - last.box.top) < 0.5 * em;
  const isBelow = box.top >= last.box.top && box.top - last.box.bottom < leap * em;
  return (isLevel && box.left >= last.box.left) || (isBelow && shared(box, chunk) > 0);
}

/** The chunks by the file's order, each after all those that must be read before it. */
function sorted(chunks: readonly Chunk[]): readonly Chunk[] {
  const waiting = [...chunks];
  const order: Chunk[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      (chunk) => !waiting.some((other) => other !== chunk && isAbove(other.box, chunk.box)),
    );
    order.push(...waiting.splice(Math.max(0, free), 1));
  }
  return order;
}

function isAbove(one: Box, other: Box): boolean {
  const narrower = Math.min(one.right - one.left, other.right - other.left);
  return (
    one.bottom <= (other.top + other.bottom) / 2 &&
    one.top < other.top &&
    shared(one, other) > overlap * narrower
  );
}

/** Width that two boxes have in common. */
function shared(one: Box, other: Box): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left);
}

/** Pieces at one height, from left to right as the file gives them. */
type Band = readonly Printed[];

/** Parts runs of lines that stand side by side, across a gutter that all of them leave free, into their columns. */
function byColumns(lines: readonly Printed[]): readonly Printed[] {
  const bands = bandsOf(lines);
  if (bands.filter((band) => band.length > 1).length < fewestBands) return lines;
  const ordered: Printed[] = [];
  for (let i = 0; i < bands.length; ) {
    const run = runFrom(bands, i);
    if (run !== null && isProse(run.left) && isProse(run.right)) {
      ordered.push(...byColumns(run.left), ...byColumns(run.right));
      i = run.end;
    } else ordered.push(...(bands[i++] ?? []));
  }
  return ordered;
}

function bandsOf(lines: readonly Printed[]): readonly Band[] {
  const bands: Printed[][] = [];
  for (const line of lines) {
    const open = bands.at(-1);
    const last = open?.at(-1);
    const isLevel =
      last !== undefined && Math.abs(line.box.top - last.box.top) < 0.5 * (line.box.bottom - line.box.top);
    if (open !== undefined && last !== undefined && isLevel && line.box.left >= last.box.right)
      open.push(line);
    else bands.push([line]);
  }
  return bands;
}

/** The longest run of bands, from one on, that leave a gutter free, as what stands left and right of it. */
function runFrom(bands: readonly Band[], start: number) {
  const first = bands[start];
  if (first === undefined || first.length < 2) return null;
  let [from, to] = [first[0]?.box.right ?? 0, first[1]?.box.left ?? 0];
  let end = start + 1;
  let sideBySide = 1;
  let below = first[0]?.box.top ?? 0;
  for (; end < bands.length; end++) {
    const band = bands[end] ?? [];
    const top = band[0]?.box.top ?? 0;
    const crossing = band.some(
      ({ box }) => box.left < to && box.right > from && box.left < from && box.right > to,
    );
    if (crossing || top < below) break;
    const middle = (from + to) / 2;
    const left = band.filter(({ box }) => (box.left + box.right) / 2 < middle).map(({ box }) => box.right);
    const right = band.filter(({ box }) => (box.left + box.right) / 2 >= middle).map(({ box }) => box.left);
    const [nextFrom, nextTo] = [Math.max(from, ...left), Math.min(to, ...right)];
    if (nextTo - nextFrom < 2) break;
    [from, to, below] = [nextFrom, nextTo, top];
    if (left.length > 0 && right.length > 0) sideBySide++;
  }
  if (sideBySide < fewestBands) return null;
  const within = bands.slice(start, end).flat();
  const middle = (from + to) / 2;
  return {
    end,
    left: within.filter(({ box }) => box.right <= middle),
    right: within.filter(({ box }) => box.left >= middle),
  };
}

/** True for lines of which most are as wide as the widest, and many go on from the one above: text, not cells. */
function isProse(lines: readonly Printed[]): boolean {
  const widths = lines.map(({ box }) => box.right - box.left).toSorted((a, b) => a - b);
  const usual = widths[Math.floor(0.9 * (widths.length - 1))] ?? 0;
  const letters = lines.reduce((sum, { text }) => sum + text.trim().length, 0);
  const whole = widths.filter((width) => width >= wholeWidth * usual).length;
  const going = lines.filter(({ text }) => startsLower(text)).length;
  return (
    lines.length > 0 &&
    letters >= shortest * lines.length &&
    whole >= wholeShare * lines.length &&
    going >= midSentence * lines.length
  );
}
