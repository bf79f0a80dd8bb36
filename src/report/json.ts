import type { KeptWitness, Results } from '../model/results.ts';
import { rounded } from './numbers.ts';

/** A value as indented JSON with its numbers to 10 significant digits. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? rounded(part) : part), 2)}\n`;
}

/** `findings.json`: claims, findings and planted truth; the same for the same inputs. */
export function findingsJson({ study, claims, findings, planted }: Results): string {
  return json({
    study: study.title,
    synthetic: study.synthetic?.statement ?? null,
    claims,
    findings,
    planted,
  });
}

/**
 * `results.json`: all that the run came to without the passages under it, for the explorer and for other programs; the same
 * for the same inputs, so without `run`, which stands in `run.json`. Documents are in `ingest` and `tables/profiles.csv`.
 */
export function resultsJson(results: Results): string {
  const {
    run: _run,
    evidence: _evidence,
    mentions: _mentions,
    removals: _removals,
    witnesses,
    ...kept
  } = results;
  const profiles = kept.profiles.filter(({ by }) => by !== 'document');
  const witnessed = witnesses.map(
    ({ claim, hypothesis, tells, item }): KeptWitness => ({
      claim,
      hypothesis,
      tells,
      passage: item.passage.id,
    }),
  );
  return `${JSON.stringify({ ...kept, profiles, witnessed }, (_, part: unknown) => (typeof part === 'number' ? rounded(part) : part))}\n`;
}
