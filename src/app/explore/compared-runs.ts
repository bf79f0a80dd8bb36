import { diffTerms } from '../../lexicon/diff.ts';
import type { ComparedRuns, Dependency } from '../../model/api/runs.ts';
import type { Finding } from '../../model/finding.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import { shortNumber } from '../../model/outcome.ts';
import type { RunRecord } from '../../model/results.ts';
import { standingWords } from '../../model/words.ts';
import { counted } from '../../report/numbers.ts';
import { hypothesisAt } from './cells.ts';
import { flat, type KnownRun, runRow } from './runs.ts';

/** Most names and terms that a comparison lists of one kind. */
const mostListed = 200;

/** A run with the lexicon that it tagged by; null where that is no longer kept. */
export type Side = KnownRun & { readonly lexicon: Lexicon | null };

/** What differs between two runs: all that results depend on, and what became of each hypothesis. */
export function comparedRuns(a: Side, b: Side): ComparedRuns {
  const [was, is] = [inputsOf(a.run), inputsOf(b.run)];
  const added = [...is.keys()].filter((file) => !was.has(file));
  const removed = [...was.keys()].filter((file) => !is.has(file));
  const changed = [...is].flatMap(([file, hash]) => (was.has(file) && was.get(file) !== hash ? [file] : []));
  const terms =
    a.run.lexicon === b.run.lexicon || a.lexicon === null || b.lexicon === null
      ? null
      : diffTerms(a.lexicon.terms, b.lexicon.terms);
  const differences = differencesOf(a.run, b.run);
  const why = whyOf(a, b, { added, removed, changed, terms: terms?.length ?? null });
  const parts = why.map(({ part }) => part);
  const claims = new Set(changedNames(a.run.claims, b.run.claims));
  const mayChange = (claim: string) => parts.filter((part) => part !== 'claims' || claims.has(claim));
  const findings = findingsOf(a.findings ?? [], b.findings ?? [], mayChange);
  return {
    before: runRow(a),
    after: runRow(b),
    why,
    added: listed(added),
    removed: listed(removed),
    changed: listed(changed),
    terms:
      terms === null
        ? null
        : {
            total: terms.length,
            rows: terms
              .slice(0, mostListed)
              .map(({ changed: what, ...one }) => ({ ...one, what: [...what] })),
          },
    differences,
    findings,
  };
}

/** In the order in which a change reaches the numbers: documents, lexicon, claims, settings, program, chance. */
function whyOf(
  a: Side,
  b: Side,
  files: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly string[];
    readonly terms: number | null;
  },
): ComparedRuns['why'] {
  const { added, removed, changed, terms } = files;
  const parts = [
    ...(added.length > 0 ? [`${counted(added.length, 'file')} came`] : []),
    ...(removed.length > 0 ? [`${counted(removed.length, 'file')} went`] : []),
    ...(changed.length > 0 ? [`${counted(changed.length, 'file')} changed`] : []),
  ];
  const claims = changedNames(a.run.claims, b.run.claims);
  const settings = changedNames(flat(a.run.settings), flat(b.run.settings));
  const stages = changedNames(a.run.stages, b.run.stages);
  const engines = changedNames(a.run.engines, b.run.engines);
  const all: readonly (readonly [Dependency, string | null])[] = [
    ['documents', parts.length > 0 ? `${parts.join(', ')}.` : null],
    ['lexicon', a.run.lexicon === b.run.lexicon ? null : lexiconWords(terms)],
    ['claims', claims.length > 0 ? `${claims.join(', ')} changed.` : null],
    ['settings', settings.length > 0 ? `${settings.join(', ')} changed.` : null],
    ['seed', a.run.seed === b.run.seed ? null : `${b.run.seed} instead of ${a.run.seed}.`],
    ['program', stages.length > 0 ? `${stages.join(', ')} work by other code.` : null],
    ['versions', engines.length > 0 ? `${engines.join(', ')} changed.` : null],
    ['codings', a.run.codings?.sha256 === b.run.codings?.sha256 ? null : codingsWords(a.run, b.run)],
    ['freeze', a.run.freezing.state === b.run.freezing.state ? null : 'the run stands to it in another way.'],
  ];
  return all.flatMap(([part, words]) => (words === null ? [] : [{ part, words }]));
}

/** Runs kept from before say nothing of codings. */
function codingsWords({ codings: was }: RunRecord, { codings: is }: RunRecord): string {
  if (was === undefined || is === undefined) return 'one of the two runs does not say what people had coded.';
  return was.lines === is.lines
    ? 'samples or lines are others.'
    : `${counted(is.lines, 'line')} instead of ${counted(was.lines, 'line')}.`;
}

function lexiconWords(terms: number | null): string {
  if (terms === null) return 'it is another one, and one of the two is no longer kept.';
  return terms === 0
    ? 'no term differs, but categories, actors or cues do.'
    : `${counted(terms, 'term')} ${terms === 1 ? 'differs' : 'differ'}.`;
}

function differencesOf(a: RunRecord, b: RunRecord): ComparedRuns['differences'] {
  const values = ({ lexicon, claims, settings, seed, stages, engines, freezing, reproducible }: RunRecord) =>
    flat({
      lexicon,
      claim: claims,
      settings,
      seed,
      stage: stages,
      version: engines,
      freeze: freezing.state,
      reproducible,
    });
  const [was, is] = [values(a), values(b)];
  return changedNames(was, is).map((name) => ({
    name,
    before: short(was[name] ?? 'none'),
    after: short(is[name] ?? 'none'),
  }));
}

function findingsOf(
  was: readonly Finding[],
  is: readonly Finding[],
  mayChange: (claim: string) => Dependency[],
): ComparedRuns['findings'] {
  const isAlone = new Set(is.map(({ claim }) => claim)).size < 2;
  const keyed = (list: readonly Finding[]) =>
    new Map(list.map((one) => [`${one.claim} ${one.hypothesis} ${one.role} ${one.title}`, one]));
  const [old, now] = [keyed(was), keyed(is)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key), now.get(key)];
    const one = after ?? before;
    if (one === undefined || one.kind === 'overall') return [];
    const [a, b] = [outcomeOf(before), outcomeOf(after)];
    const [verdictChanged, numberChanged] = [a?.verdict !== b?.verdict, a?.number !== b?.number];
    return {
      hypothesis: one.hypothesis,
      title: one.role === 'companion' ? `${one.title} (companion)` : one.title,
      before: a,
      after: b,
      verdictChanged,
      numberChanged,
      because: verdictChanged || numberChanged ? mayChange(one.claim) : [],
      href: after === undefined ? null : hypothesisAt(one.claim, one.hypothesis, isAlone),
    };
  });
}

function outcomeOf(finding: Finding | undefined): ComparedRuns['findings'][number]['before'] {
  if (finding === undefined) return null;
  return { verdict: standingWords(finding), number: shortNumber(finding) };
}

function inputsOf({ inputs }: RunRecord): ReadonlyMap<string, string | null> {
  return new Map(inputs.map(({ file, sha256 }) => [file, sha256]));
}

function changedNames(
  was: Readonly<Record<string, string>>,
  is: Readonly<Record<string, string>>,
): readonly string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
}

function listed(names: readonly string[]): ComparedRuns['added'] {
  return { total: names.length, names: names.slice(0, mostListed) };
}

/** Hashes by their beginnings. */
function short(value: string): string {
  return /^[0-9a-f]{40,}$/.test(value) ? value.slice(0, 8) : value;
}
