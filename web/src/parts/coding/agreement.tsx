import type { AgreementView } from '../../../../src/model/api/coding.ts';
import { useAnswer } from '../../asking.ts';
import { Scroll } from '../scroll.tsx';
import { Failed } from '../states.tsx';

type Estimate = AgreementView['columns'][number]['alpha'];

/** How far coders of a sample agree so far; asked for anew while it is in view. It holds the place of as many `rows` until it is there. */
export function Agreement({ sample, rows }: { readonly sample: string; readonly rows: number }) {
  const { data, error } = useAnswer('GET /api/samples/:sample/agreement', { sample }, { every: 15_000 });
  if (error !== null) return <Failed error={error} />;
  if (data === undefined) return <div style={{ height: `${rows * 1.875 + 5.875}rem` }} />;
  if (data.columns.every(({ passages }) => passages === 0)) {
    return <p className="muted">No agreement yet: nothing is coded by two.</p>;
  }
  return (
    <Scroll label={`Agreement of the coders of ${sample}`}>
      <table className="agreement">
        <caption>Agreement so far{data.simulated ? ', of simulated coders and not of people' : ''}</caption>
        <thead>
          <tr>
            <th scope="col">question</th>
            <th scope="col" className="n">
              coded by two
            </th>
            <th scope="col" className="n">
              alpha (95 %)
            </th>
            <th scope="col" className="n">
              kappa
            </th>
          </tr>
        </thead>
        <tbody>
          {data.columns.map(({ code, title, passages, alpha, kappa }) => (
            <tr key={code}>
              <th scope="row">{title}</th>
              <td className="n">{passages}</td>
              <td className="n">{numberOf(alpha)}</td>
              <td className="n">{numberOf(kappa)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function numberOf({ value, interval, reason }: Estimate): string {
  if (value === null) return reason ?? '–';
  if (interval === null) return figures(value);
  return `${figures(value)} (${figures(interval.lower)} to ${figures(interval.upper)})`;
}

/** Two decimals without the zero before the point, as the command has them. */
function figures(value: number): string {
  return value.toFixed(2).replace(/^(-?)0\./, '$1.');
}
