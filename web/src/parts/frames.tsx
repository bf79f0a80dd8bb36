import type { StudyView } from '../../../src/model/api/study.ts';
import { useAnswer } from '../asking.ts';
import '../style/marks.css';

export type FrameOf = (category: string) => StudyView['frames'][number] | undefined;

/** The frames of the study, and which of them a category of a tag belongs to. */
export function useFrames(): { readonly frames: StudyView['frames']; readonly frameOf: FrameOf } {
  const { data } = useAnswer('GET /api/study');
  const frames = data?.frames ?? [];
  return { frames, frameOf: (category) => frames.find(({ categories }) => categories.includes(category)) };
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
