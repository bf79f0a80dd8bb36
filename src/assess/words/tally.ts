import { type LexiconLanguage, lexiconLanguages } from '../../model/passage.ts';
import type { Evidence } from '../../model/results.ts';
import type { Reader } from './read.ts';

/** How often the words of one stem are said, and by how many. */
export type Count = {
  /** In all passages of the language. */
  background: number;
  /** In passages about the object on either side, and documents there. */
  source: number;
  policy: number;
  documents: number;
  /** The file that was counted last, the first institution, and whether there is another. */
  last: string;
  institution: string | null;
  several: boolean;
  /** The most frequent form, by a count that forgets rare ones. */
  form: string;
  lead: number;
};

/** Counts of one language. */
export type Tally = {
  readonly stems: Map<string, Count>;
  source: number;
  policy: number;
  background: number;
  readonly documents: { source: number; policy: number };
  readonly last: { source: string; policy: string };
  /** The least count that was dropped to stay within bounds; 0 where none was. */
  dropped: number;
};

/** Most stems of a language counted at a time, some 60 MB; beyond, the rarest are dropped and may be counted anew. */
const MOST_STEMS = 300_000;

/** Counts the words of all passages, a language at a time. Passages of one file come one after the other. */
export function tallies(
  passages: Iterable<Evidence>,
  read: Reader,
  most = MOST_STEMS,
): ReadonlyMap<LexiconLanguage, Tally> {
  const made = new Map(lexiconLanguages.map((language) => [language, emptyTally()]));
  for (const item of passages) {
    const passage = read(item, false);
    const tally = passage === null ? undefined : made.get(passage.language);
    if (passage === null || tally === undefined) continue;
    const side = passage.isObject ? passage.side : null;
    const { words } = passage;
    tally.background += words.length;
    if (side !== null) {
      tally[side] += words.length;
      if (tally.last[side] !== item.file) {
        tally.last[side] = item.file;
        tally.documents[side]++;
      }
    }
    for (const { form, stem, telling } of words) {
      if (!telling) continue;
      const count = tally.stems.get(stem) ?? emptyCount(form);
      if (count.background++ === 0) tally.stems.set(stem, count);
      vote(count, form);
      if (side === null) continue;
      count[side]++;
      if (count.last === item.file) continue;
      count.last = item.file;
      count.documents++;
      if (count.documents === 1) count.institution = item.institution;
      else if (count.institution !== item.institution) count.several = true;
    }
    prune(tally, most);
  }
  return made;
}

function prune(tally: Tally, most: number): void {
  for (let least = 1; tally.stems.size > most; least++) {
    for (const [stem, { background }] of tally.stems) if (background <= least) tally.stems.delete(stem);
    tally.dropped = Math.max(tally.dropped, least);
  }
}

/** Majority vote (Boyer and Moore 1991): the form that has most of a stem's words, in the room of one. */
function vote(count: Count, form: string): void {
  if (count.form === form) count.lead++;
  else if (count.lead === 0) {
    count.form = form;
    count.lead = 1;
  } else count.lead--;
}

function emptyCount(form: string): Count {
  return {
    background: 0,
    source: 0,
    policy: 0,
    documents: 0,
    last: '',
    institution: null,
    several: false,
    form,
    lead: 0,
  };
}

function emptyTally(): Tally {
  return {
    stems: new Map(),
    source: 0,
    policy: 0,
    background: 0,
    documents: { source: 0, policy: 0 },
    last: { source: '', policy: '' },
    dropped: 0,
  };
}
