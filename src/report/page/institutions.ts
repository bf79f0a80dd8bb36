import { uncorrectedShares } from '../drawings/drawing.ts';
import { type InstitutionDrawing, institutionGroups, panels } from '../drawings/institutions.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count } from '../numbers.ts';
import type { Context } from './context.ts';

/** Institutions as small multiples on one scale, the two sides of the contrast first. */
export function institutionsSection(context: Context): Markup {
  const groups = institutionGroups(context.results, context.linkOf);
  const all = context.results.profiles.filter(({ by }) => by === 'institution').length;
  return markup`<section id="institutions">
<h2>Institutions</h2>
${
  groups.length === 0
    ? markup`<p class="empty">No institution has a passage about the object yet.</p>`
    : markup`<p>Of the passages in which an institution speaks of the object, the share with each frame, and their number. A passage may carry several frames or none. All panels have the same scale; every bar leads to its passages. ${uncorrectedShares}${all > panels ? markup` ${count(panels)} of ${count(all)} institutions are drawn, those with the most passages; all are in <code>tables/profiles.csv</code>.` : nothing}</p>`
}
${groups.map(
  ({ title, note, members }) => markup`<h3>${title} <small>${note}</small></h3>
<div class="panels">${members.map((one) => panel(context, one))}</div>`,
)}
</section>`;
}

function panel(context: Context, { key, title, note, svg }: InstitutionDrawing): Markup {
  const anchor = context.codes
    .map(({ code }) => context.anchor('institution', key, code))
    .find((id) => id !== null);
  const name = markup`<bdi>${title}</bdi>`;
  return markup`<figure class="panel"><figcaption>${anchor == null ? name : markup`<a href="#${anchor}">${name}</a>`} <small>${note}</small></figcaption>
${svg}</figure>`;
}
