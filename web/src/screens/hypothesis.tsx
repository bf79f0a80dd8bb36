import { Link, useParams } from 'wouter';
import type { HypothesisDetail } from '../../../src/model/api/claims.ts';
import { usePlace, useSearchParams } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { Drawing, Figure } from '../parts/figure.tsx';
import { useFrames } from '../parts/frames.tsx';
import { Quote } from '../parts/quote.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { SortedTable } from '../parts/table.tsx';
import '../style/results.css';

/** One hypothesis: its verdict and all that the verdict hangs on. */
export default function Hypothesis() {
  const { hypothesis = '' } = useParams();
  const [search] = useSearchParams();
  const claim = search.get('claim') ?? undefined;
  const { data, error } = useAnswer('GET /api/claims/:hypothesis', {
    hypothesis,
    ...(claim === undefined ? {} : { claim }),
  });
  usePlace(data !== undefined);
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="results hypothesis">
      <nav aria-label="Hypotheses" className="steps">
        <Link href="/claims">All hypotheses</Link>
        {data.before === null ? null : <Link href={data.before}>← before</Link>}
        {data.after === null ? null : <Link href={data.after}>next →</Link>}
      </nav>
      <h1>
        <span className="eyebrow">
          {data.hypothesis}, {data.family}
        </span>{' '}
        {data.title}
      </h1>
      <p className="anchor">{data.anchor}</p>
      <p className="verdict">
        <strong>{data.verdict}</strong> {data.reason}
      </p>
      {data.sentence === '' ? null : <p>{data.sentence}</p>}
      {data.figure !== null ? (
        <Figure figure={data.figure} />
      ) : data.svg !== null ? (
        <Drawing svg={data.svg} />
      ) : null}
      {data.warnings.map((warning) => (
        <p key={warning} className="note">
          Mind: {warning}
        </p>
      ))}
      {data.estimates === null ? null : <SortedTable table={data.estimates} />}
      <h2>What it rests on</h2>
      {data.rests.map((line, at) => (
        <p key={line}>
          {line}
          {at > 0 || data.grounds.length === 0 ? null : (
            <>
              {' '}
              <a href="#grounds">Each institution with its passages</a>
            </>
          )}
        </p>
      ))}
      <p>
        <strong>What would speak against it.</strong> {data.falsifier}
      </p>
      {data.gates === null ? null : <SortedTable table={data.gates} />}
      <Quotes quotes={data.quotes} />
      {data.grounds.length === 0 ? null : (
        <h2 id="grounds" tabIndex={-1}>
          How the estimate comes about
        </h2>
      )}
      {data.grounds.map((table) => (
        <SortedTable key={table.name} table={table} />
      ))}
      {data.robustness === null ? null : <Robustness robustness={data.robustness} />}
    </div>
  );
}

function Quotes({ quotes }: Pick<HypothesisDetail, 'quotes'>) {
  const { frameOf } = useFrames();
  if (quotes.length === 0) return null;
  return (
    <section aria-labelledby="quotes">
      <h2 id="quotes">Strongest quotes on both sides</h2>
      <p>
        Chosen by rule, not by taste: passages of one kind alone first, then most different terms, then
        nearest to the object, one of each document before a second of any.
      </p>
      <div className="sides">
        {quotes.map((one) => (
          <section key={one.title} aria-label={one.title}>
            <h3>{one.title}</h3>
            {one.shown.length === 0 ? <p className="muted">No passage does so plainly.</p> : null}
            {one.shown.map((quote) => (
              <Quote key={quote.passage} quote={quote} frameOf={frameOf} />
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

function Robustness({
  robustness: { lines, figure, tables },
}: {
  readonly robustness: NonNullable<HypothesisDetail['robustness']>;
}) {
  return (
    <section aria-labelledby="robustness">
      <h2 id="robustness">How much hangs on our choices</h2>
      {figure === null ? null : (
        <div className="broad">
          <Figure figure={figure} />
        </div>
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {tables.map((table) => (
        <SortedTable key={table.name} table={table} />
      ))}
    </section>
  );
}
