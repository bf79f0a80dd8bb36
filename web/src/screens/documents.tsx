import { memo, useDeferredValue, useMemo } from 'react';
import { Link } from 'wouter';
import type { DocumentRow } from '../../../src/model/api/documents.ts';
import { languageLabel, statusLabel, voiceLabel } from '../../../src/model/words.ts';
import { useAddress } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { objectPassagesAt } from '../parts/object-passages.ts';
import { Scroll } from '../parts/scroll.tsx';
import { SortHead } from '../parts/sort-head.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import '../style/documents.css';

const columns = [
  { id: 'title', name: 'document' },
  { id: 'institution', name: 'institution' },
  { id: 'voice', name: 'voice' },
  { id: 'date', name: 'date' },
  { id: 'language', name: 'language' },
  { id: 'pages', name: 'pages' },
  { id: 'passages', name: 'passages' },
  { id: 'objectPassages', name: 'about the object' },
  { id: 'status', name: 'read' },
] as const;
type Column = (typeof columns)[number]['id'];

const counted: ReadonlySet<Column> = new Set<Column>(['pages', 'passages', 'objectPassages']);
const states = ['ok', 'partial', 'failed'] as const;

/** Rows that are drawn at first: a browser takes its time for thousands of them. */
const first = 100;

const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The ingest table: every file of the corpus, what became of it, and the way to read it. */
export default function Documents() {
  const { data, error } = useAnswer('GET /api/documents');
  const object = useAnswer('GET /api/study').data?.object.code ?? null;
  const { search, say } = useAddress();
  // What was typed or clicked is seen at once; the rows follow when the browser has drawn that.
  const late = useDeferredValue(search);
  const { ordered, shown } = useMemo(() => arranged(data?.rows ?? [], late), [data, late]);
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  const [words, status] = [search.get('q') ?? '', search.get('status') ?? ''];
  const { sort, isDown } = orderOf(search);
  return (
    <div className="documents">
      <h1>Documents</h1>
      <search className="choices">
        <label>
          Search{' '}
          <input
            type="search"
            value={words}
            placeholder="title, institution, file, problem"
            onChange={({ target }) => say({ q: target.value })}
          />
        </label>
        <label>
          Read{' '}
          <select value={status} onChange={({ target }) => say({ status: target.value })}>
            <option value="">all</option>
            {states.map((code) => (
              <option key={code} value={code}>
                {statusLabel(code)}
              </option>
            ))}
          </select>
        </label>
        <p role="status">
          {ordered.length} of {data.rows.length} files
        </p>
      </search>
      {ordered.length === 0 ? (
        <Empty title="No file fits">Ask for other words, or for all files.</Empty>
      ) : (
        <Scroll label="Documents of the corpus">
          <table>
            <SortHead
              columns={columns}
              numeric={counted}
              sort={sort}
              isDown={isDown}
              onSort={(id) => say({ sort: id, down: sort === id && !isDown ? '1' : '' })}
            />
            <tbody>
              {shown.map((row) => (
                <Row key={row.file} row={row} object={object} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {shown.length < ordered.length ? (
        <button type="button" onClick={() => say({ all: '1' })}>
          Show all {ordered.length}
        </button>
      ) : null}
    </div>
  );
}

function orderOf(search: URLSearchParams): { readonly sort: Column | null; readonly isDown: boolean } {
  const sort = columns.find(({ id }) => id === search.get('sort'))?.id ?? null;
  return { sort, isDown: search.get('down') !== null };
}

/** The files that an address asks for, in its order: all of them, and those that are drawn. */
function arranged(
  files: readonly DocumentRow[],
  search: URLSearchParams,
): { readonly ordered: readonly DocumentRow[]; readonly shown: readonly DocumentRow[] } {
  const status = search.get('status') ?? '';
  const { sort, isDown } = orderOf(search);
  const wanted = folded(search.get('q') ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const rows = files.filter(
    (row) => (status === '' || row.status === status) && wanted.every((word) => searched(row).includes(word)),
  );
  const ordered = sort === null ? rows : rows.toSorted((a, b) => compare(a, b, sort) * (isDown ? -1 : 1));
  return { ordered, shown: search.get('all') === null ? ordered.slice(0, first) : ordered };
}

/** Drawn again only where it changes: whoever types waits for all rows that are. */
const Row = memo(function Row({
  row,
  object,
}: {
  readonly row: DocumentRow;
  readonly object: string | null;
}) {
  const about = objectPassagesAt(row, object);
  const name = <bdi>{row.title ?? row.file.slice(row.file.lastIndexOf('/') + 1)}</bdi>;
  return (
    <tr>
      <th scope="row">
        {row.document === null ? name : <Link to={`/documents/${row.document}`}>{name}</Link>}
        <small>
          <bdi>{row.file}</bdi>
        </small>
      </th>
      <td>
        <bdi>{row.institution ?? '–'}</bdi>
      </td>
      <td>{row.voice === null ? '–' : voiceLabel(row.voice)}</td>
      <td className="date">{row.date ?? 'undated'}</td>
      <td>{row.language === null ? '–' : languageLabel(row.language)}</td>
      <td className="n">{row.pages}</td>
      <td className="n">{row.passages}</td>
      <td className="n">
        {about === null ? row.objectPassages : <Link to={about}>{row.objectPassages}</Link>}
      </td>
      <td className="read">
        {statusLabel(row.status)}
        <Problems problems={row.problems} isOpen={row.status === 'failed'} />
      </td>
    </tr>
  );
});

function Problems({ problems, isOpen }: { readonly problems: readonly string[]; readonly isOpen: boolean }) {
  if (problems.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>
        {problems.length} {problems.length === 1 ? 'problem' : 'problems'}
      </summary>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </details>
  );
}

function searched(row: DocumentRow): string {
  const { title, institution, file, date, voice, problems } = row;
  return folded([title, institution, file, date, voice, ...problems].filter(Boolean).join(' '));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function compare(a: DocumentRow, b: DocumentRow, by: Column): number {
  const [one, other] = [cellOf(a, by), cellOf(b, by)];
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return order.compare(String(one), String(other));
}

function cellOf(row: DocumentRow, by: Column): string | number {
  if (by === 'title') return row.title ?? row.file.slice(row.file.lastIndexOf('/') + 1);
  if (by === 'status') return states.indexOf(row.status);
  return row[by] ?? '';
}
