import type { Finding } from '../../model/finding.ts';
import { corrected, namedBy, readBy } from './finding-columns.ts';
import { type Column, type Table, table } from './table.ts';

/** One number of one institution under a finding that is no balance of framings. */
type Row = {
  readonly finding: Finding;
  readonly institution: string;
  readonly what: string;
  readonly documents: number | null;
  readonly ofKind: number | null;
  readonly ofAll: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly leftOut: string | null;
};

/** One row a finding, institution and number: shares against a threshold, orders, pairs and descriptions. */
export function institutionsTable(findings: readonly Finding[]): Table {
  const number = (name: string, meaning: string, value: (row: Row) => number | null): Column<Row> => ({
    name,
    type: 'number',
    meaning,
    value,
  });
  const columns: readonly Column<Row>[] = [
    ...namedBy<Row>(({ finding }) => finding),
    { name: 'institution', type: 'text', meaning: 'Institution', value: ({ institution }) => institution },
    {
      name: 'what',
      type: 'text',
      unit: 'share (0 to 1), log_odds, contrast (log odds), or the column of a description',
      meaning: 'Which number',
      value: ({ what }) => what,
    },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Documents it rests on',
      value: ({ documents }) => documents,
    },
    number('of_kind', 'Units that are as the claim says; not whole where corrected', ({ ofKind }) => ofKind),
    number('of_all', 'Units that the share is of', ({ ofAll }) => ofAll),
    number('value', 'The number', ({ value }) => value),
    number('lower', 'Lower end of its 95 % interval', ({ lower }) => lower),
    number('upper', 'Upper end of its 95 % interval', ({ upper }) => upper),
    {
      name: 'left_out',
      type: 'text',
      unit: 'one_document, no_framed_passage, no_common_support',
      meaning: 'Why it is not in the finding',
      value: ({ leftOut }) => leftOut,
    },
    ...readBy<Row, Finding>([corrected], ({ finding }) => finding),
  ];
  return table('institutions', columns, findings.flatMap(rowsOf));
}

const nothing = { documents: null, ofKind: null, ofAll: null, lower: null, upper: null, leftOut: null };

function rowsOf(finding: Finding): readonly Row[] {
  switch (finding.kind) {
    case 'threshold':
      return finding.parts.map(({ institution, documents, a, b, share, leftOut }) => ({
        finding,
        institution,
        what: 'share',
        documents,
        ofKind: a,
        ofAll: a + b,
        value: share?.value ?? null,
        lower: share?.lower ?? null,
        upper: share?.upper ?? null,
        leftOut,
      }));
    case 'minimum':
    case 'paired':
      return [
        ...finding.figures.map((figure) => ({ ...nothing, finding, what: 'log_odds', ...figure })),
        ...finding.contrasts.map(({ institution, estimate: { value, lower, upper } }) => ({
          ...nothing,
          finding,
          institution,
          what: 'contrast',
          value,
          lower,
          upper,
        })),
      ];
    case 'diversity':
    case 'activities':
    case 'untested':
      return finding.rows.flatMap(({ institution, documents, values }) =>
        finding.columns.map((what, at) => ({
          ...nothing,
          finding,
          institution,
          what,
          documents,
          value: values[at] ?? null,
        })),
      );
    case 'contrast':
    case 'overall':
      return [];
  }
}
