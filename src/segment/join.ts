import {
  endsPause,
  looksLikeHeading,
  startsBullet,
  startsEnumerator,
  startsLower,
  startsProvision,
} from './cues.ts';
import { hyphenAt } from './hyphens.ts';
import type { Block } from './layout.ts';
import { openWords } from './vocabulary.ts';

/** Blocks that may stand between the two parts of a paragraph, such as the footnotes of the page. */
const furthest = 30;

const openEnd = new RegExp(`\\s(?:${openWords.join('|')})\\s*$`, 'u');

/**
 * Joins paragraphs that a page or column break parts: an unfinished sentence before the break and its
 * continuation after it, which is in lower case, or of a broken word, or follows a line that is full or ends in a
 * word such as `of`. What stands between them in smaller print
 * or is a footnote or table is passed over.
 */
export function joinBreaks(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const index = block.afterBreak && isFlowing(block) ? lastBefore(block, joined) : -1;
    const open = joined[index];
    if (open !== undefined && continues(open, block))
      joined[index] = { ...open, lines: [...open.lines, ...block.lines] };
    else joined.push(block);
  }
  return joined;
}

/** Index of the block that ran on to the break, or -1. */
function lastBefore(block: Block, joined: readonly Block[]): number {
  const size = sizeOf(block);
  for (let i = joined.length - 1; i >= Math.max(0, joined.length - furthest); i--) {
    const candidate = joined[i];
    if (candidate === undefined || candidate.footnote || candidate.form === 'table_row') continue;
    if (size !== null && (sizeOf(candidate) ?? size) < 0.93 * size) continue;
    return isFlowing(candidate) && (sizeOf(candidate) ?? 0) <= 1.08 * (size ?? 0) ? i : -1;
  }
  return -1;
}

function isFlowing({ role, form, footnote }: Block): boolean {
  return role === null && !footnote && (form === 'paragraph' || form === 'list_item');
}

function continues(open: Block, block: Block): boolean {
  const above = open.lines.at(-1)?.text ?? '';
  const below = block.lines[0]?.text ?? '';
  if (startsBullet(below) || startsEnumerator(below)) return false;
  if (hyphenAt(above) >= 0) return /^\s*\p{L}/u.test(below);
  if (endsPause(above)) return false;
  if (startsLower(below)) return true;
  if (startsProvision(below) || looksLikeHeading(below)) return false;
  return openEnd.test(above) || (/[\p{L}\p{N}]\s*$/u.test(above) && isFull(open));
}

/** True where the last of several lines reaches as far as any. */
function isFull({ lines }: Block): boolean {
  const rights = lines.flatMap(({ box }) => (box === null ? [] : [box.right]));
  const last = rights.at(-1);
  return last !== undefined && rights.length >= 2 && last >= Math.max(...rights) - 2;
}

/** Font size of a block's longest line. */
function sizeOf({ lines }: Block): number | null {
  return lines.reduce(
    (longest, line) => (line.text.length > longest.text.length ? line : longest),
    lines[0] ?? { text: '', size: null },
  ).size;
}
