import type { TableView } from '../../model/api/views.ts';
import type {
  Balance,
  ContrastFinding,
  Estimate,
  Finding,
  Side,
  Stratum,
  ThresholdFinding,
} from '../../model/finding.ts';
import { shareWords } from '../../model/outcome.ts';
import {
  framesCountedWords,
  gateOutcome,
  gateWords,
  inSentence,
  type Labels,
  languageLabel,
  leftOutWords,
  sideLabel,
} from '../../model/words.ts';
import { count, percent, statistic } from '../../report/numbers.ts';
import { logFactor, pText } from '../../report/robustness-lines.ts';
import { columns, evidenceAt, institutionAt, said, told } from './cells.ts';

/** The estimates of a hypothesis and its companions, corrected and uncorrected; null without any. */
export function estimatesTable(findings: readonly Finding[], labels: Labels): TableView | null {
  const rows = findings.flatMap((finding) => {
    if (finding.verdict === 'NOT_TESTABLE') return [];
    const { estimate, uncorrected, corrected, tests } = finding;
    const what =
      'denominator' in finding ? `against ${inSentence(labels(finding.denominator))}` : finding.title;
    const adjusted = tests.claimedAdjusted === null ? null : `${pText(tests.claimedAdjusted)} adjusted`;
    const p = told(tests.claimed, pText, adjusted);
    return [
      ...(estimate === null ? [] : [row(what, corrected ? 'corrected' : 'uncorrected', estimate, p)]),
      ...(corrected && uncorrected !== null ? [row(what, 'uncorrected', uncorrected, said(''))] : []),
      ...(finding.kind === 'contrast' && finding.stratified !== null
        ? [row(what, 'uncorrected, pooled over languages and periods', finding.stratified, said(''))]
        : []),
    ];
  });
  if (rows.length === 0) return null;
  return {
    name: 'estimates',
    caption: 'Estimates',
    columns: columns(
      'contrast',
      'errors of the lexicon',
      '#log odds',
      '#as a factor',
      '#standard error',
      '#p for the claim',
    ),
    rows,
    note: 'Log odds are positive as claimed, with 95 % intervals; p is one-sided.',
  };
}

function row(what: string, how: string, estimate: Estimate, p: TableView['rows'][number][number]) {
  const { value, lower, upper, standardError } = estimate;
  return [
    said(what),
    said(how),
    told(value, statistic, `${statistic(lower)} to ${statistic(upper)}`),
    told(value, logFactor, `${logFactor(lower)} to ${logFactor(upper)}`),
    told(standardError, statistic),
    p,
  ];
}

/** The checks made before the verdict, with what was asked and found; null of a finding without any. */
export function gatesTable({ gates }: Finding): TableView | null {
  if (gates.length === 0) return null;
  return {
    name: 'gates',
    caption: 'Checks made before the verdict',
    columns: columns('check', 'outcome', 'asked', 'found'),
    rows: gates.map((gate) => [
      said(gateWords(gate.gate)),
      said(gateOutcome(gate)),
      said(gate.expected),
      said(gate.found),
    ]),
    note: null,
  };
}

/** What the estimate comes about from: balances and strata, or what each institution contributes. `object` is its code. */
export function groundsTables(finding: Finding, labels: Labels, object: string): TableView[] {
  switch (finding.kind) {
    case 'contrast':
      return [balancesTable(finding, labels, object), ...strataTable(finding, labels)];
    case 'threshold':
      return [partsTable(finding), ...bandTable(finding)].filter(({ rows }) => rows.length > 0);
    case 'minimum':
    case 'paired':
      return [
        {
          name: `figures-${finding.role}`,
          caption: 'Institutions in the order that the claim states',
          columns: columns('institution', '#documents', '#log odds'),
          rows: finding.figures.map(({ institution, documents, value, lower, upper }) => [
            said(institution, institutionAt(institution)),
            told(documents, count),
            told(
              value,
              statistic,
              lower === null || upper === null ? null : `${statistic(lower)} to ${statistic(upper)}`,
            ),
          ]),
          note: null,
        },
      ].filter(({ rows }) => rows.length > 0);
    case 'diversity':
    case 'activities':
      return [
        {
          name: 'described',
          caption: 'Institutions side by side',
          columns: columns('institution', '#documents', ...finding.columns.map((name) => `#${name}`)),
          rows: finding.rows.map(({ institution, documents, values }) => [
            said(institution, institutionAt(institution)),
            told(documents, count),
            ...values.map((value) =>
              told(value, (one) => (Number.isInteger(one) ? count(one) : one.toFixed(2))),
            ),
          ]),
          note: null,
        },
      ].filter(({ rows }) => rows.length > 0);
    case 'overall':
    case 'untested':
      return [];
  }
}

function balancesTable(finding: ContrastFinding, labels: Labels, object: string): TableView {
  const { numerator, denominator, sides, balance } = finding;
  const [own, other] = [inSentence(labels(numerator)), inSentence(labels(denominator))];
  const link = (institution: string, code: string, times: number) =>
    (balance || code === object) && times > 0 ? evidenceAt('institution', institution, code) : null;
  const of = (side: Side, one: Balance) => [
    said(one.institution, institutionAt(one.institution)),
    said(sideLabel(side)),
    told(one.documents, count),
    told(one.passages, count, null, link(one.institution, object, one.passages)),
    told(one.framedDocuments, count),
    told(one.numerator, count, null, link(one.institution, numerator, one.numerator)),
    told(one.denominator, count, null, link(one.institution, denominator, one.denominator)),
    told(one.theta, (theta) => Math.exp(theta).toFixed(2), one.theta === null ? null : statistic(one.theta)),
    told(one.variance, (variance) => statistic(Math.sqrt(variance))),
    said(one.leftOut === null ? 'in' : `out: ${leftOutWords(one.leftOut)}`),
  ];
  return {
    name: `balances-${finding.role}-${denominator}`,
    caption: `The balance of each institution: ${own} for each ${other}`,
    columns: columns(
      'institution',
      'side',
      '#documents',
      '#about the object',
      '#framed documents',
      `#${own}`,
      `#${other}`,
      '#for each (log odds)',
      '#standard error',
      'in the contrast',
    ),
    rows: sides.flatMap((side) => side.institutions.map((one) => of(side, one))),
    note: `${framesCountedWords(finding)}.`,
  };
}

function strataTable(finding: ContrastFinding, labels: Labels): TableView[] {
  const { strata, sides, shareNotCompared, numerator, denominator, role, balance } = finding;
  if (strata.length === 0) return [];
  const link = ({ voices }: Side, { language, period }: Stratum, times: number) =>
    balance && voices.length > 0 && times > 0
      ? evidenceAt('voice', voices.join(','), `${numerator},${denominator}`, { language, period })
      : null;
  return [
    {
      name: `strata-${role}-${denominator}`,
      caption: `Framed passages by language and period, against ${inSentence(labels(denominator))}`,
      columns: columns(
        'language',
        'period',
        `#${sideLabel(sides[0])}`,
        `#${sideLabel(sides[1])}`,
        'compared',
      ),
      rows: strata.map((one) => [
        said(languageLabel(one.language)),
        said(one.period),
        told(one.source, count, null, link(sides[0], one, one.source)),
        told(one.policy, count, null, link(sides[1], one, one.policy)),
        said(one.compared ? 'yes' : 'no'),
      ]),
      note: `Only what both sides have is compared${shareNotCompared === null ? '' : `; ${percent(shareNotCompared)} is not`}. A passage with both frames counts twice here, and stands once among the passages that a number leads to.`,
    },
  ];
}

function partsTable({ parts, unit, having }: ThresholdFinding): TableView {
  return {
    name: 'parts',
    caption: `What each institution contributes: ${unit} ${having}`,
    columns: columns('institution', '#documents', '#of the kind', '#of all', '#share', ''),
    rows: parts.map(({ institution, documents, a, b, share, leftOut }) => [
      said(institution, institutionAt(institution)),
      told(documents, count),
      told(a, (value) => (Number.isInteger(value) ? count(value) : value.toFixed(2))),
      told(a + b, (value) => (Number.isInteger(value) ? count(value) : value.toFixed(2))),
      { ...said(share === null ? '–' : shareWords(share)), value: share?.value ?? null },
      said(leftOut === null ? '' : `left out: ${leftOutWords(leftOut)}`),
    ]),
    note: null,
  };
}

function bandTable({ band }: ThresholdFinding): TableView[] {
  if (band.length === 0) return [];
  return [
    {
      name: 'band',
      caption: 'The interval alone, at other readings of the threshold',
      columns: columns('#threshold', 'says'),
      rows: band.map(({ threshold, verdict }) => [
        { ...said(percent(threshold)), value: threshold },
        said(verdict.toLowerCase().replaceAll('_', ' ')),
      ]),
      note: null,
    },
  ];
}
