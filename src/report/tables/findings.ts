import type {
  Balance,
  ContrastFinding,
  Finding,
  Gate,
  Side,
  Stratum,
  ThresholdFinding,
} from '../../model/finding.ts';
import { type Column, listed, type Table, table } from './table.ts';

const named: readonly Column<Finding>[] = [
  { name: 'claim', type: 'text', meaning: 'Claim', value: (row) => row.claim },
  { name: 'hypothesis', type: 'text', meaning: 'Hypothesis of the claim', value: (row) => row.hypothesis },
  {
    name: 'role',
    type: 'text',
    unit: 'primary, companion',
    meaning: 'Whether the verdict on the claim rests on it',
    value: (row) => row.role,
  },
  {
    name: 'numerator',
    type: 'text',
    meaning: 'What the claim is about: category of the claimed pole, or classes',
    value: (row) => poles(row)?.numerator ?? null,
  },
  {
    name: 'denominator',
    type: 'text',
    meaning: 'What it is weighed against; rest for all others',
    value: (row) => poles(row)?.denominator ?? null,
  },
];

function poles(row: Finding): ContrastFinding | ThresholdFinding | null {
  return row.kind === 'contrast' || row.kind === 'threshold' ? row : null;
}

function contrast(row: Finding): ContrastFinding | null {
  return row.kind === 'contrast' ? row : null;
}

function threshold(row: Finding): ThresholdFinding | null {
  return row.kind === 'threshold' ? row : null;
}

/** One row a finding. */
export function findingsTable(findings: readonly Finding[]): Table {
  const columns: readonly Column<Finding>[] = [
    ...named,
    {
      name: 'kind',
      type: 'text',
      unit: 'contrast, threshold, minimum, paired, diversity, activities, untested, overall',
      meaning: 'How it is tested',
      value: (row) => row.kind,
    },
    {
      name: 'family',
      type: 'text',
      unit: 'primary, secondary',
      meaning: 'Whether its p-values are adjusted with those of its claim',
      value: (row) => row.family,
    },
    {
      name: 'scope',
      type: 'text',
      unit: 'A, B',
      meaning: 'A: the named institutions; B: their type',
      value: (row) => row.scope,
    },
    { name: 'verdict', type: 'text', meaning: 'Verdict', value: (row) => row.verdict },
    {
      name: 'reasons',
      type: 'codes',
      meaning: 'Why the verdict is not more than it is',
      value: (row) => listed(row.reasons),
    },
    {
      name: 'interval_verdict',
      type: 'text',
      meaning: 'What the interval alone would say, were the lexicon without error',
      value: (row) => row.intervalVerdict,
    },
    {
      name: 'corrected',
      type: 'true or false',
      meaning: 'Whether human codings corrected the errors of the lexicon',
      value: (row) => row.corrected,
    },
    {
      name: 'estimate',
      type: 'number',
      unit: 'log odds',
      meaning: 'Contrast, positive as claimed',
      value: (row) => row.estimate?.value ?? null,
    },
    {
      name: 'lower',
      type: 'number',
      unit: 'log odds',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => row.estimate?.lower ?? null,
    },
    {
      name: 'upper',
      type: 'number',
      unit: 'log odds',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => row.estimate?.upper ?? null,
    },
    {
      name: 'standard_error',
      type: 'number',
      unit: 'log odds',
      meaning: 'Its standard error',
      value: (row) => row.estimate?.standardError ?? null,
    },
    {
      name: 'degrees_of_freedom',
      type: 'number',
      meaning: 'Its degrees of freedom',
      value: (row) => row.estimate?.degreesOfFreedom ?? null,
    },
    {
      name: 'dilution',
      type: 'number',
      unit: 'factor',
      meaning: 'Exponential of the estimate',
      value: (row) => contrast(row)?.dilution?.value ?? null,
    },
    {
      name: 'dilution_lower',
      type: 'number',
      unit: 'factor',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => contrast(row)?.dilution?.lower ?? null,
    },
    {
      name: 'dilution_upper',
      type: 'number',
      unit: 'factor',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => contrast(row)?.dilution?.upper ?? null,
    },
    {
      name: 'smallest_effect',
      type: 'number',
      unit: 'log odds',
      meaning: 'Smallest effect that matters',
      value: (row) => ('smallestEffect' in row ? row.smallestEffect : null),
    },
    {
      name: 'stratified',
      type: 'number',
      unit: 'log odds',
      meaning: 'Mantel-Haenszel companion over the compared strata',
      value: (row) => contrast(row)?.stratified?.value ?? null,
    },
    {
      name: 'stratified_lower',
      type: 'number',
      unit: 'log odds',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => contrast(row)?.stratified?.lower ?? null,
    },
    {
      name: 'stratified_upper',
      type: 'number',
      unit: 'log odds',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => contrast(row)?.stratified?.upper ?? null,
    },
    {
      name: 'tipping_to_zero',
      type: 'number',
      unit: 'ratio',
      meaning: 'Relative sensitivity of the lexicon on the policy side at which the contrast is 0',
      value: (row) => contrast(row)?.tippingPoint?.toZero ?? null,
    },
    {
      name: 'tipping_to_smallest',
      type: 'number',
      unit: 'ratio',
      meaning: 'The same for the smallest effect that matters',
      value: (row) => contrast(row)?.tippingPoint?.toSmallestEffect ?? null,
    },
    {
      name: 'share_not_compared',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Framed passages in strata that only one side has',
      value: (row) => contrast(row)?.shareNotCompared ?? null,
    },
    {
      name: 'share',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Share that a threshold is about',
      value: (row) => threshold(row)?.share?.value ?? null,
    },
    {
      name: 'share_lower',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => threshold(row)?.share?.lower ?? null,
    },
    {
      name: 'share_upper',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => threshold(row)?.share?.upper ?? null,
    },
    {
      name: 'share_of',
      type: 'number',
      unit: 'units',
      meaning: 'What the share is of: units counted',
      value: (row) => threshold(row)?.share?.n ?? null,
    },
    {
      name: 'threshold',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Share that the claim asks for',
      value: (row) => threshold(row)?.threshold ?? null,
    },
    {
      name: 'direction',
      type: 'text',
      unit: 'above, below',
      meaning: 'Which side of the threshold the claim expects',
      value: (row) => threshold(row)?.direction ?? null,
    },
    {
      name: 'uncorrected',
      type: 'number',
      unit: 'log odds',
      meaning: 'The estimate without correction',
      value: (row) => row.uncorrected?.value ?? null,
    },
    {
      name: 'uncorrected_lower',
      type: 'number',
      unit: 'log odds',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => row.uncorrected?.lower ?? null,
    },
    {
      name: 'uncorrected_upper',
      type: 'number',
      unit: 'log odds',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => row.uncorrected?.upper ?? null,
    },
    {
      name: 'p_claimed',
      type: 'number',
      unit: 'one-sided',
      meaning: 'p of no effect, or of the threshold',
      value: (row) => row.tests.claimed,
    },
    {
      name: 'p_claimed_holm',
      type: 'number',
      unit: 'one-sided',
      meaning: 'The same adjusted over the family of the claim',
      value: (row) => row.tests.claimedAdjusted,
    },
    {
      name: 'p_against',
      type: 'number',
      unit: 'one-sided',
      meaning: 'p of the smallest effect that matters, or of the threshold from the other side',
      value: (row) => row.tests.against,
    },
    {
      name: 'p_against_holm',
      type: 'number',
      unit: 'one-sided',
      meaning: 'The same adjusted over the family of the claim',
      value: (row) => row.tests.againstAdjusted,
    },
    {
      name: 'detectable',
      type: 'number',
      unit: 'log odds',
      meaning: 'Smallest true effect found in 80 of 100 studies with this standard error',
      value: (row) => row.detectable,
    },
    {
      name: 'needed',
      type: 'whole number',
      unit: 'units',
      meaning: 'Units of the same share that would decide a threshold; empty where none would',
      value: (row) => threshold(row)?.needed ?? null,
    },
    {
      name: 'warnings',
      type: 'codes',
      meaning: 'What to read it with',
      value: (row) => listed(row.warnings),
    },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Documents it rests on',
      value: (row) => row.documents,
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Object passages it rests on',
      value: (row) => row.passages,
    },
    {
      name: 'institutions',
      type: 'whole number',
      unit: 'institutions',
      meaning: 'Institutions it rests on',
      value: (row) => row.institutions,
    },
    { name: 'seed', type: 'whole number', meaning: 'Seed of every random draw', value: (row) => row.seed },
  ];
  return table('findings', columns, findings);
}

/** One row a finding and institution. */
export function balancesTable(findings: readonly Finding[]): Table {
  type Row = { readonly finding: Finding; readonly side: Side; readonly balance: Balance };
  const columns: readonly Column<Row>[] = [
    ...of<Row>(({ finding }) => finding),
    {
      name: 'side',
      type: 'text',
      unit: 'source, policy',
      meaning: 'Side of the contrast',
      value: ({ side }) => side.role,
    },
    {
      name: 'institution',
      type: 'text',
      meaning: 'Institution',
      value: ({ balance }) => balance.institution,
    },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'All its documents',
      value: ({ balance }) => balance.documents,
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Its passages about the object',
      value: ({ balance }) => balance.passages,
    },
    {
      name: 'framed_documents',
      type: 'whole number',
      unit: 'documents',
      meaning:
        'Documents with a framed passage in the compared strata: what the jackknife leaves out in turn',
      value: ({ balance }) => balance.framedDocuments,
    },
    {
      name: 'numerator_passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Of these, with the category of the numerator, in the compared strata',
      value: ({ balance }) => balance.numerator,
    },
    {
      name: 'denominator_passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Of these, with the category of the denominator, in the compared strata',
      value: ({ balance }) => balance.denominator,
    },
    {
      name: 'theta',
      type: 'number',
      unit: 'log odds',
      meaning: 'Balance: ln((numerator + 1/2) / (denominator + 1/2))',
      value: ({ balance }) => balance.theta,
    },
    {
      name: 'variance',
      type: 'number',
      unit: 'squared log odds',
      meaning: 'Its jackknife variance, documents left out in turn',
      value: ({ balance }) => balance.variance,
    },
    {
      name: 'left_out',
      type: 'text',
      meaning: 'Why it is not in the contrast; empty if it is',
      value: ({ balance }) => balance.leftOut,
    },
  ];
  const rows = findings
    .filter(isContrast)
    .flatMap((finding) =>
      finding.sides.flatMap((side) => side.institutions.map((balance) => ({ finding, side, balance }))),
    );
  return table('balances', columns, rows);
}

/** One row a finding and gate. */
export function gatesTable(findings: readonly Finding[]): Table {
  type Row = { readonly finding: Finding; readonly gate: Gate };
  const columns: readonly Column<Row>[] = [
    ...of<Row>(({ finding }) => finding),
    { name: 'gate', type: 'text', meaning: 'Check made before a verdict', value: ({ gate }) => gate.gate },
    {
      name: 'passed',
      type: 'true or false',
      meaning: 'Empty where there was nothing to check',
      value: ({ gate }) => gate.passed,
    },
    { name: 'expected', type: 'text', meaning: 'What it asks for', value: ({ gate }) => gate.expected },
    { name: 'found', type: 'text', meaning: 'What it found', value: ({ gate }) => gate.found },
    {
      name: 'reason',
      type: 'text',
      meaning: 'Reason it gives for a verdict; empty if none',
      value: ({ gate }) => gate.reason,
    },
  ];
  const rows = findings.flatMap((finding) => finding.gates.map((gate) => ({ finding, gate })));
  return table('gates', columns, rows);
}

/** One row a finding, language and period. */
export function strataTable(findings: readonly Finding[]): Table {
  type Row = { readonly finding: Finding; readonly stratum: Stratum };
  const columns: readonly Column<Row>[] = [
    ...of<Row>(({ finding }) => finding),
    {
      name: 'language',
      type: 'text',
      meaning: 'Language of the passages',
      value: ({ stratum }) => stratum.language,
    },
    { name: 'period', type: 'text', meaning: 'Period', value: ({ stratum }) => stratum.period },
    {
      name: 'source',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Framed passages of the source side',
      value: ({ stratum }) => stratum.source,
    },
    {
      name: 'policy',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Framed passages of the policy side',
      value: ({ stratum }) => stratum.policy,
    },
    {
      name: 'compared',
      type: 'true or false',
      meaning: 'Whether both sides have some, so that they are compared',
      value: ({ stratum }) => stratum.compared,
    },
  ];
  const rows = findings
    .filter(isContrast)
    .flatMap((finding) => finding.strata.map((stratum) => ({ finding, stratum })));
  return table('strata', columns, rows);
}

function isContrast(finding: Finding): finding is ContrastFinding {
  return finding.kind === 'contrast';
}

/** The columns that name a finding, read from a row that belongs to one. */
function of<Row>(findingOf: (row: Row) => Finding): readonly Column<Row>[] {
  return named.map((column) => ({ ...column, value: (row) => column.value(findingOf(row)) }));
}
