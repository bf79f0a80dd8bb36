import type { ContrastFinding, Finding, ThresholdFinding } from '../../model/finding.ts';
import type { Column } from './table.ts';

/** The columns that name a finding. */
export const named: readonly Column<Finding>[] = [
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

/** The columns that name a finding, read from a row that belongs to one. */
export function namedBy<Row>(findingOf: (row: Row) => Finding): readonly Column<Row>[] {
  return named.map((column) => ({ ...column, value: (row) => column.value(findingOf(row)) }));
}
