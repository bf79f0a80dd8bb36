import { Link } from 'wouter';
import type { DraftLine, PreviewView } from '../../../../src/model/api/lexicon.ts';
import { ApiError } from '../../api.ts';

/** What a draft gains and loses, as it stands in the documents. */
export function Preview({
  answer,
  error,
  isWaiting,
}: {
  readonly answer: PreviewView | null;
  readonly error: Error | null;
  readonly isWaiting: boolean;
}) {
  const faults = error instanceof ApiError ? error.refusal.lines : (answer?.faults ?? []);
  const isUncounted = faults.length > 0 && answer?.passages === 0;
  const total = (of: 'gained' | 'lost') => answer?.changes.reduce((sum, one) => sum + one[of], 0) ?? 0;
  return (
    <section aria-label="Preview" aria-busy={isWaiting} className="preview">
      <h2>What it changes {isWaiting ? <small>counting</small> : null}</h2>
      <div role="status">
        {answer === null && faults.length === 0 ? (
          <p className="muted">
            {isWaiting ? 'Looking through all passages.' : 'Write a pattern, why, and where it was seen.'}
          </p>
        ) : null}
        {faults.length === 0 ? null : (
          <div className="faults">
            <p>
              <strong>It cannot be saved like this.</strong>
            </p>
            {faults.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
        {answer === null || isUncounted ? null : (
          <>
            <p className="tally">
              <strong>+{total('gained').toLocaleString('en')}</strong> gained{' '}
              <strong>−{total('lost').toLocaleString('en')}</strong> lost
            </p>
            <p className="muted">
              {answer.looked < answer.passages
                ? `in the first ${answer.looked.toLocaleString('en')} of ${answer.passages.toLocaleString('en')} passages`
                : `in all ${answer.passages.toLocaleString('en')} passages`}
            </p>
          </>
        )}
      </div>
      {answer === null || isUncounted ? null : (
        <>
          {answer.changes.length === 0 ? null : (
            <ul>
              {answer.changes.map((one) => (
                <li key={one.category}>
                  {one.category.replaceAll('_', ' ')}: +{one.gained} −{one.lost}; in {one.passagesGained} more
                  passages, in {one.passagesLost} no longer
                </li>
              ))}
            </ul>
          )}
          <Lines title="Gained" lines={answer.gained} total={total('gained')} />
          <Lines title="Lost" lines={answer.lost} total={total('lost')} />
        </>
      )}
    </section>
  );
}

function Lines({
  title,
  lines,
  total,
}: {
  readonly title: string;
  readonly lines: readonly DraftLine[];
  readonly total: number;
}) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>
        {title} {lines.length < total ? <small>the first {lines.length}</small> : null}
      </h3>
      <ol className="kwic">
        {lines.map((line) => (
          <li key={`${line.passage} ${line.category} ${line.left} ${line.hit}`}>
            <p>
              <bdi>
                …{line.left}
                <mark>{line.hit}</mark>
                {line.right}…
              </bdi>
            </p>
            <Link href={`/documents/${line.document}?${new URLSearchParams({ passage: line.passage })}`}>
              <bdi>{line.file}</bdi>, p.&nbsp;{line.page}
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}
