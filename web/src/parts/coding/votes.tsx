import type { ColumnView, ItemView } from '../../../../src/model/api/coding.ts';
import { Scroll } from '../scroll.tsx';
import { isContested, labelOf } from './columns.ts';

type Votes = NonNullable<ItemView['votes']>;

/** What everybody said of a passage, side by side; where they differ is said in words too. */
export function Votes({
  columns,
  votes,
}: {
  readonly columns: readonly ColumnView[];
  readonly votes: Votes;
}) {
  return (
    <Scroll label="What was said of this passage">
      <table className="votes">
        <caption>What was said</caption>
        <thead>
          <tr>
            <th scope="col">question</th>
            {votes.map(({ coder, role, origin }) => (
              <th scope="col" key={`${role} ${coder}`}>
                {coder}
                {origin === 'human' ? '' : ` (${origin})`}
                {role === 'adjudicator' ? ' (decided)' : ''}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const isOpen = isContested(column, columns, votes);
            return (
              <tr key={column.code} data-open={isOpen || undefined}>
                <th scope="row">{column.title}</th>
                {votes.map(({ coder, role, codes }) => (
                  <td key={`${role} ${coder}`}>{labelOf(column, codes[column.code])}</td>
                ))}
                <td>{isOpen ? 'open' : ''}</td>
              </tr>
            );
          })}
          {votes.some(({ note }) => note !== '') ? (
            <tr>
              <th scope="row">note</th>
              {votes.map(({ coder, role, note }) => (
                <td key={`${role} ${coder}`}>{note}</td>
              ))}
              <td />
            </tr>
          ) : null}
        </tbody>
      </table>
    </Scroll>
  );
}
