import { Link } from 'wouter';
import type { ContestsView } from '../../../src/model/api/evidence.ts';
import { contestsPage } from '../../../src/model/reader.ts';
import { useAddress } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { nameOf } from '../parts/marked.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { fromOf, Turning } from '../parts/turning.tsx';
import '../style/notes.css';

const becoming = {
  same: 'The tag is as it was.',
  otherwise: 'The tag has been judged otherwise since.',
  no_tag: 'The tag is there no more.',
  no_passage: 'The passage is in the index no more.',
} as const;

/** What people said against tags, the newest first: who, when, what, and the passage. Nothing of it is ever changed. */
export default function Notes() {
  const { search, say } = useAddress();
  const [words, by] = [search.get('q') ?? '', search.get('by') ?? ''];
  const from = fromOf(search);
  const { data, error, isPlaceholderData } = useAnswer('GET /api/contests/all', {
    ...(words === '' ? {} : { words }),
    ...(by === '' ? {} : { by }),
    from,
  });
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="notes">
      <h1>Notes against tags</h1>
      {data.all === 0 ? (
        <Empty title="Nobody has contested a tag">
          Open a passage, choose a marked word and say what is wrong with it.
        </Empty>
      ) : (
        <>
          <p className="note">
            Kept in <code>codings/contests.jsonl</code>, which is only ever added to. They change no count; a
            lexicon is mended under <Link to="/lexicon">Lexicon</Link>.
          </p>
          <search className="choices">
            <label>
              Search{' '}
              <input
                type="search"
                value={words}
                maxLength={200}
                placeholder="note, name, words of the tag"
                onChange={({ target }) => say({ q: target.value, from: null })}
              />
            </label>
            <label>
              By{' '}
              <select value={by} onChange={({ target }) => say({ by: target.value, from: null })}>
                <option value="">all</option>
                {by === '' || data.people.some(({ name }) => name === by) ? null : (
                  <option value={by}>{by}</option>
                )}
                {data.people.map(({ name, notes }) => (
                  <option key={name} value={name}>
                    {name} ({notes})
                  </option>
                ))}
              </select>
            </label>
            <p role="status">
              {data.total} of {data.all} {data.all === 1 ? 'note' : 'notes'}
            </p>
          </search>
          {data.total === 0 ? (
            <Empty title="No note fits">Ask for other words, or for everybody’s.</Empty>
          ) : (
            <ol className="said" aria-busy={isPlaceholderData} start={data.from + 1}>
              {data.rows.map((row) => (
                <Note key={`${row.at} ${row.by} ${row.passage} ${nameOf(row)} ${row.note}`} row={row} />
              ))}
            </ol>
          )}
          <Turning
            label="Pages of notes"
            from={data.from}
            shown={data.rows.length}
            total={data.total}
            page={contestsPage}
          />
        </>
      )}
    </div>
  );
}

function Note({ row }: { readonly row: ContestsView['rows'][number] }) {
  const {
    at,
    by,
    note,
    surface,
    category,
    blocked,
    document,
    passage,
    file,
    title,
    page,
    institution,
    since,
  } = row;
  const tag = since === 'no_tag' ? {} : { tag: nameOf(row) };
  return (
    <li>
      <p className="words">
        <bdi>{note}</bdi>
      </p>
      <p className="note">
        <bdi>{by}</bdi>, <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>, of “
        <bdi>{surface}</bdi>” as <code>{category}</code>
        {blocked === null ? ', which counted' : ', which did not count'}:{' '}
        {since === 'no_passage' ? (
          <code>{passage}</code>
        ) : (
          <Link to={`/documents/${document}?${new URLSearchParams({ passage, ...tag })}`}>
            <bdi>{title ?? file}</bdi>, page&nbsp;{page}
          </Link>
        )}
        {institution === null ? '' : ', '}
        <bdi>{institution}</bdi>. {becoming[since]}
      </p>
    </li>
  );
}
