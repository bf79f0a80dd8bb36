import { Fragment } from 'react';
import { Link } from 'wouter';
import type { ComparedRuns, Dependency } from '../../../src/model/api/runs.ts';
import { columns, said } from '../../../src/model/cells.ts';
import { useSearchParams } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { runName } from '../parts/run-name.ts';
import { Scroll } from '../parts/scroll.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { SortedTable } from '../parts/table.tsx';
import '../style/runs.css';

/** Two runs: what of all that results depend on changed, and what became of each hypothesis. */
export default function RunsCompared() {
  const [search] = useSearchParams();
  const [a, b] = [search.get('a') ?? '', search.get('b') ?? ''];
  const { data, error } = useAnswer('GET /api/runs/compare', { a, b });
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined) return <Loading />;
  const verdicts = data.findings.filter((one) => one.verdictChanged).length;
  const numbers = data.findings.filter((one) => one.numberChanged).length;
  return (
    <div className="runs">
      <h1>
        {verdicts === 0
          ? 'No verdict changed'
          : `${verdicts} ${verdicts === 1 ? 'verdict' : 'verdicts'} changed`}
        {numbers === 0 ? '' : `, ${numbers} ${numbers === 1 ? 'number' : 'numbers'} moved`}
      </h1>
      <p>
        Between <Link href={`/runs/${encodeURIComponent(a)}`}>{runName(a)}</Link> and{' '}
        <Link href={`/runs/${encodeURIComponent(b)}`}>{runName(b)}</Link>.
      </p>
      <h2>Why</h2>
      {data.why.length === 0 ? (
        <p>
          Nothing that results depend on differs: documents, lexicon, claims, codings, settings and program
          are the same.
        </p>
      ) : (
        <ul>
          {data.why.map((one) => (
            <li key={one.part} id={`why-${one.part}`} tabIndex={-1}>
              {titles[one.part]}: {one.words} <Link href={shownAt(one.part, b)}>See {shows[one.part]}</Link>
            </li>
          ))}
        </ul>
      )}
      <Files title="Files that came" files={data.added} />
      <Files title="Files that went" files={data.removed} />
      <Files title="Files that changed" files={data.changed} />
      <Terms terms={data.terms} />
      <Differences rows={data.differences} />
      <h2>Hypotheses</h2>
      <Findings rows={data.findings} />
    </div>
  );
}

const titles: Readonly<Record<Dependency, string>> = {
  documents: 'Documents',
  lexicon: 'Lexicon',
  claims: 'Claims',
  settings: 'Settings',
  seed: 'Seed',
  program: 'Program',
  versions: 'Versions',
  codings: 'Codings',
  freeze: 'Freeze',
};

const shows: Readonly<Record<Dependency, string>> = {
  documents: 'what became of each file',
  lexicon: 'the lexicon',
  claims: 'the claims',
  settings: 'all settings',
  seed: 'what else numbers depend on',
  program: 'the code of the stages',
  versions: 'all versions',
  codings: 'the samples and who coded them',
  freeze: 'how the run stands to it',
};

/** The page that shows what changed as it is after the change. */
function shownAt(part: Dependency, run: string): string {
  if (part === 'lexicon' || part === 'claims') return `/${part}`;
  return part === 'codings' ? '/coding' : `/runs/${encodeURIComponent(run)}`;
}

function Files({ title, files }: { readonly title: string; readonly files: ComparedRuns['added'] }) {
  if (files.total === 0) return null;
  return (
    <details open={files.total <= 12}>
      <summary>
        {title}: {files.total}
      </summary>
      <ul>
        {files.names.map((file) => (
          <li key={file}>
            <bdi>{file}</bdi>
          </li>
        ))}
      </ul>
      {files.names.length < files.total ? <p>and {files.total - files.names.length} more</p> : null}
    </details>
  );
}

function Terms({ terms }: { readonly terms: ComparedRuns['terms'] }) {
  if (terms === null || terms.total === 0) return null;
  return (
    <details open={terms.total <= 20}>
      <summary>Terms that differ: {terms.total}</summary>
      <SortedTable
        table={{
          name: 'terms',
          caption: 'Terms that differ',
          columns: columns('pattern', 'category', 'language', 'change'),
          rows: terms.rows.map((row) => [
            said(
              row.pattern,
              row.change === 'removed' ? null : `/lexicon/term?${new URLSearchParams({ term: row.term })}`,
            ),
            said(row.category.replaceAll('_', ' ')),
            said(row.language),
            said([row.change, ...(row.what.length === 0 ? [] : [row.what.join(', ')])].join(': ')),
          ]),
          note: null,
        }}
      />
    </details>
  );
}

function Differences({ rows }: { readonly rows: ComparedRuns['differences'] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>All that differs, by name: {rows.length}</summary>
      <SortedTable
        table={{
          name: 'differences',
          caption: 'All that differs',
          columns: columns('name', 'before', 'after'),
          rows: rows.map((row) => [said(row.name), said(row.before), said(row.after)]),
          note: null,
        }}
      />
    </details>
  );
}

function Findings({ rows }: { readonly rows: ComparedRuns['findings'] }) {
  return (
    <Scroll label="Hypotheses before and after">
      <table className="findings">
        <thead>
          <tr>
            <th scope="col">hypothesis</th>
            <th scope="col">before</th>
            <th scope="col">after</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={`${row.hypothesis} ${row.title}`}
              className={row.verdictChanged ? 'changed' : row.numberChanged ? 'moved' : undefined}
            >
              <th scope="row">
                {row.href === null ? (
                  <Name of={row} />
                ) : (
                  <Link href={row.href}>
                    <Name of={row} />
                  </Link>
                )}
                {row.verdictChanged || row.numberChanged ? <Because of={row} /> : null}
              </th>
              <Outcome of={row.before} />
              <Outcome of={row.after} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type Row = ComparedRuns['findings'][number];

function Name({ of: { hypothesis, title } }: { readonly of: Row }) {
  return (
    <>
      <b>{hypothesis}</b> {title}
    </>
  );
}

/** What may have changed an outcome: all that differs and that it depends on. */
function Because({ of: { verdictChanged, because } }: { readonly of: Row }) {
  const what = verdictChanged ? 'verdict changed' : 'number moved';
  if (because.length === 0) return <small>{what}, with nothing that runs record</small>;
  return (
    <small>
      {what} with{' '}
      {because.map((part, at) => (
        <Fragment key={part}>
          {at === 0 ? '' : at === because.length - 1 ? ' or ' : ', '}
          <a href={`#why-${part}`}>{titles[part].toLowerCase()}</a>
        </Fragment>
      ))}
    </small>
  );
}

function Outcome({ of }: { readonly of: Row['before'] }) {
  if (of === null) return <td className="muted">not there</td>;
  return (
    <td>
      <span>{of.number ?? '–'}</span>
      <small>{of.verdict}</small>
    </td>
  );
}
