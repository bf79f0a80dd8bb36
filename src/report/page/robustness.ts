import type { Resampled, Robustness, ShrunkenShare, Variation } from '../../model/robustness.ts';
import { inSentence } from '../../model/words.ts';
import { curveDrawing } from '../drawings/curves.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, counted, percent, statistic } from '../numbers.ts';
import { logFactor as factor, jointWords, pText as p, placeboWords, typeWords } from '../robustness-lines.ts';
import {
  correctedShares,
  correctedWords,
  curveWords,
  fragileWords,
  robustnessReasonWords,
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
  if (of.reason !== null)
    return markup`<section class="finding"><h3>${name}</h3>
<p>${sentence(`Nothing to vary: ${robustnessReasonWords(of.reason)}`)}</p></section>`;
  return markup`<section class="finding"><h3>${name}</h3>
<p>${curveWords(of)} ${fragileWords(of)} ${correctedWords(of)} They rest on ${counted(of.documents, 'document')} of ${counted(of.institutions, 'institution')}.</p>
${drawn(context, of)}
${of.curve === null ? nothing : markup`<p>${jointWords(of)}</p>`}
${changes(context, of, name)}
<p>${placeboWords(of)}</p>
${effectsTable(of, name)}
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
  const pattern = (term: string) => context.terms.get(term)?.pattern ?? null;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="One change at a time, ${name}"><table data-fixed>
<caption>One change at a time: of each kind those that move the estimate most. All are in <code>tables/robustness.csv</code></caption>
<thead><tr><th scope="col">what is changed</th><th scope="col">which</th><th scope="col" class="n">times</th><th scope="col" class="n">95 % interval</th><th scope="col" class="n">change in log odds</th><th scope="col">judged otherwise</th></tr></thead>
<tbody>${rows.map(
    ({ kind, variation, place, all }) =>
      markup`<tr>${place === 0 ? markup`<th scope="row">${variationKindWords(kind)}${all > 1 ? ` (${count(all)})` : ''}</th>` : markup`<td></td>`}<td><bdi>${variationName(variation, context.labels, pattern)}</bdi></td>${cells(variation)}</tr>
`,
  )}</tbody></table></div>`;
}

function cells({ estimate, change, changesClass, reason }: Variation): Markup {
  if (estimate === null)
    return markup`<td class="n" colspan="3">${robustnessReasonWords(reason ?? 'no_contrast')}</td><td>${changesClass ? markup`<strong>yes</strong>` : nothing}</td>`;
  return markup`<td class="n">${factor(estimate.value)}</td><td class="n">${factor(estimate.lower)} to ${factor(estimate.upper)}</td><td class="n">${statistic(change)}</td><td>${changesClass ? markup`<strong>yes</strong>` : 'no'}</td>`;
}

function effectsTable({ effects, correctedEffects, more }: Robustness, name: string): Markup {
  const measures = [
    ['odds ratio', 'oddsRatio', 2],
    ['difference of shares, percentage points', 'points', 1],
    ["Cliff's delta over documents", 'cliff', 2],
    ['log odds, studentised bootstrap', 'studentised', 2],
  ] as const;
  const both = correctedEffects === null ? [effects] : [correctedEffects, effects];
  const headings = both.length < 2 ? [''] : ['corrected, ', 'uncorrected, '];
  const number = (value: Resampled | null, digits: number) =>
    markup`<td class="n">${fixed(value?.value ?? null, digits)}</td><td class="n">${value === null || value.lower === null || value.upper === null ? '–' : `${fixed(value.lower, digits)} to ${fixed(value.upper, digits)}`}</td>`;
  const { commonLanguage } = effects;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Effect sizes, ${name}"><table>
<caption>The contrast in other measures, about the named institutions; intervals of 95 % from ${effects.reason === null ? `${counted(effects.draws, 'draw')} of documents within institutions` : `none: ${robustnessReasonWords(effects.reason)}`}</caption>
<thead><tr><th scope="col">measure</th>${headings.map((heading) => markup`<th scope="col" class="n">${heading}value</th><th scope="col" class="n">${heading}95 % interval</th>`)}</tr></thead>
<tbody>${measures.map(
    ([label, measure, digits]) =>
      markup`<tr><th scope="row">${label}</th>${both.map((of) => number(of[measure], digits))}</tr>
`,
  )}</tbody></table></div>
<p>${commonLanguage === null ? '' : `Of a ${more} document and a ${more === 'source' ? 'policy' : 'source'} document picked at random, the ${more} one leans more to the claimed pole in ${percent(commonLanguage)} of cases${correctedEffects === null ? '' : ', as the lexicon sees them: corrections are of totals, not of single documents'}. `}${effects.sharpNull === null ? '' : `That it makes no difference at all whose a document is has p = ${p(effects.sharpNull)}${correctedEffects === null ? '' : ` (corrected ${p(correctedEffects.sharpNull)})`}; differences between institutions of one side count against that too.`}</p>`;
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

function fixed(value: number | null, digits: number): string {
  if (value === null) return '–';
  return Math.abs(value) > 99_999 ? '>99,999' : value.toFixed(digits).replace('-', '−');
}
