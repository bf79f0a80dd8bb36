import type { Line } from '../model/document.ts';
import { clean } from './clean.ts';
import { type Placement, points, shown, type UserBox } from './placement.ts';
import { unseenIn } from './unseen.ts';

/** A character of a page: its box over the full height of its font, the font's height, and where text runs. */
export type Glyph = {
  readonly box: UserBox;
  /** Height of the font in points of user space. */
  readonly size: number;
  readonly direction: 'level' | 'upright' | 'slanted';
};

/** How a character is drawn; `hidden` where nothing of it is seen. */
export type Style = { readonly bold: boolean; readonly hidden: boolean };

/** The text of a page and what its engine knows of single characters, by their place in that text. */
export type TextLayer = {
  /** UTF-16 text in reading order; a line feed or a carriage return ends a line. */
  readonly text: string;
  /** True where the character is a hyphen that has swallowed the line end after it. */
  readonly endsHyphenated: (index: number) => boolean;
  /** The character, or null where the engine knows no place for it. */
  readonly glyph: (index: number) => Glyph | null;
  /** Left and right edge of a character in user space; not a number where the engine knows no place for it. */
  readonly left: (index: number) => number;
  readonly right: (index: number) => number;
  readonly style: (index: number) => Style;
};

/** A stretch of the text that stands on one line, measured. */
type Piece = {
  readonly text: string;
  readonly box: UserBox | null;
  readonly glyph: Glyph | null;
  readonly style: Style;
};

/** Gap between two words, in font sizes, from which they are two pieces: cells, columns, a number and its text. */
const apart = 1;

/** Stands where the engine put a hyphen and a line end, and where a character has no text at all. */
const marker = '\uFFFE';

/**
 * The lines of a page: the ends give the length of each and one character in the middle its height and size, so
 * that a raised footnote mark or a drop cap at an end does not count. Where the engine runs two lines into one, or
 * pieces that stand far apart at one height, they are parted, and where it parts one at a raised mark it is joined.
 * A hyphen at a line end stays as printed; lines on which nothing is printed are left out.
 */
export function linesOf(layer: TextLayer, placement: Placement): Line[] {
  const pieces: Piece[] = [];
  for (const piece of piecesOf(layer)) {
    const before = pieces.at(-1);
    if (before !== undefined && goesOn(before, piece)) pieces.splice(-1, 1, joined(before, piece));
    else pieces.push(piece);
  }
  const unseen = unseenIn(placement);
  return pieces.map(({ text, box, glyph, style }) => {
    const size = glyph === null ? null : points(glyph.size);
    return {
      text,
      box: box === null ? null : shown(box, placement),
      size,
      bold: style.bold,
      role: null,
      level: null,
      unseen: unseen({ text, box, size, hidden: style.hidden }),
      words: null,
    };
  });
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
  if (from === null || to === null) {
    yield* measured(layer, start, end, hyphenated);
    return;
  }
  if (onOneLine(from, to)) {
    let begin = start;
    for (const cut of from.direction === 'level' ? gapsIn(layer, first, last) : []) {
      yield* measured(layer, begin, cut, false);
      begin = cut;
    }
    yield* measured(layer, begin, end, hyphenated);
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

/** Places in a level line, after a blank, at which the next word stands far from the one before, be it right or left. */
function gapsIn({ text, left, right, glyph }: TextLayer, first: number, last: number): readonly number[] {
  const cuts: number[] = [];
  const widest = apart * (glyph(middleOf(text, first, last))?.size ?? Number.POSITIVE_INFINITY);
  let before = first;
  for (let i = first + 1; i <= last; i++) {
    if (isWhite(text.charCodeAt(i))) continue;
    if (before < i - 1) {
      const distance = Math.max(left(i) - right(before), left(before) - right(i));
      if (distance >= widest) cuts.push(i);
    }
    before = i;
  }
  return cuts;
}

function isWhite(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || (unit >= 9 && unit <= 13);
}

/** As long as from the first glyph to the last, as high as the one in the middle where text runs level. */
function* measured(layer: TextLayer, start: number, end: number, hyphenated: boolean): Generator<Piece> {
  const raw = layer.text.slice(start, end);
  const text = clean(hyphenated ? `${raw.slice(0, -1)}-` : raw).replaceAll('\f', '');
  if (text.trim() === '') return;
  const at = start + raw.search(/\S/);
  const until = start + raw.trimEnd().length - 1;
  const middle = middleOf(layer.text, at, until);
  const [first, glyph, last] = [layer.glyph(at), layer.glyph(middle), layer.glyph(until)];
  const styles = [layer.style(at), layer.style(middle), layer.style(until)];
  const style = { bold: styles.every(({ bold }) => bold), hidden: styles.every(({ hidden }) => hidden) };
  if (glyph === null || first === null || last === null) {
    yield { text, box: null, glyph, style };
    return;
  }
  const [one, other] = [first.box, last.box];
  const left = Math.min(one.left, other.left);
  const right = Math.max(one.right, other.right);
  const top = Math.max(one.top, other.top);
  const upright = { left, top, right, bottom: Math.min(one.bottom, other.bottom) };
  yield { text, box: glyph.direction === 'level' ? { ...glyph.box, left, right } : upright, glyph, style };
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
  const style = {
    bold: one.style.bold && other.style.bold,
    hidden: one.style.hidden && other.style.hidden,
  };
  return { text: one.text + blank + other.text, box: { ...box, right: other.box.right }, glyph, style };
}
