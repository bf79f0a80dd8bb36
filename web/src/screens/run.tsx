import { Link, useParams } from 'wouter';
import type { RunView } from '../../../src/model/api/runs.ts';
import type { TableView } from '../../../src/model/api/views.ts';
import { columns, said, told } from '../../../src/model/cells.ts';
import { statusLabel } from '../../../src/model/words.ts';
import { useAnswer } from '../asking.ts';
import { objectPassagesAt } from '../parts/object-passages.ts';
import { runName } from '../parts/run-name.ts';
import { Failed, Loading } from '../parts/states.tsx';
import { SortedTable } from '../parts/table.tsx';
import '../style/runs.css';

/** A count with its thousands told apart. */
const amount = (value: number) => value.toLocaleString('en');

/** Files that are drawn at most beside those with problems, which are all shown. */
const mostWhole = 300;

/** One run: what became of each file, and all that its numbers depend on. */
export default function Run() {
  const { run = '' } = useParams();
  const { data, error } = useAnswer('GET /api/runs/:run', { run });
  const runs = useAnswer('GET /api/runs');
  const study = useAnswer('GET /api/study');
  const object = runs.data?.rows[0]?.run === run ? (study.data?.object.code ?? null) : null;
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  const lost = data.files.filter(({ status }) => status === 'failed').length;
  const partial = data.files.filter(({ status }) => status === 'partial').length;
  const problematic = data.files.filter(({ problems, status }) => status !== 'ok' || problems.length > 0);
  const whole = data.files.filter((row) => !problematic.includes(row));
  return (
    <div className="runs">
      <h1>
        <span className="eyebrow">Run</span> {runName(data.row.run)}
      </h1>
      <p>
        {data.files.length} files: {data.files.length - lost - partial} read whole, {partial} in part, {lost}{' '}
        not at all. {data.freezing.slice(0, 1).toUpperCase()}
        {data.freezing.slice(1)}.
      </p>
      {data.limited.length === 0 ? null : (
        <p role="note" className="banner">
          <strong>Not exactly reproducible.</strong> A limit of time or memory stopped{' '}
          {data.limited.join(', ')}.
        </p>
      )}
      {data.problems.length === 0 ? null : (
        <section aria-label="Problems of the study">
          <h2>Problems of the study’s own files</h2>
          <ul>
            {data.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      <h2>What became of each file</h2>
      <Ingest files={[...problematic, ...whole.slice(0, mostWhole)]} object={object} />
      {whole.length > mostWhole ? (
        <p>
          {whole.length - mostWhole} more were read whole: see <Link href="/documents">all documents</Link>.
        </p>
      ) : null}
      <h2>What its numbers depend on</h2>
      <div className="depends">
        <Values
          title="Lexicon, claims, seed"
          values={[
            { name: 'lexicon', value: data.lexicon.slice(0, 16) },
            ...data.claims.map(({ name, value }) => ({ name: `claim ${name}`, value: value.slice(0, 16) })),
            { name: 'seed', value: String(data.seed) },
          ]}
        />
        <Values title="Versions" values={data.versions} />
        <Values
          title="Code of the stages"
          values={data.stages.map(({ name, value }) => ({ name, value: value.slice(0, 16) }))}
        />
        <Values title="Settings" values={data.settings} />
      </div>
    </div>
  );
}

function Ingest({
  files,
  object,
}: {
  readonly files: RunView['files'];
  /** Null where numbers may be others than those of the index. */
  readonly object: string | null;
}) {
  const table: TableView = {
    name: 'files',
    caption: 'Files of the run',
    columns: columns('file', 'read', '#pages', '#passages', '#about the object', 'problems'),
    rows: files.map((row) => [
      said(row.file, row.document === null ? null : `/documents/${row.document}`),
      said(statusLabel(row.status)),
      told(row.pages, amount),
      told(row.passages, amount),
      told(row.objectPassages, amount, null, objectPassagesAt(row, object)),
      said(row.problems.join('; ')),
    ]),
    note: null,
  };
  return <SortedTable table={table} />;
}

function Values({ title, values }: { readonly title: string; readonly values: RunView['settings'] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {values.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
