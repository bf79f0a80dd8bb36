import type { Finding } from '../../model/finding.ts';
import type { Witness } from '../../model/results.ts';
import type { Telling } from '../../model/witness.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { counted } from '../numbers.ts';
import type { Stretch } from '../quote.ts';
import { briefQuote, type FiredMark, quoteOf } from '../witnesses.ts';
import type { Context } from './context.ts';
import { sourceWords, toneOf } from './passage.ts';

/** Witnesses shown for and against each hypothesis; the others are in the table. */
const shown = 2;

/** The passages that speak most for a hypothesis beside those that speak most against it, folded until they are asked for. */
export function witnessesBlock(context: Context, finding: Finding): Markup {
  if (finding.kind === 'untested' || finding.kind === 'overall') return nothing;
  if (finding.kind === 'diversity' || finding.kind === 'activities')
    return markup`<p class="note">It compares wholes, for which no single passage speaks; what they are made of is in <a href="#appendix">the profile of institutions</a>.</p>`;
  const own = context.results.witnesses.filter(
    (one) => one.claim === finding.claim && one.hypothesis === finding.hypothesis,
  );
  if (own.length === 0)
    return markup`<p class="note">No passage of this corpus speaks plainly for it or against it.</p>`;
  const [pro, con] = (['for', 'against'] as const).map((tells) =>
    own.filter((one) => one.tells === tells).slice(0, shown),
  );
  return markup`<details class="witnesses"><summary>What speaks most for it (${counted(pro?.length ?? 0, 'passage')}) and against it (${counted(con?.length ?? 0, 'passage')})</summary>
<div class="sides">${side(context, pro ?? [], 'for')}${side(context, con ?? [], 'against')}</div></details>`;
}

function side(context: Context, found: readonly Witness[], tells: Telling): Markup {
  return markup`<div><h4>Speaks most ${tells} it</h4>
${found.length === 0 ? markup`<p class="empty">No passage does so plainly.</p>` : found.map((one) => article(context, one))}</div>`;
}

function article(context: Context, witness: Witness): Markup {
  const { item } = witness;
  const { stretches, cutBefore, cutAfter } = quoteOf(witness, briefQuote);
  return markup`<article class="passage">
<blockquote lang="${item.passage.language}" dir="auto">${cutBefore ? '… ' : ''}${stretches.map((one) => stretch(context, one))}${cutAfter ? ' …' : ''}</blockquote>
<p class="source">${sourceWords(context, item)}<br><code><bdi>${item.file}</bdi> ${item.passage.id}</code></p>
</article>
`;
}

function stretch(context: Context, { text, tags }: Stretch<FiredMark>): Markup {
  const [first] = tags;
  if (first === undefined) return markup`${text}`;
  // By its own frame and not by the pole that it counts for, as everywhere else.
  const term = context.terms.get(first.term);
  const category = term === undefined ? '' : `${term.theme}/${term.category}`;
  const says = tags
    .map(({ term, fired }) => {
      const pattern = context.terms.get(term)?.pattern ?? term;
      return fired.code === null ? pattern : `${pattern} · ${context.labels(fired.code)}`;
    })
    .join('; ');
  return markup`<mark class="${toneOf(context, { category, blocked: null })}" title="${says}">${text}</mark>`;
}
