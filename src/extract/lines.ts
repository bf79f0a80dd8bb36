import type { Line } from '../model/document.ts';
import { clean } from './clean.ts';
import { type Placement, points, shown, type UserBox } from './placement.ts';

/** A character of a page: its box over the full height of its font, the font's height, and where text runs. */
export type Glyph = {
  readonly box: UserBox;
  /** Height of the font in points of user space. */
  readonly size: number;
  readonly direction: 'level' | 'upright' | 'slanted';
};

/** The text of a page and what its engine knows of single characters, by their place in that text. */
export type TextLayer = {
  /** UTF-16 text in reading order; a line feed or a carriage return ends a line. */
  readonly text: string;
  /** True where the character is a hyphen that has swallowed the line end after it. */
  readonly endsHyphenated: (index: number) => boolean;
  /** The character, or null where the engine knows no place for it. */
  readonly glyph: (index: number) => Glyph | null;
};

/** A stretch of the text that stands on one line, measured. */
type Piece = { readonly text: string; readonly box: UserBox | null; readonly glyph: Glyph | null };

/** Stands where the engine put a hyphen and a line end, and where a character has no text at all. */
const marker = '\uFFFE';

/**
 * The lines of a page, each measured at three characters only: the ends give its length and one in the
 * middle its height and size, so that a raised footnote mark or a drop cap at an end does not count. Where the
 * engine runs two lines into one they are parted, and where it parts one at a raised mark it is joined. A
 * hyphen at a line end stays as printed; lines on which nothing is printed are left out.
 */
export function linesOf(layer: TextLayer, placement: Placement): Line[] {
  const pieces: Piece[] = [];
  for (const piece of piecesOf(layer)) {
    const before = pieces.at(-1);
    if (before !== undefined && goesOn(before, piece)) pieces.splice(-1, 1, joined(before, piece));
    else pieces.push(piece);
  }
  return pieces.map(({ text, box, glyph }) => ({
    text,
    box: box === null ? null : shown(box, placement),
    size: glyph === null ? null : points(glyph.size),
    bold: false,
    role: null,
    level: null,
    unseen: null,
    words: null,
  }));
}

function* piecesOf(layer: TextLayer): Generator<Piece> {
  const { text } = layer;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const unit = text[i];
    const hyphenated = unit === marker && layer.endsHyphenated(i);
    if (i < text.length && unit !== '\r' && unit !== '\n' && !hyphenated) continue;
    yield* parted(layer, start, hyphenated ? i + 1 : i, hyphenated);
    start = i + 1;
  }
}

/** One piece, or more where the last character does not stand on the line of the first. */
function* parted(layer: TextLayer, start: number, end: number, hyphenated: boolean): Generator<Piece> {
  const raw = layer.text.slice(start, end);
  const first = start + raw.search(/\S/);
  const last = start + raw.trimEnd().length - 1;
  if (last < start) return;
  const [from, to] = [layer.glyph(first), layer.glyph(last)];
  if (from === null || to === null || onOneLine(from, to)) {
    const text = clean(hyphenated ? `${raw.slice(0, -1)}-` : raw).replaceAll('\f', '');
    if (text.trim() !== '') yield measured(text, layer.glyph(middleOf(layer.text, first, last)), from, to);
    return;
  }
  const border = borderOf(layer, from, first, last);
  yield* parted(layer, start, border, false);
  yield* parted(layer, border, end, hyphenated);
}

/** The first character, found by halving, that does not stand on the line of `from`. */
function borderOf(layer: TextLayer, from: Glyph, first: number, last: number): number {
  let [on, off] = [first, last];
  while (off - on > 1) {
    const middle = (on + off) >> 1;
    const glyph = /\s/.test(layer.text[middle] ?? '') ? null : layer.glyph(middle);
    // A blank has no place of its own: it goes with what is before it.
    if (glyph === null || onOneLine(from, glyph)) on = middle;
    else off = middle;
  }
  return off;
}

/** True where the middle of each is no further off than three quarters of the height of the larger one. */
function onOneLine(one: Glyph, other: Glyph): boolean {
  if (one.direction !== other.direction) return false;
  if (one.direction === 'slanted') return true;
  const across = one.direction === 'level' ? extentDown : extentAcross;
  const [a, b] = [across(one.box), across(other.box)];
  return Math.abs(a.middle - b.middle) <= 0.75 * Math.max(a.length, b.length);
}

function extentDown({ top, bottom }: UserBox): { readonly middle: number; readonly length: number } {
  return { middle: (top + bottom) / 2, length: top - bottom };
}

function extentAcross({ left, right }: UserBox): { readonly middle: number; readonly length: number } {
  return { middle: (left + right) / 2, length: right - left };
}

/** As long as from the first glyph to the last, as high as the one in the middle where text runs level. */
function measured(text: string, glyph: Glyph | null, first: Glyph | null, last: Glyph | null): Piece {
  if (glyph === null || first === null || last === null) return { text, box: null, glyph };
  const [one, other] = [first.box, last.box];
  const left = Math.min(one.left, other.left);
  const right = Math.max(one.right, other.right);
  if (glyph.direction === 'level') return { text, box: { ...glyph.box, left, right }, glyph };
  const top = Math.max(one.top, other.top);
  return { text, box: { left, top, right, bottom: Math.min(one.bottom, other.bottom) }, glyph };
}

function middleOf(text: string, first: number, last: number): number {
  let middle = (first + last) >> 1;
  while (middle < last && /\s/.test(text[middle] ?? '')) middle++;
  return middle;
}

/** True where the second piece goes on at the height and size of the first, less than an em after it. */
function goesOn(one: Piece, other: Piece): boolean {
  if (one.box === null || other.box === null || one.glyph === null || other.glyph === null) return false;
  if (one.glyph.direction !== 'level' || other.glyph.direction !== 'level') return false;
  const { size } = one.glyph;
  const gap = other.box.left - one.box.right;
  const isLevel = Math.abs(other.box.bottom - one.box.bottom) < size / 10;
  const isAlike = Math.abs(other.glyph.size - size) < size / 10;
  return isLevel && isAlike && gap > -size / 4 && gap < size;
}

/** Two pieces as one, with a space between them if there is one on the page. */
function joined(one: Piece, other: Piece): Piece {
  const { box, glyph } = one;
  if (box === null || other.box === null || glyph === null) return one;
  const isApart = other.box.left - box.right > glyph.size / 6;
  const blank = isApart && !/\s$/.test(one.text) && !/^\s/.test(other.text) ? ' ' : '';
  return { text: one.text + blank + other.text, box: { ...box, right: other.box.right }, glyph };
}
