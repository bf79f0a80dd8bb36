import { type Grouping, groupKeyOf, type Observation, type Profile } from '../model/profile.ts';
import type { DocumentId } from '../model/units.ts';
import { perThousandWords } from '../model/units.ts';

/** What has been added up under one key. */
type Sums = {
  documents: number;
  last: DocumentId | null;
  passages: number;
  objectPassages: number;
  words: number;
  readonly presence: number[];
  readonly hits: number[];
};

/**
 * The discourse of each document, institution, voice, period or language, sorted by key; a document's
 * key is its file. The languages of a document stand together in the observations and count as one document.
 * `codes` gives the frames and their order. Goes through the observations once and keeps none.
 */
export function profile(
  observations: Iterable<Observation>,
  by: Grouping,
  codes: readonly string[],
): readonly Profile[] {
  const groups = new Map<string, Sums>();
  for (const observation of observations) {
    const key = groupKeyOf(observation, by);
    let sums = groups.get(key);
    if (sums === undefined) {
      sums = nothing(codes.length);
      groups.set(key, sums);
    }
    add(sums, observation, codes);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { documents, passages, objectPassages, words, presence, hits }]) => ({
      by,
      key,
      documents,
      passages,
      objectPassages,
      words,
      frames: codes.map((code, place) => {
        const present = presence[place] ?? 0;
        const hit = hits[place] ?? 0;
        const share = objectPassages > 0 ? present / objectPassages : null;
        return { code, presence: present, share, hits: hit, rate: perThousandWords(hit, words) };
      }),
    }));
}

function nothing(codes: number): Sums {
  const zeros = () => Array.from({ length: codes }, () => 0);
  const sums = { documents: 0, last: null, passages: 0, objectPassages: 0, words: 0 };
  return { ...sums, presence: zeros(), hits: zeros() };
}

function add(sums: Sums, observation: Observation, codes: readonly string[]): void {
  if (sums.last !== observation.document) sums.documents += 1;
  sums.last = observation.document;
  sums.passages += observation.passages;
  sums.objectPassages += observation.objectPassages;
  sums.words += observation.words;
  for (const [place, code] of codes.entries()) {
    sums.presence[place] = (sums.presence[place] ?? 0) + (observation.presence[code] ?? 0);
    sums.hits[place] = (sums.hits[place] ?? 0) + (observation.hits[code] ?? 0);
  }
}
