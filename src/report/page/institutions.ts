import type { Profile } from '../../model/profile.ts';
import { sideLabel, voiceLabel } from '../../model/words.ts';
import { shares } from '../figures/shares.ts';
import { drawnFrames, lookOf } from '../frames.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, counted, percent } from '../numbers.ts';
import type { Context } from './context.ts';
import { keyLabel } from './context.ts';

/** Most panels drawn; the table below them has every institution of the page. */
const panels = 24;

/** Institutions as small multiples on one scale, the two sides of the contrast first. */
export function institutionsSection(context: Context): Markup {
  const { results } = context;
  const spoken = context.rows('institution').filter(({ objectPassages }) => objectPassages > 0);
  const drawn = spoken.slice(0, panels);
  const all = results.profiles.filter(({ by }) => by === 'institution').length;
  const frames = drawnFrames(results);
  const top = Math.max(0.05, ...drawn.flatMap((one) => frames.map(({ code }) => shareOf(one, code))));
  const voices = voicesOf(context);
  const { source, policy } = results.study.contrast;
  const voiceOf = (one: Profile) => voices.get(one.key) ?? '';
  const groups = [
    { title: sideLabel({ voices: source }), note: 'where the claim says the frame comes from', of: source },
    { title: sideLabel({ voices: policy }), note: 'where the claim says it goes', of: policy },
    {
      title: 'others',
      note: 'in no contrast',
      of: [...new Set(drawn.map(voiceOf))].filter((voice) => ![...source, ...policy].includes(voice)),
    },
  ].map((group) => ({ ...group, members: drawn.filter((one) => group.of.includes(voiceOf(one))) }));
  return markup`<section id="institutions">
<h2>Institutions</h2>
${
  drawn.length === 0
    ? markup`<p class="empty">No institution has a passage about the object yet.</p>`
    : markup`<p>Of the passages in which an institution speaks of the object, the share with each frame, and their number. A passage may carry several frames or none. All panels have the same scale.${drawn.length < all ? markup` ${count(drawn.length)} of ${count(all)} institutions are drawn, those with the most passages; all are in <code>tables/profiles.csv</code>.` : nothing}</p>`
}
${groups
  .filter(({ members }) => members.length > 0)
  .map(
    ({ title, note, of, members }) => markup`<h3>${capital(title)} <small>${note}</small></h3>
<div class="panels">${members.map((one) => panel(context, one, of.length > 1 ? voiceOf(one) : null, frames, top))}</div>`,
  )}
</section>`;
}

function panel(
  context: Context,
  profile: Profile,
  voice: string | null,
  frames: Context['codes'],
  top: number,
): Markup {
  const rows = frames.map(({ code, label }) => ({
    label,
    tone: lookOf(code).tone,
    share: shareOf(profile, code),
    presence: profile.frames.find((frame) => frame.code === code)?.presence ?? 0,
  }));
  const anchor = context.codes
    .map(({ code }) => context.anchor('institution', profile.key, code))
    .find((id) => id !== null);
  const name = markup`<bdi>${keyLabel('institution', profile.key)}</bdi>`;
  const alternative = `${profile.key}: ${rows.map(({ label, share, presence }) => `${label} ${percent(share)}, ${presence}`).join('; ')}.`;
  return markup`<figure class="panel"><figcaption>${anchor == null ? name : markup`<a href="#${anchor}">${name}</a>`} <small>${voice === null ? '' : `${voice === '' ? 'voice not known' : voiceLabel(voice)}, `}${counted(profile.objectPassages, 'passage')}, ${counted(profile.documents, 'document')}</small></figcaption>
${shares(rows, top, alternative)}</figure>`;
}

/** The voice of each institution: that of most of its files, the first in alphabetical order among equals. */
function voicesOf({ results }: Context): ReadonlyMap<string, string> {
  const voices = new Map<string, string>();
  for (const [name, rows] of Map.groupBy(results.ingest, ({ institution }) => institution ?? '(none)')) {
    const tally = [
      ...Map.groupBy(
        rows.flatMap(({ voice }) => voice ?? []),
        (voice) => voice,
      ),
    ];
    const [most] = tally.toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    if (most !== undefined) voices.set(name, most[0]);
  }
  return voices;
}

function shareOf(profile: Profile, code: string): number {
  return profile.frames.find((frame) => frame.code === code)?.share ?? 0;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
