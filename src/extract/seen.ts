import type { Box, Line, RecognisedWord } from '../model/document.ts';
import type { Picture, SeenLine } from '../model/recognition.ts';
import { codePointLength } from '../text/codepoints.ts';
import { clean } from './clean.ts';
import { points } from './placement.ts';
import { slopeOf, straightened } from './straight.ts';

/** Heights of letters as shares of the size of their font: what reaches up or down, and what does neither. */
const tall = 0.72;
const low = 0.5;
const deep = 0.22;

/** Words on a line from which on its size is its own, and how far a shorter one may be from that of its page. */
const enoughWords = 3;
const alike = 0.35;

/**
 * The lines that an engine saw in the picture of a page, measured in points of the page and straightened where it
 * lies askew: words parted by single spaces, each with its confidence.
 */
export function linesOfSeen(
  lines: readonly SeenLine[],
  picture: Pick<Picture, 'width' | 'height' | 'dpi'>,
): readonly Line[] {
  const slope = slopeOf(lines);
  const measured = lines.flatMap((line) => measuredLine(line, slope, picture) ?? []);
  const usual = median(measured.flatMap(({ sizes }) => sizes));
  const toPoints = 72 / picture.dpi;
  return measured.map(({ text, words, box, sizes }) => {
    const own = median(sizes) || box.bottom - box.top;
    // One word of low letters tells little of its size.
    const isLike = sizes.length < enoughWords && Math.abs(own - usual) <= alike * usual;
    return {
      text,
      box: scaled(box, toPoints),
      size: points((isLike ? usual : own) * toPoints),
      bold: false,
      role: null,
      level: null,
      unseen: null,
      words,
    };
  });
}

type Measured = {
  readonly text: string;
  readonly words: readonly RecognisedWord[];
  /** In pixels, as are the sizes that its words suggest. */
  readonly box: Box;
  readonly sizes: readonly number[];
};

function measuredLine(
  line: SeenLine,
  slope: number,
  { width, height }: Pick<Picture, 'width' | 'height'>,
): Measured | null {
  const words: RecognisedWord[] = [];
  const boxes: Box[] = [];
  const sizes: number[] = [];
  let text = '';
  for (const word of line) {
    const letters = clean(word.text).replace(/\s+/g, ' ').trim();
    if (letters === '') continue;
    const start = text === '' ? 0 : codePointLength(text) + 1;
    const confidence = Math.round(Math.min(100, Math.max(0, word.confidence)) * 10) / 10;
    words.push({ start, end: start + codePointLength(letters), confidence });
    text = text === '' ? letters : `${text} ${letters}`;
    const box = straightened(word, slope, width, height);
    boxes.push(box);
    const share = shareOf(letters);
    if (share !== null) sizes.push(acrossOf(box, letters) / share);
  }
  return text === '' ? null : { text, words, box: around(boxes), sizes };
}

/** How far a word reaches across its line: its height, or its width where it runs up or down the page. */
function acrossOf({ left, top, right, bottom }: Box, word: string): number {
  const isTurned = word.length > 3 && bottom - top > 2 * (right - left);
  return isTurned ? right - left : bottom - top;
}

/** How tall a word stands as a share of the size of its font; null for what has no letters or digits. */
function shareOf(word: string): number | null {
  if (!/[\p{L}\p{N}]/u.test(word)) return null;
  const isTall = /[\p{Lu}\p{N}bdfhijklt\u00df]/u.test(word) || /\p{M}/u.test(word.normalize('NFD'));
  const isDeep = /[gjpqy\u00e7(),;Q]/u.test(word);
  return (isTall ? tall : low) + (isDeep ? deep : 0);
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: median(boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: median(boxes.map(({ bottom }) => bottom)),
  };
}

function scaled({ left, top, right, bottom }: Box, factor: number): Box {
  return {
    left: points(left * factor),
    top: points(top * factor),
    right: points(right * factor),
    bottom: points(bottom * factor),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
