import { distinctions } from '../../stats/logodds.ts';
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
 * `background` holds the compared words and, last, all others. Null without relabellings.
 */
export function threshold(
  matrix: WordMatrix,
  background: readonly number[],
  strength: number,
  draw: { readonly seed: number; readonly name: string },
): { readonly value: number | null; readonly relabellings: number } {
  const totals = countsOf(matrix, () => true, background.length);
  const work = matrix.counts.length + background.length;
  const replicates = Math.max(LEAST, Math.min(MOST, Math.floor(BUDGET / work)));
  const largest: number[] = [];
  const { all } = relabel(
    matrix.labels,
    undefined,
    { most: MOST, replicates: { ...draw, from: 0, to: replicates } },
    (labels) => {
      const first = countsOf(matrix, (document) => labels[document] === 1, background.length);
      const second = totals.map((total, word) => total - (first[word] ?? 0));
      let most = 0;
      for (const found of distinctions(first, second, background, strength).slice(0, -1)) {
        if (found !== null) most = Math.max(most, Math.abs(found.z));
      }
      largest.push(most);
    },
  );
  const sorted = largest.toSorted((a, b) => a - b);
  const place = Math.min(sorted.length, Math.ceil(LEVEL * (sorted.length + 1)));
  return { value: sorted[place - 1] ?? null, relabellings: all };
}

/** Counts of the compared words in some documents, and of all others last. */
export function countsOf(
  { sizes, ends, words, counts }: WordMatrix,
  isIn: (document: number) => boolean,
  length: number,
): number[] {
  const found = new Array<number>(length).fill(0);
  let [all, compared] = [0, 0];
  for (const [document, size] of sizes.entries()) {
    if (!isIn(document)) continue;
    all += size;
    for (let at = ends[document - 1] ?? 0; at < (ends[document] ?? 0); at++) {
      const [word, count] = [words[at] ?? 0, counts[at] ?? 0];
      found[word] = (found[word] ?? 0) + count;
      compared += count;
    }
  }
  found[length - 1] = all - compared;
  return found;
}
