import type { Tag } from '../model/tag.ts';
import { codePointLength, sliceCodePoints } from '../text/codepoints.ts';

/** Longest quotation in code points of a text that is free to be quoted, for the sake of reading. */
export const usualQuote = 700;
const lead = 120;

/** What a quotation is made round: words of a passage, in code points of it, and what found them. */
export type Marked = Pick<Tag, 'start' | 'end' | 'term' | 'blocked'>;

/** A stretch of a quotation with the tags whose words it is part of. */
export type Stretch<Mark extends Marked = Tag> = { readonly text: string; readonly tags: readonly Mark[] };

/** The part of a passage that holds most of its tags, in stretches, and whether it was cut at either end. */
export type Quote<Mark extends Marked = Tag> = {
  readonly stretches: readonly Stretch<Mark>[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** Where it begins in the passage, in code points. */
  readonly start: number;
};

/** Quotes at most so many code points of a passage around the tags that count in it. */
export function quote<Mark extends Marked>(
  text: string,
  tags: readonly Mark[],
  longest = usualQuote,
): Quote<Mark> {
  const counting = tags.filter((tag) => tag.blocked === null);
  const length = codePointLength(text);
  const [start, end] = length <= longest ? [0, length] : window(text, length, counting, longest);
  const inside = counting.filter((tag) => tag.start < end && tag.end > start);
  const bounds = new Set([start, end]);
  for (const tag of inside) {
    bounds.add(Math.max(start, tag.start));
    bounds.add(Math.min(end, tag.end));
  }
  const places = [...bounds].sort((a, b) => a - b);
  const stretches = places.slice(1).map((to, index) => {
    const from = places[index] ?? start;
    return {
      text: sliceCodePoints(text, from, to),
      tags: inside.filter((tag) => tag.start <= from && tag.end >= to),
    };
  });
  return { stretches, cutBefore: start > 0, cutAfter: end < length, start };
}

/** The first window that holds the most different terms, moved to the nearest gaps between words. */
function window(text: string, length: number, tags: readonly Marked[], longest: number): [number, number] {
  let start = 0;
  let most = -1;
  for (const tag of tags) {
    const from = Math.max(0, Math.min(tag.start - lead, length - longest));
    const held = tags.filter((other) => other.start >= from && other.end <= from + longest);
    const terms = new Set(held.map((other) => other.term)).size;
    if (terms <= most) continue;
    most = terms;
    start = from;
  }
  const cut = sliceCodePoints(text, start, start + longest);
  const before = start === 0 ? 0 : gap(/^\S{0,40}\s+/u.exec(cut));
  const after = start + longest >= length ? 0 : gap(/\s+\S{0,40}$/u.exec(cut));
  return [start + before, Math.min(length, start + longest) - after];
}

function gap(match: RegExpExecArray | null): number {
  return match === null ? 0 : codePointLength(match[0]);
}
