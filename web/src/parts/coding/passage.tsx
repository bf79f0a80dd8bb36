import { useEffect, useRef, useState } from 'react';
import type { ColumnView, ItemView } from '../../../../src/model/api/coding.ts';
import { longestNote } from '../../../../src/model/note.ts';
import { Answers } from './answers.tsx';
import { answerOf, isImplied, labelOf, nextOpen, sentOf } from './columns.ts';
import { Key } from './key.tsx';
import type { Outbox } from './outbox.ts';
import { Votes } from './votes.tsx';

/** One passage with its questions; keys work as long as the focus is in it. */
export function Passage({
  one,
  columns,
  outbox,
  title,
  next,
  go,
  help,
  announce,
}: {
  readonly one: ItemView;
  readonly columns: readonly ColumnView[];
  readonly outbox: Outbox;
  /** Which passage of how many. */
  readonly title: string;
  /** What the button to the next that is not done is called. */
  readonly next: string;
  readonly go: (where: 'next' | 'before' | 'after' | 'open') => void;
  readonly help: () => void;
  readonly announce: (words: string) => void;
}) {
  const [{ codes, note }, setSaid] = useState(() => outbox.draft(one.item) ?? one);
  const [active, setActive] = useState(() => nextOpen(columns, codes, one.votes));
  const place = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    announce(`${title}. ${one.text ?? ''}`);
  }, [announce, title, one.text]);

  const say = (said: { readonly codes: typeof codes; readonly note: string }) => {
    setSaid(said);
    outbox.keep(one.item, { codes: sentOf(columns, said.codes), note: said.note });
  };

  const choose = (at: number, value: string) => {
    const column = columns[at];
    if (column === undefined) return;
    const changed = { ...codes, [column.code]: value };
    say({ codes: changed, note });
    const next = nextOpen(columns, changed, one.votes, at + 1);
    setActive(next);
    const following = columns[next]?.title ?? (one.votes === null ? 'all is answered' : 'all is decided');
    announce(`${column.title}: ${labelOf(column, value)}. Next: ${following}.`);
  };

  const mark = (step: 1 | -1) => {
    let at = (active === -1 && step === -1 ? columns.length : active) + step;
    let column = columns[at];
    while (column !== undefined && isImplied(column, columns, codes)) {
      at += step;
      column = columns[at];
    }
    if (column === undefined) return;
    setActive(at);
    announce(`${column.title}: ${labelOf(column, codes[column.code])}`);
  };

  /** Does what a key asks for; false where it asks for nothing. */
  const pressed = (key: string, on: HTMLElement): boolean => {
    const isRadio = on instanceof HTMLInputElement;
    if (key === 'Enter') {
      if (on instanceof HTMLButtonElement) return false;
      go('next');
    } else if (key === 'ArrowLeft') go('before');
    else if (key === 'ArrowRight') go('after');
    else if (key === 'ArrowUp' && !isRadio) mark(-1);
    else if (key === 'ArrowDown' && !isRadio) mark(1);
    else if (key === 'n') field.current?.focus();
    else if (key === 'u') go('open');
    else if (key === '?') help();
    else {
      const column = columns[active];
      const value = column === undefined ? null : answerOf(column, key);
      if (value === null) return false;
      choose(active, value);
    }
    return true;
  };

  return (
    <article
      ref={place}
      className="judged"
      tabIndex={-1}
      aria-labelledby="passage"
      onKeyDown={(event) => {
        const { key, target, ctrlKey, metaKey, altKey } = event;
        if (target instanceof HTMLTextAreaElement) {
          if (key === 'Escape') place.current?.focus();
          if (key === 'Enter' && (ctrlKey || metaKey)) go('next');
          return;
        }
        if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
        if (pressed(key, target)) event.preventDefault();
      }}
    >
      <div>
        <h1 id="passage">{title}</h1>
        {one.text === null ? (
          <p role="note">
            The corpus holds this passage no longer, so that it cannot be shown. Code it from the sheet, or go
            on.
          </p>
        ) : (
          <blockquote lang={/^[a-z]{2}$/.test(one.language) ? one.language : undefined}>
            {one.text}
          </blockquote>
        )}
        {one.votes === null ? null : <Votes columns={columns} votes={one.votes} />}
      </div>
      <div className="replying">
        <Answers
          columns={columns}
          codes={codes}
          votes={one.votes}
          active={active}
          choose={choose}
          enter={setActive}
        />
        <label className="note-field">
          <span>
            Note <Key name="n" />
          </span>
          <textarea
            ref={field}
            rows={2}
            maxLength={longestNote}
            value={note}
            onChange={(event) => say({ codes, note: event.currentTarget.value })}
          />
        </label>
        <div className="moves">
          <button type="button" onClick={() => go('before')}>
            <Key name="←" /> Before
          </button>
          <button type="button" className="main" onClick={() => go('next')}>
            Save and go on <Key name="Enter" />
          </button>
          <button type="button" onClick={() => go('after')}>
            After <Key name="→" />
          </button>
          <button type="button" onClick={() => go('open')}>
            {next} <Key name="u" />
          </button>
          <button type="button" onClick={help}>
            Keys and codebook <Key name="?" />
          </button>
        </div>
      </div>
    </article>
  );
}
