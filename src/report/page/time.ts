import { uncorrectedShares } from '../drawings/drawing.ts';
import { timeDrawings } from '../drawings/time.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import type { Context } from './context.ts';

/** Shares over time, a panel for each voice; lines break where there are no documents. */
export function timeSection({ results }: Context): Markup {
  const { drawings, events, step } = timeDrawings(results);
  if (drawings.length === 0) {
    return markup`<section id="time"><h2>Time</h2><p class="empty">No dated document has a passage about the object: fill in the column <code>date</code> of the manifest.</p></section>`;
  }
  return markup`<section id="time">
<h2>Time</h2>
<p>Share of the passages about the object with each frame, ${step === 1 ? 'by year' : `in steps of ${step} years`}; their number n stands under each point. Hollow points rest on fewer than ten passages. No line runs through a time without documents. All panels have the same scales. ${uncorrectedShares} The counts of each voice and their passages: <a href="#profiles">Profiles</a>.</p>
<div class="panels large">${drawings.map(
    ({
      title,
      note,
      svg,
    }) => markup`<figure class="panel"><figcaption><strong>${title}</strong> <small>${note}</small></figcaption>
${svg}</figure>`,
  )}</div>
${events.length === 0 ? nothing : markup`<ol class="events">${events.map(({ date, name }) => markup`<li>${date}: ${name}</li>`)}</ol>`}
</section>`;
}
