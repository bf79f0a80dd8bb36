import type { Box } from '../model/document.ts';
import { isBlank, type PlacedLine } from './layout.ts';

type PrintedLine = PlacedLine & { readonly box: Box };

/** What stands in one printed line, be it one or several pieces of text; all measures in points. */
export type Row = {
  readonly lines: readonly PrintedLine[];
  readonly text: string;
  readonly box: Box;
  /** Font size of its longest piece, or about that where the reader gives none. */
  readonly size: number;
  /** True where all of it is bold. */
  readonly bold: boolean;
};

/** What is usual in some printed text, in points. */
export type Measures = {
  /** The font size of most characters. */
  readonly bodySize: number;
  /** Distance from line to line, by font size rounded to half a point. */
  readonly leading: ReadonlyMap<number, number>;
  /** True where most characters are bold, so that bold print says nothing. */
  readonly bold: boolean;
};

/** Rows before and after that are looked at for whole lines. */
const near = 25;
/** Rows before and after that tell a column, looked at anew after so many rows. */
const reach = 30;
const step = 15;
/** Rows with the same beginning that are a column of their own, such as an inset abstract. */
const fewestFlush = 8;
/** Widest gap inside a line of text, in font sizes; what stands further apart is another cell. */
const widestGap = 1.5;

/**
 * The rows of printed lines in reading order; pieces side by side are one row where the gap is that of words, or
 * where together they reach from edge to edge of the whole lines around them: a justified line of few words.
 */
export function rowsOf(lines: readonly PlacedLine[]): readonly Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    if (!isPrinted(line) || isBlank(line)) continue;
    const row = {
      lines: [line],
      text: line.text,
      box: line.box,
      size: sizeOf(line),
      bold: line.bold,
      justified: false,
    };
    const open = rows.at(-1);
    if (open !== undefined && goesOn(open, row)) rows[rows.length - 1] = unite(open, row);
    else rows.push(row);
  }
  return withJustified(rows);
}

/** Pieces in a row that fill the lines around them are united. */
function withJustified(rows: readonly Row[]): readonly Row[] {
  const united: Row[] = [];
  for (let i = 0; i < rows.length; ) {
    let end = i + 1;
    while (end < rows.length && isBeside(rows[end - 1], rows[end])) end++;
    const pieces = rows.slice(i, end);
    const whole = pieces.length > 1 ? pieces.reduce(unite) : undefined;
    if (whole !== undefined && fillsColumn(whole, rows.slice(Math.max(0, i - near), end + near)))
      united.push(whole);
    else united.push(...pieces);
    i = end;
  }
  return united;
}

function isBeside(row: Row | undefined, next: Row | undefined): boolean {
  if (row === undefined || next === undefined) return false;
  return (
    isLevelWith(row, next) && next.box.left > row.box.right && Math.abs(next.size - row.size) < 0.1 * row.size
  );
}

function fillsColumn(whole: Row, around: readonly Row[]): boolean {
  const alike = around.filter(
    (row) =>
      row.lines.length === 1 &&
      Math.abs(row.box.left - whole.box.left) <= 2 &&
      Math.abs(row.box.right - whole.box.right) <= 4,
  );
  return alike.length >= 2;
}

/** The body size and the usual distances between lines of some rows. */
export function measure(rows: readonly Row[]): Measures {
  const characters = new Map<number, number>();
  const gaps = new Map<number, Map<number, number>>();
  let bold = 0;
  rows.forEach((row, i) => {
    const size = half(row.size);
    add(characters, size, row.text.length);
    bold += (row.bold ? 1 : -1) * row.text.length;
    const next = rows[i + 1];
    if (next === undefined || half(next.size) !== size || next.lines[0]?.page !== row.lines[0]?.page) return;
    const gap = half(next.box.top - row.box.top);
    if (gap < 0.7 * size || gap > 3 * size) return;
    const counts = gaps.get(size) ?? new Map<number, number>();
    add(counts, gap, 1);
    gaps.set(size, counts);
  });
  return {
    bodySize: mostFrequent(characters),
    leading: new Map(
      [...gaps].flatMap(([size, counts]) => {
        const leading = mostFrequent(counts);
        // A few headings far apart tell nothing of the lines of one.
        return leading > 1.5 * size && (counts.get(leading) ?? 0) < 3 ? [] : [[size, leading]];
      }),
    ),
    bold: bold > 0,
  };
}

/** The usual distance between lines for a row's size: that of its page where many rows tell it, else of the document. */
export function leadingOn(page: readonly Row[], document: Measures): (row: Row) => number {
  const here = measure(page).leading;
  const counts = new Map<number, number>();
  for (const { size } of page) add(counts, half(size), 1);
  return (row) => {
    const size = half(row.size);
    const onPage = (counts.get(size) ?? 0) >= 8 ? here.get(size) : undefined;
    return onPage ?? document.leading.get(size) ?? here.get(size) ?? 1.25 * row.size;
  };
}

/** The edges of the column in which a row stands: where most rows begin, and where lines end. */
export type Column = {
  readonly left: number;
  readonly right: number;
  /** True where most of its lines end at the same edge. */
  readonly justified: boolean;
};

/**
 * The column of each row, told from the rows around it. Its right edge is the one that most rows with
 * about the same beginning share (justified text), else the furthest that more than one of them reaches.
 */
export function columnsAround(rows: readonly Row[]): ReadonlyMap<Row, Column> {
  const known = new Map<string, Column & { readonly own: boolean }>();
  return new Map(
    rows.map((row, i) => {
      const start = i - (i % step);
      const key = `${start} ${row.box.left} ${row.size}`;
      const column =
        known.get(key) ?? columnOf(row, rows.slice(Math.max(0, start - reach), start + reach + step));
      // A column told from the rows over and under this very one holds for no other.
      if (!column.own) known.set(key, column);
      return [row, column];
    }),
  );
}

function columnOf(row: Row, others: readonly Row[]): Column & { readonly own: boolean } {
  const within = (ems: number) =>
    others.filter(({ box }) => Math.abs(box.left - row.box.left) < ems * row.size);
  const flush = within(0.5);
  const alike = flush.length >= fewestFlush ? flush : within(4);
  const own = alike.length < 3;
  const over = own ? others.filter(({ box }) => box.left < row.box.right && box.right > row.box.left) : alike;
  const column = over.length === 0 ? alike : over;
  const rights = column.map(({ box }) => box.right).toSorted((a, b) => b - a);
  const shared = mostFrequent(countEven(rights));
  const sharing = rights.filter((right) => Math.abs(right - shared) <= 2).length;
  const furthest = rights[Math.min(1, rights.length - 1)] ?? row.box.right;
  const right = sharing >= Math.max(3, 0.3 * rights.length) ? shared : furthest;
  const justified = sharing >= Math.max(5, 0.6 * rights.length);
  return { left: mostFrequent(countEven(column.map(({ box }) => box.left))), right, justified, own };
}

/** The smallest rectangle around two. */
export function around(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

function goesOn(row: Row, next: Row): boolean {
  if (!isLevelWith(row, next)) return false;
  const gap = next.box.left - row.box.right;
  const em = Math.max(row.size, next.size);
  const widest = row.text.trim().length <= 4 ? 4 * widestGap : widestGap;
  return gap > -0.5 * em && gap < widest * em;
}

/** True where two rows share at least half of the height of the lower one. */
export function isLevelWith(row: Row, next: Row): boolean {
  const overlap = Math.min(row.box.bottom, next.box.bottom) - Math.max(row.box.top, next.box.top);
  return overlap >= 0.5 * Math.min(row.box.bottom - row.box.top, next.box.bottom - next.box.top);
}

function unite(row: Row, next: Row): Row {
  return {
    lines: [...row.lines, ...next.lines],
    text: `${row.text.trimEnd()} ${next.text.trimStart()}`,
    box: around(row.box, next.box),
    size: next.text.length > row.text.length ? next.size : row.size,
    bold: row.bold && next.bold,
  };
}

function isPrinted(line: PlacedLine): line is PrintedLine {
  return line.box !== null;
}

function sizeOf({ size, box }: PrintedLine): number {
  return size ?? Math.max(1, 0.85 * (box.bottom - box.top));
}

function add(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function countEven(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) add(counts, Math.round(value / 2) * 2, 1);
  return counts;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0] as const)[0];
}

function half(points: number): number {
  return Math.round(points * 2) / 2;
}
