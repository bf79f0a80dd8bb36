import { Link } from 'wouter';
import type { InputOf } from '../../../src/model/api/api.ts';
import type { MentionsView } from '../../../src/model/api/mentions.ts';
import { mentionsPage } from '../../../src/model/reader.ts';
import { zoneLabel } from '../../../src/model/words.ts';
import { useSearchParams } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { langOf, Marked } from '../parts/marked.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { fromOf, Turning } from '../parts/turning.tsx';
import { useTitle } from '../title.ts';
import '../style/marks.css';
import '../style/evidence.css';

/** What documents of one institution or of one side name, behind a number that counts it: each with its passage. */
export default function Mentions() {
  const [search] = useSearchParams();
  // What the address may say is known to the server, which refuses all else.
  const asked = Object.fromEntries(search) as unknown as Partial<InputOf<'GET /api/mentions'>>;
  const { data, error, isPlaceholderData } = useAnswer('GET /api/mentions', {
    ...asked,
    from: fromOf(search),
  });
  const study = useAnswer('GET /api/study');
  // Words for money whose giver has no name count with those who pay, and are no mentions.
  const nameless = [search.get('of'), search.get('against')]
    .join()
    .split(',')
    .filter((one) => one.startsWith('markers/'));
  const whose = (['institution', 'voice'] as const).find((by) => search.has(by)) ?? 'institution';
  const money = study.data?.others.find(({ categories }) => nameless.some((one) => categories.includes(one)));
  useTitle(data === undefined ? 'Mentions' : `${mentionsOf(data.total)} ${data.counts}`);
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="evidence" aria-busy={isPlaceholderData}>
      <p className="note">
        <Link to="/institutions">Institutions</Link>
      </p>
      <h1>
        {mentionsOf(data.total)} <bdi>{data.counts}</bdi>
      </h1>
      <p className="note">
        {data.things === 1 ? 'One thing' : `${data.things} different things`} in{' '}
        {data.documents === 1 ? 'one document' : `${data.documents} documents`}; an actor counts once with
        each programme, all else once under each name. In the order of files and places.
        {data.rows.some(({ actor }) => actor !== null)
          ? ' Who does something is bold, the words that say so are underlined.'
          : null}
        {money === undefined ? null : (
          <>
            {' '}
            Money whose giver has no name counts too:{' '}
            <Link
              to={`/evidence?${new URLSearchParams({ by: whose, key: search.get(whose) ?? '', code: money.code })}`}
            >
              {money.label}
            </Link>
            .
          </>
        )}
      </p>
      {data.total === 0 ? <Empty title="There is none">None of these documents names one.</Empty> : null}
      <ol className="quotes" start={data.from + 1}>
        {data.rows.map((row) => (
          <Mention
            key={`${row.passage.file} ${row.passage.passage} ${row.start} ${row.end} ${row.note}`}
            row={row}
          />
        ))}
      </ol>
      <Turning
        label="Pages of mentions"
        from={data.from}
        shown={data.rows.length}
        total={data.total}
        page={mentionsPage}
      />
    </div>
  );
}

function mentionsOf(total: number): string {
  return total === 1 ? '1 mention' : `${total} mentions`;
}

function Mention({
  row: { start, end, actor, note, passage },
}: {
  readonly row: MentionsView['rows'][number];
}) {
  const words = { start, end, term: '', category: '', layer: '', blocked: null };
  const tags = [
    { ...words, category: 'what' },
    ...(actor === null ? [] : [{ ...words, ...actor, category: 'who' }]),
  ];
  return (
    <li>
      <blockquote lang={langOf(passage.language)} dir="auto">
        <Marked text={passage.text} tags={tags} frameOf={(category) => (category === 'who' ? who : what)} />
      </blockquote>
      <p className="note">
        {note === null ? null : (
          <span className="named">
            <bdi>{note}</bdi>
          </span>
        )}
        <Link to={`/documents/${passage.document}?${new URLSearchParams({ passage: passage.passage })}`}>
          <bdi>{passage.title ?? passage.file}</bdi>, page&nbsp;{passage.cited}
        </Link>
        , {passage.date ?? 'undated'}
        {passage.zone === 'body' ? null : `, ${zoneLabel(passage.zone)}`}
      </p>
    </li>
  );
}

/** How a mention is marked, which is of no frame: what is said, and who does it. */
const what = { code: '', label: '', categories: [], tone: 'grey' };
const who = { ...what, tone: 'who' };
