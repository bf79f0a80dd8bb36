import type { Finding } from '../../model/finding.ts';
import { type EffectTable, effectTables } from '../effects-lines.ts';
import { type Markup, markup, nothing } from '../markup.ts';

/** A finding's contrasts in other measures, a table each; nothing of what is no contrast. */
export function effectsBlock(finding: Finding): Markup {
  const tables = effectTables(finding);
  if (tables.length === 0) return nothing;
  return markup`${tables.map((one) => effectsTable(finding.hypothesis, one))}`;
}

function effectsTable(hypothesis: string, { of, heads, lines, caption, note }: EffectTable): Markup {
  const name = of === null ? hypothesis : `${hypothesis}, ${of}`;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Effect sizes, ${name}"><table>
<caption>In other measures${of === null ? '' : markup`, <bdi>${of}</bdi>`}. ${caption}</caption>
<thead><tr><th scope="col">measure</th>${heads.map((head) => markup`<th scope="col" class="n">${head === '' ? 'value' : `${head}, value`}</th><th scope="col" class="n">${head === '' ? '' : `${head}, `}95 % interval</th>`)}</tr></thead>
<tbody>${lines.map(
    ({ measure, numbers }) =>
      markup`<tr><th scope="row">${measure}</th>${numbers.map(({ text, interval }) => markup`<td class="n">${text}</td><td class="n">${interval}</td>`)}</tr>
`,
  )}</tbody></table></div>${
    note === ''
      ? nothing
      : markup`
<p class="note">${note}</p>`
  }`;
}
