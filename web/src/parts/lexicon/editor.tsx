import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Draft, LexiconView, TermView } from '../../../../src/model/api/lexicon.ts';
import { languageLabel } from '../../../../src/model/words.ts';
import { ApiError, ask } from '../../api.ts';
import { Adopt } from './adopt.tsx';
import { draftOf, type Fields, fieldsOf, isReady } from './fields.ts';
import { Preview } from './preview.tsx';
import { RuleFields } from './rules.tsx';

/** How long nobody types before a draft is previewed. */
const pauseMs = 350;

/** A draft of a term with what it would change, and the way to write it. */
export function Editor({ lexicon, view }: { readonly lexicon: LexiconView; readonly view: TermView | null }) {
  const [fields, setFields] = useState(() => fieldsOf(lexicon, view));
  const [isRemoving, setRemoving] = useState(false);
  const [, go] = useLocation();
  const client = useQueryClient();
  const draft: Draft = isRemoving ? { ...draftOf(fields, view), entry: null } : draftOf(fields, view);
  const settled = useSettled(JSON.stringify(draft));
  const isAsked = isRemoving || isReady(fields);
  const preview = useQuery({
    queryKey: ['preview', settled],
    queryFn: ({ signal }) => ask('POST /api/lexicon/preview', { body: JSON.parse(settled) as Draft, signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const save = useMutation({
    mutationFn: () => ask('PUT /api/lexicon/term', { body: { draft, hash: view?.hash ?? null } }),
    onSuccess: async (saved) => {
      // What is asked of a term by an id that it no longer has would only be refused.
      const isSame = saved.term !== null && saved.term === view?.row.term;
      const isOfTerm = (key: unknown) => key === 'preview' || key === 'GET /api/lexicon/term';
      await client.invalidateQueries({
        predicate: ({ queryKey: [key] }) => isOfTerm(key),
        refetchType: isSame ? 'active' : 'none',
      });
      await client.invalidateQueries({ predicate: ({ queryKey: [key] }) => !isOfTerm(key) });
      go(
        saved.term === null
          ? '/lexicon'
          : `/lexicon/term?${new URLSearchParams({ term: saved.term, saved: saved.file })}`,
      );
    },
  });
  const set = (part: Partial<Fields>) => {
    save.reset();
    setFields((old) => ({ ...old, ...part }));
  };
  const isSound = isAsked && preview.data?.faults.length === 0 && !preview.isPlaceholderData;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSound && lexicon.own) save.mutate();
  };
  return (
    <div className="draft">
      <form onSubmit={submit} aria-label="Draft">
        <Place fields={fields} lexicon={lexicon} isFixed={view !== null} set={set} />
        <Text label="Pattern" value={fields.pattern} set={(pattern) => set({ pattern })} isCode>
          <code>*</code> any ending, <code>?</code> one character, <code>(a|b c)</code> alternatives,{' '}
          <code>[a]</code> optional, <code>~3</code> up to three words between, <code>word~</code> its stem
        </Text>
        <Text label="Why this wording signals the category" value={fields.why} set={(why) => set({ why })} />
        <Text label="Where it was seen" value={fields.evidence} set={(evidence) => set({ evidence })} />
        <div className="row">
          <label>
            Status{' '}
            <select
              value={fields.status}
              onChange={({ target }) => set({ status: target.value as Fields['status'] })}
            >
              <option>attested</option>
              <option>inflected</option>
              <option>proposed</option>
            </select>
          </label>
          <label className="pick">
            <input
              type="checkbox"
              checked={fields.exactCase}
              onChange={({ target }) => set({ exactCase: target.checked })}
            />{' '}
            capitals as written
          </label>
          <label className="pick">
            <input
              type="checkbox"
              checked={fields.exactAccents}
              onChange={({ target }) => set({ exactAccents: target.checked })}
            />{' '}
            accents as written
          </label>
        </div>
        <RuleFields fields={fields} set={set} />
        <Lines
          label="Sentences that it must match, one a line"
          value={fields.yes}
          set={(yes) => set({ yes })}
        />
        <Lines
          label="Sentences that it must not match, one a line"
          value={fields.no}
          set={(no) => set({ no })}
        />
        {view === null ? null : (
          <label className="pick">
            <input
              type="checkbox"
              checked={isRemoving}
              onChange={({ target }) => setRemoving(target.checked)}
            />{' '}
            take this term out of the lexicon
          </label>
        )}
        {lexicon.own ? (
          <p>
            <button type="submit" disabled={!isSound || save.isPending}>
              {isRemoving ? 'Take it out of the YAML file' : 'Save to the YAML file'}
            </button>
          </p>
        ) : (
          <Adopt />
        )}
        {save.isError ? (
          <div role="alert" className="faults">
            {(save.error instanceof ApiError ? save.error.refusal.lines : [save.error.message]).map(
              (line) => (
                <p key={line}>{line}</p>
              ),
            )}
          </div>
        ) : null}
        <Told />
      </form>
      <Preview
        answer={isAsked ? (preview.data ?? null) : null}
        error={preview.error}
        isWaiting={isAsked && (preview.isFetching || settled !== JSON.stringify(draft))}
      />
    </div>
  );
}

/** What was saved a moment ago, and what comes of it. */
function Told() {
  const file = new URLSearchParams(window.location.search).get('saved');
  return (
    <div role="status">
      {file === null ? null : (
        <p>
          Saved to {file}. The next run tags anew and compares: <Link href="/runs">go to the runs</Link>.
        </p>
      )}
    </div>
  );
}

function Place({
  fields,
  lexicon,
  isFixed,
  set,
}: {
  readonly fields: Fields;
  readonly lexicon: LexiconView;
  readonly isFixed: boolean;
  readonly set: (part: Partial<Fields>) => void;
}) {
  if (isFixed) return null;
  const theme = lexicon.themes.find((one) => one.theme === fields.theme);
  const languages = [...new Set(lexicon.terms.map(({ language }) => language))].toSorted();
  return (
    <div className="row">
      <label>
        Theme{' '}
        <select
          value={fields.theme}
          onChange={({ target }) => {
            const chosen = lexicon.themes.find((one) => one.theme === target.value);
            set({ theme: target.value, category: chosen?.categories[0]?.category ?? '' });
          }}
        >
          {lexicon.themes.map((one) => (
            <option key={one.theme} value={one.theme}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Category{' '}
        <select value={fields.category} onChange={({ target }) => set({ category: target.value })}>
          {theme?.categories.map((one) => (
            <option key={one.category} value={one.category}>
              {one.category.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        Language{' '}
        <select
          value={fields.language}
          onChange={({ target }) => set({ language: target.value as Fields['language'] })}
        >
          {languages.map((code) => (
            <option key={code} value={code}>
              {languageLabel(code)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Text({
  label,
  value,
  set,
  isCode = false,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly isCode?: boolean;
  readonly children?: React.ReactNode;
}) {
  const hint = useId();
  return (
    <label className="field">
      {label}
      <input
        value={value}
        className={isCode ? 'code' : undefined}
        spellCheck={!isCode}
        aria-describedby={children === undefined ? undefined : hint}
        onChange={({ target }) => set(target.value)}
      />
      {children === undefined ? null : <small id={hint}>{children}</small>}
    </label>
  );
}

function Lines({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
}) {
  return (
    <label className="field">
      {label}
      <textarea rows={2} value={value} onChange={({ target }) => set(target.value)} />
    </label>
  );
}

/** The value once it has stayed the same for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
