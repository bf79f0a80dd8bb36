import type { CellView, TableView } from '../../model/api/views.ts';
import { columns, said, told } from '../../model/cells.ts';
import type { GateId, Measure } from '../../model/claim.ts';
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
import type { KeptResults } from '../../model/results.ts';
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
import { effectTables } from '../../report/effects-lines.ts';
import { count, percent, statistic } from '../../report/numbers.ts';
import { logFactor, pText } from '../../report/robustness-lines.ts';
import { evidenceAt, groundsPlace, hypothesisAt, institutionAt } from './cells.ts';
import { type CountedAt, countedAt, describedAt, measureOf, mentionedAt } from './counted.ts';

/** The estimates of a hypothesis and its companions, corrected and uncorrected; null without any. */
export function estimatesTable(findings: readonly Finding[], labels: Labels): TableView | null {
  const rows = findings.flatMap((finding) => {
    if (finding.verdict === 'NOT_TESTABLE') return [];
    const { estimate, uncorrected, corrected, tests } = finding;
    const what =
      'denominator' in finding ? `against ${inSentence(labels(finding.denominator))}` : finding.title;
    const adjusted = tests.claimedAdjusted === null ? null : `${pText(tests.claimedAdjusted)} adjusted`;
    const p = told(tests.claimed, pText, adjusted);
    const [at, pooledAt] =
      finding.kind === 'contrast'
        ? [balancesName(finding), strataName(finding)].map((name) => `#${name}`)
        : [`#${groundsPlace}`];
    const line = (how: string, one: Estimate, where: string | undefined, test = said('')) =>
      row(what, how, one, test, where ?? null);
    return [
      ...(estimate === null ? [] : [line(corrected ? 'corrected' : 'uncorrected', estimate, at, p)]),
      ...(corrected && uncorrected !== null ? [line('uncorrected', uncorrected, at)] : []),
      ...(finding.kind === 'contrast' && finding.stratified !== null
        ? [line('uncorrected, pooled over languages and periods', finding.stratified, pooledAt)]
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

/** One estimate; it leads to the table of the page that it comes about from. */
function row(what: string, how: string, estimate: Estimate, p: CellView, at: string | null): CellView[] {
  const { value, lower, upper, standardError } = estimate;
  return [
    said(what),
    said(how),
    told(value, statistic, `${statistic(lower)} to ${statistic(upper)}`, at),
    told(value, logFactor, `${logFactor(lower)} to ${logFactor(upper)}`, at),
    told(standardError, statistic),
    p,
  ];
}

/** A finding's contrasts in other measures, a table each. */
export function effectsTables(finding: Finding): TableView[] {
  return effectTables(finding).map(({ of, heads, lines, caption, note }, at) => ({
    name: `effects-${at}`,
    caption: `In other measures${of === null ? '' : `, ${of}`}. ${caption}`,
    columns: columns('measure', ...heads.map((head) => (head === '' ? '#value' : `#${head}`))),
    rows: lines.map(({ measure, numbers }) => [
      said(measure),
      ...numbers.map(({ value, text, interval }) =>
        told(value?.value ?? null, () => text, interval === '–' ? null : interval),
      ),
    ]),
    note: note === '' ? null : note,
  }));
}

/**
 * The checks made before the verdict, with what was asked and found, which leads to where it was counted; null of a finding
 * without any.
 */
export function gatesTable({ gates }: Finding, hasGrounds: boolean): TableView | null {
  if (gates.length === 0) return null;
  return {
    name: 'gates',
    caption: 'Checks made before the verdict',
    columns: columns('check', 'outcome', 'asked', 'found'),
    rows: gates.map((gate) => [
      said(gateWords(gate.gate)),
      said(gateOutcome(gate)),
      said(gate.expected),
      said(gate.found, foundAt(gate.gate, hasGrounds)),
    ]),
    note: null,
  };
}

function foundAt(gate: GateId, hasGrounds: boolean): string | null {
  switch (gate) {
    case 'documents':
    case 'framed_passages':
    case 'overlap':
      return hasGrounds ? `#${groundsPlace}` : null;
    case 'extraction':
    case 'reliability':
    case 'validation':
      return '/coding';
  }
}

/** What the estimate comes about from: balances and strata, or what each institution contributes, each number with its passages. */
export function groundsTables(results: KeptResults, finding: Finding, labels: Labels): TableView[] {
  const measure = measureOf(results, finding);
  const { object } = results.study;
  switch (finding.kind) {
    case 'contrast':
      return [
        balancesTable(finding, labels, object, countedAt(results, measure)),
        ...strataTable(finding, labels, measure, strataCode(finding, measure, object)),
      ];
    case 'threshold':
      return [partsTable(finding, object, countedAt(results, measure)), ...bandTable(finding)].filter(
        ({ rows }) => rows.length > 0,
      );
    case 'minimum':
    case 'paired':
      return [
        {
          name: `figures-${finding.role}`,
          caption: 'Institutions in the order that the claim states',
          columns: columns('institution', '#documents', '#log odds'),
          rows: finding.figures.map(({ institution, documents, value, lower, upper }) => [
            said(institution, institutionAt(institution)),
            told(
              documents,
              count,
              null,
              documents > 0 ? evidenceAt('institution', institution, object) : null,
            ),
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
            ...values.map((value, at) =>
              told(
                value,
                (one) => (Number.isInteger(one) ? count(one) : one.toFixed(2)),
                null,
                documents > 0 && value !== null && value > 0
                  ? describedAt(measure, institution, finding.columns[at] ?? '')
                  : null,
              ),
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

/** Where the balances that a contrast comes about from have their table. */
export function balancesAt({ claims }: Pick<KeptResults, 'claims'>): (finding: ContrastFinding) => string {
  return (finding) =>
    `${hypothesisAt(finding.claim, finding.hypothesis, claims.length < 2)}#${balancesName(finding)}`;
}

function balancesName({ role, denominator }: ContrastFinding): string {
  return `balances-${role}-${denominator}`;
}

function strataName({ role, denominator }: ContrastFinding): string {
  return `strata-${role}-${denominator}`;
}

/** What a finding without another kind to weigh against calls the others. */
const others = 'rest';

function balancesTable(
  finding: ContrastFinding,
  labels: Labels,
  object: string,
  counted: CountedAt,
): TableView {
  const { numerator, denominator, sides, balance } = finding;
  // What is counted of a kind has words of the claim alone; frames have names.
  const isOfKind = denominator === others;
  const [own, other] = isOfKind
    ? ['of the kind', 'others']
    : [inSentence(labels(numerator)), inSentence(labels(denominator))];
  const link = (institution: string, code: string, times: number) => {
    if (times <= 0) return null;
    // A companion weighs other poles than the measure says.
    if (balance || code === object) return evidenceAt('institution', institution, code);
    return counted(institution, code === numerator ? 'of' : 'against');
  };
  const of = (side: Side, one: Balance) => [
    said(one.institution, institutionAt(one.institution)),
    said(sideLabel(side)),
    told(one.documents, count, null, link(one.institution, object, one.passages)),
    told(one.passages, count, null, link(one.institution, object, one.passages)),
    told(
      one.framedDocuments,
      count,
      null,
      one.framedDocuments === 0
        ? null
        : balance
          ? link(one.institution, `${numerator},${denominator}`, one.framedDocuments)
          : counted(one.institution, 'all'),
    ),
    told(one.numerator, count, null, link(one.institution, numerator, one.numerator)),
    told(one.denominator, count, null, link(one.institution, denominator, one.denominator)),
    told(one.theta, (theta) => Math.exp(theta).toFixed(2), one.theta === null ? null : statistic(one.theta)),
    told(one.variance, (variance) => statistic(Math.sqrt(variance))),
    said(one.leftOut === null ? 'in' : `out: ${leftOutWords(one.leftOut)}`),
  ];
  return {
    name: balancesName(finding),
    caption: isOfKind
      ? `The balance of each institution: ${finding.unit} that ${finding.having}, for each other`
      : `The balance of each institution: ${own} for each ${other}`,
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

/** Codes of which one stands in every passage that a stratum counts; null where it counts no passages. */
function strataCode(
  { numerator, denominator, balance }: ContrastFinding,
  measure: Measure | null,
  object: string,
): string | null {
  if (balance || measure?.count === 'mentions') return `${numerator},${denominator}`;
  return measure?.count === 'passages' || measure?.count === 'documents' ? object : null;
}

function strataTable(
  finding: ContrastFinding,
  labels: Labels,
  measure: Measure | null,
  code: string | null,
): TableView[] {
  const { strata, sides, shareNotCompared, denominator } = finding;
  if (strata.length === 0) return [];
  const link = ({ voices }: Side, { language, period }: Stratum, times: number) => {
    if (voices.length === 0 || times <= 0) return null;
    const voice = voices.join(',');
    return code === null
      ? mentionedAt(measure, { voice, language, period }, 'all')
      : evidenceAt('voice', voice, code, { language, period });
  };
  const isNamed = code === null && measure !== null;
  return [
    {
      name: strataName(finding),
      caption: isNamed
        ? 'What is counted, by language and period'
        : `Framed passages by language and period, against ${inSentence(labels(denominator))}`,
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
      note: `Only what both sides have is compared${shareNotCompared === null ? '' : `; ${percent(shareNotCompared)} is not`}.${isNamed ? '' : ' A passage with both frames counts twice here, and stands once among the passages that a number leads to.'}`,
    },
  ];
}

function partsTable(
  { parts, unit, having }: ThresholdFinding,
  object: string,
  counted: CountedAt,
): TableView {
  const amount = (value: number) => (Number.isInteger(value) ? count(value) : value.toFixed(2));
  const link = (institution: string, which: 'of' | 'all', value: number) =>
    value > 0 ? counted(institution, which) : null;
  return {
    name: 'parts',
    caption: `What each institution contributes: ${unit} ${having}`,
    columns: columns('institution', '#documents', '#of the kind', '#of all', '#share', ''),
    rows: parts.map(({ institution, documents, a, b, share, leftOut }) => [
      said(institution, institutionAt(institution)),
      told(documents, count, null, documents > 0 ? evidenceAt('institution', institution, object) : null),
      told(a, amount, null, link(institution, 'of', a)),
      told(a + b, amount, null, link(institution, 'all', a + b)),
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
