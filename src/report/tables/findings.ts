import type { Balance, Finding, Gate, Side, Stratum } from '../../model/finding.ts';
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
  { name: 'numerator', type: 'text', meaning: 'Category of the claimed pole', value: (row) => row.numerator },
  {
    name: 'denominator',
    type: 'text',
    meaning: 'Category it is weighed against',
    value: (row) => row.denominator,
  },
];

/** One row a finding. */
export function findingsTable(findings: readonly Finding[]): Table {
  const columns: readonly Column<Finding>[] = [
    ...named,
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
      value: (row) => row.dilution?.value ?? null,
    },
    {
      name: 'dilution_lower',
      type: 'number',
      unit: 'factor',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => row.dilution?.lower ?? null,
    },
    {
      name: 'dilution_upper',
      type: 'number',
      unit: 'factor',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => row.dilution?.upper ?? null,
    },
    {
      name: 'smallest_effect',
      type: 'number',
      unit: 'log odds',
      meaning: 'Smallest effect that matters',
      value: (row) => row.smallestEffect,
    },
    {
      name: 'stratified',
      type: 'number',
      unit: 'log odds',
      meaning: 'Mantel-Haenszel companion over the compared strata',
      value: (row) => row.stratified?.value ?? null,
    },
    {
      name: 'stratified_lower',
      type: 'number',
      unit: 'log odds',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => row.stratified?.lower ?? null,
    },
    {
      name: 'stratified_upper',
      type: 'number',
      unit: 'log odds',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => row.stratified?.upper ?? null,
    },
    {
      name: 'tipping_to_zero',
      type: 'number',
      unit: 'ratio',
      meaning: 'Relative sensitivity of the lexicon on the policy side at which the contrast is 0',
      value: (row) => row.tippingPoint?.toZero ?? null,
    },
    {
      name: 'tipping_to_smallest',
      type: 'number',
      unit: 'ratio',
      meaning: 'The same for the smallest effect that matters',
      value: (row) => row.tippingPoint?.toSmallestEffect ?? null,
    },
    {
      name: 'share_not_compared',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Framed passages in strata that only one side has',
      value: (row) => row.shareNotCompared,
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
  const rows = findings.flatMap((finding) =>
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
  const rows = findings.flatMap((finding) => finding.strata.map((stratum) => ({ finding, stratum })));
  return table('strata', columns, rows);
}

/** The columns that name a finding, read from a row that belongs to one. */
function of<Row>(findingOf: (row: Row) => Finding): readonly Column<Row>[] {
  return named.map((column) => ({ ...column, value: (row) => column.value(findingOf(row)) }));
}
