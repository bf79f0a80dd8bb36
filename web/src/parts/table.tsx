import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CellView, TableView } from '../../../src/model/api/views.ts';
import { useAddress } from '../address.ts';
import '../style/table.css';
import { Scroll } from './scroll.tsx';

type Order = { readonly column: number; readonly isDown: boolean };

/** A table that is sorted by whichever column is asked for; the order stands in the address. */
export function SortedTable({ table }: { readonly table: TableView }) {
  const { search, say } = useAddress();
  const key = `sort-${table.name}`;
  const order = orderOf(search.get(key), table.columns.length);
  const rows = order === null ? table.rows : sorted(table.rows, order);
  const sortBy = (column: number) => {
    const isDown = order?.column === column ? !order.isDown : table.columns[column]?.numeric === true;
    say({ [key]: `${column}${isDown ? 'd' : 'u'}` });
  };
  return (
    <Scroll label={table.caption}>
      <table className="sorted" id={table.name}>
        <caption>
          <span className="held">
            {table.caption}
            {table.note === null ? null : <small>{table.note}</small>}
          </span>
        </caption>
        <thead>
          <tr>
            {table.columns.map(({ label, numeric }, column) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                key={column}
                scope="col"
                className={numeric ? 'n' : undefined}
                aria-sort={order?.column !== column ? undefined : order.isDown ? 'descending' : 'ascending'}
              >
                {label === '' ? (
                  <span className="unseen">remarks</span>
                ) : (
                  <button type="button" className="sort" onClick={() => sortBy(column)}>
                    {label}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows hold no state
            <tr key={place}>
              {row.map((cell, column) => (
                <Cell
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                  key={column}
                  cell={cell}
                  isName={column === 0}
                  isNumber={table.columns[column]?.numeric === true}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Cell({
  cell: { text, more, href },
  isName,
  isNumber,
}: {
  readonly cell: CellView;
  readonly isName: boolean;
  readonly isNumber: boolean;
}) {
  const inside = (
    <>
      {href === null ? (
        <bdi>{text}</bdi>
      ) : (
        <To href={href}>
          <bdi>{text}</bdi>
        </To>
      )}
      {more === null ? null : <small>{more}</small>}
    </>
  );
  return isName ? <th scope="row">{inside}</th> : <td className={isNumber ? 'n' : undefined}>{inside}</td>;
}

/** What leads to another table of the screen is left to the browser, which goes there. */
function To({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return href.startsWith('#') ? <a href={href}>{children}</a> : <Link href={href}>{children}</Link>;
}

function orderOf(text: string | null, columns: number): Order | null {
  const [, column, way] = /^(\d{1,3})([du])$/.exec(text ?? '') ?? [];
  return column === undefined || Number(column) >= columns
    ? null
    : { column: Number(column), isDown: way === 'd' };
}

/** Rows by one column; those without a value last, whichever way round. */
function sorted(rows: TableView['rows'], { column, isDown }: Order): TableView['rows'] {
  const way = isDown ? -1 : 1;
  const isByNumber = rows.some((row) => row[column]?.value != null);
  return rows.toSorted((one, other) => {
    const [a, b] = [one[column], other[column]];
    if (!isByNumber) return way * (a?.text ?? '').localeCompare(b?.text ?? '');
    if (a?.value == null || b?.value == null) {
      return Number(a?.value == null) - Number(b?.value == null);
    }
    return way * (a.value - b.value);
  });
}
