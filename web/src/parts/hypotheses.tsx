import { Link } from 'wouter';
import type { HypothesisView } from '../../../src/model/api/results.ts';
import { Drawing } from './figure.tsx';
import { Scroll } from './scroll.tsx';

/** Hypotheses as rows on one scale, each leading to its own page. */
export function Hypotheses({ rows }: { readonly rows: readonly HypothesisView[] }) {
  return (
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
              <td className="n">{row.number ?? '–'}</td>
              <td className="said">
                <strong>{row.words}</strong>
                {row.note === null ? null : <small>{row.note}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
