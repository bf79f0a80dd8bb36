import type { Evidence } from '../../model/results.ts';
import { type Listing, listings } from '../gather.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, counted } from '../numbers.ts';
import { type Context, keyLabel } from './context.ts';
import { passageArticle, passageLink } from './passage.ts';

/**
 * The passages under the numbers: once each, by institution and frame, then listed by voice, period and language. They are most
 * of the page, so each list is folded until somebody opens it, follows a link into it, finds words in it or prints.
 */
export function evidenceSection(context: Context): Markup {
  const shown = shownPassages(context);
  const names = context.rows('institution').map(({ key }) => key);
  const others = [...shown.keys()].filter((key) => !names.includes(key)).toSorted();
  return markup`<section id="evidence">
<h2>Evidence</h2>
${
  shown.size === 0
    ? markup`<p class="empty">No passage about the object carries a frame.</p>`
    : markup`<p>Open an institution, or follow a number to its passages: they are there by frame, those with the most different terms first. Words that fired are marked in the colour of their frame; point at one to see the term. Every passage is in <code>tables/evidence.csv</code>, every occurrence of a term in them with its place on the page in <code>tables/tags.csv</code>.</p>
<p class="print">In print each list stops after three passages.</p>`
}
${[...names, ...others].map((key) => institution(context, key, shown.get(key) ?? []))}
${shown.size === 0 ? nothing : listings.filter((by) => by !== 'institution').map((by) => index(context, by))}
</section>`;
}

/** All passages on the page by institution, each once. */
function shownPassages(context: Context): ReadonlyMap<string, readonly Evidence[]> {
  const once = new Map<string, Evidence>();
  for (const by of listings) {
    for (const { key } of context.rows(by)) {
      for (const { code } of context.codes) {
        for (const item of context.gathered.cell(by, key, code)?.shown ?? []) once.set(item.passage.id, item);
      }
    }
  }
  const { contrast, poles } = context.results.study;
  for (const voices of [contrast.source, contrast.policy]) {
    for (const code of [poles.claimed, poles.diluted]) {
      for (const item of context.gathered.quotes(voices, code).shown) once.set(item.passage.id, item);
    }
  }
  return Map.groupBy(once.values(), ({ institution: name }) => name ?? '(none)');
}

function institution(context: Context, key: string, items: readonly Evidence[]): Markup {
  if (items.length === 0) return nothing;
  const homes = Map.groupBy(items, (item) => homeOf(context, item));
  return markup`<details class="institution"><summary><h3><bdi>${keyLabel('institution', key)}</bdi> <small>${counted(items.length, 'passage')} here</small></h3></summary>
${context.codes.map(({ code, label }) => {
  const own = homes.get(code) ?? [];
  const cell = context.gathered.cell('institution', key, code);
  const away = (cell?.shown ?? []).filter((item) => homeOf(context, item) !== code);
  if (own.length + away.length === 0) return nothing;
  const total = cell?.total ?? own.length;
  const anchor = context.anchor('institution', key, code);
  return markup`<section class="cell"><h4${anchor === null ? nothing : markup` id="${anchor}"`}>${label} <small>${shownOf(own.length + away.length, total)}</small></h4>
${own.map((item) => passageArticle(context, item, 'home'))}
${away.length === 0 ? nothing : markup`<p class="also">${own.length > 0 ? 'Also ' : ''}${away.map((item, place) => markup`${place > 0 ? ' · ' : ''}${passageLink(item)}`)}</p>`}</section>`;
})}
</details>`;
}

/** The category a passage is printed under: its first one that is no union of others. */
function homeOf({ codes, gathered }: Context, item: Evidence): string {
  const own = gathered.codesOf(item.tags);
  return codes.find(({ code }) => own.includes(code))?.code ?? '';
}

function index(context: Context, by: Exclude<Listing, 'institution'>): Markup {
  return markup`<details class="index"><summary><h3>By ${by} <small>links to the passages above</small></h3></summary>
<dl>${context.rows(by).map(({ key }) =>
    context.codes.map(({ code, label }) => {
      const anchor = context.anchor(by, key, code);
      const cell = context.gathered.cell(by, key, code);
      if (anchor === null || cell === null) return nothing;
      return markup`<div id="${anchor}"><dt>${keyLabel(by, key)}, ${label} <small>${shownOf(cell.shown.length, cell.total)}</small></dt><dd>${cell.shown.map((item, place) => markup`${place > 0 ? ' · ' : ''}${passageLink(item)}`)}</dd></div>
`;
    }),
  )}</dl></details>`;
}

function shownOf(shown: number, total: number): string {
  return shown >= total
    ? `all ${count(total)}`
    : `${count(shown)} of ${count(total)} shown; all in tables/evidence.csv`;
}
