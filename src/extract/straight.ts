import type { Box } from '../model/document.ts';
import type { SeenLine, SeenWord } from '../model/recognition.ts';

/** Lines shorter than so many words, or so many times their height, say nothing of how a page lies. */
const fewestWords = 4;
const leastLength = 8;
/** Slopes beyond this are no scan that lies askew, but text that runs another way. */
const steepest = 0.1;

/**
 * How far the lines of a page slope, as a ratio of height to length, down to the right: the median over its longer
 * lines of the slope from the middle of their first word to that of their last. 0 where there are none.
 */
export function slopeOf(lines: readonly SeenLine[]): number {
  const slopes = lines.flatMap((line) => {
    const [first, last] = [line[0], line.at(-1)];
    if (first === undefined || last === undefined || line.length < fewestWords) return [];
    const [one, other] = [middleOf(first), middleOf(last)];
    const length = other.x - one.x;
    if (length < leastLength * (first.box.bottom - first.box.top)) return [];
    const slope = (other.y - one.y) / length;
    return Math.abs(slope) < steepest ? [slope] : [];
  });
  slopes.sort((a, b) => a - b);
  const middle = slopes.length >> 1;
  const [low = 0, high = 0] = [slopes[slopes.length % 2 === 1 ? middle : middle - 1], slopes[middle]];
  return slopes.length === 0 ? 0 : (low + high) / 2;
}

/** The box of a word turned about the middle of its page so that its line lies level; its size stays. */
export function straightened({ box }: SeenWord, slope: number, width: number, height: number): Box {
  const [x, y] = [(box.left + box.right) / 2 - width / 2, (box.top + box.bottom) / 2 - height / 2];
  const norm = Math.hypot(1, slope);
  const [across, down] = [(x + y * slope) / norm - x, (y - x * slope) / norm - y];
  // A sloping word reaches higher and lower than it is tall.
  const excess = Math.min((box.right - box.left) * Math.abs(slope), (box.bottom - box.top) / 3) / 2;
  return {
    left: box.left + across,
    top: box.top + down + excess,
    right: box.right + across,
    bottom: box.bottom + down - excess,
  };
}

function middleOf({ box }: SeenWord): { readonly x: number; readonly y: number } {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}
