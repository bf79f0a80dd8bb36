import type { Balance, ContrastFinding, Finding, Gate, Side, Stratum } from '../../model/finding.ts';
import { corrected, namedBy, readBy } from './finding-columns.ts';
import { type Column, type Table, table } from './table.ts';

/** One row a finding and institution. */
export function balancesTable(findings: readonly Finding[]): Table {
  type Row = { readonly finding: Finding; readonly side: Side; readonly balance: Balance };
  const columns: readonly Column<Row>[] = [
    ...namedBy<Row>(({ finding }) => finding),
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
    ...readBy<Row, Finding>([corrected], ({ finding }) => finding),
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
    ...namedBy<Row>(({ finding }) => finding),
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
    ...namedBy<Row>(({ finding }) => finding),
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
