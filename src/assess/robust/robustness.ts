import type { Framing, Judged } from '../../model/framing.ts';
import { isPart, type MeasuredCategory, type Term } from '../../model/lexicon.ts';
import type { CodingBar, Robustness, ShrunkenShare } from '../../model/robustness.ts';
import type { StudyFile } from '../../model/study.ts';
import type { LogOdds } from '../../model/units.ts';
import { sum } from '../../stats/sum.ts';
import { placeOf, polesOf, primaryPlace } from './choices.ts';
import { type Compared, compared, contrastOf, sided, thetaOf } from './compare.ts';
import { curve, curveData, type Undrawn } from './curve.ts';
import { expansion } from './expand.ts';
import { type DocumentRows, matrix, type Row } from './matrix.ts';
import { type Matched, placebo } from './placebo.ts';
import { shrunken } from './shrunken.ts';
import { type Balanced, typeTest } from './type-test.ts';
import { type Primary, type TermSet, variations } from './variations.ts';
import { ownWords, wordIndex } from './words.ts';

/** More documents than this are not held under every way of counting. */
const MOST_DOCUMENTS = 20_000;
/** Least share of specifications of the primary's sign (docs/method.md 3.7). */
const SAME_SIGN = 0.8;
/** Precision from which a measured term is core. */
const CORE = 0.9;

/** Which contrast is looked at. */
export type Asked = {
  readonly claim: string;
  readonly hypothesis: string;
  readonly numerator: string;
  readonly denominator: string;
  /** The side that the claim expects more of the numerator on: estimates are that one less the other. */
  readonly more: 'source' | 'policy';
  /** The hypothesis' smallest effect of interest, in log odds. */
  readonly smallestEffect: LogOdds;
  /**
   * The balances that the finding itself has of every institution in it, on the side that is said to have more (`source`)
   * and on the other: what scope B rests on where there are too many documents to hold under every way of counting.
   */
  readonly balances?: readonly Balanced[];
};

/** What of a study and its lexicon is needed; `precision` gives a term's where people read passages for it. */
export type Setting = {
  readonly study: Pick<StudyFile, 'contrast' | 'settings'>;
  readonly measured: readonly MeasuredCategory[];
  readonly terms: readonly Term[];
  readonly precision: (term: string) => number | null;
  /** What people coded, where it can correct totals: the passages, and whether they were asked for a code. */
  readonly codings?: {
    readonly passages: readonly Judged[];
    readonly covers: (code: string) => boolean;
    /** Why the finding is no more than inconclusive by them, or cannot be told; null where it can be. */
    readonly bar: CodingBar;
  } | null;
};

/**
 * How the contrast of two poles stands up to other ways of counting, other terms, other documents, random lexicons, and
 * institutions as the sample. Goes through the passages once; everything else is computed from one matrix. The joint test
 * of the curve is still to be drawn.
 */
export function robustness(framings: Iterable<Framing>, asked: Asked, setting: Setting): Undrawn<Robustness> {
  const { study, measured, terms } = setting;
  const codings = codingsFor(asked, setting);
  const { seed, robustness: amounts } = study.settings;
  const { smallestEffect: smallest, balances: told = [], ...named } = asked;
  const draws = { seed, ...amounts };
  const { poles, primary } = polesOf(asked.denominator, measured);
  const claimed = new Set(measured.find(({ code }) => code === asked.numerator)?.categories);
  const termSets = termSetsOf(setting);
  const index = wordIndex();
  const isOwn = ownWords(terms.filter(({ layer }) => layer === 'frame' || layer === 'object'));
  const documents = matrix(framings, {
    claimed,
    poles,
    primary,
    // What is called the source below is the side that is said to have more, so that positive is as claimed.
    source: study.contrast[asked.more],
    termSets: termSets.map((set) => set.terms),
    onWords: index.add,
    most: MOST_DOCUMENTS,
    ...(codings === null ? {} : { judged: { claimed: asked.numerator, passages: codings.passages } }),
  });
  const place = 2 * placeOf(primaryPlace(primary), poles.length);
  const countsOf = (row: Row) => ({ a: row.counts[place] ?? 0, b: row.counts[place + 1] ?? 0 });
  const nothing: Compared = { institutions: [], strata: new Set() };
  const comparedBy = (counts: (row: Row) => { readonly a: number; readonly b: number }) =>
    documents === null || poles.length === 0 ? nothing : compared(documents, counts);
  const common = comparedBy(countsOf);
  const { institutions, strata } = common;
  const uncorrected = contrastOf(sided(institutions));
  const correctedOf = (row: Row) => ({
    a: row.corrected[2 * primary] ?? 0,
    b: row.corrected[2 * primary + 1] ?? 0,
  });
  // What both sides have is another matter once codings have found frames where the lexicon saw none.
  const coded = codings === null ? nothing : comparedBy(correctedOf);
  const corrected = uncorrected === null ? null : contrastOf(sided(coded.institutions));
  const estimate = corrected ?? uncorrected;
  const deciding = corrected === null ? common : coded;
  const own = deciding.institutions.flatMap(({ side, units }) => {
    const theta = thetaOf(units);
    return theta === null ? [] : [{ side, theta }];
  });
  const varied: Primary | null =
    estimate === null || documents === null
      ? null
      : {
          documents,
          compared: deciding,
          countsOf: corrected === null ? countsOf : correctedOf,
          estimate,
          smallest,
          categories: elementaryOf([asked.numerator, asked.denominator], measured),
          categoryOf: new Map(terms.map((term) => [term.id, familyOf(term)])),
          termSets,
          expansion: expansion(documents, common, index, isOwn),
        };
  const changed = varied === null ? [] : variations(varied);
  const specified =
    estimate === null || documents === null
      ? null
      : curve(
          curveData(
            documents,
            institutions,
            strata,
            poles,
            corrected === null || codings === null || !areSame(institutions, coded.institutions)
              ? null
              : { strata: coded.strata, isCoded: (pole) => pole.codes.every(codings.covers) },
          ),
          poles,
          primary,
          draws,
        );
  const influential = changed
    .filter(({ kind, change }) => kind === 'term_out' && change !== null)
    .reduce<Robustness['mostInfluential']>(
      (most, one) => (Math.abs(one.change ?? 0) > Math.abs(most?.change ?? 0) ? one : most),
      null,
    );
  const pole = poles[primary]?.categories ?? new Set<string>();
  const relevant = terms.filter((term) => claimed.has(familyOf(term)) || pole.has(familyOf(term)));
  const isUncorrected = documents === null ? codings === null : corrected === null || codings === null;
  const types = typeTest(
    documents === null ? told : own,
    smallest,
    draws,
    isUncorrected ? 'uncorrected' : (codings?.bar ?? null),
  );
  const alone: Omit<Robustness, 'curve' | 'fragile'> = {
    ...named,
    corrected: corrected !== null,
    documents: sum(institutions.map(({ units }) => units.length)),
    passages: sum(institutions.flatMap(({ units }) => units.map(({ a, b }) => a + b))),
    institutions: institutions.length,
    seed,
    estimate,
    uncorrected,
    reason: documents === null ? 'too_many_documents' : estimate === null ? 'no_contrast' : null,
    typeTest:
      named.more === 'source'
        ? types
        : { ...types, institutions: [types.institutions[1], types.institutions[0]] },
    shrunken: shrunken(institutions).map(placed),
    correctedShrunken: corrected === null ? [] : shrunken(coded.institutions).map(placed),
    variations: changed,
    mostInfluential: influential,
    placebo: placebo(
      uncorrected?.value ?? 0,
      common,
      estimate === null ? [] : matchedTerms(documents ?? [], common, relevant),
      index,
      isOwn,
      draws,
    ),
  };
  return {
    draws: specified?.draws ?? null,
    finish(extremes) {
      const drawn = specified?.finish(extremes) ?? null;
      return {
        ...alone,
        curve: drawn,
        fragile: [
          ...((drawn?.shareSameSign ?? 1) < SAME_SIGN ? (['sign'] as const) : []),
          ...(changed.some(({ kind, changesClass }) => kind === 'term_out' && changesClass)
            ? (['term'] as const)
            : []),
        ],
      };
    },
  };

  /** A share on the side that its institution is of. */
  function placed(share: ShrunkenShare): ShrunkenShare {
    return asked.more === 'source'
      ? share
      : { ...share, side: share.side === 'source' ? 'policy' : 'source' };
  }

  /** The terms of both poles as they stand in the compared passages. */
  function matchedTerms(
    all: readonly DocumentRows[],
    { strata: shared, institutions: within }: Compared,
    own: readonly Term[],
  ): readonly Matched[] {
    const sums = new Map<string, number>();
    const names = new Set(within.map(({ side, name }) => `${side} ${name}`));
    for (const { side, institution, rows } of all) {
      if (!names.has(`${side} ${institution}`)) continue;
      for (const row of rows) {
        if (!shared.has(row.stratum)) continue;
        for (const [term, { a, b }] of row.terms) sums.set(term, (sums.get(term) ?? 0) + Math.max(a, b));
      }
    }
    return own.flatMap((term) => {
      const { id, language } = term;
      const passages = sums.get(id) ?? 0;
      const side = claimed.has(familyOf(term)) ? 'a' : 'b';
      return passages === 0 ? [] : [{ term: id, pole: side, language, passages }];
    });
  }
}

/** Whether the same institutions are compared. */
function areSame(some: Compared['institutions'], others: Compared['institutions']): boolean {
  const names = (all: Compared['institutions']) => JSON.stringify(all.map(({ side, name }) => [side, name]));
  return names(some) === names(others);
}

/** The codings, where both poles were coded. */
function codingsFor({ numerator, denominator }: Asked, { codings }: Setting) {
  return codings?.covers(numerator) && codings.covers(denominator) ? codings : null;
}

/** The category of a term as tags and measured categories name it. */
function familyOf({ theme, category }: Term): string {
  return `${theme}/${category}`;
}

/** Terms that are core by measured precision, and those seen in real text. */
function termSetsOf({ terms, precision }: Setting): readonly TermSet[] {
  const set = (keep: (term: Term) => boolean) => new Set(terms.filter(keep).map(({ id }) => id));
  return [
    { kind: 'core_terms', terms: set(({ id }) => (precision(id) ?? 0) >= CORE) },
    { kind: 'attested_terms', terms: set(({ status }) => status === 'attested') },
  ];
}

/** The parts that some codes consist of, or themselves where they have none. */
function elementaryOf(
  codes: readonly string[],
  measured: readonly MeasuredCategory[],
): readonly MeasuredCategory[] {
  return codes.flatMap((code) => {
    const whole = measured.find((one) => one.code === code);
    if (whole === undefined) return [];
    const parts = measured.filter((one) => isPart(one, whole));
    return parts.length === 0 ? [whole] : parts;
  });
}
