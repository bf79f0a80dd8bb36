import type { Robustness, ShrunkenShare, Variation } from '../../model/robustness.ts';
import { inSentence } from '../../model/words.ts';
import { curveDrawing } from '../drawings/curves.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, counted, percent, statistic } from '../numbers.ts';
import {
  logFactor as factor,
  influenceWords,
  jointWords,
  placeboWords,
  scopeBWords,
  typeWords,
} from '../robustness-lines.ts';
import {
  correctedShares,
  correctedWords,
  curveWords,
  fragileWords,
  robustnessReasonWords,
  unvariedWords,
  variationKindWords,
  variationName,
} from '../robustness-words.ts';
import { sentence } from '../sentence.ts';
import type { Context } from './context.ts';
import { placeOf } from './hypotheses.ts';

/** Changes shown of each kind: those that move the estimate most. */
const shown = 3;

/** How each varied contrast stands up to other choices. */
export function robustnessSection(context: Context): Markup {
  const { robustness } = context.results;
  if (robustness.length === 0) return nothing;
  return markup`<section id="robustness">
<h2>How much hangs on our choices</h2>
${robustness.map((one) => robust(context, one))}
</section>`;
}

function robust(context: Context, of: Robustness): Markup {
  const { labels } = context;
  const name = `${of.hypothesis}, ${inSentence(labels(of.numerator))} against ${inSentence(labels(of.denominator))}`;
  const unvaried = unvariedWords(of);
  if (unvaried !== null)
    return markup`<section class="finding"><h3>${name}</h3>
<p>${sentence(unvaried)} ${scopeBWords(of)}</p></section>`;
  return markup`<section class="finding"><h3>${name}</h3>
<p>${curveWords(of)} ${fragileWords(of)} ${influenceWords(of, labels, patternIn(context))} ${correctedWords(of)} They rest on ${counted(of.documents, 'document')} of ${counted(of.institutions, 'institution')}.</p>
${drawn(context, of)}
${of.curve === null ? nothing : markup`<p>${jointWords(of)}</p>`}
${changes(context, of, name)}
<p>${placeboWords(of)}</p>
${sharesTable(of, name)}
<p><strong>About types of institutions (scope B).</strong> ${typeWords(of)}</p>
</section>`;
}

function drawn(context: Context, of: Robustness): Markup {
  const drawing = curveDrawing(context.results, of);
  if (drawing === null) return nothing;
  return markup`<figure><figcaption>${drawing.caption} <a href="#${placeOf(of)}">The hypothesis and its passages</a></figcaption>
${drawing.svg}</figure>`;
}

function changes(context: Context, of: Robustness, name: string): Markup {
  const rows = [...Map.groupBy(of.variations, ({ kind }) => kind)].flatMap(([kind, all]) =>
    all
      .toSorted((one, other) => Math.abs(other.change ?? 99) - Math.abs(one.change ?? 99))
      .slice(0, shown)
      .map((variation, place) => ({ kind, variation, place, all: all.length })),
  );
  if (rows.length === 0) return nothing;
  const pattern = patternIn(context);
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="One change at a time, ${name}"><table data-fixed>
<caption>One change at a time: of each kind those that move the estimate most. All are in <code>tables/robustness.csv</code></caption>
<thead><tr><th scope="col">what is changed</th><th scope="col">which</th><th scope="col" class="n">times</th><th scope="col" class="n">95 % interval</th><th scope="col" class="n">change in log odds</th><th scope="col">judged otherwise</th></tr></thead>
<tbody>${rows.map(
    ({ kind, variation, place, all }) =>
      markup`<tr>${place === 0 ? markup`<th scope="row">${variationKindWords(kind)}${all > 1 ? ` (${count(all)})` : ''}</th>` : markup`<td></td>`}<td><bdi>${variationName(variation, context.labels, pattern)}</bdi></td>${cells(variation)}</tr>
`,
  )}</tbody></table></div>`;
}

function patternIn({ terms }: Context) {
  return (term: string) => terms.get(term)?.pattern ?? null;
}

function cells({ estimate, change, changesClass, reason }: Variation): Markup {
  if (estimate === null)
    return markup`<td class="n" colspan="3">${robustnessReasonWords(reason ?? 'no_contrast')}</td><td>${changesClass ? markup`<strong>yes</strong>` : nothing}</td>`;
  return markup`<td class="n">${factor(estimate.value)}</td><td class="n">${factor(estimate.lower)} to ${factor(estimate.upper)}</td><td class="n">${statistic(change)}</td><td>${changesClass ? markup`<strong>yes</strong>` : 'no'}</td>`;
}

function sharesTable(of: Robustness, name: string): Markup {
  const { shrunken } = of;
  if (shrunken.length === 0) return nothing;
  const corrected = correctedShares(of);
  const columns = corrected !== null ? ['corrected, ', 'uncorrected, '] : [''];
  const numbers = (row: ShrunkenShare | undefined) =>
    row === undefined
      ? markup`<td class="n" colspan="4">–</td>`
      : markup`<td class="n">${row.effective.toFixed(0)}</td><td class="n">${percent(row.share)}</td><td class="n">${percent(row.shrunken)}</td><td class="n">${percent(row.lower)} to ${percent(row.upper)}</td>`;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Shares of institutions, ${name}"><table>
<caption>Share of the claimed pole in each institution's framed passages, as it is and drawn towards the others as far as the data ask for. For display, not for tests</caption>
<thead><tr><th scope="col">institution</th><th scope="col">side</th>${columns.map((heading) => markup`<th scope="col" class="n">${heading}effective passages</th><th scope="col" class="n">${heading}share</th><th scope="col" class="n">${heading}drawn towards the others</th><th scope="col" class="n">${heading}95 % interval</th>`)}</tr></thead>
<tbody>${shrunken.map(
    (row) =>
      markup`<tr><th scope="row"><bdi>${row.institution}</bdi></th><td>${row.side}</td>${corrected === null ? nothing : numbers(corrected(row))}${numbers(row)}</tr>
`,
  )}</tbody></table></div>`;
}
