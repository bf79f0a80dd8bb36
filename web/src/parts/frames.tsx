import { useMemo } from 'react';
import type { StudyView } from '../../../src/model/api/study.ts';
import { useAnswer } from '../asking.ts';
import '../style/marks.css';

export type FrameOf = (category: string) => StudyView['frames'][number] | undefined;

/**
 * The frames of the study, and which of them a category of a tag belongs to; those of `asked` that are no frames come behind,
 * so that what a number counts is marked whatever it is.
 */
export function useFrames(asked: readonly string[] = []): {
  readonly frames: StudyView['frames'];
  readonly frameOf: FrameOf;
} {
  const { data } = useAnswer('GET /api/study');
  const codes = asked.join();
  // The same as long as nothing changes, so that a long text need not be drawn again.
  return useMemo(() => {
    const others = data?.others.filter(({ code }) => codes.split(',').includes(code)) ?? [];
    const frames = [...(data?.frames ?? []), ...others];
    return {
      frames,
      frameOf: (category: string) => frames.find(({ categories }) => categories.includes(category)),
    };
  }, [data, codes]);
}

/** A frame's name beside a stroke in its colour and style of line, as its words are marked in texts. */
export function FrameName({ tone, label }: { readonly tone: string; readonly label: string }) {
  return (
    <span className="frame-name">
      <span className={`stroke ${tone}`} aria-hidden="true" />
      {label}
    </span>
  );
}
