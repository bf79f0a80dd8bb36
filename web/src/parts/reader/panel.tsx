import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { PassageView, SightingView, TagView } from '../../../../src/model/api/documents.ts';
import { ApiError, ask } from '../../api.ts';
import { useAnswer } from '../../asking.ts';
import type { FrameOf } from '../frames.tsx';
import { nameOf } from '../marked.tsx';

type PanelProps = {
  readonly passage: PassageView;
  readonly tag: TagView;
  readonly frameOf: FrameOf;
  readonly closing: string;
};

/** Why a place is tagged as it is, what else stands there, and what people said against it. */
export function Panel({ passage, tag, frameOf, closing }: PanelProps) {
  const { data, error, isPlaceholderData } = useAnswer('GET /api/passages/:passage', {
    passage: passage.passage,
  });
  const box = useRef<HTMLElement>(null);
  const heading = useId();
  const chosen = nameOf(tag);
  useEffect(() => {
    if (chosen !== '') box.current?.focus({ preventScroll: true });
  }, [chosen]);
  const sightings = data === undefined || isPlaceholderData ? [] : data.sightings;
  const own = sightings.find((one) => nameOf(one) === chosen);
  const others = sightings.filter((one) => one !== own);
  const surface = [...passage.text].slice(tag.start, tag.end).join('');
  return (
    <section className="panel" ref={box} tabIndex={-1} aria-labelledby={heading}>
      <h3 id={heading}>
        “<bdi>{surface}</bdi>” {own?.words ?? (tag.blocked === null ? 'counts' : 'does not count')}
      </h3>
      <dl>
        <dt>frame</dt>
        <dd>
          {frameOf(tag.category)?.label ?? tag.layer}, <code>{tag.category}</code>
        </dd>
        <dt>term</dt>
        <dd>
          <code>{own?.pattern ?? tag.term}</code>
        </dd>
        <dt>rationale</dt>
        <dd>{own === undefined ? '…' : `${own.why}${own.evidence === '' ? '' : ` (${own.evidence})`}`}</dd>
        {own?.polarity == null && own?.voice == null ? null : (
          <>
            <dt>said as</dt>
            <dd>{saidAs(own)}</dd>
          </>
        )}
      </dl>
      {error === null ? null : <p role="alert">{error.message}</p>}
      {data?.current === false ? (
        <p className="note">The lexicon has changed since this was tagged; run the study again.</p>
      ) : null}
      <Others sightings={others} />
      <Contests passage={passage} tag={tag} />
      <Link to={closing}>Close</Link>
    </section>
  );
}

function saidAs({ polarity, voice }: SightingView): string {
  const voices: Readonly<Record<string, string>> = {
    own: 'by the author',
    endorsed: 'by somebody whom the author follows',
    neutral: 'by somebody else, whom the author leaves alone',
    rejected: 'by somebody whom the author contradicts',
  };
  return [polarity, voice === null ? null : (voices[voice] ?? voice)].filter(Boolean).join(', ');
}

function Others({ sightings }: { readonly sightings: readonly SightingView[] }) {
  if (sightings.length === 0) return null;
  return (
    <details>
      <summary>Other words of terms in this passage ({sightings.length})</summary>
      <ul>
        {sightings.map((one) => (
          <li key={nameOf(one)}>
            “<bdi>{one.surface}</bdi>” <code>{one.category}</code>: {one.words}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Contests({ passage, tag }: { readonly passage: PassageView; readonly tag: TagView }) {
  const input = { of: passage.passage };
  const { data } = useAnswer('GET /api/contests', input);
  const client = useQueryClient();
  const [state, setState] = useState<{
    readonly kind: 'open' | 'sending' | 'kept' | 'failed';
    readonly lines: readonly string[];
  }>({
    kind: 'open',
    lines: [],
  });
  const own = (data?.contests ?? []).filter((one) => nameOf(one) === nameOf(tag));
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    const { start, end, term } = tag;
    setState({ kind: 'sending', lines: [] });
    try {
      await ask('POST /api/contests', {
        body: {
          passage: passage.passage,
          ...{ start, end, term },
          note: String(said.get('note') ?? ''),
          by: String(said.get('by') ?? ''),
        },
      });
      form.reset();
      setState({ kind: 'kept', lines: [] });
      for (const key of ['GET /api/contests', 'GET /api/contests/all'])
        await client.invalidateQueries({ queryKey: [key] });
    } catch (error) {
      const lines = error instanceof ApiError ? error.refusal.lines : ['it could not be sent: try again'];
      setState({ kind: 'failed', lines });
    }
  };
  return (
    <>
      {own.length === 0 ? null : (
        <ul className="contests" aria-label="Contested">
          {own.map(({ at, by, note }) => (
            <li key={`${at} ${by}`}>
              <bdi>{note}</bdi>
              <small>
                {' '}
                <bdi>{by}</bdi>, <time dateTime={at}>{at.slice(0, 10)}</time>
              </small>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>Contest this tag</summary>
        <form onSubmit={send}>
          <label>
            What is wrong with it
            <textarea name="note" required maxLength={2_000} rows={3} />
          </label>
          <label>
            Your name
            <input name="by" required maxLength={80} autoComplete="name" />
          </label>
          <button type="submit" disabled={state.kind === 'sending'}>
            Keep the note
          </button>
          <p className="note">
            It is added to <code>codings/contests.jsonl</code> and changes no count.
          </p>
        </form>
      </details>
      <p role="status" className="note">
        {state.kind === 'kept' ? 'The note is kept.' : state.lines.join(' ')}
      </p>
    </>
  );
}
