import { Link } from 'wouter';
import type { TermView } from '../../../src/model/api/lexicon.ts';
import { languageLabel } from '../../../src/model/words.ts';
import { usePlace, useSearchParams } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { Editor } from '../parts/lexicon/editor.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import '../style/lexicon.css';

/** One term: what is written of it and found of it, and a draft of another; or a draft of a new one. */
export default function Term() {
  const [search] = useSearchParams();
  const term = search.get('term');
  const known = useAnswer('GET /api/lexicon/term', { term: term ?? '' }, { enabled: term !== null });
  const lexicon = useAnswer('GET /api/lexicon');
  usePlace(known.data !== undefined && lexicon.data !== undefined);
  if (lexicon.error !== null) return <Failed isWhole error={lexicon.error} />;
  if (known.error !== null) {
    return (
      <>
        <Failed isWhole error={known.error} />
        <Link href="/lexicon">Go to the lexicon</Link>
      </>
    );
  }
  const view = term === null ? null : known.data;
  if (lexicon.data === undefined || view === undefined || (term !== null && known.isPlaceholderData)) {
    return <Loading />;
  }
  return (
    <div className="lexicon term">
      <h1>
        <span className="eyebrow">
          {view === null ? 'Lexicon' : `${view.label} / ${view.row.category.replaceAll('_', ' ')}`}
        </span>{' '}
        {view === null ? 'A new term' : <code>{view.row.pattern}</code>}
      </h1>
      {view === null ? null : <Facts view={view} />}
      <Editor key={term ?? 'new'} lexicon={lexicon.data} view={view} />
    </div>
  );
}

function Facts({ view }: { readonly view: TermView }) {
  const { row, rules, blocked, readings } = view;
  return (
    <dl className="facts">
      <div>
        <dt>found</dt>
        <dd>
          {row.hits === null ? (
            'masks and cues are not counted'
          ) : (
            <Link href={`/search?${new URLSearchParams({ term: row.term })}`}>
              {row.hits.toLocaleString('en')} hits that count, {row.blocked?.toLocaleString('en')} blocked
            </Link>
          )}
        </dd>
      </div>
      <div>
        <dt>language</dt>
        <dd>{languageLabel(row.language)}</dd>
      </div>
      <div>
        <dt>means</dt>
        <dd>{view.definition}</dd>
      </div>
      <div>
        <dt>stands in</dt>
        <dd>
          {view.file}, line {view.line}
          {view.author === null ? '' : `; ${view.author}`}
          {view.date === null ? '' : `, ${view.date}`}
        </dd>
      </div>
      {blocked.length === 0 ? null : (
        <div id="blocked" tabIndex={-1}>
          <dt>blocked</dt>
          <dd>
            {blocked.map(({ words, hits, isDenied }) => (
              <p key={words}>
                {isDenied ? (
                  <Link href={`/search?${new URLSearchParams({ term: row.term, polarity: 'negated' })}`}>
                    {hits.toLocaleString('en')}
                  </Link>
                ) : (
                  hits.toLocaleString('en')
                )}
                : {words}
              </p>
            ))}
          </dd>
        </div>
      )}
      {rules.length === 0 ? null : (
        <div>
          <dt>rules</dt>
          <dd>
            {rules.map((rule) => (
              <p key={rule}>{rule}</p>
            ))}
          </dd>
        </div>
      )}
      {readings.map((one, at) => (
        <div key={one.frame} {...(at === 0 ? { id: 'read', tabIndex: -1 } : {})}>
          <dt>read for {one.frame}</dt>
          <dd>
            {one.right} of {one.passages} passages carry it
            {one.precision === null ? '' : ` (precision ${Math.round(100 * one.precision)} %)`}; {one.source},{' '}
            {one.measured}
          </dd>
        </div>
      ))}
    </dl>
  );
}
