import type { Estimate } from '../../model/finding.ts';
import type { MeasuredCategory } from '../../model/lexicon.ts';
import type { RobustnessReason, Variation, VariationKind } from '../../model/robustness.ts';
import { logOdds } from '../../model/units.ts';
import type { Pair } from '../../stats/logratio.ts';
import { compareText } from '../../text/compare.ts';

import { verdictOf } from '../verdict.ts';
import {
  type Compared,
  type CountsOf,
  contrastOf,
  differenceOf,
  type Institution,
  institutionsOf,
  sided,
} from './compare.ts';
import type { Expansion } from './expand.ts';
import type { Carried, DocumentRows, Row } from './matrix.ts';

/** Terms of each category that are left out in turn: those in most passages. */
const TERMS = 20;
/** Documents shown: those whose absence moves the estimate most. */
const DOCUMENTS = 10;

/** Sets of terms counted by alone, in the order of the matrix's `termSets`. */
export type TermSet = { readonly kind: 'core_terms' | 'attested_terms'; readonly terms: ReadonlySet<string> };

/** The primary contrast and all it can be varied by. */
export type Primary = {
  readonly documents: readonly DocumentRows[];
  readonly compared: Compared;
  readonly countsOf: CountsOf;
  readonly estimate: Estimate;
  readonly smallest: number;
  readonly categories: readonly MeasuredCategory[];
  readonly categoryOf: ReadonlyMap<string, string>;
  readonly termSets: readonly TermSet[];
  readonly expansion: Expansion;
};

/** One change at a time to the primary contrast, strata and institutions kept (docs/method.md 3.7). */
export function variations(primary: Primary): readonly Variation[] {
  const { documents, compared, termSets, countsOf } = primary;
  const { added, passages, reason } = primary.expansion;
  const rows = documents
    .flatMap((document) => document.rows)
    .filter(({ stratum }) => compared.strata.has(stratum));
  const kinds = distinct(
    compared.institutions.flatMap(({ units }) => units.map(({ document }) => document.kind ?? '')),
  );
  const languages = distinct(rows.map(({ language }) => language));
  return [
    ...terms(primary, rows),
    ...families(primary, rows),
    ...kinds.map((kind) => without(primary, 'kind_out', kind, (unit) => (unit.kind ?? '') !== kind)),
    ...languages.map((language) => withoutLanguage(primary, language)),
    ...compared.institutions.map(({ name, side }) =>
      without(primary, 'institution_out', name, (unit) => unit.institution !== name || unit.side !== side),
    ),
    ...influentialDocuments(primary),
    ...termSets.map(({ kind, terms: set }, at) =>
      set.size === 0
        ? variation(primary, kind, '', null, null, null, 'no_such_term')
        : counted(primary, kind, '', (row) => row.chosen[at] ?? { a: 0, b: 0 }),
    ),
    reason === null
      ? {
          ...counted(primary, 'expanded_terms', '', (row) => {
            const [{ a, b }, more] = [countsOf(row), added.get(row)];
            return { a: a + (more?.a ?? 0), b: b + (more?.b ?? 0) };
          }),
          passages,
        }
      : variation(primary, 'expanded_terms', '', null, null, null, reason),
  ];
}

/** The class that an interval's verdict belongs to. */
export function classOf({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>, smallest: number): string {
  return verdictOf(lower, upper, smallest).split('_')[0] ?? '';
}

function terms(primary: Primary, rows: readonly Row[]): readonly Variation[] {
  const sums = summed(rows, ({ terms: carried }) => carried);
  return primary.categories.flatMap(({ code, categories }) =>
    [...sums]
      .filter(([term]) => categories.includes(primary.categoryOf.get(term) ?? ''))
      .toSorted(([one, x], [other, y]) => y - x || compareText(one, other))
      .slice(0, TERMS)
      .map(([term, passages]) => ({
        ...counted(
          primary,
          'term_out',
          term,
          lessOf(({ terms: carried }) => carried.get(term), primary),
        ),
        code,
        passages,
      })),
  );
}

function families(primary: Primary, rows: readonly Row[]): readonly Variation[] {
  const sums = summed(rows, ({ families: carried }) => carried);
  return [...sums]
    .toSorted(([one], [other]) => compareText(one, other))
    .map(([family, passages]) => ({
      ...counted(
        primary,
        'family_out',
        family,
        lessOf(({ families: carried }) => carried.get(family), primary),
      ),
      passages,
    }));
}

/** Counts without the passages that are in them by one term, or category, alone. */
function lessOf(carriedBy: (row: Row) => Carried | undefined, { countsOf }: Primary): CountsOf {
  return (row) => {
    const { a, b } = countsOf(row);
    const carried = carriedBy(row);
    return { a: a - (carried?.aloneA ?? 0), b: b - (carried?.aloneB ?? 0) };
  };
}

function summed(
  rows: readonly Row[],
  carriedBy: (row: Row) => ReadonlyMap<string, Carried>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows)
    for (const [name, { a, b }] of carriedBy(row)) sums.set(name, (sums.get(name) ?? 0) + a + b);
  return sums;
}

function counted(primary: Primary, kind: VariationKind, name: string, countsOf: CountsOf): Variation {
  const { documents, compared } = primary;
  const within = new Set(compared.institutions.map((one) => one.name));
  const institutions = institutionsOf(documents, compared.strata, within, countsOf);
  return variation(primary, kind, name, null, null, estimateIn(institutions, primary));
}

function without(
  primary: Primary,
  kind: VariationKind,
  name: string,
  stays: (document: DocumentRows) => boolean,
): Variation {
  const institutions = primary.compared.institutions.map((one) => ({
    ...one,
    units: one.units.filter(({ document }) => stays(document)),
  }));
  return variation(primary, kind, name, null, null, contrastOf(sided(institutions)));
}

function withoutLanguage(primary: Primary, language: string): Variation {
  return counted(primary, 'language_out', language, (row) =>
    row.language === language ? { a: 0, b: 0 } : primary.countsOf(row),
  );
}

/** An institution that a change leaves without frames leaves the contrast, as in the primary one. */
function estimateIn(institutions: readonly Institution[], { compared }: Primary): Estimate | null {
  const sides = new Map(compared.institutions.map(({ name, side }) => [`${side} ${name}`, side]));
  return contrastOf(sided(institutions.filter(({ name, side }) => sides.has(`${side} ${name}`))));
}

/** Values without each document by its institution's totals alone; the most influential in full. */
function influentialDocuments(primary: Primary): readonly Variation[] {
  const { institutions } = primary.compared;
  const totals = institutions.map(({ side, units }) => ({
    side,
    pair: units.reduce<Pair>((all, { a, b }) => ({ a: all.a + a, b: all.b + b }), { a: 0, b: 0 }),
  }));
  const moved = institutions.flatMap(({ units }, place) =>
    units.map(({ document, a, b }) => {
      const value = differenceOf(
        totals.map(({ side, pair }, at) => ({
          side,
          pairs: [at === place ? { a: pair.a - a, b: pair.b - b } : pair],
        })),
      );
      return { document, change: value === null ? 0 : Math.abs(value - primary.estimate.value) };
    }),
  );
  return moved
    .toSorted(
      (one, other) => other.change - one.change || compareText(one.document.file, other.document.file),
    )
    .slice(0, DOCUMENTS)
    .map(({ document }) => without(primary, 'document_out', document.file, (one) => one !== document));
}

function variation(
  { estimate, smallest }: Primary,
  kind: VariationKind,
  name: string,
  code: string | null,
  passages: number | null,
  changed: Estimate | null,
  reason: RobustnessReason | null = null,
): Variation {
  // Without an estimate nothing is supported or contradicted any more; a rule that chooses no terms was not tried.
  const isTried = reason === null;
  return {
    kind,
    name,
    code,
    passages,
    estimate: changed,
    change: changed === null ? null : logOdds(changed.value - estimate.value),
    changesClass: changed === null ? isTried : classOf(changed, smallest) !== classOf(estimate, smallest),
    reason: changed === null ? (reason ?? 'no_contrast') : null,
  };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted(compareText);
}
