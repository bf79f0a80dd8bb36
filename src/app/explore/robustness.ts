import type { HypothesisDetail } from '../../model/api/claims.ts';
import type { TableView } from '../../model/api/views.ts';
import { columns, said, told } from '../../model/cells.ts';
import type { Finding } from '../../model/finding.ts';
import type { KeptResults } from '../../model/results.ts';
import type { Robustness, ShrunkenShare, Variation } from '../../model/robustness.ts';
import { type Labels, labelsOf } from '../../model/words.ts';
import { curveDrawing } from '../../report/drawings/curves.ts';
import { count, counted, percent, statistic } from '../../report/numbers.ts';
import {
  attributionWords,
  influenceWords,
  jointWords,
  logFactor,
  placeboWords,
  scopeBWords,
} from '../../report/robustness-lines.ts';
import {
  correctedShares,
  correctedWords,
  curveWords,
  fragileWords,
  robustnessReasonWords,
  unvariedWords,
  variationKindWords,
  variationName,
} from '../../report/robustness-words.ts';
import { sentence } from '../../report/sentence.ts';
import { figureOf, institutionAt } from './cells.ts';

/** Most changes shown: those that move the estimate most. All are in `tables/robustness.csv`. */
const shown = 60;

/** The table of what is changed, one thing at a time. */
const changesName = 'changes';

/** How a contrast stands up to other choices; null of a hypothesis that was not varied. */
export function robustnessView(results: KeptResults, finding: Finding): HypothesisDetail['robustness'] {
  const of = results.robustness.find(
    (one) => one.claim === finding.claim && one.hypothesis === finding.hypothesis,
  );
  if (of === undefined) return null;
  const unvaried = unvariedWords(of);
  if (unvaried !== null) {
    return {
      lines: [sentence(unvaried), scopeBWords(of)].filter((line) => line !== ''),
      figure: null,
      tables: [],
    };
  }
  const labels = labelsOf(results.categories);
  const patternOf = patterns(results);
  const figure = curveDrawing(results, of);
  const lines = [
    curveWords(of),
    fragileWords(of),
    ...influenceWords(of, labels, patternOf),
    ...attributionWords(of),
    jointWords(of),
    placeboWords(of),
    scopeBWords(of),
    `${correctedWords(of)} They rest on ${counted(of.documents, 'document')} of ${counted(of.institutions, 'institution')}.`,
  ];
  return {
    lines: lines.filter((line) => line !== ''),
    figure: figure === null ? null : figureOf(figure, changesName),
    tables: [changesTable(of, labels, patternOf, results), sharesTable(of)].filter(
      ({ rows }) => rows.length > 0,
    ),
  };
}

function patterns({ terms }: KeptResults): (term: string) => string | null {
  const known = new Map(terms.map(({ id, pattern }) => [id, pattern]));
  return (term) => known.get(term) ?? null;
}

function changesTable(
  of: Robustness,
  labels: Labels,
  patternOf: (term: string) => string | null,
  results: KeptResults,
): TableView {
  const rows = of.variations
    .toSorted((one, other) => Math.abs(other.change ?? 99) - Math.abs(one.change ?? 99))
    .slice(0, shown);
  return {
    name: changesName,
    caption: 'One change at a time: what is left out, and what the estimate is then',
    columns: columns(
      'what is changed',
      'which',
      '#times',
      '#95 % interval from',
      '#to',
      '#change in log odds',
      'judged otherwise',
    ),
    rows: rows.map((one) => [
      said(variationKindWords(one.kind)),
      said(variationName(one, labels, patternOf), placeOf(one, results)),
      ...numbersOf(one),
      said(one.changesClass ? 'yes' : 'no'),
    ]),
    note:
      of.variations.length > rows.length
        ? `The ${count(rows.length)} of ${count(of.variations.length)} that move it most; all are in tables/robustness.csv of the report.`
        : null,
  };
}

/** Where what is left out can be looked at; null of a choice that is not about one thing. */
function placeOf({ kind, name }: Variation, { ingest }: KeptResults): string | null {
  switch (kind) {
    case 'term_out':
      return `/search?${new URLSearchParams({ term: name })}`;
    case 'institution_out':
      return institutionAt(name);
    case 'document_out': {
      const document = ingest.find(({ file }) => file === name)?.document ?? null;
      return document === null ? null : `/documents/${encodeURIComponent(document)}`;
    }
    default:
      return null;
  }
}

function numbersOf({ estimate, change, reason }: Variation) {
  if (estimate === null) {
    return [said(robustnessReasonWords(reason ?? 'no_contrast')), said('–'), said('–'), said('–')];
  }
  return [
    told(estimate.value, logFactor),
    told(estimate.lower, logFactor),
    told(estimate.upper, logFactor),
    told(change, statistic),
  ];
}

function sharesTable(of: Robustness): TableView {
  const { shrunken } = of;
  const corrected = correctedShares(of);
  const towards = (row: ShrunkenShare) =>
    told(row.shrunken, percent, `${percent(row.lower)} to ${percent(row.upper)}`);
  return {
    name: 'shrunken',
    caption: "Share of the claimed pole in each institution's framed passages",
    columns: columns(
      'institution',
      'side',
      '#effective passages',
      '#share',
      '#drawn towards the others',
      ...(corrected !== null ? ['#corrected share', '#corrected, drawn towards the others'] : []),
    ),
    rows: shrunken.map((row) => {
      const own = corrected?.(row);
      return [
        said(row.institution, institutionAt(row.institution)),
        said(row.side),
        told(row.effective, (value) => value.toFixed(0)),
        told(row.share, percent),
        towards(row),
        ...(corrected !== null
          ? own === undefined
            ? [said('–'), said('–')]
            : [told(own.share, percent), towards(own)]
          : []),
      ];
    }),
    note: 'As it is, and drawn towards the others as far as the data ask for. For display, not for tests.',
  };
}
