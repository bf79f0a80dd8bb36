import type { WordsReason } from './distinctive.ts';
import { factorWords } from './finding-words.ts';
import type { BeforeAfter, Course, TimeReason } from './trend.ts';

/** Why a statistic over time is not given, as a clause. */
export function timeReasonWords(reason: TimeReason): string {
  switch (reason) {
    case 'no_dates':
      return 'no document with a date';
    case 'no_framed_passages':
      return 'no passage with either frame';
    case 'few_bins':
      return 'fewer than eight years or half-years with documents';
    case 'few_documents_in_bins':
      return 'fewer than six years or half-years with three documents';
    case 'one_frame_alone':
      return 'only one of the two frames occurs on one side of a division';
    case 'no_variance':
      return 'documents do not differ, or too few carry the estimate';
    case 'outside_of_series':
      return 'no documents on one side of the date';
    case 'few_bins_on_a_side':
      return 'fewer than four years or half-years with three documents on each side';
    case 'few_documents_on_a_side':
      return 'a single document on one side';
    case 'no_shared_cells':
      return 'no institution with two documents of one language in both periods';
    case 'beyond_limit':
      return 'only the 60 institutions with the most documents are tested';
    case 'no_draws':
      return 'the settings ask for no relabellings';
    case 'too_many_documents':
      return 'too many documents to permute; at that number any difference would show';
  }
}

/** Why no words tell two sides apart, as a clause. */
export function wordsReasonWords(reason: WordsReason): string {
  switch (reason) {
    case 'no_documents_on_a_side':
      return 'one side has no passage about the object in this language';
    case 'no_word_frequent_enough':
      return 'no word stands in three documents of two institutions';
    case 'too_many_documents':
      return 'too many documents to relabel, so that there is no threshold';
  }
}

/** The beginning of a bin as a reader says it: `2009`, `second half of 2009`. */
export function binLabel(from: number, step: Course['step']): string {
  const year = Math.floor(from);
  if (step === 1) return String(year);
  return from === year ? `first half of ${year}` : `second half of ${year}`;
}

/** A difference of balances as a factor with its interval, the way round that is at least 1. */
export function comparisonWords({ estimate, reason }: Pick<BeforeAfter, 'estimate' | 'reason'>): string {
  if (estimate === null) return `not compared: ${timeReasonWords(reason ?? 'no_variance')}`;
  const { value, lower, upper } = estimate;
  const isRise = value >= 0;
  const [least, most] = isRise ? [lower, upper] : [-upper, -lower];
  const words = factorWords({
    value: factor(Math.abs(value)),
    lower: factor(least),
    upper: factor(most),
  });
  return `${words.value} times ${isRise ? 'higher' : 'lower'} (${words.lower} to ${words.upper})`;
}

/** A p-value as a reader says it: three decimals, or the bound. */
export function pWords(p: number): string {
  return p < 0.001 ? 'p < .001' : `p = ${p.toFixed(3).replace(/^0/, '')}`;
}

/** No eye tells larger factors apart, and none becomes infinite. */
function factor(logarithm: number): number {
  return Math.exp(Math.max(-20, Math.min(20, logarithm)));
}
