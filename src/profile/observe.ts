import type { Observation, Totals } from '../model/profile.ts';
import { type Described, periodOf } from '../model/study.ts';

/** Joins a document's totals in one language to what is known of its source. */
export function observe(totals: Totals, source: Described, periodYears: number): Observation {
  const { file, institution, voice, kind, date } = source;
  return { ...totals, file, institution, voice, kind, date, period: periodOf(date, periodYears) };
}
