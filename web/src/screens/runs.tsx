import { Link, useLocation } from 'wouter';
import type { RunRow } from '../../../src/model/api/runs.ts';
import { useAddress } from '../address.ts';
import { ApiError } from '../api.ts';
import { useAnswer } from '../asking.ts';
import { Live } from '../parts/live.tsx';
import { runName } from '../parts/run-name.ts';
import { Scroll } from '../parts/scroll.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import '../style/runs.css';

const frozen = { not_frozen: 'not frozen', frozen: 'as frozen', exploratory: 'not as frozen' } as const;

/** All runs: what each read and came to; two of them can be compared, and a new one started. */
export default function Runs() {
  const { data, error } = useAnswer('GET /api/runs');
  const isNew = error instanceof ApiError && error.refusal.error === 'not_run';
  return (
    <div className="runs">
      <h1>Runs</h1>
      <Live />
      {isNew ? (
        <Empty title="This study has not been run yet" />
      ) : error !== null ? (
        <Failed error={error} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Table rows={data.rows} />
      )}
    </div>
  );
}

function Table({ rows }: { readonly rows: readonly RunRow[] }) {
  const { search, say } = useAddress();
  const [, go] = useLocation();
  const known = (name: string | null) => rows.find(({ run }) => run === name)?.run;
  const after = known(search.get('b')) ?? rows[0]?.run ?? '';
  const before = known(search.get('a')) ?? rows[1]?.run ?? '';
  const choose = (name: 'a' | 'b', run: string) => say({ [name]: run });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go(`/runs/compare?${new URLSearchParams({ a: before, b: after })}`);
      }}
    >
      <Scroll label="Runs of the study">
        <table>
          <thead>
            <tr>
              <th scope="col">run</th>
              <th scope="col" className="n">
                took
              </th>
              <th scope="col" className="n">
                files
              </th>
              <th scope="col">verdicts</th>
              <th scope="col">lexicon</th>
              <th scope="col">freeze</th>
              {rows.length < 2 ? null : (
                <>
                  <th scope="col">before</th>
                  <th scope="col">after</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.run}>
                <th scope="row">
                  <Link href={`/runs/${encodeURIComponent(row.run)}`}>{runName(row.run)}</Link>
                  {row.reproducible ? null : <small>not exactly reproducible</small>}
                </th>
                <td className="n">{lasted(row.seconds)}</td>
                <td className="n">
                  <Link href={`/runs/${encodeURIComponent(row.run)}`}>
                    {row.documents}
                    <span className="unseen"> files of {runName(row.run)}</span>
                  </Link>
                </td>
                <td className="verdicts">
                  {row.verdicts === null
                    ? 'its report is gone'
                    : row.verdicts.map(({ words, hypotheses }) => (
                        <span key={words}>
                          {row === rows[0] ? (
                            <Link href="/claims">
                              {hypotheses} {words}
                            </Link>
                          ) : (
                            `${hypotheses} ${words}`
                          )}
                        </span>
                      ))}
                </td>
                <td>
                  <code>{row.lexicon}</code>
                </td>
                <td>{frozen[row.freezing]}</td>
                {rows.length < 2
                  ? null
                  : (['a', 'b'] as const).map((name) => (
                      <td key={name}>
                        <input
                          type="radio"
                          name={name}
                          aria-label={`${row.run} as the one ${name === 'a' ? 'before' : 'after'}`}
                          checked={(name === 'a' ? before : after) === row.run}
                          onChange={() => choose(name, row.run)}
                        />
                      </td>
                    ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length < 2 ? (
        <p className="muted">Run again to compare.</p>
      ) : (
        <button type="submit" disabled={before === after}>
          Compare the two
        </button>
      )}
    </form>
  );
}

function lasted(seconds: number): string {
  if (seconds < 1) return 'under 1 s';
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
