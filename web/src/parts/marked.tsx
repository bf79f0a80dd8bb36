import type { ReactNode } from 'react';
import type { TagView } from '../../../src/model/api/documents.ts';
import type { FrameOf } from './frames.tsx';

/** A stretch of a text under the same tags; code points have become a string again. */
type Stretch = { readonly start: number; readonly text: string; readonly tags: readonly TagView[] };

/** Cuts a text where a tag begins or ends. Offsets of tags are code points, which a string of JavaScript does not count in. */
export function stretchesOf(text: string, tags: readonly TagView[]): readonly Stretch[] {
  const points = [...text];
  const within = tags.filter(({ start, end }) => start < end && end <= points.length);
  const edges = new Set([0, points.length, ...within.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...edges].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? points.length;
    return {
      start,
      text: points.slice(start, end).join(''),
      tags: within.filter((tag) => tag.start <= start && end <= tag.end),
    };
  });
}

/** The language of a text as markup names it; undefined where it is not known, which says nothing. */
export function langOf(language: string): string | undefined {
  return language === 'other' || language === 'und' ? undefined : language;
}

/** The name of a tag in an address. */
export function nameOf({ start, end, term }: Pick<TagView, 'start' | 'end' | 'term'>): string {
  return `${start}-${end}-${term}`;
}

/** How a tag is drawn: in the tone of its frame, as the object, or as what does not count. */
export function toneOf(tag: TagView, frameOf: FrameOf): string {
  if (tag.blocked !== null) return 'blocked';
  return frameOf(tag.category)?.tone ?? (tag.layer === 'object' ? 'object' : 'other');
}

function weight({ layer, blocked }: TagView): number {
  return (blocked === null ? 0 : 4) + (layer === 'frame' ? 0 : layer === 'object' ? 1 : 2);
}

type MarkedProps = {
  readonly text: string;
  /** Those that are to be seen. */
  readonly tags: readonly TagView[];
  readonly frameOf: FrameOf;
  /** Which of several at one place is drawn, before their usual order. */
  readonly isAbove?: (tag: TagView) => boolean;
  /** Draws what stands for a stretch with its tags, the first of which is the one that it is about; plain where left out. */
  readonly linked?: (tag: TagView, content: ReactNode) => ReactNode;
};

/** A text with its tags marked; never markup, whatever it says. */
export function Marked({
  text,
  tags,
  frameOf,
  isAbove = () => false,
  linked = (_, content) => content,
}: MarkedProps) {
  const order = (tag: TagView) => weight(tag) - (isAbove(tag) ? 8 : 0);
  return stretchesOf(text, tags).map(({ start, text: part, tags: over }) => {
    const [first] = over.toSorted((a, b) => order(a) - order(b));
    if (first === undefined) return part;
    const mark = <mark className={toneOf(first, frameOf)}>{part}</mark>;
    // Between two tags that overlap may lie a blank alone, which no link can be named by.
    return <span key={start}>{part.trim() === '' ? mark : linked(first, mark)}</span>;
  });
}
