import { halfYearOf } from '../../model/study.ts';
import type { Step, TimeBin, TimeReason } from '../../model/trend.ts';
import { wilson } from '../../stats/proportion.ts';
import { dispersionWithin } from '../../stats/trend.ts';
import type { Counted } from './series.ts';

/** A document at its bin: the beginning of the year or half-year that it falls into. */
export type Timed = { readonly time: number; readonly kind: string | null } & {
  readonly a: number;
  readonly b: number;
};

/** Documents that every half-year with any has to hold before bins are half-years. */
const HALF = 6;

/** Least bins with documents, and least documents in how many of them, before a series is more than two halves. */
const BINS = 8;
const DOCUMENTS = 3;
const FULL_BINS = 6;

/** The beginning of the bin that a date falls into; a date without a month is in the first half of its year. */
export function binOf(date: string, step: Step): number {
  const half = halfYearOf(date);
  return step === 0.5 ? half : Math.floor(half);
}

/** Half-years where all dates tell the month and every half-year with documents has six; years otherwise. */
export function stepOf(documents: readonly Counted[]): Step {
  const halves = new Map<number, number>();
  for (const { date } of documents) {
    if (date === null) continue;
    if (date.length < 7) return 1;
    const bin = binOf(date, 0.5);
    halves.set(bin, (halves.get(bin) ?? 0) + 1);
  }
  return halves.size > 0 && [...halves.values()].every((count) => count >= HALF) ? 0.5 : 1;
}

/** The documents with a date, at their bins, in the order of time and otherwise as they came. */
export function timed(documents: readonly Counted[], step: Step): readonly Timed[] {
  const known = new Map<Counted, Timed | null>();
  return documents
    .flatMap((document) => {
      let found = known.get(document);
      if (found === undefined) {
        const { date, kind, a, b } = document;
        found = date === null ? null : { time: binOf(date, step), kind, a, b };
        known.set(document, found);
      }
      return found ?? [];
    })
    .toSorted((one, other) => one.time - other.time);
}

/** Every bin from the first with documents to the last; those between without any are there and empty. */
export function binsOf(documents: readonly Timed[], step: Step): readonly TimeBin[] {
  const spread = spreadOf(documents);
  const inside = Map.groupBy(documents, ({ time }) => time);
  const times = [...inside.keys()];
  if (times.length === 0) return [];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return Array.from({ length: Math.round((last - first) / step) + 1 }, (_, place) => {
    const from = first + place * step;
    const members = inside.get(from) ?? [];
    const numerator = members.reduce((sum, { a }) => sum + a, 0);
    const framed = members.reduce((sum, { a, b }) => sum + a + b, 0);
    const bounds = framed === 0 ? null : wilson(numerator / spread, framed / spread);
    return {
      from,
      documents: members.length,
      numerator,
      framed,
      share: framed === 0 ? null : numerator / framed,
      lower: bounds?.lower ?? null,
      upper: bounds?.upper ?? null,
    };
  });
}

/** How much more documents vary within bins than chance makes them, at least 1; 1 where no bin has two to compare. */
export function spreadOf(documents: readonly Timed[]): number {
  return (
    dispersionWithin(documents.map(({ time, a, b }) => ({ bin: time, successes: a, total: a + b }))) ?? 1
  );
}

/** Why a series is too thin for trend and changes (docs/method.md 4); null where it is not. */
export function obstacleOf(all: readonly Counted[], bins: readonly TimeBin[]): TimeReason | null {
  if (all.length === 0) return 'no_framed_passages';
  if (bins.length === 0) return 'no_dates';
  const filled = bins.filter(({ documents }) => documents > 0);
  if (filled.length < BINS) return 'few_bins';
  const full = filled.filter(({ documents }) => documents >= DOCUMENTS).length;
  return full < FULL_BINS ? 'few_documents_in_bins' : null;
}
