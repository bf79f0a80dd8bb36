import { endsSentence, startsLower } from './cues.ts';
import { hyphenAt } from './hyphens.ts';
import type { Block } from './layout.ts';

/**
 * Joins paragraphs that a page or column break parts: an unfinished sentence before the break and a
 * continuation in lower case after it. Footnotes and tables at the foot of the page are passed over.
 */
export function joinBreaks(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  let flowing: number | null = null;
  for (const block of blocks) {
    const open = flowing === null ? undefined : joined[flowing];
    const first = block.lines[0];
    const last = open?.lines.at(-1);
    if (
      flowing !== null &&
      open !== undefined &&
      first !== undefined &&
      last !== undefined &&
      block.afterBreak &&
      isFlowing(block) &&
      continues(last.text, first.text)
    ) {
      joined[flowing] = { ...open, lines: [...open.lines, ...block.lines] };
      continue;
    }
    if (isFlowing(block)) flowing = joined.length;
    joined.push(block);
  }
  return joined;
}

function isFlowing(block: Block): boolean {
  return block.role === null && (block.zone === 'body' || block.zone === 'list');
}

function continues(above: string, below: string): boolean {
  return startsLower(below) && (hyphenAt(above) >= 0 || !endsSentence(above));
}
