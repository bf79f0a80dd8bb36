import { type LexiconLanguage, lexiconLanguages } from '../../model/passage.ts';
import type { Evidence } from '../../model/results.ts';
import type { Reader } from './read.ts';

/** What each document of either side says about the object in one language: counts of the compared words. */
export type WordMatrix = {
  /** 1 for a document of the source side, 0 for the policy side; and its words, compared or not. */
  readonly labels: readonly number[];
  readonly sizes: readonly number[];
  /** Words of document `d` stand from `ends[d - 1]` to `ends[d]`. */
  readonly ends: readonly number[];
  readonly words: readonly number[];
  readonly counts: readonly number[];
  /** Institutions that use each word. */
  readonly institutions: readonly number[];
};

/** Most counts held for a language, some 80 MB; a matrix that would have more is null. */
const MOST_COUNTS = 5_000_000;

/** Counts the compared words of each language document by document; `places` says where each stem stands. */
export function matrices(
  passages: Iterable<Evidence>,
  read: Reader,
  places: ReadonlyMap<LexiconLanguage, ReadonlyMap<string, number>>,
  most = MOST_COUNTS,
): ReadonlyMap<LexiconLanguage, WordMatrix | null> {
  const growing = new Map(lexiconLanguages.map((language) => [language, growingMatrix()]));
  let file: string | null = null;
  for (const item of passages) {
    if (item.file !== file) for (const one of growing.values()) close(one, most);
    file = item.file;
    const passage = read(item, true);
    if (passage === null) continue;
    const matrix = growing.get(passage.language);
    const stems = places.get(passage.language);
    if (matrix === undefined || stems === undefined) continue;
    matrix.label = passage.side === 'source' ? 1 : 0;
    matrix.size += passage.words.length;
    for (const { stem, telling } of passage.words) {
      const place = telling ? stems.get(stem) : undefined;
      if (place === undefined) continue;
      matrix.open.set(place, (matrix.open.get(place) ?? 0) + 1);
      const users = matrix.users[place] ?? new Set();
      matrix.users[place] = users.add(item.institution);
    }
  }
  return new Map(
    [...growing].map(([language, matrix]) => {
      close(matrix, most);
      const { labels, sizes, ends, words, counts, users } = matrix;
      const size = places.get(language)?.size ?? 0;
      const institutions = Array.from({ length: size }, (_, place) => users[place]?.size ?? 0);
      return [language, matrix.isFull ? null : { labels, sizes, ends, words, counts, institutions }];
    }),
  );
}

function growingMatrix() {
  return {
    labels: [] as number[],
    sizes: [] as number[],
    ends: [] as number[],
    words: [] as number[],
    counts: [] as number[],
    users: [] as Set<string | null>[],
    open: new Map<number, number>(),
    label: 0,
    size: 0,
    isFull: false,
  };
}

/** Ends the document that is being counted. */
function close(matrix: ReturnType<typeof growingMatrix>, most: number): void {
  if (matrix.size === 0) return;
  if (matrix.counts.length + matrix.open.size > most) matrix.isFull = true;
  if (!matrix.isFull) {
    matrix.labels.push(matrix.label);
    matrix.sizes.push(matrix.size);
    for (const [place, count] of matrix.open) {
      matrix.words.push(place);
      matrix.counts.push(count);
    }
    matrix.ends.push(matrix.counts.length);
  }
  matrix.open.clear();
  matrix.size = 0;
}
