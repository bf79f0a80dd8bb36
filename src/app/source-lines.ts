import { describe } from '../model/problem.ts';
import type { SourceEnd } from '../model/sources.ts';
import { counted, type Emphasis } from './overview.ts';

/** What became of every source and what to do about it, as the terminal shows it; those that failed come last. */
export function sourceLines(ends: readonly SourceEnd[], strong: Emphasis): readonly string[] {
  const failed = ends.filter(({ outcome }) => outcome === 'failed');
  const came = ends.filter(({ outcome }) => outcome !== 'failed');
  return [
    ...came.map((end) => `${wordOf(end).padEnd(9)} ${placeOf(end)}`),
    ...(came.length > 0 && failed.length > 0 ? [''] : []),
    ...failed.flatMap((end) => failureLines(end, strong)),
    '',
    totals(ends),
    ...permissions(ends),
  ];
}

function wordOf({ outcome }: SourceEnd): string {
  const words = { added: 'added', changed: 'changed', kept: 'kept', same: 'same', failed: 'failed' };
  return words[outcome];
}

function placeOf(end: SourceEnd): string {
  switch (end.outcome) {
    case 'added':
      return end.via === 'archive'
        ? `${end.file}  from the archive: check that it is the document`
        : end.file;
    case 'changed':
      return `${end.file}  other bytes than ${end.earlier}, which stays: delete one of the two`;
    case 'kept':
      return end.file;
    case 'same':
      return `${end.source.address}  the same bytes as ${end.file}, perhaps a page that says it is gone: open both`;
    case 'failed':
      return end.source.address;
  }
}

function failureLines(end: SourceEnd, strong: Emphasis): readonly string[] {
  if (end.outcome !== 'failed') return [];
  const { source, problem, archive } = end;
  const name = [source.institution ?? 'no institution', source.title ?? 'no title', source.date ?? 'undated'];
  return [
    `failed    ${strong(name.join(' · '))}`,
    `          ${describe(problem)}`,
    ...(archive === null ? [] : [`          ${describe(archive)}`]),
  ];
}

function totals(ends: readonly SourceEnd[]): string {
  const parts = [
    ['added', 'added'],
    ['changed', 'changed'],
    ['kept', 'there before'],
    ['same', 'with the bytes of another'],
    ['failed', 'failed'],
  ] as const;
  const counts = parts.flatMap(([outcome, words]) => {
    const number = ends.filter((end) => end.outcome === outcome).length;
    return number === 0 ? [] : [`${number} ${words}`];
  });
  return [counted(ends.length, 'source'), ...counts].join(', ');
}

/** The options by which hosts that were led to, and not allowed, would be. */
function permissions(ends: readonly SourceEnd[]): readonly string[] {
  const problems = ends.flatMap((end) => (end.outcome === 'failed' ? [end.problem, end.archive] : []));
  const hosts = problems.flatMap((problem) => (problem?.code === 'host_not_allowed' ? [problem.host] : []));
  const options = [...new Set(hosts)].toSorted().map((host) => `--allow-host ${host}`);
  return options.length === 0 ? [] : [`to allow the hosts that were led to: ${options.join(' ')}`];
}
