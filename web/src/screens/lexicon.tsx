import { memo } from 'react';
import { Link } from 'wouter';
import type { LexiconView, TermRow } from '../../../src/model/api/lexicon.ts';
import { languageLabel } from '../../../src/model/words.ts';
import { useAddress } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { Adopt } from '../parts/lexicon/adopt.tsx';
import { Coverage } from '../parts/lexicon/coverage.tsx';
import { Category, Theme } from '../parts/lexicon/theme.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { SortHead } from '../parts/sort-head.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import '../style/lexicon.css';

const columns = [
  { id: 'pattern', name: 'pattern' },
  { id: 'category', name: 'category' },
  { id: 'language', name: 'language' },
  { id: 'status', name: 'status' },
  { id: 'hits', name: 'hits' },
  { id: 'blocked', name: 'blocked' },
  { id: 'precision', name: 'precision' },
] as const;
type Column = (typeof columns)[number]['id'];

const numeric: ReadonlySet<Column> = new Set<Column>(['hits', 'blocked', 'precision']);

const amount = new Intl.NumberFormat('en');
const order = new Intl.Collator('en');

/** Rows that are drawn at first: a browser takes its time for thousands of them. */
const first = 100;

/** The lexicon: themes and categories, what of them is found, and all terms. */
export default function Lexicon() {
  const { data, error } = useAnswer('GET /api/lexicon');
  const { search, say } = useAddress();
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  const chosen = (name: string) => search.get(name) ?? '';
  const theme = data.themes.find((one) => one.theme === chosen('theme'));
  const category = theme?.categories.find((one) => one.category === chosen('category'));
  const rows = fitting(data.terms, chosen);
  const sort = columns.find(({ id }) => id === chosen('sort'))?.id ?? 'hits';
  const isDown = chosen('sort') === '' ? true : chosen('down') !== '';
  const ordered = rows.toSorted((a, b) => compare(a, b, sort, isDown));
  const shown = chosen('all') === '' ? ordered.slice(0, first) : ordered;
  const languages = [...new Set(data.terms.map(({ language }) => language))].toSorted();
  return (
    <div className="lexicon">
      <h1>Lexicon</h1>
      <Standing view={data} />
      <search className="choices">
        <label>
          Theme{' '}
          <select
            value={chosen('theme')}
            onChange={({ target }) => say({ theme: target.value, category: '' })}
          >
            <option value="">all</option>
            {data.themes.map((one) => (
              <option key={one.theme} value={one.theme}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        {theme === undefined ? null : (
          <label>
            Category{' '}
            <select value={chosen('category')} onChange={({ target }) => say({ category: target.value })}>
              <option value="">all</option>
              {theme.categories.map((one) => (
                <option key={one.category} value={one.category}>
                  {one.category.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          Language{' '}
          <select value={chosen('language')} onChange={({ target }) => say({ language: target.value })}>
            <option value="">all</option>
            {languages.map((code) => (
              <option key={code} value={code}>
                {languageLabel(code)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Found{' '}
          <select value={chosen('found')} onChange={({ target }) => say({ found: target.value })}>
            <option value="">or not</option>
            <option value="yes">at least once</option>
            <option value="no">never</option>
          </select>
        </label>
        <label>
          Pattern{' '}
          <input
            type="search"
            value={chosen('q')}
            placeholder="words of a pattern"
            onChange={({ target }) => say({ q: target.value })}
          />
        </label>
        <p role="status">
          {rows.length} of {data.terms.length} terms
        </p>
        <Link
          href={`/lexicon/term?${new URLSearchParams({ theme: theme?.theme ?? data.themes[0]?.theme ?? '', category: category?.category ?? '', language: chosen('language') })}`}
        >
          New term
        </Link>
      </search>
      {category !== undefined ? (
        <Category category={category} />
      ) : theme !== undefined ? (
        <Theme theme={theme} onChoose={(name) => say({ category: name })} />
      ) : (
        <Coverage themes={data.themes} />
      )}
      {rows.length === 0 ? (
        <Empty title="No term fits">Ask for other words, or for all themes.</Empty>
      ) : (
        <Scroll label="Terms">
          <table>
            <SortHead
              columns={columns}
              numeric={numeric}
              sort={sort}
              isDown={isDown}
              onSort={(id) => say({ sort: id, down: (sort === id ? !isDown : numeric.has(id)) ? '1' : '' })}
            />
            <tbody>
              {shown.map((row) => (
                <Row key={row.term} row={row} />
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

/** Drawn again only where it changes: whoever types waits for all rows that are. */
const Row = memo(function Row({ row }: { readonly row: TermRow }) {
  const at = `/lexicon/term?${new URLSearchParams({ term: row.term })}`;
  return (
    <tr>
      <th scope="row">
        <Link href={at}>
          <code>{row.pattern}</code>
        </Link>
      </th>
      <td>
        {row.theme.replaceAll('_', ' ')} / {row.category.replaceAll('_', ' ')}
      </td>
      <td>{languageLabel(row.language)}</td>
      <td>{row.status}</td>
      <td className="n">
        {row.hits === null ? (
          '–'
        ) : row.hits === 0 ? (
          0
        ) : (
          <Link href={`/search?${new URLSearchParams({ term: row.term })}`}>
            {amount.format(row.hits)}
            <span className="unseen"> hits of {row.pattern}</span>
          </Link>
        )}
      </td>
      <td className="n">
        {row.blocked === null ? (
          '–'
        ) : row.blocked === 0 ? (
          0
        ) : (
          <Link href={`${at}#blocked`}>
            {amount.format(row.blocked)}
            <span className="unseen"> hits of {row.pattern} that something blocks</span>
          </Link>
        )}
      </td>
      <td className="n">
        {row.read === null ? (
          '–'
        ) : (
          <>
            <Link href={`${at}#read`}>
              {Math.round(100 * row.read.precision)} %<span className="unseen"> of {row.pattern}</span>
            </Link>{' '}
            <small>
              {row.read.right} of {row.read.passages}
            </small>
          </>
        )}
      </td>
    </tr>
  );
});

/** Whose lexicon it is, and whether the numbers are by it. */
function Standing({ view }: { readonly view: LexiconView }) {
  return (
    <>
      {view.current === false ? (
        <p role="note" className="banner">
          <strong>Changed since the last run.</strong> Hits are those of the lexicon that documents were
          tagged with. <Link href="/runs">Run again</Link> to tag anew and to compare.
        </p>
      ) : null}
      {view.own ? null : <Adopt />}
      {view.stale === 0 ? null : (
        <p className="note">
          {view.stale} measured terms are no longer as they were when people read passages for them.
        </p>
      )}
    </>
  );
}

function fitting(terms: readonly TermRow[], chosen: (name: string) => string): readonly TermRow[] {
  const words = folded(chosen('q')).split(/\s+/).filter(Boolean);
  const is = (name: 'theme' | 'category' | 'language', row: TermRow) =>
    chosen(name) === '' || row[name] === chosen(name);
  return terms.filter(
    (row) =>
      is('theme', row) &&
      is('category', row) &&
      is('language', row) &&
      isFound(row.hits, chosen('found')) &&
      words.every((word) => folded(row.pattern).includes(word)),
  );
}

/** Masks and cues, which are not counted, are neither found nor not. */
function isFound(hits: number | null, asked: string): boolean {
  if (asked === '') return true;
  return hits !== null && (asked === 'yes') === hits > 0;
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Terms without a value stand last, whichever way round. */
function compare(a: TermRow, b: TermRow, by: Column, isDown: boolean): number {
  const [one, other] = [sortedBy(a, by), sortedBy(b, by)];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const way = isDown ? -1 : 1;
  if (typeof one === 'number' && typeof other === 'number') return way * (one - other);
  return way * order.compare(String(one), String(other));
}

function sortedBy(row: TermRow, by: Column): string | number | null {
  if (by === 'precision') return row.read?.precision ?? null;
  if (by === 'category') return `${row.theme}/${row.category}`;
  return row[by];
}
