import type { MeasuredCategory } from '../../model/lexicon.ts';
import { type Profile, presenceOf } from '../../model/profile.ts';
import type { KeptResults } from '../../model/results.ts';
import { sideLabel, voiceLabel } from '../../model/words.ts';
import { compareText } from '../../text/compare.ts';
import { shares } from '../figures/shares.ts';
import { drawnFrames, lookOf } from '../frames.ts';
import { counted, percent } from '../numbers.ts';
import type { Column } from '../tables/table.ts';
import { capital, type Drawing, dataOf, type LinkOf, nameOf, uncorrectedShares } from './drawing.ts';
import { type CountedShare, shareColumns } from './shares.ts';

/** Most panels drawn. */
export const panels = 24;

/** An institution as a panel. */
export type InstitutionDrawing = Drawing & { readonly key: string; readonly voice: string | null };

/** The institutions of one side of the contrast, or of neither. */
export type InstitutionGroup = {
  readonly title: string;
  readonly note: string;
  readonly members: readonly InstitutionDrawing[];
};

/** Institutions by their passages about the object, most first. */
export function institutionsOf({ profiles }: Pick<KeptResults, 'profiles'>): readonly Profile[] {
  return profiles
    .filter(({ by }) => by === 'institution')
    .toSorted((a, b) => b.objectPassages - a.objectPassages || compareText(a.key, b.key));
}

/**
 * Institutions as small multiples on one scale, the two sides of the contrast first: those named, or those with the
 * most passages.
 */
export function institutionGroups(
  results: KeptResults,
  linkOf: LinkOf,
  named?: readonly string[],
): readonly InstitutionGroup[] {
  const spoken = institutionsOf(results).filter(({ objectPassages }) => objectPassages > 0);
  const drawn = spoken.slice(0, panels);
  const frames = drawnFrames(results);
  const top = Math.max(0.05, ...drawn.flatMap((one) => frames.map(({ code }) => shareOf(one, code))));
  const voices = voicesOf(results);
  const shown = named === undefined ? drawn : spoken.filter(({ key }) => named.includes(key));
  const { source, policy } = results.study.contrast;
  const voiceOf = (one: Profile) => voices.get(one.key) ?? '';
  const groups = [
    { title: sideLabel({ voices: source }), note: 'where the claim says the frame comes from', of: source },
    { title: sideLabel({ voices: policy }), note: 'where the claim says it goes', of: policy },
    {
      title: 'others',
      note: 'in no contrast',
      of: [...new Set(shown.map(voiceOf))].filter((voice) => ![...source, ...policy].includes(voice)),
    },
  ];
  return groups
    .map(({ title, note, of }) => ({
      title: capital(title),
      note,
      members: shown
        .filter((one) => of.includes(voiceOf(one)))
        .map((one) =>
          panel(one, spoken.indexOf(one), of.length > 1 ? voiceOf(one) : null, frames, top, linkOf),
        ),
    }))
    .filter(({ members }) => members.length > 0);
}

function panel(
  profile: Profile,
  place: number,
  voice: string | null,
  frames: readonly MeasuredCategory[],
  top: number,
  linkOf: LinkOf,
): InstitutionDrawing {
  const rows = frames.map(({ code, label }) => ({
    code,
    label,
    tone: lookOf(code).tone,
    share: shareOf(profile, code),
    presence: presenceOf(profile, code),
    href: linkOf('institution', profile.key, code),
  }));
  const title = profile.key === '(none)' ? 'not known' : profile.key;
  const spoken = voice === null ? '' : `${voice === '' ? 'voice not known' : voiceLabel(voice)}, `;
  const note = `${spoken}${counted(profile.objectPassages, 'passage')}, ${counted(profile.documents, 'document')}`;
  const alternative = `${title}: ${rows.map(({ label, share, presence }) => `${label} ${percent(share)}, ${presence}`).join('; ')}.`;
  const name = nameOf('institution', place, title);
  const columns: readonly Column<CountedShare>[] = [
    { name: 'institution', type: 'text', meaning: 'Institution', value: () => profile.key },
    ...shareColumns(profile.objectPassages),
  ];
  return {
    kind: 'institution',
    key: profile.key,
    voice,
    name,
    title,
    note,
    caption: `Share of the passages about the object with each frame, and their number. A passage may carry several frames or none. ${uncorrectedShares}`,
    alternative,
    svg: shares(rows, top, alternative),
    narrow: null,
    data: dataOf(name, columns, rows),
  };
}

/** The voice of each institution: that of most of its files, the first in alphabetical order among equals. */
export function voicesOf({ ingest }: Pick<KeptResults, 'ingest'>): ReadonlyMap<string, string> {
  const voices = new Map<string, string>();
  for (const [name, rows] of Map.groupBy(ingest, ({ institution }) => institution ?? '(none)')) {
    const tally = [
      ...Map.groupBy(
        rows.flatMap(({ voice }) => voice ?? []),
        (voice) => voice,
      ),
    ];
    const [most] = tally.toSorted((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]));
    if (most !== undefined) voices.set(name, most[0]);
  }
  return voices;
}

function shareOf(profile: Profile, code: string): number {
  return profile.frames.find((frame) => frame.code === code)?.share ?? 0;
}
