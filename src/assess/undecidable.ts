import type { Corrections, Standpoint } from '../model/correction.ts';
import type { End, Finding, IntervalVerdict } from '../model/finding.ts';
import { measured } from './measure.ts';
import { isNamed, namesOf } from './on.ts';
import type { Asked, Question } from './question.ts';
import { atOtherEffects, verdictOf } from './verdict.ts';

/**
 * A question whose codes are undecidable in some passages, asked three times: without these, the others of their stratum
 * standing for them, and with all of them counted against the claim, and for it. Its verdict is the one of everything that
 * the three intervals span, with the largest p (worst-case bounds, docs/method.md 2.5). The question alone without any.
 */
export function bounded(asked: Asked, ask: (asked: Asked) => Question): Question {
  const items = itemsOf(asked);
  const main = ask(asked);
  if (items === 0 || asked.corrections === null) return main;
  const [against, favour] = [false, true].map((isFor) =>
    ask({ ...asked, corrections: counted(asked, asked.corrections as Corrections, isFor), draws: null }),
  );
  return {
    add(parts) {
      for (const one of [main, against, favour]) one?.add(parts);
    },
    finish() {
      const ends = [against, favour].flatMap((one) => one?.finish() ?? []);
      const [low, high] = ends;
      const found = main.finish();
      return low === undefined || high === undefined ? found : between(found, low, high, items);
    },
  };
}

/** The codes that a question rests on, the first of each measure of what the claim is about. */
function codesIn({ hypothesis, measured: own, study }: Asked): readonly (readonly string[])[] {
  const { comparison, id } = hypothesis;
  const codes = own.whole === null ? own.codes : [own.whole];
  return comparison.by === 'paired'
    ? [codes, measured(id, comparison.with, study.poles, true).codes]
    : [codes];
}

function itemsOf(asked: Asked): number {
  const { corrections, measured: own } = asked;
  const codes = codesIn(asked).flat();
  return (own.whole === null ? corrections : corrections?.documents)?.undecidable?.count(codes) ?? 0;
}

/** The corrections with every undecidable item counted for the claim, or against it. */
function counted(asked: Asked, corrections: Corrections, isFor: boolean): Corrections {
  const [first = [], second = []] = codesIn(asked);
  const directionOf = directionBy(asked);
  const has = (code: string, at: Standpoint) => {
    const sign = signOf(code, first) || -signOf(code, second);
    // Whatever else it is, it is one more of those that are counted.
    return sign === 0 || sign * directionOf(at) * (isFor ? 1 : -1) > 0;
  };
  const { documents } = corrections;
  return {
    ...(corrections.undecidable?.as(has) ?? corrections),
    documents: documents?.undecidable?.as(has) ?? documents,
  };
}

function signOf(code: string, [of, against]: readonly string[]): number {
  return code === of ? 1 : code === against ? -1 : 0;
}

/** Whether more of what is counted speaks for the claim, by whose it is. */
function directionBy(asked: Asked): (at: Standpoint) => number {
  const { contrast } = asked.study;
  const { comparison } = asked.hypothesis;
  switch (comparison.by) {
    case 'contrast':
      return ({ voice }) => (voice !== null && contrast[comparison.more].includes(voice) ? 1 : -1);
    case 'minimum': {
      const isLeast = isNamed(namesOf(asked, comparison.than));
      return ({ institution }) => (isLeast(institution) ? -1 : 1);
    }
    case 'threshold':
      return () => (comparison.above === undefined ? -1 : 1);
    case 'paired':
    case 'diversity':
    case 'none':
      return () => 1;
  }
}

/** A finding with its ends: its own number, the verdict of all that they span. */
function between<T extends Finding>(found: T, against: Finding, favour: Finding, items: number): T {
  if (found.verdict === 'NOT_TESTABLE' || !found.corrected) return found;
  const all = [found, against, favour];
  const alone = spanned(all);
  const span = spanOf(all);
  const told = {
    ...found,
    ...('otherEffects' in found && span !== null ? { otherEffects: atOtherEffects(span) } : {}),
    intervalVerdict: alone,
    undecidable: { items, against: endOf(against), favour: endOf(favour) },
    tests: {
      ...found.tests,
      claimed: largest(all.map(({ tests }) => tests.claimed)),
      against: largest(all.map(({ tests }) => tests.against)),
    },
  };
  const isOpen = found.reasons.length > 0;
  if (isOpen || alone === found.intervalVerdict) return told;
  return { ...told, verdict: alone, reasons: alone === 'INCONCLUSIVE' ? ['undecidable_codings'] : [] };
}

/** What the interval from the least lower to the largest upper end says; of shares what all three say, or nothing. */
function spanned(all: readonly Finding[]): IntervalVerdict {
  const [found] = all;
  const verdicts = new Set(all.map(({ intervalVerdict }) => intervalVerdict));
  const [first] = verdicts;
  if (found === undefined || first == null || verdicts.has(null)) return 'INCONCLUSIVE';
  const span = spanOf(all);
  if (!('smallestEffect' in found) || span === null) return verdicts.size === 1 ? first : 'INCONCLUSIVE';
  return verdictOf(span.lower, span.upper, found.smallestEffect);
}

/** From the least lower to the largest upper end; null where one of them has no estimate. */
function spanOf(all: readonly Finding[]): { readonly lower: number; readonly upper: number } | null {
  const estimates = all.flatMap(({ estimate }) => estimate ?? []);
  if (estimates.length < all.length) return null;
  return {
    lower: Math.min(...estimates.map(({ lower }) => lower)),
    upper: Math.max(...estimates.map(({ upper }) => upper)),
  };
}

function endOf(finding: Finding): End {
  return { estimate: finding.estimate, share: finding.kind === 'threshold' ? finding.share : null };
}

function largest(ps: readonly (number | null)[]): number | null {
  const known = ps.flatMap((one) => one ?? []);
  return known.length === 0 ? null : known.length < ps.length ? 1 : Math.max(...known);
}
