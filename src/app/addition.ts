import { assess } from '../assess/assess.ts';
import { type ContrastFinding, type Finding, isBalance } from '../model/finding.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import type { Observation } from '../model/profile.ts';
import type { IngestRow } from '../model/results.ts';
import type { Addition, FindingChange, FindingState } from '../model/standing.ts';
import { standings } from '../profile/standing.ts';
import { observed } from './observed.ts';
import type { StudyInput } from './study.ts';

/**
 * What new documents came to, once they have been indexed: how each stands against the earlier ones, and what
 * the findings say with and without them under the same lexicons, claims and settings. Without `before`, the
 * earlier documents are all the others of the index.
 */
export function addition(
  study: Pick<StudyInput, 'file' | 'claims' | 'lexicon'>,
  database: Pick<StudyDatabase, 'corpus' | 'eachTotals'>,
  isNew: (row: IngestRow) => boolean,
  before?: Iterable<Observation>,
): Addition {
  const corpus = database.corpus();
  const fresh = corpus.filter(isNew);
  const files = new Set(fresh.map(({ file }) => file));
  const all = observed(study.file, database);
  const added = only(all, ({ file }) => files.has(file));
  const others = only(all, ({ file }) => !files.has(file));
  const findings = (observations: Iterable<Observation>) =>
    study.claims.flatMap((claim) => assess(observations, claim, study.file));
  return {
    documents: standings(added, others, study.lexicon.measured, study.file.object),
    missing: fresh
      .filter(({ status }) => status === 'failed')
      .map(({ file, problems }) => ({ file, problems })),
    same: sameActs(corpus, files),
    findings: changes(findings(before ?? others), findings(all)),
  };
}

/** Problems of the groups that a new file is in, of a new file or of one that it now stands for. */
function sameActs(corpus: readonly IngestRow[], fresh: ReadonlySet<string>): readonly Problem[] {
  return corpus
    .flatMap(({ problems }) => problems)
    .filter((problem) => problem.code === 'same_act' || problem.code === 'perhaps_same_act')
    .filter(({ file, of }) => fresh.has(file) || fresh.has(of));
}

function only(
  observations: Iterable<Observation>,
  wanted: (one: Observation) => boolean,
): Iterable<Observation> {
  return {
    *[Symbol.iterator]() {
      for (const one of observations) if (wanted(one)) yield one;
    },
  };
}

/** The balances of framings of the same claims at two times, side by side. */
function changes(before: readonly Finding[], after: readonly Finding[]): readonly FindingChange[] {
  const earlier = new Map(before.filter(isBalance).map((finding) => [nameOf(finding), finding]));
  return after.filter(isBalance).flatMap((finding): readonly FindingChange[] => {
    const then = earlier.get(nameOf(finding));
    if (then === undefined) return [];
    const { claim, hypothesis, role, numerator, denominator } = finding;
    const gates = finding.gates.flatMap(({ gate, passed }) => {
      const passedThen = then.gates.find((other) => other.gate === gate)?.passed ?? null;
      return passedThen === passed ? [] : [{ gate, before: passedThen, after: passed }];
    });
    const states = { before: stateOf(then), after: stateOf(finding) };
    return [{ claim, hypothesis, role, numerator, denominator, ...states, gates }];
  });
}

function nameOf({ claim, hypothesis, numerator, denominator }: ContrastFinding): string {
  return [claim, hypothesis, numerator, denominator].join('/');
}

function stateOf({ verdict, intervalVerdict, dilution }: ContrastFinding): FindingState {
  return { verdict, intervalVerdict, dilution };
}
