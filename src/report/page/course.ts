import type { KeptResults } from '../../model/results.ts';
import { binLabel, comparisonWords, pWords, timeReasonWords } from '../../model/time-words.ts';
import type { Course, PeriodChange } from '../../model/trend.ts';
import { inSentence, type Labels, sideLabel } from '../../model/words.ts';
import { courseDrawings, coursesOf } from '../drawings/courses.ts';
import { uncorrectedShares } from '../drawings/drawing.ts';
import { type Markup, markup, nothing } from '../markup.ts';
import { count, counted, percent, statistic } from '../numbers.ts';
import type { Context } from './context.ts';

/** The course of each institution between the two poles, held against events and tested; exploratory. */
export function courseSection(context: Context): Markup {
  const { results, labels } = context;
  const courses = coursesOf(results);
  const [first] = courses;
  if (first === undefined) {
    return markup`<section id="course"><h2>Change over time</h2><p class="empty">No dated document has a passage with either frame: fill in the column <code>date</code> of the manifest.</p></section>`;
  }
  const { drawings, events } = courseDrawings(results);
  const tested = courses.filter(({ reason }) => reason === null).length;
  const names = `${inSentence(labels(first.numerator))} among passages with it or with ${inSentence(labels(first.denominator))}`;
  return markup`<section id="course">
<h2>Change over time</h2>
<p>Share of ${names}, an institution a panel. Bars are 95 % intervals that allow for documents differing among themselves; below stand the documents and their passages. Hollow points rest on fewer than three documents. No line runs through a time without documents. ${tested === 0 ? 'None' : count(tested)} of ${counted(courses.length, 'institution')} ${tested < 2 ? 'has' : 'have'} documents in enough years for a trend and a search for changes; ${tested === 0 ? 'all' : 'the others'} are compared before and after. A search for changes cuts a steady trend into steps. Exploratory: nothing here enters a verdict, and of twenty institutions that never change one is expected to show a change. ${uncorrectedShares}</p>
<div class="panels large">${drawings.map(
    ({
      course,
      title,
      note,
      svg,
    }) => markup`<figure class="panel"><figcaption><strong>${ledBy(context.linkOf('institution', course.institution, course.numerator), title)}</strong> <small>${note}</small></figcaption>
${svg}
<p class="note">${courseWords(course, context).map((line) => markup`${line} `)}</p></figure>`,
  )}</div>
${events.length === 0 ? nothing : markup`<ol class="events">${events.map(({ date, name }) => markup`<li>${date}: ${name}</li>`)}</ol>`}
${eventTable(context, courses)}
${periodTable(context)}
</section>`;
}

function ledBy(href: string | null, title: string): Markup {
  const name = markup`<bdi>${title}</bdi>`;
  return href === null ? name : markup`<a href="${href}">${name}</a>`;
}

/** What is known of a course, in sentences; nothing in them is a cause. */
export function courseWords(
  course: Course,
  { labels, results }: { readonly labels: Labels; readonly results: Pick<KeptResults, 'time'> },
): readonly string[] {
  const { trend, changes, halves, step, reason } = course;
  const pole = inSentence(labels(course.numerator));
  const lines: string[] = [];
  if (reason !== null) lines.push(`Trend and changes not asked for: ${timeReasonWords(reason)}.`);
  if (trend.slope !== null && trend.test !== null) {
    const { value, lower, upper } = trend.slope;
    lines.push(
      `Trend: odds of ${pole} times ${Math.exp(value).toFixed(2)} a year (${Math.exp(lower).toFixed(2)} to ${Math.exp(upper).toFixed(2)}), ${pWords(trend.test.p)}.`,
    );
  } else if (trend.reason !== null && reason === null) {
    lines.push(`No trend: ${timeReasonWords(trend.reason)}.`);
  }
  for (const one of changes.found) {
    const names = results.time.events.filter(({ id }) => one.coincides.includes(id)).map(({ name }) => name);
    const place =
      one.earliest === one.latest
        ? ''
        : `, place between ${binLabel(one.earliest, step)} and ${binLabel(one.latest, step)} (90 %)`;
    lines.push(
      `A change with ${binLabel(one.at, step)}${place}: from ${percent(one.shareBefore)} to ${percent(one.shareAfter)}, ${pWords(one.test.p)}${names.length === 0 ? '' : `; it coincides with: ${names.join('; ')}`}.`,
    );
  }
  if (reason === null && changes.found.length === 0 && changes.test !== null)
    lines.push(`No change of level stands out from chance (${pWords(changes.test.p)}).`);
  lines.push(
    `From ${binLabel(halves.at, step)} on against before, odds of ${pole}: ${comparisonWords(halves)}.`,
  );
  return lines;
}

/** Events against the institutions of the two sides: after less before, and the interrupted series where it may be asked. */
function eventTable({ results }: Context, courses: readonly Course[]): Markup {
  const rows = courses
    .filter(({ role }) => role !== 'other')
    .flatMap((one) => one.events.map((effect) => ({ one, ...effect })))
    .filter(({ comparison }) => comparison.reason !== 'outside_of_series');
  if (rows.length === 0) return nothing;
  const shown = rows.slice(0, 60);
  const nameOf = (id: string) => results.time.events.find((event) => event.id === id);
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Known events"><table>
<caption>What coincides with known events</caption>
<thead><tr><th scope="col">event</th><th scope="col">institution</th><th scope="col" class="n">documents before : after</th><th scope="col">odds after against before (95 %)</th><th scope="col">jump in the series, and its rank among placebo dates</th></tr></thead>
<tbody>${shown.map(
    ({
      one,
      event,
      comparison,
      series,
    }) => markup`<tr><th scope="row">${nameOf(event)?.date}: ${nameOf(event)?.name}</th><td><bdi>${one.institution}</bdi></td><td class="n">${comparison.documentsBefore} : ${comparison.documentsAfter}</td><td>${comparisonWords(comparison)}</td><td>${
      series.jump === null || series.p === null
        ? `not testable: ${timeReasonWords(series.reason ?? 'no_variance')}`
        : `${statistic(series.jump.value)} log odds (${statistic(series.jump.lower)} to ${statistic(series.jump.upper)}); ${Math.round(series.p * series.dates)} of ${series.dates} dates have one as large`
    }</td></tr>
`,
  )}</tbody></table></div>
<p class="note">Events were fixed before any series was read. One series has no control: that something coincides with an event does not say that the event is its cause.${rows.length > shown.length ? ` ${count(shown.length)} of ${count(rows.length)} rows; all are in` : ' All numbers are in'} <code>tables/time.csv</code>.</p>`;
}

/** Periods of either side with the composition by institution and language held fixed. */
function periodTable({ results }: Context): Markup {
  const rows = results.time.periods.filter(({ pole }) => pole === 'primary');
  if (rows.length === 0) return nothing;
  const voices = (role: PeriodChange['role']) => sideLabel({ voices: results.study.contrast[role] });
  const points = (share: number | null) =>
    share === null ? '–' : `${statistic(share * 100).replace(/\.\d+$/, '')}`;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Periods compared"><table>
<caption>Periods compared, with institutions and languages held fixed</caption>
<thead><tr><th scope="col">side</th><th scope="col">from</th><th scope="col">to</th><th scope="col" class="n">cells shared, left out</th><th scope="col" class="n">passages</th><th scope="col" class="n">difference as it comes</th><th scope="col">standardised difference in percentage points (95 %)</th></tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => markup`<tr><th scope="row">${voices(row.role)}</th><td>${row.from}</td><td>${row.to}</td><td class="n">${row.cells}, ${row.cellsLeftOut}</td><td class="n">${count(row.passages)}</td><td class="n">${points(row.crude)}</td><td>${row.difference === null ? `not compared: ${timeReasonWords(row.reason ?? 'no_variance')}` : `${points(row.difference.value)} (${points(row.difference.lower)} to ${points(row.difference.upper)})`}</td></tr>
`,
  )}</tbody></table></div>
<p class="note">A cell is an institution in one language with two documents in both periods; its weight is its share of the framed passages of both.</p>`;
}
