import type { Finding, Share } from '../../model/finding.ts';
import { corrected, namedBy, readBy, resting } from './finding-columns.ts';
import { type Column, type Table, table } from './table.ts';

/** What an interval would say, read otherwise. */
type Row = {
  readonly finding: Finding;
  readonly reading: 'threshold' | 'actors' | 'smallest_effect';
  readonly id: string | null;
  readonly title: string | null;
  readonly threshold: number | null;
  readonly smallestEffect: number | null;
  readonly share: Share | null;
  readonly verdict: string | null;
};

/**
 * One row a reading: other thresholds for the same word of the claim (the band), other actors that count, and other smallest
 * effects.
 */
export function readingsTable(findings: readonly Finding[]): Table {
  const share = (
    name: string,
    type: 'number' | 'whole number',
    unit: string,
    meaning: string,
    value: (share: Share) => number,
  ): Column<Row> => ({
    name,
    type,
    unit,
    meaning,
    value: ({ share: own }) => (own === null ? null : value(own)),
  });
  const columns: readonly Column<Row>[] = [
    ...namedBy<Row>(({ finding }) => finding),
    {
      name: 'reading',
      type: 'text',
      unit: 'threshold, actors, smallest_effect',
      meaning: 'What is read otherwise',
      value: ({ reading }) => reading,
    },
    { name: 'id', type: 'text', meaning: 'Id of the reading of actors', value: ({ id }) => id },
    { name: 'title', type: 'text', meaning: 'What it says', value: ({ title }) => title },
    {
      name: 'threshold',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Share that is asked for',
      value: ({ threshold }) => threshold,
    },
    {
      name: 'smallest_effect',
      type: 'number',
      unit: 'log odds',
      meaning: 'Smallest effect that matters',
      value: ({ smallestEffect }) => smallestEffect,
    },
    share('of_kind', 'number', 'units', 'Units that are as the claim says', ({ x }) => x),
    share('of_all', 'number', 'units', 'Units that the share is of', ({ n }) => n),
    share('share', 'number', '0 to 1', 'The share; empty where nobody is left', ({ value }) => value),
    share('lower', 'number', '0 to 1', 'Lower end of its 95 % interval', ({ lower }) => lower),
    share('upper', 'number', '0 to 1', 'Upper end of its 95 % interval', ({ upper }) => upper),
    {
      name: 'interval_verdict',
      type: 'text',
      meaning: 'What the interval alone would say',
      value: ({ verdict }) => verdict,
    },
    ...readBy<Row, Finding>([corrected, ...resting], ({ finding }) => finding),
  ];
  return table('readings', columns, findings.flatMap(rowsOf));
}

function rowsOf(finding: Finding): readonly Row[] {
  if ('otherEffects' in finding)
    return finding.otherEffects.map((one) => ({
      finding,
      reading: 'smallest_effect' as const,
      id: null,
      title: null,
      threshold: null,
      share: null,
      ...one,
    }));
  if (finding.kind !== 'threshold') return [];
  const { threshold, share, band, variants } = finding;
  return [
    ...band.map((one) => ({
      finding,
      reading: 'threshold' as const,
      id: null,
      title: null,
      threshold: one.threshold,
      smallestEffect: null,
      share,
      verdict: one.verdict,
    })),
    ...variants.map((one) => ({
      finding,
      reading: 'actors' as const,
      threshold,
      smallestEffect: null,
      ...one,
    })),
  ];
}
