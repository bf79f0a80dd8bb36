import type { InstitutionPlaceRow, PlaceRow } from '../../model/appendix.ts';
import type { Place } from '../../model/profile.ts';
import type { KeptResults } from '../../model/results.ts';
import { labelsOf } from '../../model/words.ts';
import { shares } from '../figures/shares.ts';
import { drawnFrames, lookOf } from '../frames.ts';
import { counted, percent } from '../numbers.ts';
import type { Column } from '../tables/table.ts';
import { type Drawing, dataOf, nameOf, uncorrectedShares } from './drawing.ts';
import { type CountedShare, shareColumns } from './shares.ts';

/** Places in the order from word to deed. */
export const fromWordToDeed: readonly (readonly [Place, string])[] = [
  ['recital', 'Recitals'],
  ['objective', 'Objectives'],
  ['instrument', 'Instruments'],
  ['budget', 'Budgets'],
  ['implementing', 'Where somebody carries it out'],
];

/** Fewest passages on which anything rests. */
const firm = 20;

/** Rows of places, of voices or of one institution. */
export type PlaceRows = readonly Omit<PlaceRow | InstitutionPlaceRow, 'voice' | 'institution'>[];

/** The largest share that a drawing of these rows has to hold, .05 at least. */
export function largestSaid(results: KeptResults, rows: PlaceRows): number {
  const shares = saidAt(results, rows).flatMap(({ counts }) => counts.map(({ share }) => share));
  return Math.max(0.05, ...shares);
}

/** What rows of places come to together, place by place and frame by frame. */
function saidAt(results: KeptResults, rows: PlaceRows) {
  const frames = drawnFrames(results);
  return fromWordToDeed.map(([place, title]) => {
    const own = rows.filter((row) => row.place === place);
    const passages = own.reduce((sum, row) => sum + row.passages, 0);
    const counts = frames.map(({ code }) => {
      const presence = own.reduce((sum, row) => sum + (row.presence[code] ?? 0), 0);
      return { code, presence, share: passages === 0 ? 0 : presence / passages };
    });
    return { place, title, passages, documents: own.reduce((sum, row) => sum + row.documents, 0), counts };
  });
}

/**
 * How the object is framed where it is spoken of and where something is done, on one scale, which ends at `top`. `missing`
 * names the places without a passage.
 */
export function saidDrawings(
  results: KeptResults,
  rows: PlaceRows,
  linkOf: (place: Place, code: string) => string | null = () => null,
  top = largestSaid(results, rows),
): { readonly drawings: readonly Drawing[]; readonly missing: readonly string[] } {
  const labels = labelsOf(results.categories);
  const places = saidAt(results, rows).map(({ counts, ...at }) => ({
    ...at,
    bars: counts.map((one) => ({
      ...one,
      label: labels(one.code),
      tone: lookOf(one.code).tone,
      href: one.presence === 0 ? null : linkOf(at.place, one.code),
    })),
  }));
  const filled = places.filter(({ passages }) => passages > 0);
  return {
    missing: places.filter(({ passages }) => passages === 0).map(({ title }) => title.toLowerCase()),
    drawings: filled.map(({ place, title, passages, documents, bars }) => {
      const alternative = `${title}: ${bars.map(({ label, share }) => `${label} ${percent(share)}`).join(', ')}`;
      const name = nameOf(
        'said',
        places.findIndex((one) => one.place === place),
        place,
      );
      return {
        kind: 'said',
        name,
        title,
        note: `${counted(passages, 'passage')} in ${counted(documents, 'document')}${passages < firm ? ', too few to rest anything on' : ''}`,
        caption: `Share of the passages about the object there with each frame, and their number. ${uncorrectedShares}`,
        alternative,
        svg: shares(bars, top, alternative),
        narrow: null,
        data: dataOf(name, columnsOf(place, passages), bars),
      };
    }),
  };
}

function columnsOf(place: Place, passages: number): readonly Column<CountedShare>[] {
  return [
    { name: 'place', type: 'text', meaning: 'Place in the documents', value: () => place },
    ...shareColumns(passages, ' there'),
  ];
}
