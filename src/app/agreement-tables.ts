import type { ReportFile } from '../model/results.ts';
import { type Cell, csv } from '../report/csv.ts';
import { fieldsTable } from '../report/tables/fields.ts';
import type { Bounds } from '../stats/proportion.ts';
import type { Agreement, Estimated } from '../validate/agree.ts';
import type { Quality } from '../validate/measure.ts';
import type { Validation } from './agreement.ts';

const statistics = [
  'alpha',
  'alphaWeighted',
  'kappa',
  'ac1',
  'present',
  'absent',
] as const satisfies readonly (keyof Agreement)[];

/** The tables of `titrate agreement`: one row a column and statistic, one a frame and group, one a term, one a field. */
export function agreementTables({
  agreements,
  documents,
  frames,
  terms,
  fields,
}: Validation): readonly ReportFile[] {
  return [
    {
      path: 'agreement.csv',
      content: csv(
        [
          'unit',
          'code',
          'statistic',
          'value',
          'lower',
          'upper',
          'reason',
          'passages',
          'documents',
          'coders',
          'degenerate',
        ],
        [
          ...agreements.map((one) => ({ unit: 'passages', ...one })),
          ...documents.agreements.map((one) => ({ unit: 'documents', ...one })),
        ].flatMap((one) =>
          statistics.map((name): Cell[] => {
            const { value, interval, reason, degenerate }: Estimated = one[name];
            const label = name === 'alphaWeighted' ? 'alpha_weighted' : name;
            return [
              one.unit,
              one.code,
              label,
              value,
              ...ends(interval),
              reason,
              one.passages,
              one.documents,
              one.coders,
              degenerate,
            ];
          }),
        ),
      ),
    },
    { path: 'frames.csv', content: csv(qualityColumns, frames.map(qualityRow)) },
    { path: 'terms.csv', content: csv(qualityColumns, terms.map(qualityRow)) },
    { path: 'fields.csv', content: fieldsTable(fields).content },
  ];
}

const qualityColumns = [
  'code',
  'term',
  'by',
  'key',
  'hits',
  'right',
  'others',
  'missed',
  'precision',
  'precision_lower',
  'precision_upper',
  'recall',
  'recall_lower',
  'recall_upper',
  'recall_reason',
  'recall_bound',
  'f1',
  'f1_lower',
  'f1_upper',
];

function qualityRow(one: Quality): Cell[] {
  return [
    one.code,
    one.term,
    one.by,
    one.key,
    one.hits,
    one.right,
    one.others,
    one.missed,
    one.precision,
    ...ends(one.precisionInterval),
    one.recall,
    ...ends(one.recallInterval),
    one.recallReason,
    one.recallBound,
    one.f1,
    ...ends(one.f1Interval),
  ];
}

function ends(interval: Bounds | null): readonly [Cell, Cell] {
  return interval === null ? [null, null] : [interval.lower, interval.upper];
}
