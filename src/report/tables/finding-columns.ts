import type { ContrastFinding, Finding, ThresholdFinding } from '../../model/finding.ts';
import type { Column } from './table.ts';

/** The column that says what a finding is about. */
export const scope: Column<Pick<Finding, 'scope'>> = {
  name: 'scope',
  type: 'text',
  unit: 'A, B',
  meaning: 'A: the named institutions; B: their type',
  value: (row) => row.scope,
};

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
  scope,
];

/** The column that says whether the number of a finding is corrected. */
export const corrected: Column<Finding> = {
  name: 'corrected',
  type: 'true or false',
  meaning: 'Whether human codings corrected the errors of the lexicon',
  value: (row) => row.corrected,
};

/** The column that says what its random draws began with. */
export function seed<Row>(seedOf: (row: Row) => number): Column<Row> {
  return { name: 'seed', type: 'whole number', meaning: 'Seed of every random draw', value: seedOf };
}

/** The columns that say what a number rests on. */
export const resting: readonly Column<Pick<Finding, 'documents' | 'passages' | 'institutions' | 'seed'>>[] = [
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
  seed(({ seed: own }) => own),
];

function poles(row: Finding): ContrastFinding | ThresholdFinding | null {
  return row.kind === 'contrast' || row.kind === 'threshold' ? row : null;
}

/** Columns of a whole, read from a row that belongs to it. */
export function readBy<Row, Whole>(
  columns: readonly Column<Whole>[],
  wholeOf: (row: Row) => Whole,
): readonly Column<Row>[] {
  return columns.map((column) => ({ ...column, value: (row) => column.value(wholeOf(row)) }));
}

/** The columns that name a finding, read from a row that belongs to one. */
export function namedBy<Row>(findingOf: (row: Row) => Finding): readonly Column<Row>[] {
  return readBy(named, findingOf);
}
