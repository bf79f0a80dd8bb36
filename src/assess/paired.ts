import type { Comparison } from '../model/claim.ts';
import type { Figure, OrderFinding, Reason } from '../model/finding.ts';
import type { Doing } from '../model/profile.ts';
import { jackknife, logRatio } from '../stats/logratio.ts';
import { signFlip } from '../stats/signflip.ts';
import { tQuantile } from '../stats/tquantile.ts';
import { compareText } from '../text/compare.ts';
import { estimateOf } from './estimate.ts';
import type { Parts } from './gather.ts';
import { cellsOf, type Measured, measured } from './measure.ts';
import { voicesOn, wantedOn } from './on.ts';
import {
  type Asked,
  checksOf,
  codingsOf,
  detectableWith,
  headOf,
  noTests,
  type Question,
  smallestOf,
} from './question.ts';
import { actingIn, kindOf } from './units.ts';
import { verdictBefore, verdictOf } from './verdict.ts';

type Paired = Extract<Comparison, { by: 'paired' }>;

/** Sign flips drawn where there are too many differences to try all. */
const FLIPS = 9999;
/** Fewest documents in which an institution is compared with itself. */
const FEWEST = 2;

/** What one document counts for a measure: two numbers, or the actors that make them. */
type Counts = { readonly a: number; readonly b: number; readonly doings: readonly Doing[] };
type Both = { readonly first: Counts; readonly second: Counts };

/**
 * Two measures of the same institution, the first less the second in log odds, as a mean over institutions: what is
 * said against what is done. The interval is of a jackknife over documents, distinct actors counted anew without
 * each; p is of flipping the signs of the differences within documents that have both (docs/method.md 3.4).
 */
export function paired(asked: Asked, comparison: Paired): Question {
  const { study, hypothesis } = asked;
  const isWanted = wantedOn(asked, comparison.on);
  const one = asked.measured;
  const other = measured(hypothesis.id, comparison.with, study.poles);
  const [countOne, countOther] = [counter(one), counter(other)];
  const institutions = new Map<string, Both[]>();
  let passages = 0;
  return {
    add(parts) {
      if (!isWanted(parts)) return;
      const name = parts[0].institution ?? '(none)';
      const documents = institutions.get(name) ?? [];
      institutions.set(name, documents);
      documents.push({ first: countOne(parts), second: countOther(parts) });
      passages += parts.reduce((sum, { objectPassages }) => sum + objectPassages, 0);
    },
    finish: () =>
      findingOf(
        asked,
        comparison,
        [...institutions].toSorted(([a], [b]) => compareText(a, b)),
        [totalsOf(one), totalsOf(other)],
        passages,
      ),
  };
}

/** Adds documents up for a measure; null where nothing is counted. */
type Total = (documents: readonly Counts[]) => number | null;

function counter(of: Measured): (parts: Parts) => Counts {
  if (of.measure.count === 'actors') {
    const { role } = of.measure;
    return (parts) => ({
      a: 0,
      b: 0,
      doings: parts.flatMap(({ portrait }) => portrait.doings.filter((doing) => doing.role === role)),
    });
  }
  const cells = cellsOf(of);
  return (parts) => {
    const found = cells(parts);
    return {
      a: found.reduce((sum, { a }) => sum + a, 0),
      b: found.reduce((sum, { b }) => sum + b, 0),
      doings: [],
    };
  };
}

function totalsOf({ measure }: Measured): Total {
  return (documents) => {
    if (measure.count === 'actors') {
      const kinds = actingIn(
        documents.flatMap(({ doings }) => doings),
        measure.role,
      ).map((doing) => kindOf(doing, measure));
      return balance(
        kinds.filter((kind) => kind === 'a').length,
        kinds.filter((kind) => kind === 'b').length,
      );
    }
    return balance(
      documents.reduce((sum, { a }) => sum + a, 0),
      documents.reduce((sum, { b }) => sum + b, 0),
    );
  };
}

function balance(a: number, b: number): number | null {
  return a + b === 0 ? null : logRatio(a, b);
}

function findingOf(
  asked: Asked,
  { on }: Paired,
  institutions: readonly (readonly [string, readonly Both[]])[],
  [one, other]: readonly [Total, Total],
  passages: number,
): OrderFinding {
  const differenceOf = (documents: readonly Both[]): number | null => {
    const said = one(documents.map(({ first }) => first));
    const done = other(documents.map(({ second }) => second));
    return said === null || done === null ? null : said - done;
  };
  const rows = institutions.map(([institution, documents]) => {
    const counting = documents.filter((both) => one([both.first]) !== null || other([both.second]) !== null);
    const value = differenceOf(documents);
    const leftOut = counting.map((gone) => differenceOf(counting.filter((kept) => kept !== gone)));
    const variance = counting.length < FEWEST ? null : jackknife(leftOut);
    return { institution, documents, value, variance, size: counting.length };
  });
  const within = rows.filter(({ value, variance }) => value !== null && variance !== null);
  const documents = rows.reduce((sum, row) => sum + row.documents.length, 0);
  const gates = checksOf(asked, {
    sides: [],
    strata: [],
    codings: codingsOf(asked, [voicesOn(asked, on)]),
  }).filter(({ gate }) => gate === 'reliability' || gate === 'validation');
  const stop: Reason | null =
    documents === 0
      ? 'no_documents'
      : rows.every(({ value }) => value === null)
        ? 'nothing_counted'
        : within.length === 0
          ? 'too_few_documents'
          : null;
  const smallestEffect = smallestOf(asked);
  const estimate =
    stop === null
      ? estimateOf(
          within.reduce((sum, { value }) => sum + (value ?? 0), 0) / within.length,
          within.map(({ variance, size }) => ({
            variance: variance === null ? null : variance / within.length ** 2,
            degreesOfFreedom: size - 1,
          })),
        )
      : null;
  const intervalVerdict =
    estimate === null ? null : verdictOf(estimate.lower, estimate.upper, smallestEffect);
  const pairs = rows.flatMap((row) => row.documents.flatMap((both) => differenceOf([both]) ?? []));
  const flips = (differences: readonly number[]) =>
    signFlip(differences, {
      seed: asked.study.settings.seed,
      name: `${asked.claim.id}/${asked.hypothesis.id}`,
      from: 0,
      to: FLIPS,
    })?.pGreater ?? null;
  return {
    ...headOf(asked),
    kind: 'paired',
    smallestEffect,
    corrected: false,
    ...verdictBefore({ stop, corrected: false, reliable: null, intervalVerdict }),
    intervalVerdict,
    gates,
    estimate,
    uncorrected: estimate,
    tests:
      estimate === null
        ? noTests
        : {
            ...noTests,
            claimed: flips(pairs),
            against: flips(pairs.map((difference) => smallestEffect - difference)),
          },
    detectable: detectableWith(estimate),
    figures: rows.map((row): Figure => {
      const reach =
        row.variance === null || row.size < FEWEST
          ? null
          : tQuantile(0.975, row.size - 1) * Math.sqrt(row.variance);
      return {
        institution: row.institution,
        documents: row.documents.length,
        value: row.value,
        lower: row.value === null || reach === null ? null : row.value - reach,
        upper: row.value === null || reach === null ? null : row.value + reach,
      };
    }),
    contrasts: [],
    warnings: stop === null && within.length < rows.length ? ['institutions_left_out'] : [],
    documents,
    passages,
    institutions: rows.length,
  };
}
