import { useAnswer } from '../asking.ts';
import { Hypotheses, Whole } from '../parts/hypotheses.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import '../style/results.css';

/** Claims with all their hypotheses on one scale. */
export default function Claims() {
  const { data, error } = useAnswer('GET /api/claims');
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  if (data.claims.length === 0) {
    return (
      <Empty isWhole title="No claim was tested">
        Write one into the folder <code>claims/</code> and run again.
      </Empty>
    );
  }
  return (
    <div className="results">
      {data.claims.map((claim) => (
        <article key={claim.id} className="claim">
          <h1>
            <span className="eyebrow">{claim.title}</span> {claim.statement}
          </h1>
          <p className="muted">{claim.source}</p>
          <Hypotheses rows={claim.hypotheses} />
          {claim.whole === null ? null : <Whole whole={claim.whole} />}
          {claim.untestable.length === 0 ? null : (
            <section aria-label="What cannot be tested">
              <h2>What no text can settle</h2>
              <ul>
                {claim.untestable.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </section>
          )}
        </article>
      ))}
    </div>
  );
}
