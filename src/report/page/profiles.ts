import { type Profile, presenceOf } from '../../model/profile.ts';
import { uncorrectedShares } from '../drawings/drawing.ts';
import type { Listing } from '../gather.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, percent } from '../numbers.ts';
import { type Context, keyLabel } from './context.ts';

const titles: Readonly<Record<Listing, string>> = {
  institution: 'By institution',
  voice: 'By voice',
  period: 'By period',
  language: 'By language',
};

/** The numbers behind the drawings; each count is a link to its passages. */
export function profilesSection(context: Context): Markup {
  const shown = context.codes.filter(({ code }) =>
    context.rows('voice').some((one) => presenceOf(one, code) > 0),
  );
  const never = context.codes.filter((one) => !shown.includes(one));
  return markup`<section id="profiles">
<h2>Profiles</h2>
<p>How many passages about the object carry each category, and what share of them that is. Every count leads to its passages. Rates for every 1,000 words are in <code>tables/profiles.csv</code>. ${uncorrectedShares}${never.length > 0 ? ` In no passage: ${never.map(({ label }) => label).join(', ')}.` : ''}</p>
${(['institution', 'voice', 'period', 'language'] as const).map((by) => profileTable(context, by, shown))}
</section>`;
}

function profileTable(context: Context, by: Listing, codes: Context['codes']): Markup {
  const rows = context.rows(by);
  if (rows.length === 0) return nothing;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${titles[by]}"><table>
<caption>${titles[by]}</caption>
<thead><tr><th scope="col">${by}</th><th scope="col" class="n">documents</th><th scope="col" class="n">words</th><th scope="col" class="n">passages</th><th scope="col" class="n">about the object</th>${codes.map(({ label }) => markup`<th scope="col" class="n">${label}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => markup`<tr><th scope="row"><bdi>${keyLabel(by, row.key)}</bdi></th><td class="n">${count(row.documents)}</td><td class="n">${count(row.words)}</td><td class="n">${count(row.passages)}</td><td class="n">${count(row.objectPassages)}</td>${codes.map(({ code }) => markup`<td class="n">${presence(context, row, by, code)}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}

function presence(context: Context, row: Profile, by: Listing, code: string): Markup {
  const times = presenceOf(row, code);
  const share = row.frames.find((frame) => frame.code === code)?.share ?? null;
  const anchor = context.anchor(by, row.key, code);
  return markup`${anchor === null ? count(times) : markup`<a href="#${anchor}">${count(times)}</a>`} <small>${share === null || times === 0 ? '' : percent(share)}</small>`;
}
