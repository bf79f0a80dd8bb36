import type { Estimate } from '../../model/finding.ts';
import { balanceVariance, linearisedVariance, logRatio, type Pair, totalOf } from '../../stats/logratio.ts';
import { sum } from '../../stats/sum.ts';
import { compareText } from '../../text/compare.ts';
import { estimateOf } from '../estimate.ts';
import type { Cell, Speaker } from '../gather.ts';
import { isIn, support } from '../support.ts';
import type { DocumentRows, Row } from './matrix.ts';

/** One document in the comparison: what it adds to the two totals, and the stratum that most of it is in. */
export type Unit = Pair & { readonly document: DocumentRows; readonly stratum: string };

/** One institution in the comparison. */
export type Institution = {
  readonly name: string;
  readonly side: 'source' | 'policy';
  readonly units: readonly Unit[];
};

/** The institutions that are compared, source side first, by name, and the strata that both sides have. */
export type Compared = {
  readonly institutions: readonly Institution[];
  readonly strata: ReadonlySet<string>;
};

/** Which counts of a row are looked at. */
export type CountsOf = (row: Row) => Pair;

/** Common support and institutions by the rules of the primary contrast (docs/method.md 2.4). */
export function compared(documents: readonly DocumentRows[], countsOf: CountsOf): Compared {
  const [source, policy] = [
    speakersOf(documents, 'source', countsOf),
    speakersOf(documents, 'policy', countsOf),
  ];
  const strata = support(source, policy);
  const within = new Set(
    [...source, ...policy].filter((one) => isIn(one, strata)).map(({ institution }) => institution),
  );
  return { strata, institutions: institutionsOf(documents, strata, within, countsOf) };
}

/** Institutions with their framed documents under some counts, in strata and institutions that are fixed. */
export function institutionsOf(
  documents: readonly DocumentRows[],
  strata: ReadonlySet<string>,
  within: ReadonlySet<string>,
  countsOf: CountsOf,
): readonly Institution[] {
  const groups = Map.groupBy(
    documents.filter(({ institution }) => within.has(institution)),
    ({ side, institution }) => `${side === 'source' ? 0 : 1} ${institution}`,
  );
  return [...groups]
    .toSorted(([one], [other]) => compareText(one, other))
    .flatMap(([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const units = own
        .map((document) => unitOf(document, strata, countsOf))
        .filter(({ a, b }) => a !== 0 || b !== 0);
      return [{ name: first.institution, side: first.side, units }];
    });
}

/** Whatever of an institution a contrast rests on. */
export type Sided = { readonly side: 'source' | 'policy'; readonly pairs: readonly Pair[] };

/**
 * The contrast between institutions as the finding computes it (docs/method.md 2.3): means of balances, jackknife or
 * linearised variances, Student's interval. Institutions with fewer than two framed documents are left out.
 * Null where a side has none or no spread.
 */
export function contrastOf(all: readonly Sided[]): Estimate | null {
  const within = all.filter(({ pairs }) => pairs.length > 1);
  const value = differenceOf(within);
  if (value === null) return null;
  return estimateOf(
    value,
    within.map(({ side, pairs }) => {
      const variance = balanceVariance(pairs);
      const weight = 1 / numberOn(within, side);
      return {
        variance: variance === null ? null : variance * weight ** 2,
        degreesOfFreedom: pairs.length - 1,
      };
    }),
  );
}

/** The same value without an interval. */
export function differenceOf(within: readonly Sided[]): number | null {
  const means = (['source', 'policy'] as const).map((side) => {
    const thetas = within.filter((one) => one.side === side).map(({ pairs }) => thetaOf(pairs));
    const known = thetas.filter((theta) => theta !== null);
    return known.length === 0 || known.length < thetas.length ? null : sum(known) / known.length;
  });
  const [source = null, policy = null] = means;
  return source === null || policy === null ? null : source - policy;
}

/** The balance of an institution; null without a framed passage. */
export function thetaOf(pairs: readonly Pair[]): number | null {
  const { a, b } = totalOf(pairs);
  return a === 0 && b === 0 ? null : logRatio(a, b);
}

/** How many times larger documents as clusters make the variance of an institution's balance, at least 1. */
export function designEffectOf(pairs: readonly Pair[]): number {
  const { a, b } = totalOf(pairs);
  const variance = linearisedVariance(pairs);
  const simple = 1 / (a + 0.5) + 1 / (b + 0.5);
  return variance === null ? 1 : Math.max(1, variance / simple);
}

/** How many institutions a side has. */
export function numberOn(all: readonly { readonly side: string }[], side: string): number {
  return all.filter((one) => one.side === side).length;
}

/** Institutions as `contrastOf` takes them. */
export function sided(institutions: readonly Institution[]): readonly Sided[] {
  return institutions.map(({ side, units }) => ({ side, pairs: units }));
}

function unitOf(document: DocumentRows, strata: ReadonlySet<string>, countsOf: CountsOf): Unit {
  let [a, b, most, stratum] = [0, 0, -1, ''];
  for (const row of document.rows) {
    if (!strata.has(row.stratum)) continue;
    const counts = countsOf(row);
    a += counts.a;
    b += counts.b;
    if (counts.a + counts.b > most) [most, stratum] = [counts.a + counts.b, row.stratum];
  }
  return { document, a, b, stratum };
}

function speakersOf(
  documents: readonly DocumentRows[],
  side: DocumentRows['side'],
  countsOf: CountsOf,
): readonly Speaker[] {
  const own = Map.groupBy(
    documents.filter((document) => document.side === side),
    ({ institution }) => institution,
  );
  return [...own].map(([institution, some]) => ({
    institution,
    documents: some.length,
    passages: 0,
    clusters: some.flatMap(({ kind, rows }) => {
      const cells = rows.flatMap((row): readonly Cell[] => {
        const { a, b } = countsOf(row);
        return a + b === 0 ? [] : [{ stratum: row.stratum, a, b, framed: a + b }];
      });
      return cells.length === 0 ? [] : [{ kind, cells }];
    }),
  }));
}
