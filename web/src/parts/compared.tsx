import type { ComparedView } from '../../../src/model/api/institutions.ts';
import { Panel } from './figure.tsx';
import { Named } from './named.tsx';
import { Failed, Loading } from './states.tsx';

type ComparedProps = {
  /** Null until it is there. */
  readonly data: ComparedView | null;
  readonly error: Error | null;
  readonly onClear: () => void;
};

/** Some institutions beside each other, a column each and the same rows in all. */
export function Compared({ data, error, onClear }: ComparedProps) {
  return (
    <section className="compared" aria-label="Comparison" aria-live="polite">
      <h2>
        Side by side{' '}
        <button type="button" onClick={onClear}>
          Clear
        </button>
      </h2>
      {error !== null ? <Failed error={error} /> : null}
      {data === null && error === null ? <Loading /> : null}
      <div className="columns">
        {data?.institutions.map((one) => (
          // Rows begin at one height in all columns, so that the eye compares.
          <article key={one.key} style={{ gridRow: `span ${4 + one.places.length + data.columns.length}` }}>
            <h3>
              <bdi>{one.key}</bdi> <small>{one.voice}</small>
            </h3>
            <ul className="plain">
              {one.facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
            {one.frames === null ? (
              <p className="muted">No passage about the object.</p>
            ) : (
              <Panel figure={one.frames} title="Frames" />
            )}
            <h4>Where in its documents</h4>
            {one.places.map(({ title, figure }) =>
              figure === null ? (
                <p key={title} className="panel muted">
                  {title} <small>0 passages</small>
                </p>
              ) : (
                <Panel key={title} figure={figure} />
              ),
            )}
            {one.named.map((cell, place) => (
              <div key={data.columns[place]}>
                <h4>{data.columns[place]}</h4>
                <Named cell={cell} of={`${data.columns[place]} of ${one.key}`} />
              </div>
            ))}
          </article>
        ))}
      </div>
    </section>
  );
}
