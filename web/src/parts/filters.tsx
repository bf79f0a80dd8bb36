import { type FormEvent, useId } from 'react';
import type { AnswerOf, InputOf } from '../../../src/model/api/api.ts';
import { useAnswer } from '../asking.ts';

type Study = AnswerOf<'GET /api/study'>;
type Said = Partial<InputOf<'GET /api/search'>>;

/** What a search can be narrowed by, as the address names it. */
export const filters = [
  'words',
  'frame',
  'term',
  'institution',
  'voice',
  'zone',
  'language',
  'from',
  'to',
  'polarity',
] as const;

const polarities = [
  { code: 'affirmed', label: 'affirmed' },
  { code: 'hedged', label: 'hedged' },
  { code: 'negated', label: 'denied' },
];

/** The field for words with all filters: lists take effect at once, what is typed with Enter. */
export function Filters({
  study,
  said,
  change,
}: {
  readonly study: Study;
  readonly said: Said;
  readonly change: (name: string, value: string) => void;
}) {
  const list = useId();
  const { data } = useAnswer('GET /api/search/terms', said.frame === undefined ? {} : { frame: said.frame });
  const years = yearsOf(study);
  const typed = (name: 'words' | 'term') => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change(name, String(new FormData(event.currentTarget).get(name) ?? '').trim());
  };
  const named = (codes: readonly string[]) =>
    codes.map((code) => ({ code, label: code.replaceAll('_', ' ') }));
  return (
    <search className="filters">
      <form className="words" onSubmit={typed('words')} key={`words ${said.words}`}>
        <label>
          Words
          <input name="words" type="search" defaultValue={said.words} maxLength={200} autoComplete="off" />
        </label>
        <button type="submit">Search</button>
      </form>
      <div className="narrowing">
        <Choice name="frame" said={said} change={change} choices={[...study.frames, study.object]} />
        <form onSubmit={typed('term')} key={`term ${said.term}`}>
          <label>
            Term
            <input name="term" list={list} defaultValue={said.term} placeholder="any" autoComplete="off" />
          </label>
          <datalist id={list}>
            {(data?.terms ?? []).map((term) => (
              <option key={term} value={term} />
            ))}
          </datalist>
        </form>
        <Choice name="institution" said={said} change={change} choices={named(study.institutions)} />
        <Choice name="voice" said={said} change={change} choices={study.voices} />
        <Choice name="zone" said={said} change={change} choices={named(study.zones)} />
        <Choice name="language" said={said} change={change} choices={study.languages} />
        <Choice name="from" said={said} change={change} choices={named(years)} />
        <Choice name="to" said={said} change={change} choices={named(years)} />
        <Choice name="polarity" said={said} change={change} choices={polarities} />
      </div>
    </search>
  );
}

function Choice({
  name,
  said,
  change,
  choices,
}: {
  readonly name: (typeof filters)[number];
  readonly said: Said;
  readonly change: (name: string, value: string) => void;
  readonly choices: readonly { readonly code: string; readonly label: string }[];
}) {
  const value = said[name] ?? '';
  // An address may name what this study does not have.
  const isStrange = value !== '' && !choices.some(({ code }) => code === value);
  return (
    <label>
      {name.charAt(0).toUpperCase() + name.slice(1)}
      <select value={value} onChange={({ target }) => change(name, target.value)}>
        <option value="">any</option>
        {isStrange ? <option value={value}>{value}</option> : null}
        {choices.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function yearsOf({ years }: Study): readonly string[] {
  if (years === null) return [];
  return Array.from({ length: years.last - years.first + 1 }, (_, at) => String(years.first + at));
}
