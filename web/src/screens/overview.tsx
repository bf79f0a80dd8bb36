import { Link } from 'wouter';
import type { OverviewView } from '../../../src/model/api/results.ts';
import { useAnswer } from '../asking.ts';
import { Figure } from '../parts/figure.tsx';
import { Hypotheses, Whole } from '../parts/hypotheses.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';

type ClaimView = OverviewView['claims'][number];

/** The claim in a sentence, its number and verdict, its hypotheses, and what the corpus is and lacks. */
export default function Overview() {
  const { data, error } = useAnswer('GET /api/overview');
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="overview">
      <div>
        {data.warnings.map((warning) => (
          <p key={warning} className="banner" role="note">
            {warning}
          </p>
        ))}
        {data.claims.length === 0 ? (
          <Empty isWhole title="No claim was tested">
            Write one into the folder <code>claims/</code> and run again.
          </Empty>
        ) : null}
        {data.claims.map((claim) => (
          <Claim key={claim.id} claim={claim} />
        ))}
      </div>
      {data.claims.map(({ id, statement, hypotheses, whole }) =>
        hypotheses.length < 2 ? null : (
          <section key={id} className="spread" aria-label={`Hypotheses: ${statement}`}>
            <Hypotheses rows={hypotheses} />
            {whole === null ? null : <Whole whole={whole} />}
          </section>
        ),
      )}
      <aside aria-label="The corpus">
        <h2>What this rests on</h2>
        <Lines lines={data.rests} />
        <h2>What it lacks</h2>
        {data.lacks.length === 0 ? <p>Nothing that a program can see.</p> : <Lines lines={data.lacks} />}
      </aside>
    </div>
  );
}

function Lines({ lines }: { readonly lines: OverviewView['rests'] }) {
  return (
    <ul>
      {lines.map(({ text, href }) => (
        <li key={text}>
          <Link href={href} className="quiet">
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Claim({ claim }: { readonly claim: ClaimView }) {
  const { headline, figure } = claim;
  return (
    <article className="claim">
      <h1>
        <span className="eyebrow">The claim</span> {claim.statement}
      </h1>
      {headline === null ? null : (
        <div className="number">
          <p className="large">
            <Link href={headline.grounds} className="quiet">
              {headline.value}
              <span className="times">×</span>
            </Link>
          </p>
          <p className="reading">
            <span className="unit">
              {headline.direction},{' '}
              {headline.corrected ? 'corrected for the lexicon’s errors' : <em>uncorrected</em>}
            </span>{' '}
            {headline.reading}
          </p>
        </div>
      )}
      <p className="verdict">
        <strong>{claim.verdict}</strong> {claim.reason}
      </p>
      {figure === null ? null : <Figure figure={figure} />}
      {claim.passages.length === 0 ? null : (
        <div className="note under">
          <p>Passages that the lexicon finds under this number</p>
          <ul>
            {claim.passages.map(({ text, href }) => (
              <li key={href}>
                <Link href={href}>{text}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}
