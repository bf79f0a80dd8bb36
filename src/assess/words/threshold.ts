import { largestZ } from '../../stats/logodds.ts';
import { relabel } from '../../stats/relabel.ts';
import type { WordMatrix } from './matrix.ts';

/** Relabellings at most and at least, and the sums that all of them together may take. */
const MOST = 999;
const LEAST = 199;
const BUDGET = 100_000_000;

/** Share of relabellings that stay at or below the threshold. */
const LEVEL = 0.95;

/**
 * The |z| that the most distinctive word of one relabelling of documents in twenty exceeds: documents change sides, so
 * that a word which one long document repeats is no find, and the search through many words is paid for.
 * `background` holds the compared words and, last, all others, in which nothing is found of its own. Null without
 * relabellings.
 */
export function threshold(
  matrix: WordMatrix,
  background: readonly number[],
  strength: number,
  draw: { readonly seed: number; readonly name: string },
): { readonly value: number | null; readonly relabellings: number } {
  const totals = countsOf(matrix, null, new Float64Array(background.length));
  const all = background.reduce((sum, count) => sum + count, 0);
  const priors = Float64Array.from(background, (count) => (strength * count) / all);
  const first = new Float64Array(background.length);
  const work = matrix.counts.length + background.length;
  const replicates = Math.max(LEAST, Math.min(MOST, Math.floor(BUDGET / work)));
  const largest: number[] = [];
  const { all: relabellings } = relabel(
    matrix.labels,
    undefined,
    { most: MOST, replicates: { ...draw, from: 0, to: replicates } },
    (labels) => {
      largest.push(largestZ(countsOf(matrix, labels, first), totals, priors));
    },
  );
  const sorted = largest.toSorted((a, b) => a - b);
  const place = Math.min(sorted.length, Math.ceil(LEVEL * (sorted.length + 1)));
  return { value: sorted[place - 1] ?? null, relabellings };
}

/** Counts of the compared words in the documents labelled 1, or in all, and of all other words last. */
function countsOf(
  { sizes, ends, words, counts }: WordMatrix,
  labels: Int32Array | null,
  into: Float64Array,
): Float64Array {
  into.fill(0);
  let [all, compared] = [0, 0];
  for (let document = 0; document < sizes.length; document++) {
    if (labels !== null && labels[document] !== 1) continue;
    all += sizes[document] ?? 0;
    const end = ends[document] ?? 0;
    for (let at = document === 0 ? 0 : (ends[document - 1] ?? 0); at < end; at++) {
      const [word, count] = [words[at] ?? 0, counts[at] ?? 0];
      into[word] = (into[word] ?? 0) + count;
      compared += count;
    }
  }
  into[into.length - 1] = all - compared;
  return into;
}
