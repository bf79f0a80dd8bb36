import { type FieldQuality, standing } from '../../model/field.ts';
import { type Column, listed, type Table, table } from './table.ts';

/** One row a field of the profile of institutions that people were asked about. */
export function fieldsTable(fields: readonly FieldQuality[]): Table {
  const columns: readonly Column<FieldQuality>[] = [
    {
      name: 'field',
      type: 'text',
      meaning: 'What of the profile: actors by what they do, beneficiaries, objectives, programmes, amounts',
      value: ({ field }) => field,
    },
    {
      name: 'questions',
      type: 'codes',
      meaning: 'Columns of the coding sheets that asked about it',
      value: ({ codes }) => listed(codes),
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Coded passages',
      value: ({ passages }) => passages,
    },
    {
      name: 'seen',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Coded passages in which program or people see something of it',
      value: ({ seen }) => seen,
    },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Documents of these',
      value: ({ documents }) => documents,
    },
    {
      name: 'right',
      type: 'whole number',
      unit: 'answers',
      meaning: 'Seen by program and people',
      value: ({ right }) => right,
    },
    {
      name: 'wrong',
      type: 'whole number',
      unit: 'answers',
      meaning: 'Seen by the program alone',
      value: ({ wrong }) => wrong,
    },
    {
      name: 'missed',
      type: 'whole number',
      unit: 'answers',
      meaning: 'Seen by people alone',
      value: ({ missed }) => missed,
    },
    {
      name: 'precision',
      type: 'number',
      meaning: 'Share of what the program sees that people see, weighed by chances of the draw',
      value: ({ precision }) => precision,
    },
    {
      name: 'recall',
      type: 'number',
      meaning: 'Share of what people see that the program sees, weighed by chances of the draw',
      value: ({ recall }) => recall,
    },
    { name: 'f1', type: 'number', meaning: 'Harmonic mean of both', value: ({ f1 }) => f1 },
    {
      name: 'f1_lower',
      type: 'number',
      meaning: 'Lower end of its 95 % interval, over documents drawn anew',
      value: ({ interval }) => interval?.lower ?? null,
    },
    {
      name: 'f1_upper',
      type: 'number',
      meaning: 'Upper end of it',
      value: ({ interval }) => interval?.upper ?? null,
    },
    {
      name: 'carries',
      type: 'true or false',
      meaning: 'Whether it is read well enough to carry a hypothesis',
      value: (one) => standing(one) === 'good',
    },
    {
      name: 'simulated',
      type: 'true or false',
      meaning: 'Whether a simulation stood for people, as in a made-up study',
      value: ({ isSimulated }) => isSimulated,
    },
  ];
  return table('fields', columns, fields);
}
