import { fieldLabel } from '../model/field.ts';
import { describe } from '../model/problem.ts';
import type { Bounds } from '../stats/proportion.ts';
import type { Estimated } from '../validate/agree.ts';
import type { Quality } from '../validate/measure.ts';
import type { Validation } from './agreement.ts';
import { counted, type Emphasis } from './overview.ts';

const whyNot: Readonly<Record<NonNullable<Estimated['reason']>, string>> = {
  no_pairs: 'coded by one alone',
  one_category: 'one code for all',
  not_used: 'not used',
};

const bounds: Readonly<Record<NonNullable<Quality['recallReason']>, string>> = {
  no_misses: 'at least',
  no_true_hits: 'at most',
  no_positives: 'none seen',
  too_few_coded: 'too few coded',
};

/** Agreement and the lexicon's quality as the terminal shows them. */
export function agreementLines(validation: Validation, strong: Emphasis): readonly string[] {
  const { agreements, documents, frames, fields, coded, drawn, problems } = validation;
  const paired = Math.max(0, ...agreements.map(({ passages }) => passages));
  return [
    `${counted(coded, 'passage')} of ${drawn} coded, ${paired} by two or more`,
    '',
    strong(row('agreement', ['alpha', 'kappa', 'AC1', 'present', 'absent'])),
    ...agreements.map(({ code, alpha, kappa, ac1, present, absent }) =>
      row(code, [alpha, kappa, ac1, present, absent].map(estimated)),
    ),
    ...(documents.agreements.length === 0
      ? []
      : [
          '',
          `${counted(documents.coded, 'document')} of ${documents.drawn} coded whole`,
          strong(row('agreement by document', ['alpha', 'kappa', 'AC1', 'present', 'absent'])),
        ]),
    ...documents.agreements.map(({ code, alpha, kappa, ac1, present, absent }) =>
      row(code, [alpha, kappa, ac1, present, absent].map(estimated)),
    ),
    ...(frames.length === 0
      ? []
      : ['', strong(row('lexicon', ['precision', 'recall', 'F1', 'hits', 'missed']))]),
    ...frames
      .filter(({ by }) => by === 'all' || by === 'voice' || by === 'language')
      .map((one) => {
        const name = one.by === 'all' ? one.code : `  ${one.code} ${one.key}`;
        return row(name, [
          number(one.precision, one.precisionInterval),
          recall(one),
          number(one.f1, one.f1Interval),
          `${one.right} of ${one.hits}`,
          `${one.missed} of ${one.others}`,
        ]);
      }),
    ...(fields.length === 0
      ? []
      : ['', strong(row('mentions', ['precision', 'recall', 'F1', 'found', 'missed']))]),
    ...fields.map((one) =>
      row(fieldLabel(one.field), [
        number(one.precision, null),
        number(one.recall, null),
        number(one.f1, one.interval),
        `${one.right} of ${one.right + one.wrong}`,
        `${one.missed} of ${one.right + one.missed}`,
      ]),
    ),
    ...(problems.length === 0 ? [] : ['', ...problems.map(describe)]),
  ];
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(28)}${cells.map((cell) => cell.padEnd(20)).join('')}`.trimEnd();
}

function estimated({ value, interval, reason }: Estimated): string {
  return reason === null ? number(value, interval) : whyNot[reason];
}

function recall(one: Quality): string {
  if (one.recallReason === null) return number(one.recall, one.recallInterval);
  const words = bounds[one.recallReason];
  return one.recallBound === null ? words : `${words} ${figures(one.recallBound)}`;
}

function number(value: number | null, interval: Bounds | null): string {
  if (value === null) return '';
  return interval === null
    ? figures(value)
    : `${figures(value)} (${figures(interval.lower)} to ${figures(interval.upper)})`;
}

/** Two decimals without the zero before the point, as statisticians write shares. */
function figures(value: number): string {
  return value.toFixed(2).replace(/^(-?)0\./, '$1.');
}
