import type { RunRow, RunView } from '../../model/api/runs.ts';
import type { Finding } from '../../model/finding.ts';
import { freezeWords } from '../../model/freeze.ts';
import { describe } from '../../model/problem.ts';
import type { KeptResults, RunRecord } from '../../model/results.ts';
import { standingWords } from '../../model/words.ts';
import { documentRow } from './documents.ts';

/** A run by its name, with what it found; findings are null where they are no longer there. */
export type KnownRun = {
  readonly name: string;
  readonly run: RunRecord;
  readonly findings: readonly Finding[] | null;
};

/** A run as a row. */
export function runRow({ name, run, findings }: KnownRun): RunRow {
  return {
    run: name,
    startedAt: run.startedAt,
    seconds: Math.max(0, (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000),
    documents: run.inputs.length,
    verdicts: findings === null ? null : verdictCounts(findings),
    lexicon: run.lexicon.slice(0, 8),
    freezing: run.freezing.state,
    reproducible: run.reproducible,
    version: run.engines['titrate'] ?? '',
  };
}

function verdictCounts(findings: readonly Finding[]): NonNullable<RunRow['verdicts']> {
  const own = findings.filter(({ role, kind }) => role === 'primary' && kind !== 'overall');
  const groups = [...Map.groupBy(own, standingWords)];
  return groups.map(([words, list]) => ({ words, hypotheses: list.length }));
}

/** One run with all that its numbers depend on. */
export function runView(name: string, results: KeptResults): RunView {
  const { run, findings, problems, ingest } = results;
  return {
    row: runRow({ name, run, findings }),
    freezing: freezeWords(run.freezing),
    limited: [...run.limited],
    seed: run.seed,
    lexicon: run.lexicon,
    claims: namedValues(run.claims),
    versions: namedValues(run.engines),
    stages: namedValues(run.stages),
    settings: namedValues(flat(run.settings)),
    problems: problems.map(describe),
    files: ingest.map(documentRow),
  };
}

function namedValues(values: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** Values inside one another under names with points, each as text. */
export function flat(value: unknown, name = ''): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { [name]: typeof value === 'string' ? value : JSON.stringify(value) };
  }
  const parts = Object.entries(value).map(([key, one]) => flat(one, name === '' ? key : `${name}.${key}`));
  return Object.assign({}, ...parts);
}
