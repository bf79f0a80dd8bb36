import { Link } from 'wouter';
import type { HypothesisView, WholeView } from '../../../src/model/api/results.ts';
import { Drawing } from './figure.tsx';
import { Scroll } from './scroll.tsx';

/** Hypotheses as rows on one scale, each leading to its own page. */
export function Hypotheses({ rows }: { readonly rows: readonly HypothesisView[] }) {
  return (
    <>
      <Scroll label="Hypotheses of the claim">
        <table className="outcomes">
          <thead>
            <tr>
              <th scope="col">hypothesis</th>
              <th scope="col">
                <span className="ends">
                  <span>← against</span>
                  <span>as claimed →</span>
                </span>
              </th>
              <th scope="col" className="n">
                number
              </th>
              <th scope="col">verdict</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.hypothesis}>
                <th scope="row">
                  <Link href={row.href}>
                    <b>{row.hypothesis}</b> {row.title}
                  </Link>
                </th>
                <td className="drawn">
                  {row.svg === null ? <span className="muted">no interval</span> : <Drawing svg={row.svg} />}
                </td>
                <td className="n amount">
                  {row.grounds === null ? (
                    '–'
                  ) : (
                    <Link href={row.grounds}>
                      <span className="unseen">{row.hypothesis}: </span>
                      {row.number}
                    </Link>
                  )}
                  {row.base === null ? null : <small>{row.base}</small>}
                </td>
                <td className="said">
                  <strong>{row.words}</strong>
                  {row.note === null ? null : <small>{row.note}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">
        Lines are 95 % intervals in log odds; the upright line is no difference, or the share that the claim
        asks for; the band is what is too small to matter. Hollow points are uncorrected for the lexicon’s
        errors. Each number leads to how it comes about, with the passages under it. “Alone” is what the
        interval by itself would say.
      </p>
    </>
  );
}

/** What a claim came to as a whole, and by each way in which it could hold. */
export function Whole({ whole }: { readonly whole: WholeView }) {
  return (
    <section className="whole" aria-label="The claim as a whole">
      <h2>The claim as a whole: {whole.verdict}</h2>
      <p>It is supported only where every part is.</p>
      <ul>
        {whole.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </section>
  );
}
