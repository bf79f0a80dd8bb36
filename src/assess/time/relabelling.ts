import type { TimeTest } from '../../model/trend.ts';
import { jointPermutationTest } from '../../stats/permutation.ts';
import type { Timed } from './bins.ts';

/** Above this many documents nothing is permuted: at that size every difference would show. */
export const MOST_PERMUTED = 20_000;

/** Seed and name of what is drawn, and how many relabellings where there are too many to go through. */
export type Draw = { readonly seed: number; readonly name: string; readonly permutations: number };

/**
 * Permutes the documents of an institution over their dates, within each kind of document, and tells how often each
 * statistic is as large or as far from 0, all by the same relabellings. A statistic gets the place of each document's
 * bin among the bins that have any. Null where the observed order has no value, nothing is drawn, or there are too
 * many documents.
 */
export function permutedOverDates(
  documents: readonly Timed[],
  statistics: readonly ((places: Int32Array) => number | null)[],
  { seed, name, permutations }: Draw,
): readonly (TimeTest | null)[] {
  if (documents.length > MOST_PERMUTED) return statistics.map(() => null);
  const kinds = new Map<string | null, number>();
  for (const { kind } of documents) if (!kinds.has(kind)) kinds.set(kind, kinds.size);
  const tested = jointPermutationTest(
    placesOf(documents),
    documents.map(({ kind }) => kinds.get(kind) ?? 0),
    (places) => statistics.map((statistic) => statistic(places)),
    { seed, name, from: 0, to: permutations },
  );
  return tested.map((found) => {
    if (found === null) return null;
    const { all, exact } = found.twoSided;
    return { p: found.pTwoSided, relabellings: all, exact };
  });
}

/** The place of each document's bin among the bins that have any, from 0, in the order of time. */
export function placesOf(documents: readonly Timed[]): readonly number[] {
  const places = new Map(timesOf(documents).map((time, place) => [time, place]));
  return documents.map(({ time }) => places.get(time) ?? 0);
}

/** The bins with documents, in the order of time. */
export function timesOf(documents: readonly Timed[]): readonly number[] {
  return [...new Set(documents.map(({ time }) => time))].toSorted((a, b) => a - b);
}
