import type { Planted } from '../../model/results.ts';
import { type Column, type Table, table } from './table.ts';

/** One row a contrast of a made-up corpus: what was planted, and what was found. */
export function plantedTable(planted: readonly Planted[]): Table {
  const number = (name: 'planted' | 'uncorrected' | 'recovered', meaning: string): Column<Planted> => ({
    name,
    type: 'number',
    unit: 'log odds',
    meaning,
    value: (row) => row[name],
  });
  const columns: readonly Column<Planted>[] = [
    {
      name: 'numerator',
      type: 'text',
      meaning: 'Code of the claimed pole',
      value: ({ numerator }) => numerator,
    },
    {
      name: 'denominator',
      type: 'text',
      meaning: 'Code that it is weighed against',
      value: ({ denominator }) => denominator,
    },
    number('planted', 'The contrast over the frames that were planted'),
    number('uncorrected', "The lexicon's, where codings corrected the recovered one"),
    number('recovered', 'The contrast as it was found'),
  ];
  return table('planted', columns, planted);
}
