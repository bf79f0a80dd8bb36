import { type CSSProperties, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { DocumentView } from '../../../../src/model/api/documents.ts';
import { pageWidths } from '../../../../src/model/reader.ts';
import { addressOf as apiAddress } from '../../api.ts';
import { useAnswer } from '../../asking.ts';
import { FrameName, type FrameOf } from '../frames.tsx';
import { nameOf, toneOf } from '../marked.tsx';
import type { ReaderPlace } from './place.ts';

type SheetProps = {
  readonly document: DocumentView;
  readonly page: number;
  readonly place: ReaderPlace;
  readonly frameOf: FrameOf;
  readonly isShown: (tag: {
    readonly category: string;
    readonly layer: string;
    readonly blocked: string | null;
  }) => boolean;
  readonly addressOf: (changes: Readonly<Record<string, string | null>>) => string;
};

/** The size of a page that is not known yet, so that its place is held: A4, in points. */
const usual = { width: 595, height: 842 };

/** A page as it is printed, with its passages and tags marked at their place; each leads to its text. */
export function Sheet({ document, page, place, frameOf, isShown, addressOf }: SheetProps) {
  const { row, labels } = document;
  const id = row.document ?? '';
  const boxes = useAnswer('GET /api/documents/:document/pages/:page/boxes', { document: id, page });
  const isOwn = boxes.data !== undefined && !boxes.isPlaceholderData;
  const { width, height } = boxes.data ?? usual;
  const source = (pixels: (typeof pageWidths)[number]) =>
    apiAddress('GET /api/documents/:document/pages/:page', { document: id, page, width: pixels });
  const ratio = (width || usual.width) / (height || usual.height);
  const label = labels[page] ?? String(page + 1);
  return (
    <div className="sheet">
      <nav className="turning" aria-label="Pages">
        <Turn to={page - 1} labels={labels} addressOf={addressOf}>
          ← Previous
        </Turn>
        <span>
          page {label}
          <span className="muted">
            {' '}
            ({page + 1} of {labels.length})
          </span>
        </span>
        <Turn to={page + 1} labels={labels} addressOf={addressOf}>
          Next →
        </Turn>
      </nav>
      <div className="paper" style={{ aspectRatio: ratio, '--ratio': ratio } as CSSProperties}>
        <Picture
          key={page}
          source={source(960)}
          set={pageWidths.map((pixels) => `${source(pixels)} ${pixels}w`).join(', ')}
          alt={`Page ${label} as it is printed`}
        />
        {isOwn && boxes.data !== undefined && width > 0 && height > 0 ? (
          <svg viewBox={`0 0 ${width} ${height}`}>
            <title>{`Passages of page ${label}`}</title>
            {boxes.data.passages.map(({ passage, ordinal, boxes: outline, tags }) => (
              <Link
                key={passage}
                to={addressOf({ passage, tag: null, view: null, page: null })}
                aria-label={`Passage ${ordinal + 1} in the text`}
                className={passage === place.passage ? 'chosen' : undefined}
              >
                {outline.map((box) => (
                  <Rectangle key={`${box.top} ${box.left}`} box={box} className="outline" />
                ))}
                {tags
                  .filter(isShown)
                  .flatMap((tag) =>
                    tag.boxes.map((box) => (
                      <Rectangle
                        key={`${nameOf(tag)} ${box.top} ${box.left}`}
                        box={box}
                        className={`tag ${toneOf(tag, frameOf)}`}
                      />
                    )),
                  )}
              </Link>
            ))}
          </svg>
        ) : null}
      </div>
      {boxes.error === null ? null : <p className="note">{boxes.error.message}</p>}
    </div>
  );
}

function Turn({
  to,
  labels,
  addressOf,
  children,
}: {
  readonly to: number;
  readonly labels: readonly string[];
  readonly addressOf: SheetProps['addressOf'];
  readonly children: string;
}) {
  return to < 0 || to >= labels.length ? (
    <span className="muted">{children}</span>
  ) : (
    <Link to={addressOf({ page: String(to + 1), passage: null, tag: null })}>{children}</Link>
  );
}

function Rectangle({
  box: { left, top, right, bottom },
  className,
}: {
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly className: string;
}) {
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  return <rect className={className} x={left} y={top} width={width} height={height} />;
}

/** A drawn page, or the server's words on why there is none. */
function Picture({
  source,
  set,
  alt,
}: {
  readonly source: string;
  readonly set: string;
  readonly alt: string;
}) {
  const [fault, setFault] = useState<readonly string[] | null>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (!isBroken) return;
    const control = new AbortController();
    fetch(source, { signal: control.signal })
      .then((answer) => (answer.ok ? null : (answer.json() as Promise<{ lines?: readonly string[] }>)))
      .then((said) => setFault(said?.lines ?? ['the page could not be drawn: try again']))
      .catch(() => {});
    return () => control.abort();
  }, [isBroken, source]);
  if (isBroken) {
    return (
      <div className="no-picture" role="alert">
        {(fault ?? []).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    );
  }
  return (
    <img
      src={source}
      srcSet={set}
      sizes="(min-width: 60rem) 40vw, 95vw"
      alt={alt}
      onError={() => setBroken(true)}
    />
  );
}

/** What the marks stand for, with the way to leave some out. */
export function Legend({
  rows,
  hidden,
  onToggle,
}: {
  readonly rows: readonly {
    readonly code: string;
    readonly label: string;
    readonly tone: string;
    readonly count: number | null;
  }[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (code: string) => void;
}) {
  return (
    <fieldset className="legend">
      <legend>Marked</legend>
      {rows.map(({ code, label, tone, count }) => (
        <label key={code}>
          <input type="checkbox" checked={!hidden.has(code)} onChange={() => onToggle(code)} />{' '}
          <FrameName tone={tone} label={label} />
          {count === null ? null : <span className="muted"> {count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
