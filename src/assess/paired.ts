import type { Comparison } from '../model/claim.ts';
import type { Corrections } from '../model/correction.ts';
import type { Effects } from '../model/effects.ts';
import type { Estimate, Figure, OrderFinding, Reason } from '../model/finding.ts';
import { jackknife, leastVariance, totalOf } from '../stats/logratio.ts';
import { normalTail } from '../stats/normal.ts';
import { leastSignFlip, signFlip } from '../stats/signflip.ts';
import { sum } from '../stats/sum.ts';
import { tQuantile } from '../stats/tquantile.ts';
import { compareText } from '../text/compare.ts';
import { estimateOf } from './estimate.ts';
import { type Amount, amountOf, tooLittle } from './gates.ts';
import type { Parts } from './gather.ts';
import { type Balances, balancesOf, type Counts } from './leaving.ts';
import { cellsOf, type Measured, measured } from './measure.ts';
import { voicesOn, wantedOn } from './on.ts';
import { pairedEffects } from './paired-effects.ts';
import {
  type Asked,
  checksOf,
  codedBy,
  codingsOf,
  headOf,
  isValidated,
  noTests,
  type Question,
  smallestOf,
  unfit,
} from './question.ts';
import { type ActorMeasure, actingIn, kindOf } from './units.ts';
import { atOtherEffects, verdictBefore, verdictOf } from './verdict.ts';

type Paired = Extract<Comparison, { by: 'paired' }>;

/** Sign flips drawn where there are too many differences to try all. */
const FLIPS = 9999;
/** Above this many differences the sum under random signs is normal to every printed digit. */
const MOST_FLIPPED = 20_000;
/** Fewest documents in which an institution is compared with itself. */
const FEWEST = 2;

/** What one document counts, and of how many things that were seen: numbers that codes stand for are worth more each. */
type Counted = Counts & { readonly seen: number };
type Both = { readonly first: Counted; readonly second: Counted };
/** All documents of an institution, and those in which either measure counts something. */
type Held = { documents: number; readonly counting: Both[] };

/** Institutions with what their documents count for both measures. */
type Tally = {
  readonly add: (parts: Parts) => void;
  readonly institutions: () => readonly (readonly [string, Held])[];
  /** Of each measure whose numbers are of distinct actors; null for one whose numbers add up. */
  readonly actors: readonly [ActorMeasure | null, ActorMeasure | null];
};

/**
 * Two measures of the same institution, the first less the second in log odds, as a mean over institutions: what is
 * said against what is done. The interval is of a jackknife over documents, distinct actors counted anew without
 * each; p is of flipping the signs of the differences within documents that have both (docs/method.md 3.4). Where people
 * coded passages for both measures, passages that name either kind stand for mentions and distinct actors.
 */
export function paired(asked: Asked, comparison: Paired): Question {
  const { study, hypothesis, corrections } = asked;
  const isWanted = wantedOn(asked, comparison.on);
  const one = asked.measured;
  const other = measured(hypothesis.id, comparison.with, study.poles, true);
  const isCoded = corrections !== null && other.codes.every((code) => corrections.covers(code));
  const raw = tallyOf([one, other], null);
  const coded = isCoded ? tallyOf([one, other], corrections) : null;
  const both = { ...one, codes: [...one.codes, ...other.codes] };
  let passages = 0;
  return {
    add(parts) {
      if (!isWanted(parts)) return;
      raw.add(parts);
      coded?.add(parts);
      passages += parts.reduce((sum, { objectPassages }) => sum + objectPassages, 0);
    },
    finish() {
      const own = { ...asked, measured: both, corrections: isCoded ? corrections : null };
      const main = coded !== null && isValidated(own, [voicesOn(asked, comparison.on)]) ? coded : raw;
      return findingOf(own, comparison, main, raw, passages);
    },
  };
}

function tallyOf([one, other]: readonly [Measured, Measured], corrections: Corrections | null): Tally {
  const [countOne, countOther] = [counter(one, corrections), counter(other, corrections)];
  const institutions = new Map<string, Held>();
  const actorsIn = ({ measure }: Measured) =>
    measure.count === 'actors' && corrections === null ? measure : null;
  return {
    add(parts) {
      const name = parts[0].institution ?? '(none)';
      const held = institutions.get(name) ?? { documents: 0, counting: [] };
      institutions.set(name, held);
      held.documents += 1;
      const both = { first: countOne(parts), second: countOther(parts) };
      if (holds(both.first) || holds(both.second)) held.counting.push(both);
    },
    institutions: () => [...institutions].toSorted(([a], [b]) => compareText(a, b)),
    actors: [actorsIn(one), actorsIn(other)],
  };
}

/** Whether a document has a part in a measure: with a number, or with an actor of either kind. */
function holds({ a, b, doings }: Counts): boolean {
  return a !== 0 || b !== 0 || doings.length > 0;
}

function less(said: number | null, done: number | null): number | null {
  return said === null || done === null ? null : said - done;
}

function counter(of: Measured, corrections: Corrections | null): (parts: Parts) => Counted {
  if (of.measure.count === 'actors' && corrections === null) {
    const measure = of.measure;
    return (parts) => ({
      a: 0,
      b: 0,
      seen: 0,
      doings: parts.flatMap(({ portrait }) =>
        portrait.doings.filter((doing) => doing.role === measure.role && kindOf(doing, measure) !== null),
      ),
    });
  }
  const cells = cellsOf(of, corrections);
  return (parts) => {
    const { a, b } = totalOf(cells(parts));
    return { a, b, seen: corrections === null ? a + b : seenIn(parts, of.codes, corrections), doings: [] };
  };
}

/** Coded passages in which people saw either kind, once for each. */
function seenIn(parts: Parts, codes: readonly string[], { seen }: Corrections): number {
  return sum(parts.flatMap(({ document, language }) => codes.map((code) => seen(document, language, code))));
}

/** What the variance of one balance lacks where leaving documents out shows less than two counts do (docs/method.md 2.3). */
function missingIn({ totals }: Balances, without: readonly (number | null)[]): number {
  return Math.max(0, leastVariance(totals) - (jackknife(without) ?? 0));
}

/** Differences within institutions, and those that have one with a spread. */
function rowsOf({ institutions, actors: [one, other] }: Tally) {
  const rows = institutions().map(([institution, { documents, counting }]) => {
    const said = balancesOf(
      one,
      counting.map(({ first }) => first),
    );
    const done = balancesOf(
      other,
      counting.map(({ second }) => second),
    );
    const without = {
      said: counting.map(({ first }) => said.without(first)),
      done: counting.map(({ second }) => done.without(second)),
    };
    const spread =
      counting.length < FEWEST
        ? null
        : jackknife(counting.map((_, at) => less(without.said[at] ?? null, without.done[at] ?? null)));
    const variance =
      spread === null ? null : spread + missingIn(said, without.said) + missingIn(done, without.done);
    const totals = { first: said.totals, second: done.totals };
    return { institution, documents, counting, totals, value: less(said.whole, done.whole), variance };
  });
  return { rows, within: rows.filter(({ value, variance }) => value !== null && variance !== null) };
}

/** What is said and what is done in documents that count for either; of what people coded, passages as they saw them. */
function amountsIn({ institutions, actors: [one, other] }: Tally, documents: number): readonly Amount[] {
  const all = institutions().flatMap(([, { counting }]) => counting);
  const counted = (actors: ActorMeasure | null, counts: readonly Counted[]) =>
    counts
      .map(({ seen, doings }) => (actors === null ? seen : actingIn(doings, actors.role).length))
      .filter((count) => count > 0);
  const [said, done] = [all.map(({ first }) => first), all.map(({ second }) => second)];
  return [amountOf('said', documents, counted(one, said)), amountOf('done', documents, counted(other, done))];
}

function meanOf({ within }: ReturnType<typeof rowsOf>): Estimate | null {
  if (within.length === 0) return null;
  return estimateOf(
    within.reduce((sum, { value }) => sum + (value ?? 0), 0) / within.length,
    within.map(({ variance, counting }) => ({
      variance: variance === null ? null : variance / within.length ** 2,
      degreesOfFreedom: counting.length - 1,
    })),
  );
}

/** The difference of log odds within one document; null where it does not have both. */
function differenceIn({ actors: [one, other] }: Tally, { first, second }: Both): number | null {
  return less(balancesOf(one, [first]).whole, balancesOf(other, [second]).whole);
}

function effectsOf(
  { draws }: Asked,
  tally: Tally,
  { within }: ReturnType<typeof rowsOf>,
  estimate: Estimate | null,
  isCorrected: boolean,
): Effects | null {
  if (estimate === null || draws == null) return null;
  const groups = within.map(({ totals, counting }) => ({
    ...totals,
    documents: counting.map((both) => ({ ...both, difference: differenceIn(tally, both) })),
  }));
  const isDistinct = tally.actors.some((actors) => actors !== null);
  return pairedEffects(groups, estimate, draws, { isDistinct, isCorrected });
}

function findingOf(
  asked: Asked,
  { on }: Paired,
  tally: Tally,
  before: Tally,
  passages: number,
): OrderFinding {
  const found = rowsOf(tally);
  const { rows, within } = found;
  const documents = rows.reduce((sum, row) => sum + row.documents, 0);
  const codings = codingsOf(asked, [voicesOn(asked, on)]);
  const gates = checksOf(asked, { sides: [], strata: [], amounts: amountsIn(tally, documents), codings });
  const stop: Reason | null =
    documents === 0
      ? 'no_documents'
      : rows.every(({ value }) => value === null)
        ? 'nothing_counted'
        : within.length === 0
          ? 'too_few_documents'
          : (tooLittle(gates) ?? unfit(gates));
  const smallestEffect = smallestOf(asked);
  const estimate = stop === null ? meanOf(found) : null;
  const raw = tally === before || stop !== null ? found : rowsOf(before);
  const uncorrected = stop === null ? meanOf(raw) : null;
  const { corrected, bar } = codedBy(gates);
  const intervalVerdict =
    estimate === null ? null : verdictOf(estimate.lower, estimate.upper, smallestEffect);
  const pairs = rows.flatMap(({ counting }) => counting.flatMap((both) => differenceIn(tally, both) ?? []));
  return {
    ...headOf(asked),
    kind: 'paired',
    smallestEffect,
    otherEffects: atOtherEffects(estimate),
    corrected,
    ...verdictBefore({ stop, corrected, bar, intervalVerdict }),
    intervalVerdict,
    gates,
    estimate,
    uncorrected,
    tests:
      estimate === null
        ? noTests
        : {
            ...noTests,
            claimed: flipped(pairs, asked),
            against: flipped(
              pairs.map((difference) => smallestEffect - difference),
              asked,
            ),
          },
    detectable: null,
    figures: rows.map((row): Figure => {
      const reach =
        row.variance === null || row.counting.length < FEWEST
          ? null
          : tQuantile(0.975, row.counting.length - 1) * Math.sqrt(row.variance);
      return {
        institution: row.institution,
        documents: row.documents,
        value: row.value,
        lower: row.value === null || reach === null ? null : row.value - reach,
        upper: row.value === null || reach === null ? null : row.value + reach,
      };
    }),
    effects: effectsOf(asked, tally, found, estimate, corrected),
    uncorrectedEffects:
      corrected && estimate !== null ? effectsOf(asked, before, raw, uncorrected, false) : null,
    contrasts: [],
    leastP: pairs.length > MOST_FLIPPED ? 0 : leastSignFlip(pairs.length, FLIPS),
    warnings: stop === null && within.length < rows.length ? ['institutions_left_out'] : [],
    documents,
    passages,
    institutions: rows.length,
  };
}

/** One-sided p that differences are centred at 0, each with either sign; null without any. */
function flipped(differences: readonly number[], { claim, hypothesis, study }: Asked): number | null {
  if (differences.length > MOST_FLIPPED) {
    const squares = differences.reduce((sum, value) => sum + value ** 2, 0);
    const total = differences.reduce((sum, value) => sum + value, 0);
    return squares > 0 ? normalTail(total / Math.sqrt(squares)) : 1;
  }
  const { seed } = study.settings;
  const name = `${claim.id}/${hypothesis.id}`;
  return signFlip(differences, { seed, name, from: 0, to: FLIPS })?.pGreater ?? null;
}
