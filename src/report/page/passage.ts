import type { Evidence } from '../../model/results.ts';
import type { Tag } from '../../model/tag.ts';
import { zoneLabel } from '../../model/words.ts';
import { lookOf } from '../frames.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { quote, type Stretch } from '../quote.ts';
import type { Context } from './context.ts';

/** One passage with its source and the words that fired; `place` says whether it owns its id or links to it. */
export function passageArticle(context: Context, item: Evidence, place: 'home' | 'copy'): Markup {
  const { stretches, cutBefore, cutAfter } = quote(item.passage.text, item.tags, item.longest);
  const codes = context.frames.filter(({ code }) => context.gathered.codesOf(item.tags).includes(code));
  return markup`<article class="passage"${place === 'home' ? markup` id="p-${item.passage.id}"` : nothing}>
<blockquote lang="${item.passage.language}" dir="auto">${cutBefore ? '… ' : ''}${stretches.map((one) => stretch(context, one))}${cutAfter ? ' …' : ''}</blockquote>
<p class="source"><span class="codes">${codes.map(({ code, label }) => markup`<span class="code ${lookOf(code).tone}">${label}</span> `)}</span>${sourceWords(context, item)}<br><code><bdi>${item.file}</bdi></code> <a class="id" href="#p-${item.passage.id}">${item.passage.id}</a></p>
</article>
`;
}

/** Who says it, in what document, when, on which page, and in what part of it. */
export function sourceWords(context: Context, item: Evidence): Markup {
  const address = context.address(item.file);
  const title = markup`<cite><bdi>${item.title ?? item.file}</bdi></cite>`;
  return markup`<bdi>${item.institution ?? 'institution not known'}</bdi>, ${address === null ? title : markup`<a href="${address}" rel="noreferrer noopener">${title}</a>`}, <span class="date">${item.date ?? 'undated'}</span>, page\u00a0${item.page}${circumstances(context, item)}`;
}

/** Where in its document it stands, who speaks in it, and whether OCR was sure of it, where that is to be known. */
function circumstances({ results }: Context, { passage: { zone, speaker, confidence } }: Evidence): Markup {
  const limit = results.study.settings.ocr.confidence;
  const isDoubtful = confidence !== null && confidence < limit;
  return markup`${zone === 'body' ? nothing : markup`, <span class="zone">${zoneLabel(zone)}</span>`}${speaker === null ? nothing : markup`, spoken by <bdi>${speaker.name}</bdi>`}${isDoubtful ? markup`, <strong class="doubtful">read by OCR with a confidence of ${Math.round(confidence)} of 100: compare with the page</strong>` : nothing}`;
}

/** A short link to a passage on the page. */
export function passageLink(item: Evidence): Markup {
  return markup`<a href="#p-${item.passage.id}"><bdi>${item.institution ?? item.file}</bdi> ${item.date?.slice(0, 4) ?? 'undated'}, p.\u00a0${item.page}</a>`;
}

function stretch(context: Context, { text, tags }: Stretch): Markup {
  const [shown] = tags.toSorted((a, b) => weight(a) - weight(b));
  if (shown === undefined) return markup`${text}`;
  const says = tags
    .map((tag) => `${context.terms.get(tag.term)?.pattern ?? tag.term} · ${tag.category}`)
    .join('; ');
  return markup`<mark class="${toneOf(context, shown)}" title="${says}">${text}</mark>`;
}

function weight(tag: Tag): number {
  return tag.layer === 'frame' ? 0 : tag.layer === 'object' ? 1 : 2;
}

/** The colour of a tag: that of its frame, or that of the object for what is none. */
export function toneOf({ frames, gathered }: Context, tag: Pick<Tag, 'category' | 'blocked'>): string {
  const own = gathered.codesOf([tag]);
  const code = frames.find((one) => own.includes(one.code))?.code;
  return code === undefined ? 'object' : lookOf(code).tone;
}
