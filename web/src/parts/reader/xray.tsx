import type { KeyboardEvent, PointerEvent } from 'react';
import type { DocumentView } from '../../../../src/model/api/documents.ts';
import type { StudyView } from '../../../../src/model/api/study.ts';
import { zoneLabel } from '../../../../src/model/words.ts';

type XrayProps = {
  readonly document: DocumentView;
  /** Those that are drawn, a row each. */
  readonly frames: StudyView['frames'];
  /** The passage in view. */
  readonly ordinal: number;
  readonly onGo: (ordinal: number) => void;
};

/** Height of a row in the units of the drawing, and of the strip of zones below. */
const row = 10;
const strip = 5;

/** Where frames stand along a document, a row a frame; a slider along which one goes from one framed passage to the next. */
export function Xray({ document, frames, ordinal, onGo }: XrayProps) {
  const { passages, marks, zones } = document;
  const codes = frames.map(({ code }) => code);
  const seen = marks.filter((mark) => mark.codes.some((code) => codes.includes(code)));
  const width = Math.max(1, passages);
  const height = frames.length * row + strip;
  const thick = Math.max(1, passages / 300);
  const here = seen.find((mark) => mark.ordinal === ordinal);
  const labels = frames.filter(({ code }) => here?.codes.includes(code)).map(({ label }) => label);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(
      event.key,
      seen.map((mark) => mark.ordinal),
      ordinal,
      passages,
    );
    if (to === null) return;
    event.preventDefault();
    onGo(to);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width: drawn } = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientX - left) / Math.max(1, drawn)) * width;
    const near = seen.toSorted((a, b) => Math.abs(a.ordinal - at) - Math.abs(b.ordinal - at))[0];
    const isNear = near !== undefined && Math.abs(near.ordinal - at) < Math.max(1, width / 60);
    onGo(isNear ? near.ordinal : Math.min(passages - 1, Math.max(0, Math.floor(at))));
  };
  return (
    <div
      className="xray"
      role="slider"
      tabIndex={0}
      aria-label="Framed passages along the document"
      aria-valuemin={1}
      aria-valuemax={width}
      aria-valuenow={Math.min(width, ordinal + 1)}
      aria-valuetext={`passage ${ordinal + 1} of ${passages}${labels.length === 0 ? '' : `, ${labels.join(', ')}`}`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      style={{ height: `${frames.length * 0.75 + 0.4}rem` }}
    >
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {zones.map(({ zone, from, to }, index) => (
          <rect
            key={from}
            className={index % 2 === 0 ? 'zone' : 'zone other'}
            x={from}
            y={height - strip + 1}
            width={to - from + 1}
            height={strip - 1}
          >
            <title>{zoneLabel(zone)}</title>
          </rect>
        ))}
        {frames.map(({ code, tone }, index) =>
          seen
            .filter((mark) => mark.codes.includes(code))
            .map((mark) => (
              <rect
                key={`${code} ${mark.ordinal}`}
                className={tone}
                x={Math.min(mark.ordinal, width - thick)}
                y={index * row + 1}
                width={thick}
                height={row - 2}
              />
            )),
        )}
        <line
          className="here"
          x1={ordinal + 0.5}
          x2={ordinal + 0.5}
          y1={0}
          y2={height}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </div>
  );
}

/** Where a key leads: arrows to the next framed passage, the ends to those of the document. */
function target(key: string, marked: readonly number[], ordinal: number, passages: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return marked.find((one) => one > ordinal) ?? null;
    case 'ArrowLeft':
    case 'ArrowUp':
      return marked.findLast((one) => one < ordinal) ?? null;
    case 'PageDown':
      return Math.min(passages - 1, ordinal + 20);
    case 'PageUp':
      return Math.max(0, ordinal - 20);
    case 'Home':
      return 0;
    case 'End':
      return passages - 1;
    default:
      return null;
  }
}
