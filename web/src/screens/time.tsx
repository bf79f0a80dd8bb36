import type { TimeView } from '../../../src/model/api/time.ts';
import { useSearchParams } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { Panel } from '../parts/figure.tsx';
import { FrameName } from '../parts/frames.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { SortedTable } from '../parts/table.tsx';
import '../style/results.css';

/** Framing over time: of all voices and institutions, or of one with its intervals. */
export default function Time() {
  const [search, setSearch] = useSearchParams();
  const [by, key] = [search.get('by'), search.get('key')];
  const isOne = (by === 'voice' || by === 'institution') && key !== null;
  const { data, error } = useAnswer('GET /api/time', isOne ? { by, key } : {});
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  if (data.voices.length + data.institutions.length === 0) {
    return (
      <Empty isWhole title="No dated document speaks of the object">
        Fill in the column <code>date</code> of the manifest and run again.
      </Empty>
    );
  }
  return (
    <div className="results">
      <h1>Time</h1>
      <label className="choice">
        Whose framing{' '}
        <select
          value={isOne ? `${by}:${key}` : ''}
          onChange={(event) => {
            const [kind = '', ...rest] = event.target.value.split(':');
            setSearch(kind === '' ? {} : { by: kind, key: rest.join(':') });
          }}
        >
          <option value="">all voices and institutions</option>
          <Choices by="voice" label="Voices" choices={data.voices} />
          <Choices by="institution" label="Institutions" choices={data.institutions} />
        </select>
      </label>
      {data.frames.length === 0 ? null : (
        <section aria-labelledby="frames">
          <h2 id="frames">{data.chosen === null ? 'Frames by voice' : <bdi>{data.chosen}</bdi>}</h2>
          <p>{data.frames[0]?.caption} All panels have the same scale.</p>
          {data.legend.length === 0 ? null : (
            <p className="legend">
              {data.legend.map(({ label, tone }) => (
                <FrameName key={label} tone={tone} label={label} />
              ))}
            </p>
          )}
          <div className="panels roomy">
            {data.frames.map((figure) => (
              <Panel key={figure.name} figure={figure} />
            ))}
          </div>
        </section>
      )}
      {data.courses.length === 0 ? null : (
        <section aria-labelledby="courses">
          <h2 id="courses">Between the two poles</h2>
          <p>
            {data.courses[0]?.figure.caption} A shaded band shows where a change of level may lie.
            Exploratory: nothing here enters a verdict.
          </p>
          <div className="panels roomy">
            {data.courses.map(({ key: name, figure, lines }) => (
              <Panel key={figure.name} figure={figure} title={name}>
                <ul className="plain muted">
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </Panel>
            ))}
          </div>
        </section>
      )}
      {data.events.length === 0 ? null : (
        <section aria-labelledby="events">
          <h2 id="events">Known events</h2>
          <ol className="events">
            {data.events.map(({ date, name }) => (
              <li key={`${date} ${name}`}>
                {date}: {name}
              </li>
            ))}
          </ol>
        </section>
      )}
      {data.tables.map((table) => (
        <SortedTable key={table.name} table={table} />
      ))}
    </div>
  );
}

function Choices({
  by,
  label,
  choices,
}: {
  readonly by: string;
  readonly label: string;
  readonly choices: TimeView['voices'];
}) {
  return (
    <optgroup label={label}>
      {choices.map((one) => (
        <option key={one.key} value={`${by}:${one.key}`}>
          {one.label} ({one.documents})
        </option>
      ))}
    </optgroup>
  );
}
