import { useId } from 'react';
import { Link } from 'wouter';
import type { CoderView, SampleView } from '../../../src/model/api/coding.ts';
import { useSearchParams } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { Agreement } from '../parts/coding/agreement.tsx';
import { stored } from '../parts/coding/kept.ts';
import { Scroll } from '../parts/scroll.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { coder } from '../seat.ts';
import '../style/coding.css';

const remembered = 'titrate coder';
const isSlug = (name: string) => /^[a-z][a-z0-9_-]{0,39}$/.test(name);

/** The samples that people code: who you are, how far everybody has come, and how far they agree. */
export default function Coding() {
  const { data, error } = useAnswer('GET /api/samples', {}, { every: 15_000 });
  const [search, setSearch] = useSearchParams();
  const name = coder ?? search.get('coder') ?? stored()?.getItem(remembered) ?? '';
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  if (data.samples.length === 0) {
    return (
      <Empty isWhole title="No sample has been drawn yet">
        <p>
          A sample is drawn with known chances from all passages, and dealt to those who code it. Draw one in
          the terminal, with the names of the coders:
        </p>
        <p>
          <code>titrate sample --coders ana,ben</code>
        </p>
      </Empty>
    );
  }
  const rename = (to: string) => {
    stored()?.setItem(remembered, to);
    setSearch(to === '' ? {} : { coder: to }, { replace: true });
  };
  return (
    <div className="coding">
      <h1>Coding</h1>
      {coder === null ? (
        <Who name={name} rename={rename} samples={data.samples} />
      ) : (
        <p>
          For {coder}. Passages are shown without institution, date and what the lexicon found; ask whoever
          serves the study for anything else.
        </p>
      )}
      {data.samples.map((sample) => (
        <OneSample key={sample.sample} sample={sample} name={isSlug(name) ? name : ''} />
      ))}
    </div>
  );
}

function Who({
  name,
  rename,
  samples,
}: {
  readonly name: string;
  readonly rename: (to: string) => void;
  readonly samples: readonly SampleView[];
}) {
  const list = useId();
  const hint = useId();
  const people = samples.flatMap(({ coders }) =>
    coders.flatMap(({ coder, origin }) => (origin === 'human' ? [coder] : [])),
  );
  return (
    <div className="who">
      <label>
        Your name
        <input
          value={name}
          list={list}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          aria-describedby={hint}
          aria-invalid={name !== '' && !isSlug(name)}
          onChange={(event) => rename(event.currentTarget.value.trim().toLowerCase())}
        />
      </label>
      <datalist id={list}>
        {[...new Set(people)].map((coder) => (
          <option key={coder} value={coder} />
        ))}
      </datalist>
      <small id={hint}>
        {name === '' || isSlug(name)
          ? 'As the sample was dealt, such as ana. Passages are shown without institution, date and what the lexicon found.'
          : 'Lower-case letters, digits, - and _, a letter first.'}
      </small>
    </div>
  );
}

function OneSample({ sample, name }: { readonly sample: SampleView; readonly name: string }) {
  const { items, double, coders, columns, contested, decided } = sample;
  const own = coders.find(
    ({ coder, role, origin }) => coder === name && role === 'coder' && origin === 'human',
  );
  const people = coders.filter(({ role, origin }) => role === 'coder' && origin === 'human');
  const to = `/coding/${sample.sample}?coder=${name}`;
  return (
    <section aria-labelledby={`sample-${sample.sample}`}>
      <h2 id={`sample-${sample.sample}`}>{sample.sample}</h2>
      <p>
        {items} passages, {double} of them for two coders
        {sample.extends === null ? '' : `, added to ${sample.extends}`}. Asked of each:{' '}
        {askedOf(columns.map(({ title }) => title)).join(', ')}.
      </p>
      <p className="starts">
        {own === undefined ? null : (
          <Link className="button" to={`${to}&role=coder`}>
            {own.done === 0 ? 'Start' : own.done < own.items ? 'Go on' : 'Look again'} as {name}
          </Link>
        )}
        {name === '' || contested === 0 ? null : (
          <Link className="button quiet" to={`${to}&role=adjudicator`}>
            Decide as {name}
          </Link>
        )}
        <span className="muted">
          {own === undefined && people.length > 0
            ? `Coded by ${people.map(({ coder }) => coder).join(', ')}: say which of them you are to code. `
            : ''}
          {coder !== null
            ? null
            : contested === 0
              ? 'No passage on which coders differ or could not tell.'
              : `Coders differ on ${contested} ${contested === 1 ? 'passage' : 'passages'} or could not tell; ${decided} of them decided.`}
        </span>
      </p>
      <Scroll label={`Progress of ${sample.sample}`}>
        <table className="progress">
          <caption>Progress</caption>
          <thead>
            <tr>
              <th scope="col">who</th>
              <th scope="col">done</th>
              <th scope="col" className="n">
                passages
              </th>
              <th scope="col" className="n">
                cannot tell
              </th>
            </tr>
          </thead>
          <tbody>
            {coders.map((one) => (
              <Progress key={`${one.role} ${one.coder}`} one={one} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {coder === null ? (
        <Agreement
          sample={sample.sample}
          rows={coders.filter(({ done }) => done > 0).length > 1 ? columns.length : 0}
        />
      ) : null}
    </section>
  );
}

function Progress({ one: { coder, role, origin, items, done, unsure } }: { readonly one: CoderView }) {
  return (
    <tr>
      <th scope="row">
        {coder}
        <small>
          {[role === 'adjudicator' ? 'decides' : '', origin === 'human' ? '' : origin]
            .filter(Boolean)
            .join(', ')}
        </small>
      </th>
      <td>
        <progress
          max={Math.max(items, 1)}
          value={Math.min(done, items)}
          aria-label={`${coder}: ${done} of ${items}`}
        />
      </td>
      <td className="n">
        {done} of {items}
      </td>
      <td className="n">{unsure}</td>
    </tr>
  );
}

/** Questions of one hypothesis by its title alone, with how many there are: at length they stand where they are answered. */
function askedOf(titles: readonly string[]): string[] {
  return [...Map.groupBy(titles, (title) => title.split(': ')[0] ?? title)].map(([name, all]) =>
    all.length === 1 ? (all[0] ?? name) : `${name} (${all.length} questions)`,
  );
}
