import { Link } from 'wouter';
import type { EvidenceView } from '../../../src/model/api/evidence.ts';
import type { StudyView } from '../../../src/model/api/study.ts';
import { evidencePage } from '../../../src/model/reader.ts';
import { languageLabel, voiceLabel, zoneLabel } from '../../../src/model/words.ts';
import { useSearchParams } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { FrameName, type FrameOf, useFrames } from '../parts/frames.tsx';
import { langOf, Marked, nameOf } from '../parts/marked.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { fromOf, Turning } from '../parts/turning.tsx';
import { useTitle } from '../title.ts';
import '../style/evidence.css';

const groupings = ['institution', 'voice', 'period', 'language', 'document'] as const;
type Grouping = (typeof groupings)[number];
/** What the address may narrow the passages to; what it makes of them is said by the server, which refuses what is none. */
const narrowings = ['voice', 'language', 'period', 'zone', 'since', 'until'] as const;

/** The passages behind one number: what it counts, and every passage that it counts. */
export default function Evidence() {
  const [search, setSearch] = useSearchParams();
  const study = useAnswer('GET /api/study');
  const by = groupings.find((one) => one === search.get('by'));
  const [key, code] = [search.get('key') ?? '', search.get('code') ?? ''];
  const { frames, frameOf } = useFrames(code.split(','));
  const narrowing = Object.fromEntries(
    narrowings.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : [])),
  );
  const from = fromOf(search);
  const isAsked = by !== undefined && key !== '' && code !== '';
  const { data, error, isPlaceholderData } = useAnswer(
    'GET /api/evidence',
    { ...(by === undefined ? {} : { by }), key, code, from, ...narrowing },
    { enabled: isAsked },
  );
  useTitle(isAsked && data !== undefined ? `Evidence: ${passagesOf(data.total)} ${data.counts}` : 'Evidence');
  if (study.error !== null) return <Failed isWhole error={study.error} />;
  if (study.data === undefined) return <Loading />;
  return (
    <div className="evidence">
      <Choice
        study={study.data}
        by={by ?? 'voice'}
        chosen={{ key, code }}
        onChoose={(chosen) => setSearch(new URLSearchParams(chosen))}
      />
      {!isAsked ? (
        <>
          <h1>Evidence</h1>
          <Empty title="Which number?">
            Choose whose passages and which frame, or follow a number of another page.
          </Empty>
        </>
      ) : error !== null ? (
        <Failed isWhole error={error} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <div aria-busy={isPlaceholderData}>
          <h1>
            {passagesOf(data.total)} <bdi>{data.counts}</bdi>
          </h1>
          <p className="note">
            {data.documents === 1 ? 'In one document' : `In ${data.documents} documents`}. Counted once each,
            however many terms stand in them; in the order of files and places.
            {Object.keys(narrowing).length === 0 ? null : (
              <>
                {' '}
                <Link to={`?${new URLSearchParams({ by, key, code })}`}>Without these limits</Link>.
              </>
            )}{' '}
            A tag that is wrong can be contested where it stands: see <Link to="/notes">all notes</Link>.
          </p>
          {data.total === 0 ? (
            <Empty title="There is none">No passage of these documents counts here.</Empty>
          ) : null}
          <ol className="quotes" start={data.from + 1}>
            {data.passages.map((passage) => (
              <Quote key={passage.passage} passage={passage} code={code} frames={frames} frameOf={frameOf} />
            ))}
          </ol>
          <Turning
            label="Pages of passages"
            from={data.from}
            shown={data.passages.length}
            total={data.total}
            page={evidencePage}
          />
        </div>
      )}
    </div>
  );
}

function passagesOf(total: number): string {
  return total === 1 ? '1 passage' : `${total} passages`;
}

type QuoteProps = {
  readonly passage: EvidenceView['passages'][number];
  readonly code: string;
  readonly frames: StudyView['frames'];
  readonly frameOf: FrameOf;
};

function Quote({ passage, code, frames, frameOf }: QuoteProps) {
  const counting = passage.tags.filter(
    ({ blocked, layer, category }) =>
      blocked === null && (layer === 'object' || frameOf(category) !== undefined),
  );
  const asked = code.split(',');
  const wanted = frames.filter((one) => asked.includes(one.code)).flatMap(({ categories }) => categories);
  const own = counting.find(({ category }) => wanted.includes(category)) ?? counting[0];
  const { frameOf: usual } = useFrames();
  const codes = new Set(counting.flatMap(({ category }) => frameOf(category)?.code ?? []));
  const address = new URLSearchParams({
    passage: passage.passage,
    ...(own === undefined ? {} : { tag: nameOf(own) }),
    // The reader leaves out what is neither a frame nor the object, unless it is asked for.
    ...(own === undefined || own.layer === 'object' || usual(own.category) !== undefined
      ? {}
      : { show: 'other' }),
  });
  return (
    <li>
      <blockquote lang={langOf(passage.language)} dir="auto">
        <Marked
          text={passage.text}
          tags={counting}
          frameOf={frameOf}
          isAbove={({ category }) => wanted.includes(category)}
        />
      </blockquote>
      <p className="note">
        {frames
          .filter((frame) => codes.has(frame.code))
          .map(({ code: one, tone, label }) => (
            <FrameName key={one} tone={tone} label={label} />
          ))}{' '}
        <Link to={`/documents/${passage.document}?${address}`}>
          <bdi>{passage.title ?? passage.file}</bdi>, page&nbsp;{passage.cited}
        </Link>
        , <bdi>{passage.institution ?? 'institution not known'}</bdi>, {passage.date ?? 'undated'}
        {passage.zone === 'body' ? null : `, ${zoneLabel(passage.zone)}`}
        {passage.speaker === null ? null : (
          <>
            , spoken by <bdi>{passage.speaker}</bdi>
          </>
        )}
      </p>
    </li>
  );
}

type ChoiceProps = {
  readonly study: StudyView;
  readonly by: Grouping;
  readonly chosen: { readonly key: string; readonly code: string };
  readonly onChoose: (chosen: { by: string; key: string; code: string }) => void;
};

/** Whose passages and which frame, chosen from what the study has. */
function Choice({ study, by, chosen, onChoose }: ChoiceProps) {
  const groups = [
    { name: 'voice', keys: study.voices.map(({ code }) => ({ key: code, label: voiceLabel(code) })) },
    { name: 'institution', keys: study.institutions.map((key) => ({ key, label: key })) },
    {
      name: 'language',
      keys: study.languages.map(({ code }) => ({ key: code, label: languageLabel(code) })),
    },
  ];
  const value = `${by} ${chosen.key}`;
  const isListed = groups.some(({ name, keys }) => keys.some(({ key }) => `${name} ${key}` === value));
  const code = chosen.code === '' ? (study.frames[0]?.code ?? study.object.code) : chosen.code;
  const choose = (whose: string, frame: string) => {
    const at = whose.indexOf(' ');
    onChoose({ by: whose.slice(0, at), key: whose.slice(at + 1), code: frame });
  };
  const codes = [...study.frames, study.object, ...study.others];
  const labelOf = (one: string) => codes.find((known) => known.code === one)?.label ?? one;
  return (
    <search className="choices">
      <label>
        Whose passages{' '}
        <select
          value={chosen.key === '' ? '' : value}
          onChange={({ target }) => target.value !== '' && choose(target.value, code)}
        >
          {chosen.key === '' ? <option value="">choose</option> : null}
          {chosen.key !== '' && !isListed ? <option value={value}>{chosen.key}</option> : null}
          {groups.map(({ name, keys }) => (
            <optgroup key={name} label={name}>
              {keys.map(({ key, label }) => (
                <option key={key} value={`${name} ${key}`}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        Framed as{' '}
        <select
          value={code}
          onChange={({ target }) => choose(value, target.value)}
          disabled={chosen.key === ''}
        >
          {codes.some((one) => one.code === code) ? null : (
            <option value={code}>{code.split(',').map(labelOf).join(' or ')}</option>
          )}
          {codes.map((one) => (
            <option key={one.code} value={one.code}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}
