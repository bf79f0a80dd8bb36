import { voiceLabel } from '../../model/words.ts';
import { years } from '../figures/years.ts';
import { lookOf, poleFrames } from '../frames.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { counted, percent } from '../numbers.ts';
import { timeline, type VoiceBins } from '../timeline.ts';
import type { Context } from './context.ts';

/** Most voices drawn, the two sides of the contrast first. */
const panels = 6;

/** Shares over time, a panel for each voice; lines break where there are no documents. */
export function timeSection(context: Context): Markup {
  const { results } = context;
  const { step, voices } = timeline(results);
  const drawn = voices.slice(0, panels);
  const lines = poleFrames(results).map(({ code, label }) => ({
    code,
    label,
    look: lookOf(code),
  }));
  if (drawn.length === 0 || lines.length === 0) {
    return markup`<section id="time"><h2>Time</h2><p class="empty">No dated document has a passage about the object: fill in the column <code>date</code> of the manifest.</p></section>`;
  }
  const top = Math.max(
    0.1,
    ...drawn.flatMap(({ bins }) =>
      bins.flatMap((bin) =>
        bin.passages === 0 ? [] : lines.map(({ code }) => (bin.presence[code] ?? 0) / bin.passages),
      ),
    ),
  );
  const scale = drawn[0]?.bins ?? [];
  const from = scale[0]?.from ?? 0;
  const until = (scale.at(-1)?.from ?? 0) + step;
  const events = results.time.events
    .map(({ date, name }) => ({ at: yearOf(date), date, name }))
    .filter(({ at }) => at >= from && at <= until)
    .toSorted((a, b) => a.at - b.at);
  const panel = (
    voice: VoiceBins,
  ) => markup`<figure class="panel"><figcaption><strong>${capital(voiceLabel(voice.voice))}</strong> <small>${counted(voice.documents, 'dated document')}</small></figcaption>
${years({ bins: voice.bins, lines, top, step, events: events.map(({ at }) => at), alternative: alternative(voice, lines) })}</figure>`;
  return markup`<section id="time">
<h2>Time</h2>
<p>Share of the passages about the object with each frame, ${step === 1 ? 'by year' : `in steps of ${step} years`}; their number n stands under each point. Hollow points rest on fewer than ten passages. No line runs through a time without documents. All panels have the same scales.</p>
<div class="panels large">${drawn.map(panel)}</div>
${events.length === 0 ? nothing : markup`<ol class="events">${events.map(({ date, name }) => markup`<li>${date}: ${name}</li>`)}</ol>`}
</section>`;
}

function alternative(
  { voice, bins }: VoiceBins,
  lines: readonly { readonly code: string; readonly label: string }[],
): string {
  const told = bins
    .filter(({ passages }) => passages > 0)
    .map(
      ({ label, passages, presence }) =>
        `${label}: ${lines.map((line) => `${line.label} ${percent((presence[line.code] ?? 0) / passages)}`).join(', ')}, n ${passages}`,
    );
  return `${capital(voiceLabel(voice))}. ${told.join('. ')}.`;
}

/** A partial date as a year with its fraction; the middle of what is not known. */
export function yearOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return year + 0.5;
  return year + (month - 1 + (day === undefined ? 0.5 : (day - 1) / 31)) / 12;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
