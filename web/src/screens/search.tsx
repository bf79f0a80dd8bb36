import { Link } from 'wouter';
import type { AnswerOf, InputOf } from '../../../src/model/api/api.ts';
import { lineContext } from '../../../src/model/search.ts';
import { useAddress } from '../address.ts';
import { addressOf } from '../api.ts';
import { useAnswer } from '../asking.ts';
import { Filters, filters } from '../parts/filters.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import '../style/search.css';

type Input = Partial<InputOf<'GET /api/search'>>;
type Page = AnswerOf<'GET /api/search'>;

const sorts = [
  { code: 'document', label: 'document' },
  { code: 'left', label: 'words before' },
  { code: 'right', label: 'words after' },
  { code: 'rank', label: 'relevance' },
] as const;

/** Full-text search and concordance: what is looked for stands in the address. */
export default function Search() {
  const { search: address, say } = useAddress({ leaves: true });
  const study = useAnswer('GET /api/study');
  const said = Object.fromEntries(
    [...filters, 'sort', 'after'].flatMap((name) => {
      const value = address.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  ) as Input;
  const isAsked = (said.words ?? said.frame ?? said.term) !== undefined;
  const { data, error, isPlaceholderData } = useAnswer('GET /api/search', said, { enabled: isAsked });
  // Another search begins at its first page.
  const change = (name: string, value: string) => say({ after: '', [name]: value });
  if (study.error !== null) return <Failed isWhole error={study.error} />;
  if (study.data === undefined) return <Loading />;
  return (
    <div className="search">
      <h1>Search</h1>
      <Filters study={study.data} said={said} change={change} />
      {!isAsked ? (
        <Empty title="Nothing is looked for yet">
          Type words, or choose a frame or a term. Words are found as a phrase, without regard to case and
          accents; a last word may end in a star: <code>cooperativ*</code>.
        </Empty>
      ) : error !== null ? (
        <Failed error={error} />
      ) : data === undefined ? (
        <Loading />
      ) : data.lines.length === 0 ? (
        <Empty title="Nothing was found">
          No passage has this with the filters above. <Link to="/search">Begin anew</Link>
        </Empty>
      ) : (
        <Concordance page={data} said={said} isOld={isPlaceholderData} change={change} />
      )}
    </div>
  );
}

function Concordance({
  page,
  said,
  isOld,
  change,
}: {
  readonly page: Page;
  readonly said: Input;
  readonly isOld: boolean;
  readonly change: (name: string, value: string) => void;
}) {
  const { sort = 'document', after, ...asked } = said;
  const count = useAnswer('GET /api/search/count', asked);
  const known = count.data === undefined || count.isPlaceholderData ? null : count.data;
  return (
    <section aria-labelledby="found" aria-busy={isOld}>
      <div className="found">
        <h2 id="found" aria-live="polite">
          {amount(page, known)}
        </h2>
        <fieldset className="toggles">
          <legend>Sorted by</legend>
          {sorts.map(({ code, label }) => (
            <button
              key={code}
              type="button"
              aria-pressed={code === sort}
              onClick={() => change('sort', code === 'document' ? '' : code)}
            >
              {label}
            </button>
          ))}
        </fieldset>
        <p className="exports">
          Export as{' '}
          <a href={addressOf('GET /api/search.csv', { ...asked, sort })} download>
            CSV
          </a>{' '}
          or{' '}
          <a href={addressOf('GET /api/search.xlsx', { ...asked, sort })} download>
            XLSX
          </a>
        </p>
      </div>
      <p className="note">
        {count.error === null
          ? ''
          : 'Not all of them were counted: to look at each takes too long. What is listed is complete, page by page. '}
        {page.left === 0
          ? ''
          : `Sorted are the first 10,000 hits in the order of documents; ${counted(page.left, 'passage')} with hits ${page.left === 1 ? 'is' : 'are'} left out here and in the export. Sorted by document, all are there.`}
      </p>
      <ol className={isOld ? 'kwic old' : 'kwic'}>
        {page.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own, and lines never move
          <li key={at}>
            <span className="left">
              {/* The mark keeps a last space where it stands: at the end of a line it would change sides. */}
              <bdi>
                {begun(single(line.left))}
                {'\u200e'}
              </bdi>
            </span>
            <span className="from-hit">
              <Link to={`/documents/${line.document}?passage=${line.passage}`}>{single(line.hit)}</Link>
              {ended(single(line.right))}
            </span>{' '}
            <small>
              {[line.date ?? 'undated', `p. ${line.page}`, line.institution ?? line.file].join(', ')}
            </small>
          </li>
        ))}
      </ol>
      <nav className="pages" aria-label="Pages">
        {after === undefined ? null : <Link to={addressHere(said, null)}>First page</Link>}
        {page.next === null ? null : <Link to={addressHere(said, page.next)}>Next page</Link>}
      </nav>
    </section>
  );
}

/** How much was found, as far as it is known yet. */
function amount({ total, more }: Page, count: AnswerOf<'GET /api/search/count'> | null): string {
  const passages = (number: number) => counted(number, 'passage');
  if (count === null) return more ? `More than ${passages(total)}` : passages(total);
  const hits = count.hits === null ? 'More than 10,000 hits' : counted(count.hits, 'hit');
  return `${hits} in ${passages(count.passages)}`;
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** Longest context on either side that a line may have and still be whole; longer ones were cut, often within a word. */
const longest = lineContext - 2;

function begun(text: string): string {
  return text.length > longest ? text.replace(/^\S*\s+/, '…\u00a0') : text;
}

function ended(text: string): string {
  return text.length > longest ? text.replace(/\s+\S*$/, '\u00a0…') : text;
}

function single(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function addressHere(said: Input, after: string | null): string {
  const all = { ...said, after: after ?? undefined };
  const query = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return `/search?${query}`;
}
