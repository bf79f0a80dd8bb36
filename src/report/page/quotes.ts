import { inSentence, sideLabel } from '../../model/words.ts';
import { type Markup, markup } from '../markup.ts';
import { count } from '../numbers.ts';
import type { Context } from './context.ts';
import { passageArticle } from './passage.ts';

/** The strongest passages of both poles on both sides: what speaks for the claim, and what against it. */
export function quotesSection(context: Context): Markup {
  const { study } = context.results;
  const sides = [
    { voices: study.contrast.source, poles: [study.poles.claimed, study.poles.diluted] },
    { voices: study.contrast.policy, poles: [study.poles.diluted, study.poles.claimed] },
  ];
  return markup`<section id="quotes">
<h2>Strongest quotes</h2>
<p>First what fits the claim, then what speaks against it. Chosen by rule, not by taste: most different terms of the frame, then the order of files, one a document.</p>
<div class="sides">${[0, 1].map((row) => sides.map(({ voices, poles }) => quotes(context, voices, poles[row] ?? '', row === 0)))}</div>
</section>`;
}

function quotes(context: Context, voices: readonly string[], code: string, fits: boolean): Markup {
  const { total, shown } = context.gathered.quotes(voices, code);
  return markup`<section><h3>${capital(sideLabel({ voices }))}: ${inSentence(context.labels(code))} <small>${fits ? 'fits the claim' : 'speaks against it'}; ${count(shown.length)} of ${count(total)}</small></h3>
${shown.length === 0 ? markup`<p class="empty">There is none.</p>` : shown.map((item) => passageArticle(context, item, 'copy'))}</section>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
