import type { Estimate } from '../../model/finding.ts';
import type { Course, TimeReason, TimeResults } from '../../model/trend.ts';
import { type Column, listed, type Table, table } from './table.ts';

/** One statistic of one course, or of one side where two periods are compared. */
type Row = {
  readonly what: string;
  readonly who: string;
  readonly role: string;
  readonly pole: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly from: number | string | null;
  readonly to: number | string | null;
  readonly latest: number | null;
  readonly event: string | null;
  readonly documents: number;
  readonly passages: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly p: number | null;
  readonly relabellings: number | null;
  readonly coincides: readonly string[];
  readonly reason: TimeReason | null;
};

/** One row a statistic: bins, slopes, changes, events and halves of each course, and periods of each side. */
export function timeTable(time: TimeResults, seed: number): Table {
  const columns: readonly Column<Row>[] = [
    {
      name: 'statistic',
      type: 'text',
      unit: 'share, slope, monotone_slope, scan, change, before_after, jump, bend, halves, period',
      meaning: 'What the row holds (docs/method.md 4)',
      value: ({ what }) => what,
    },
    { name: 'institution', type: 'text', meaning: 'Institution; empty for a side', value: ({ who }) => who },
    {
      name: 'side',
      type: 'text',
      unit: 'source, policy, other',
      meaning: 'Side of the contrast',
      value: ({ role }) => role,
    },
    {
      name: 'role',
      type: 'text',
      unit: 'primary, companion',
      meaning: 'Whether the two categories are the poles of the study, or its companion pole',
      value: ({ pole }) => pole,
    },
    { name: 'numerator', type: 'text', meaning: 'Category', value: ({ numerator }) => numerator },
    {
      name: 'denominator',
      type: 'text',
      meaning: 'Category it is weighed against',
      value: ({ denominator }) => denominator,
    },
    {
      name: 'from',
      type: 'text',
      unit: 'years',
      meaning: 'Beginning of the bin, earliest place of the change, or earlier period; .5 is a second half',
      value: ({ from }) => from,
    },
    {
      name: 'to',
      type: 'text',
      unit: 'years',
      meaning: 'First bin of the new level or after the event, or later period',
      value: ({ to }) => to,
    },
    {
      name: 'latest',
      type: 'text',
      unit: 'years',
      meaning: 'Latest place of the change: 90 % of bootstrap replicates lie between it and `from`',
      value: ({ latest }) => latest,
    },
    { name: 'event', type: 'text', meaning: 'Id of the event', value: ({ event }) => event },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Dated documents with a framed passage that it rests on',
      value: ({ documents }) => documents,
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Their framed passages',
      value: ({ passages }) => passages,
    },
    {
      name: 'value',
      type: 'number',
      meaning:
        'The statistic, later less earlier; for a scan the largest likelihood ratio over the dispersion',
      value: ({ value }) => value,
    },
    {
      name: 'lower',
      type: 'number',
      meaning: 'Lower end of its 95 % interval',
      value: ({ lower }) => lower,
    },
    {
      name: 'upper',
      type: 'number',
      meaning: 'Upper end of its 95 % interval',
      value: ({ upper }) => upper,
    },
    { name: 'unit', type: 'text', meaning: 'Unit of the statistic', value: ({ unit }) => unit },
    {
      name: 'p',
      type: 'number',
      meaning:
        'Two-sided p: documents permuted over dates, bins over their order, or rank among placebo dates',
      value: ({ p }) => p,
    },
    {
      name: 'relabellings',
      type: 'whole number',
      meaning: 'How many the p rests on',
      value: ({ relabellings }) => relabellings,
    },
    {
      name: 'coincides',
      type: 'codes',
      meaning: 'Events within the 90 % interval of the place of a change; no causes',
      value: ({ coincides }) => listed(coincides),
    },
    {
      name: 'reason',
      type: 'text',
      meaning: 'Why there is no value, or no p',
      value: ({ reason }) => reason,
    },
    { name: 'seed', type: 'whole number', meaning: 'Seed of every random draw', value: () => seed },
  ];
  return table('time', columns, rowsOf(time));
}

function rowsOf({ courses, periods }: TimeResults): readonly Row[] {
  return [
    ...courses.flatMap(rowsOfCourse),
    ...periods.map(
      (one): Row => ({
        ...blank,
        ...one,
        what: 'period',
        who: '',
        value: one.difference?.value ?? null,
        lower: one.difference?.lower ?? null,
        upper: one.difference?.upper ?? null,
        unit: 'difference of standardised shares',
      }),
    ),
  ];
}

function rowsOfCourse(course: Course): readonly Row[] {
  const { trend, changes, bins, events, halves } = course;
  const base = { ...blank, ...course, who: course.institution, reason: null };
  const logOdds = 'log odds';
  return [
    ...bins.map(
      (bin): Row => ({
        ...base,
        what: 'share',
        from: bin.from,
        documents: bin.documents,
        passages: bin.framed,
        value: bin.share,
        lower: bin.lower,
        upper: bin.upper,
        unit: 'share',
      }),
    ),
    {
      ...base,
      what: 'slope',
      ...numbers(trend.slope),
      unit: 'log odds a year',
      p: trend.test?.p ?? null,
      relabellings: trend.test?.relabellings ?? null,
      reason: trend.reason,
    },
    {
      ...base,
      what: 'monotone_slope',
      value: trend.monotone?.slope ?? null,
      unit: 'log odds a year',
      p: trend.monotone?.p ?? null,
      reason: trend.monotone === null ? trend.reason : null,
    },
    {
      ...base,
      what: 'scan',
      value: changes.likelihoodRatio,
      unit: 'likelihood ratio',
      p: changes.test?.p ?? null,
      relabellings: changes.test?.relabellings ?? null,
      reason: changes.reason,
    },
    ...changes.found.map(
      (one): Row => ({
        ...base,
        what: 'change',
        from: one.earliest,
        to: one.at,
        value: one.shareAfter - one.shareBefore,
        latest: one.latest,
        unit: 'difference of shares',
        p: one.test.p,
        relabellings: one.test.relabellings,
        coincides: one.coincides,
      }),
    ),
    ...events.flatMap(({ event, comparison, series }): readonly Row[] => [
      {
        ...base,
        what: 'before_after',
        event,
        to: comparison.at,
        ...numbers(comparison.estimate),
        unit: logOdds,
        reason: comparison.reason,
      },
      {
        ...base,
        what: 'jump',
        event,
        to: comparison.at,
        ...numbers(series.jump),
        unit: logOdds,
        p: series.p,
        relabellings: series.dates,
        reason: series.reason,
      },
      {
        ...base,
        what: 'bend',
        event,
        to: comparison.at,
        ...numbers(series.bend),
        unit: 'log odds a year',
        reason: series.reason,
      },
    ]),
    {
      ...base,
      what: 'halves',
      to: halves.at,
      ...numbers(halves.estimate),
      unit: logOdds,
      reason: halves.reason,
    },
  ];
}

const blank = {
  from: null,
  to: null,
  latest: null,
  event: null,
  value: null,
  lower: null,
  upper: null,
  p: null,
  relabellings: null,
  coincides: [],
} as const;

function numbers(estimate: Estimate | null) {
  return {
    value: estimate?.value ?? null,
    lower: estimate?.lower ?? null,
    upper: estimate?.upper ?? null,
  };
}
