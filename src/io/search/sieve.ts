import { has } from './numbers.ts';
import type { Shelf } from './shelf.ts';
import type { Passages, Sought } from './sought.ts';

/** What takes passages in the order of their numbers, leaves out those not asked for, and gives them in document order. */
export type Sieve = {
  readonly take: (number: number) => void;
  readonly taken: () => number;
  readonly inOrder: () => Passages;
};

export function createSieve({ places, byNumber }: Shelf, { isPlace, passages }: Sought): Sieve {
  const kept: number[] = [];
  /** Which of `kept` belong to one document, and the files that hold it. */
  const runs: { readonly files: readonly number[]; readonly from: number; to: number }[] = [];
  /** Index in `byNumber` of the document that numbers have come to. */
  let at = 0;
  let files: readonly number[] = [];
  let [first, last] = [0, -1];

  /** Goes on to the document that a number belongs to, or to the next one behind it. */
  function goTo(number: number): void {
    const rangeAt = (index: number) => places[byNumber[index] ?? -1];
    while (at < byNumber.length && (rangeAt(at)?.last ?? 0) < number) at++;
    first = rangeAt(at)?.first ?? Number.MAX_SAFE_INTEGER;
    last = rangeAt(at)?.last ?? Number.MAX_SAFE_INTEGER;
    const same: number[] = [];
    // Files with one content are one document, with the same passages.
    for (let one = at; one < byNumber.length && rangeAt(one)?.first === first; one++) {
      const file = byNumber[one] ?? 0;
      if (isPlace[file]) same.push(file);
    }
    files = same;
    if (files.length > 0) runs.push({ files, from: kept.length, to: kept.length });
  }

  return {
    taken: () => kept.length,
    take(number) {
      // First what leaves most out.
      if (passages !== null && !has(passages, number)) return;
      if (number > last) goTo(number);
      if (number < first || files.length === 0) return;
      kept.push(number);
      const run = runs.at(-1);
      if (run !== undefined) run.to = kept.length;
    },
    inOrder() {
      const ordered = runs
        .flatMap(({ files: all, from, to }) => all.map((place) => ({ place, from, to })))
        .toSorted((a, b) => a.place - b.place);
      const length = ordered.reduce((sum, { from, to }) => sum + to - from, 0);
      const found = { places: new Uint32Array(length), numbers: new Uint32Array(length) };
      let end = 0;
      for (const { place, from, to } of ordered) {
        found.places.fill(place, end, end + to - from);
        for (let one = from; one < to; one++) found.numbers[end++] = kept[one] ?? 0;
      }
      return found;
    },
  };
}
