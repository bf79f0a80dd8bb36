import type { AppendixView } from '../../../src/model/api/institutions.ts';
import { useAddress } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { Named } from './named.tsx';
import { Scroll } from './scroll.tsx';
import { SortHead } from './sort-head.tsx';
import { Failed, Loading } from './states.tsx';

type Rows = AppendixView['rows'];

const none: ReadonlySet<string> = new Set();

/** Who does what with whose money for whom, as the documents name it. */
export function Appendix() {
  const { data, error } = useAnswer('GET /api/appendix');
  const { search, say } = useAddress();
  if (error !== null) return <Failed error={error} />;
  if (data === undefined) return <Loading />;
  const [, at = '', way = ''] = /^(\d)([du])$/.exec(search.get('sort-appendix') ?? '') ?? [];
  const columns = ['institution', ...data.columns].map((name, place) => ({ id: String(place), name }));
  const sort = columns.find(({ id }) => id === at)?.id ?? null;
  const isDown = way === 'd';
  return (
    <section aria-labelledby="appendix">
      <h2 id="appendix">Who does what, with whose money, for whom</h2>
      <p>
        As the documents name it, the most frequent first; each leads to the passage that names it first. Who
        was present or signed is no channel. Sums stand as they are stated and are never added up. Sorted by a
        column, institutions come by how many things they name there.
      </p>
      {data.rows.length === 0 ? null : data.read.length === 0 ? (
        <p className="muted">
          How well these are read has not been shown: nobody has coded passages for them, and no hypothesis
          that rests on them is more than inconclusive.
        </p>
      ) : (
        <p>How well these are read: {data.read.join(' ')} What is not named here nobody has coded.</p>
      )}
      {data.rows.length === 0 ? (
        <p className="muted">No document names an actor, a sum, an objective or a group.</p>
      ) : (
        <Scroll label="Profile of institutions">
          <table className="appendix">
            <SortHead
              columns={columns}
              numeric={none}
              sort={sort}
              isDown={isDown}
              onSort={(id) => {
                // Of a column of things those with the most come first.
                const isNextDown = sort === id ? !isDown : id !== '0';
                say({ 'sort-appendix': `${id}${isNextDown ? 'd' : 'u'}` });
              }}
            />
            <tbody>
              {sorted(data.rows, sort, isDown).map(({ institution, cells }) => (
                <tr key={institution}>
                  <th scope="row">
                    <bdi>{institution}</bdi>
                  </th>
                  {cells.map((cell, place) => (
                    <td key={data.columns[place]}>
                      <Named cell={cell} of={`${data.columns[place]} of ${institution}`} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

/** Rows by the name of the institution, or by how many things it names in a column; as they come where by none. */
function sorted(rows: Rows, by: string | null, isDown: boolean): Rows {
  if (by === null) return rows;
  const way = isDown ? -1 : 1;
  const sizeOf = ({ cells }: Rows[number]) => {
    const cell = cells[Number(by) - 1];
    return (cell?.items.length ?? 0) + (cell?.left ?? 0);
  };
  return rows.toSorted(
    (a, b) => way * (by === '0' ? a.institution.localeCompare(b.institution) : sizeOf(a) - sizeOf(b)),
  );
}
