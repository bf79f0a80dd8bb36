import type { PlaceRow } from '../model/appendix.ts';
import type { Observation, Place } from '../model/profile.ts';

/**
 * How the object is framed by place in the documents of each voice: what recitals and objectives say beside what
 * instruments, budgets and passages with implementing actors do. Goes through the observations once.
 */
export function places(observations: Iterable<Observation>): readonly PlaceRow[] {
  type Sums = { documents: number; passages: number; presence: Record<string, number> };
  const rows = new Map<string, { voice: string; place: Place; last: string; sums: Sums }>();
  for (const { voice, portrait, document } of observations) {
    for (const [place, found] of Object.entries(portrait.places)) {
      if (found === undefined) continue;
      const key = `${voice ?? '(none)'}\n${place}`;
      const row = rows.get(key) ?? {
        voice: voice ?? '(none)',
        place: place as Place,
        last: '',
        sums: { documents: 0, passages: 0, presence: {} },
      };
      rows.set(key, row);
      // The languages of a document stand together and are one document.
      if (row.last !== document) row.sums.documents += 1;
      row.last = document;
      row.sums.passages += found.passages;
      for (const [code, times] of Object.entries(found.presence))
        row.sums.presence[code] = (row.sums.presence[code] ?? 0) + times;
    }
  }
  return [...rows]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { voice, place, sums }]) => ({
      voice,
      place,
      ...sums,
    }));
}
