import { useCallback, useEffect, useState } from 'react';
import { Link, useParams } from 'wouter';
import type { DocumentView, TagView } from '../../../src/model/api/documents.ts';
import { languageLabel, voiceLabel } from '../../../src/model/words.ts';
import { useAnswer } from '../asking.ts';
import { useFrames } from '../parts/frames.tsx';
import { Passages } from '../parts/reader/passages.tsx';
import { useReaderPlace } from '../parts/reader/place.ts';
import { Legend, Sheet } from '../parts/reader/sheet.tsx';
import { Xray } from '../parts/reader/xray.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { useTitle } from '../title.ts';
import '../style/reader.css';

/** A document as text with its tags, beside its printed page. */
export default function Reader() {
  const { document = '' } = useParams<{ document: string }>();
  const { place } = useReaderPlace();
  const opened = useAnswer('GET /api/documents/:document', { document });
  // Its frames stand above the text: shown later they would push it down.
  const study = useAnswer('GET /api/study');
  const [first] = useState(place.passage);
  const passage = place.passage ?? '';
  const found = useAnswer('GET /api/passages/:passage/place', { passage }, { enabled: passage !== '' });
  if (opened.error !== null) return <Failed isWhole error={opened.error} />;
  if (opened.data === undefined || opened.isPlaceholderData || study.isPending) return <Loading />;
  if (passage !== '' && found.error !== null) return <Failed isWhole error={found.error} />;
  // Only what the document is opened at is waited for; while one reads, the text stays.
  if (passage !== '' && passage === first && found.data === undefined) return <Loading />;
  const named = found.data?.passage === passage ? found.data : null;
  return <OpenReader key={document} document={opened.data} named={named} />;
}

type OpenProps = {
  readonly document: DocumentView;
  readonly named: { readonly ordinal: number; readonly page: number } | null;
};

function OpenReader({ document, named }: OpenProps) {
  const { place, addressOf, go } = useReaderPlace();
  const { frames, frameOf } = useFrames();
  const { row, printed, marks, passages, labels } = document;
  const start = named?.ordinal ?? startOf(document, place.page);
  const [at, setAt] = useState(start);
  const [seen, setSeen] = useState({ ordinal: start, page: named?.page ?? place.page ?? 0 });
  const id = row.document ?? '';
  useEffect(() => {
    if (named === null) return;
    setAt(named.ordinal);
    setSeen({ ordinal: named.ordinal, page: named.page });
  }, [named]);
  useEffect(() => {
    if (place.page === null) return;
    const ordinal = startOf(document, place.page);
    setAt(ordinal);
    setSeen({ ordinal, page: place.page });
  }, [place.page, document]);
  useTitle(row.title ?? row.file);

  const present = frames.filter(({ code }) => marks.some((mark) => mark.codes.includes(code)));
  const isShown = useCallback(
    (tag: Pick<TagView, 'category' | 'layer' | 'blocked'>) => {
      const frame = frameOf(tag.category);
      if (frame === undefined && tag.layer !== 'object' && !place.others) return false;
      if (tag.blocked !== null) return !place.hidden.has('blocked');
      return !place.hidden.has(frame?.code ?? 'object');
    },
    [frameOf, place],
  );
  const onSeen = useCallback(
    ({ ordinal, page }: { readonly ordinal: number; readonly page: number }) =>
      setSeen((old) => (old.ordinal === ordinal && old.page === page ? old : { ordinal, page })),
    [],
  );
  const toggle = (code: string) => {
    if (code === 'other') return go({ show: place.others ? null : 'other' });
    const next = new Set(place.hidden);
    if (!next.delete(code)) next.add(code);
    go({ hide: [...next].join(',') });
  };
  const goTo = (ordinal: number) => {
    const mark = marks.find((one) => one.ordinal === ordinal);
    if (mark !== undefined) go({ passage: mark.passage, tag: null, page: null });
    else go({ passage: null, tag: null, page: null });
    setAt(ordinal);
    setSeen((old) => ({ ordinal, page: mark?.page ?? old.page }));
  };
  return (
    <div className="reader">
      <p className="note">
        <Link to="/documents">Documents</Link>
      </p>
      <h1>
        <bdi>{row.title ?? row.file}</bdi>
      </h1>
      <p className="note about">
        {[
          row.institution ?? 'institution not known',
          row.voice === null ? null : voiceLabel(row.voice),
          row.date ?? 'undated',
          row.language === null ? null : languageLabel(row.language),
          `${passages} passages`,
          printed ? `${labels.length} pages` : null,
        ]
          .filter(Boolean)
          .map((one) => (
            <bdi key={one}>{one}</bdi>
          ))}
        <code>
          <bdi>{row.file}</bdi>
        </code>
      </p>
      {row.problems.length === 0 ? null : (
        <details className="note">
          <summary>{row.problems.length} problems with this document</summary>
          <ul>
            {row.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="strip">
        <Xray
          document={document}
          frames={present.filter(({ code }) => !place.hidden.has(code))}
          ordinal={seen.ordinal}
          onGo={goTo}
        />
        <Legend
          rows={[
            ...present.map(({ code, label, tone }) => ({
              ...{ code, label, tone },
              count: marks.filter((mark) => mark.codes.includes(code)).length,
            })),
            { code: 'object', label: 'the object', tone: 'object', count: null },
            { code: 'blocked', label: 'what does not count', tone: 'blocked', count: null },
            { code: 'other', label: 'actors and markers', tone: 'other', count: null },
          ]}
          hidden={place.others ? place.hidden : new Set([...place.hidden, 'other'])}
          onToggle={toggle}
        />
      </div>
      <Outline document={document} onGo={goTo} />
      {printed ? (
        <div className="switch">
          {(['text', 'page'] as const).map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={place.view === view}
              onClick={() => go({ view: view === 'text' ? null : view })}
            >
              {view === 'text' ? 'Text' : 'Page'}
            </button>
          ))}
        </div>
      ) : (
        <p className="note">
          This is a {row.format ?? 'file'} without printed pages: its text is all there is to show.
        </p>
      )}
      <div className={printed ? `columns show-${place.view}` : 'columns'}>
        <Passages
          document={id}
          total={passages}
          at={at}
          {...{ place, frameOf, isShown, addressOf, onSeen }}
        />
        {printed ? (
          <Sheet
            page={Math.min(seen.page, labels.length - 1)}
            {...{ document, place, frameOf, isShown, addressOf }}
          />
        ) : null}
      </div>
    </div>
  );
}

function Outline({
  document: { outline },
  onGo,
}: {
  readonly document: DocumentView;
  readonly onGo: (ordinal: number) => void;
}) {
  if (outline.length < 2) return null;
  return (
    <details className="outline-of">
      <summary>Headings ({outline.length})</summary>
      <ol>
        {outline.map(({ ordinal, level, text }) => (
          <li key={ordinal} style={{ paddingLeft: `${Math.min(4, level - 1)}rem` }}>
            <button type="button" className="plain" onClick={() => onGo(ordinal)}>
              <bdi>{text}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The first passage that is known to begin on a page, or the nearest before it that is; the beginning where none is. */
function startOf({ outline, marks, firsts }: DocumentView, page: number | null): number {
  if (page === null) return 0;
  const own = firsts[page];
  if (own !== undefined && own !== null) return own;
  const known = [...outline, ...marks].filter((one) => one.page <= page).map(({ ordinal }) => ordinal);
  return Math.max(0, ...known);
}
