/** A column of a table that is sorted by whichever is asked for. */
export type SortColumn<Id extends string> = { readonly id: Id; readonly name: string };

/** The head of such a table: each name a button, the one it is sorted by with its direction. */
export function SortHead<Id extends string>({
  columns,
  numeric,
  sort,
  isDown,
  onSort,
}: {
  readonly columns: readonly SortColumn<Id>[];
  readonly numeric: ReadonlySet<Id>;
  readonly sort: Id | null;
  readonly isDown: boolean;
  readonly onSort: (id: Id) => void;
}) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, name }) => (
          <th
            key={id}
            scope="col"
            className={numeric.has(id) ? 'n' : undefined}
            aria-sort={sort === id ? (isDown ? 'descending' : 'ascending') : undefined}
          >
            <button type="button" className="sort" onClick={() => onSort(id)}>
              {name}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
