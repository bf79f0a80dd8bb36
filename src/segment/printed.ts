import type { Box } from '../model/document.ts';
import type { Zone } from '../model/passage.ts';
import {
  endsPause,
  endsSentence,
  looksLikeHeading,
  startsBullet,
  startsEnumerator,
  startsLower,
  startsProvision,
  startsUpper,
} from './cues.ts';
import { hyphenAt } from './hyphens.ts';
import { type Block, isBlank, type PlacedLine } from './layout.ts';

/** What is usual in a document's print, in points. */
export type Measures = {
  /** The font size of most characters. */
  readonly bodySize: number;
  /** Distance from line to line, by font size rounded to half a point. */
  readonly leading: ReadonlyMap<number, number>;
};

type PrintedLine = PlacedLine & { readonly box: Box };

/** A line in its surroundings; all in points. */
type Setting = {
  readonly line: PrintedLine;
  /** Font size, or the height of the box where the reader gives none. */
  readonly size: number;
  /** Where the lines around it that begin alike end on the right. */
  readonly right: number;
};

/** How the lower of two lines stands to the upper one. */
type Step = 'same' | 'begins' | 'cell' | 'column';

const noMeasures: Measures = { bodySize: 0, leading: new Map() };

/** Measures the print of a document: its body size and its usual distances between lines. */
export function measure(lines: readonly PlacedLine[]): Measures {
  const printed = lines.filter(isPrinted);
  if (printed.length === 0) return noMeasures;
  const sizes = new Map<number, number>();
  const gaps = new Map<number, Map<number, number>>();
  printed.forEach((line, i) => {
    const size = half(sizeOf(line));
    sizes.set(size, (sizes.get(size) ?? 0) + line.text.length);
    const next = printed[i + 1];
    if (next === undefined || next.page !== line.page || half(sizeOf(next)) !== size) return;
    const gap = half(next.box.top - line.box.top);
    if (gap < 0.7 * size || gap > 3 * size) return;
    const counts = gaps.get(size) ?? new Map<number, number>();
    gaps.set(size, counts.set(gap, (counts.get(gap) ?? 0) + 1));
  });
  const leading = new Map([...gaps].map(([size, counts]) => [size, mostFrequent(counts)]));
  return { bodySize: mostFrequent(sizes), leading };
}

/** Paragraphs, headings, list items, table rows and footnotes of the printed lines of one page in reading order. */
export function printedBlocks(lines: readonly PlacedLine[], measures: Measures): readonly Block[] {
  const settings = settingsOf(lines.filter((line) => !isBlank(line)).filter(isPrinted));
  const blocks: { lines: Setting[]; afterBreak: boolean; cells: boolean; foot: boolean }[] = [];
  const leading = pageLeading(settings, measures);
  const feet = footnotes(settings, measures);
  settings.forEach((below, i) => {
    const above = settings[i - 1];
    const open = blocks.at(-1);
    const foot = feet.has(below);
    const step = above === undefined ? 'column' : stepOf(above, below, leading(below), open?.lines ?? []);
    const begins =
      step === 'begins' ||
      step === 'column' ||
      (open !== undefined && open.foot !== foot) ||
      (open?.cells === true && step === 'same' && !sameRow(above, below)) ||
      (foot && startsNote(below.line.text));
    if (open === undefined || begins)
      blocks.push({ lines: [below], afterBreak: step === 'column', cells: false, foot });
    else {
      open.lines.push(below);
      open.cells ||= step === 'cell';
    }
  });
  return blocks.map(({ lines: block, afterBreak, cells, foot }) => ({
    zone: foot ? 'footnote' : cells ? 'table' : zoneOf(block, measures),
    lines: block.map(({ line }) => line),
    role: null,
    afterBreak,
  }));
}

/** How one line follows another; `block` is what the upper line belongs to. */
function stepOf(above: Setting, below: Setting, leading: number, block: readonly Setting[]): Step {
  const [a, b] = [above.line.box, below.line.box];
  const em = below.size;
  if (sameRow(above, below)) {
    const gap = b.left - a.right;
    return gap < 1.5 * em || above.line.text.trim().length <= 4 ? 'same' : 'cell';
  }
  if (b.top < a.top - 0.5 * em) return 'column';
  if (b.left >= a.right || b.right <= a.left) return 'begins';
  const gap = (b.top - a.top) / leading;
  const [text, next] = [above.line.text, below.line.text];
  const indent = b.left - a.left;
  const ended = fits(above, next);
  if (gap > 1.6) return 'begins';
  if (startsEnumerator(next) && (ended || indent > 0.5 * em)) return 'begins';
  const midSentence = !endsPause(text) && (startsLower(next) || hyphenAt(text) >= 0) && !startsBullet(next);
  if (midSentence && !isBulletLetter(above, below) && em < 1.3 * above.size) return 'same';
  if (gap > 1.25 || Math.abs(above.size - below.size) > 0.08 * above.size) return 'begins';
  if (startsBullet(next) || isBulletLetter(above, below)) return 'begins';
  if (endsPause(text) && (startsEnumerator(next) || startsProvision(next))) return 'begins';
  if (isCentred(above, below)) return endsSentence(text) ? 'begins' : 'same';
  const marked =
    block.length === 1 && (startsBullet(text) || startsEnumerator(text) || /^\s*o\s/u.test(text));
  if (indent > 0.8 * em && !marked) return 'begins';
  if (indent < -0.8 * em && block.length > 1) return 'begins';
  return ended && (startsUpper(next) || endsSentence(text)) ? 'begins' : 'same';
}

/** True where the next line's first word would have fitted on this one: the line was ended on purpose. */
function fits({ line, right, size }: Setting, next: string): boolean {
  const { box, text } = line;
  const word = next.trimStart().split(/\s/u, 1)[0] ?? '';
  const width = (box.right - box.left) / Math.max(1, text.trim().length);
  return box.right + width * (word.length + 1) < right - 0.5 * size;
}

function isCentred(above: Setting, below: Setting): boolean {
  const [a, b] = [above.line.box, below.line.box];
  const inset = b.left - a.left;
  return Math.abs(inset) > 0.5 * below.size && Math.abs(inset - (a.right - b.right)) < 4;
}

/** A lone `o` that stands for a bullet: indented, and before a capital or a digit. */
function isBulletLetter(above: Setting, below: Setting): boolean {
  return (
    /^\s*o\s+["“$]?[\p{Lu}\p{N}]/u.test(below.line.text) &&
    (Math.abs(above.line.box.left - below.line.box.left) > 0.5 * below.size ||
      /^\s*o\s/u.test(above.line.text))
  );
}

function sameRow(above: Setting | undefined, below: Setting): boolean {
  if (above === undefined) return false;
  const [a, b] = [above.line.box, below.line.box];
  return Math.abs(a.top - b.top) < 0.4 * below.size && b.left >= a.right - 0.5 * below.size;
}

/** Lines at the foot of a page or column in smaller print, from the first that begins with a number or mark. */
function footnotes(settings: readonly Setting[], { bodySize }: Measures): ReadonlySet<Setting> {
  const found = new Set<Setting>();
  let pending: Setting[] = [];
  for (let i = settings.length - 1; i >= 0; i--) {
    const here = settings[i];
    if (here === undefined) continue;
    const below = settings[i + 1];
    if (below !== undefined && below.line.box.top < here.line.box.top - here.size) pending = [];
    const open =
      below === undefined ||
      pending[0] === below ||
      found.has(below) ||
      below.line.box.top < here.line.box.top - here.size;
    if (!open || here.size > 0.93 * bodySize) continue;
    pending.unshift(here);
    if (!startsNote(here.line.text)) continue;
    for (const line of pending) found.add(line);
    pending = [];
  }
  return found;
}

function startsNote(text: string): boolean {
  return /^\s*(?:\[?\d{1,3}\]?[.)]?\s?(?=[\p{L}"“«(¿¡])|[*†‡§¹²³⁴-⁹]+\s?\S)/u.test(text);
}

function zoneOf(block: readonly Setting[], { bodySize }: Measures): Zone {
  const text = block.map(({ line }) => line.text).join(' ');
  const first = block[0];
  if (first === undefined) return 'body';
  const large = block.every(({ size }) => size >= 1.12 * bodySize) && text.length <= 250;
  if (large || (block.length <= 4 && looksLikeHeading(text))) return 'heading';
  return startsBullet(text) || startsEnumerator(text) ? 'list' : 'body';
}

/** The usual distance between lines for a line's size: that of its page where it can be told, else of the document. */
function pageLeading(settings: readonly Setting[], measures: Measures): (setting: Setting) => number {
  const here = measure(settings.map(({ line }) => line));
  const counts = new Map<number, number>();
  for (const { size } of settings) counts.set(half(size), (counts.get(half(size)) ?? 0) + 1);
  return ({ size }) => {
    const key = half(size);
    const onPage = (counts.get(key) ?? 0) >= 8 ? here.leading.get(key) : undefined;
    return onPage ?? measures.leading.get(key) ?? here.leading.get(key) ?? 1.25 * size;
  };
}

/** Gives every line the edges of the lines around it: the usual left edge, and the right edge of its column. */
function settingsOf(lines: readonly PrintedLine[]): readonly Setting[] {
  return lines.map((line, i) => {
    const size = sizeOf(line);
    const around = lines
      .slice(Math.max(0, i - 30), i + 31)
      .filter(({ box }) => Math.abs(box.left - line.box.left) < 4 * size);
    const rights = around.map(({ box }) => box.right).toSorted((a, b) => b - a);
    const common = mostFrequent(countBy(rights.map((right) => Math.round(right / 2) * 2)));
    const justified =
      rights.filter((right) => Math.abs(right - common) <= 2).length >= Math.max(3, 0.3 * rights.length);
    return {
      line,
      size,
      right: justified ? common : (rights[Math.min(1, rights.length - 1)] ?? line.box.right),
    };
  });
}

function countBy(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0] as const)[0];
}

function isPrinted(line: PlacedLine): line is PrintedLine {
  return line.box !== null;
}

function sizeOf({ size, box }: PrintedLine): number {
  return size ?? Math.max(1, 0.85 * (box.bottom - box.top));
}

function half(points: number): number {
  return Math.round(points * 2) / 2;
}
