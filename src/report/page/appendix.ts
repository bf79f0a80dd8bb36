import {
  type AppendixColumn,
  type AppendixItem,
  type AppendixRow,
  appendixColumns,
} from '../../model/appendix.ts';
import { fieldSentence } from '../../model/field.ts';
import { sideLabel } from '../../model/words.ts';
import { uncorrectedShares } from '../drawings/drawing.ts';
import { saidDrawings } from '../drawings/said.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { measureParts } from '../measure-lines.ts';
import { count, counted } from '../numbers.ts';
import { sentence } from '../sentence.ts';
import type { Context } from './context.ts';

/** Most things shown in a cell, most institutions, and most characters of one thing; all are in the table. */
const shown = 3;
const institutionsShown = 20;
const longest = 90;

/** What the columns are called. */
export const appendixHeads: Readonly<Record<AppendixColumn, string>> = {
  channels: 'channels',
  money: 'financial resources',
  objectives: 'objectives',
  beneficiaries: 'beneficiaries',
  projects: 'integration projects named',
};

/** Who does what with whose money for whom, a row an institution, each thing with its page. */
export function appendixSection({ results }: Context): Markup {
  const rows = results.appendix.slice(0, institutionsShown);
  if (rows.length === 0) return nothing;
  return markup`<section id="appendix">
<h2>Who does what, with whose money, for whom</h2>
<p>As the documents name it, the most frequent first; a page follows each. Who was present or signed is no channel. Sums stand as they are stated and are never added up. An opportunity for integration is missed where a project is named and the object has no part in it: read the pages.${results.appendix.length > rows.length ? ` ${counted(rows.length, 'institution')} of ${count(results.appendix.length)} shown.` : ''} Everything is in <code>tables/appendix.csv</code>.</p>
${reading(results)}
<div class="scroll" role="region" tabindex="0" aria-label="Profile of institutions"><table class="appendix">
<thead><tr><th scope="col">institution</th>${appendixColumns.map((column) => markup`<th scope="col">${appendixHeads[column]}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => markup`<tr><th scope="row"><bdi>${row.institution}</bdi></th>${appendixColumns.map((column) => cell(row, column))}</tr>
`,
  )}</tbody></table></div>
${measured(results)}
</section>`;
}

/** What is counted of it; each part opens where a reader asks for it. */
function measured(results: Context['results']): readonly Markup[] {
  return measureParts(results).map(
    ({ title, note, lines }) => markup`<details><summary>${title}</summary>
<p class="note">${coded(note)}</p>
<ul>${lines.map((line) => markup`<li><bdi>${line}</bdi></li>`)}</ul></details>
`,
  );
}

/** Words with what stands between backticks as code. */
function coded(words: string): readonly Markup[] {
  return words.split('`').map((part, at) => (at % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`));
}

/** How far the table can be believed, as far as people coded what it is made of. */
function reading({ fields, appendix }: Context['results']): Markup {
  if (appendix.length === 0) return nothing;
  if (fields.length === 0)
    return markup`<p class="note">How well these are read has not been shown: nobody has coded passages for them, and no hypothesis that rests on them is more than inconclusive.</p>`;
  return markup`<p class="note">How well these are read (<code>tables/fields.csv</code>): ${fields.map((one) => sentence(fieldSentence(one))).join(' ')} What is not named here nobody has coded.</p>`;
}

function cell({ items }: AppendixRow, column: AppendixColumn): Markup {
  const own = items.filter((item) => item.column === column);
  if (own.length === 0) return markup`<td class="empty">none named</td>`;
  return markup`<td><ul>${own.slice(0, shown).map(one)}</ul>${own.length > shown ? markup`<span class="note">and ${count(own.length - shown)} more</span>` : nothing}</td>`;
}

function one({ name, note, programme, times, file, page }: AppendixItem): Markup {
  const words = [...name];
  const text = words.length > longest ? `${words.slice(0, longest).join('')}…` : name;
  const more = [note, programme].filter((part) => part !== null).join('; ');
  return markup`<li><bdi>${text}</bdi>${more === '' ? nothing : markup` <span class="note">(${more})</span>`} <span class="note" title="${file}">${times > 1 ? `${count(times)} times, first ` : ''}<bdi>${file.replace(/^.*\//, '')}</bdi>, p. ${page}</span></li>`;
}

/** How policy frames the object where it speaks and where it acts, on one scale. */
export function saidSection({ results }: Context): Markup {
  const { policy } = results.study.contrast;
  const { drawings, missing } = saidDrawings(
    results,
    results.places.filter(({ voice }) => policy.includes(voice)),
  );
  if (drawings.length === 0) return nothing;
  return markup`<section id="said">
<h2>Said against done</h2>
<p>${sentence(`Frames of the object in documents of ${sideLabel({ voices: policy })}, from what is said to what is done`)} The same scale everywhere; bars are shares of the passages about the object there, numbers are passages. ${uncorrectedShares}${missing.length === 0 ? '' : ` Without such a passage: ${missing.join(', ')}.`}</p>
<div class="panels">${drawings.map(
    ({ title, note, svg }) =>
      markup`<figure class="panel"><figcaption>${title} <small>${note}</small></figcaption>${svg}</figure>`,
  )}</div>
</section>`;
}
