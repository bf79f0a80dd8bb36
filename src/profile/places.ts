import type { InstitutionPlaceRow, PlaceRow } from '../model/appendix.ts';
import type { Observation, Place } from '../model/profile.ts';

/** How the object is framed by place in the documents of one voice or institution. */
type Told = Omit<PlaceRow, 'voice'> & { readonly key: string };

/**
 * How the object is framed by place in the documents of each voice, or of each institution: what recitals and objectives
 * say beside what instruments, budgets and passages with implementing actors do. Goes through the observations once.
 */
export function places(observations: Iterable<Observation>): readonly PlaceRow[] {
  return told(observations, 'voice').map(({ key, ...row }) => ({ voice: key, ...row }));
}

/** The same of each institution. */
export function placesOfInstitutions(observations: Iterable<Observation>): readonly InstitutionPlaceRow[] {
  return told(observations, 'institution').map(({ key, ...row }) => ({ institution: key, ...row }));
}

function told(observations: Iterable<Observation>, by: 'voice' | 'institution'): readonly Told[] {
  type Sums = { documents: number; passages: number; presence: Record<string, number> };
  const rows = new Map<string, { key: string; place: Place; last: string; sums: Sums }>();
  for (const observation of observations) {
    const { portrait, document } = observation;
    const speaker = observation[by] ?? '(none)';
    for (const [place, found] of Object.entries(portrait.places)) {
      if (found === undefined) continue;
      const name = `${speaker}\n${place}`;
      const row = rows.get(name) ?? {
        key: speaker,
        place: place as Place,
        last: '',
        sums: { documents: 0, passages: 0, presence: {} },
      };
      rows.set(name, row);
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
    .map(([, { key, place, sums }]) => ({ key, place, ...sums }));
}
