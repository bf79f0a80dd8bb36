import { type Finding, fragilities, type OverallFinding } from '../../model/finding.ts';
import { readBy, scope } from './finding-columns.ts';
import { type Column, listed, type Table, table } from './table.ts';

type Way = OverallFinding['ways'][number];
type Row = { readonly finding: OverallFinding; readonly way: Way; readonly part: Way['parts'][number] };

/** One row a part of each way in which a claim as a whole may hold. */
export function waysTable(findings: readonly Finding[]): Table {
  const columns: readonly Column<Row>[] = [
    { name: 'claim', type: 'text', meaning: 'Claim', value: ({ finding }) => finding.claim },
    ...readBy<Row, Finding>([scope], ({ finding }) => finding),
    { name: 'way', type: 'text', meaning: 'Id of the way', value: ({ way }) => way.id },
    { name: 'title', type: 'text', meaning: 'What it says', value: ({ way }) => way.title },
    {
      name: 'way_verdict',
      type: 'text',
      unit: 'SUPPORTED, INCONCLUSIVE, CONTRADICTED',
      meaning: 'Supported only where each of its parts is',
      value: ({ way }) => way.verdict,
    },
    {
      name: 'way_fragile',
      type: 'codes',
      unit: fragilities.join(', '),
      meaning: 'What overturns the parts that decide it',
      value: ({ way }) => listed(way.fragile),
    },
    {
      name: 'hypothesis',
      type: 'text',
      meaning: 'Hypothesis that is a part of it',
      value: ({ part }) => part.hypothesis,
    },
    {
      name: 'verdict',
      type: 'text',
      meaning: 'Verdict on the hypothesis by itself',
      value: ({ part }) => part.verdict,
    },
    {
      name: 'fragile',
      type: 'codes',
      unit: fragilities.join(', '),
      meaning: 'What overturns the hypothesis',
      value: ({ part }) => listed(part.fragile),
    },
    {
      name: 'supports',
      type: 'true or false',
      meaning: 'Whether it supports the way, without adjustment for the family',
      value: ({ part }) => part.supports,
    },
  ];
  const rows = findings.flatMap((finding) =>
    finding.kind === 'overall'
      ? finding.ways.flatMap((way) => way.parts.map((part) => ({ finding, way, part })))
      : [],
  );
  return table('ways', columns, rows);
}
