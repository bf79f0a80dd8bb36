import type { TimeView } from '../../model/api/time.ts';
import type { TableView } from '../../model/api/views.ts';
import { columns, said, told } from '../../model/cells.ts';
import { InputError } from '../../model/input.ts';
import type { KeptResults } from '../../model/results.ts';
import { comparisonWords, timeReasonWords } from '../../model/time-words.ts';
import type { Course, FrameSeries, FramesBin } from '../../model/trend.ts';
import { labelsOf } from '../../model/words.ts';
import { courseDrawings, coursesOf } from '../../report/drawings/courses.ts';
import { labelOf, seriesDrawings, shareIn, timeDrawings, timeEvents } from '../../report/drawings/time.ts';
import { framesOf, lookOf, poleFrames } from '../../report/frames.ts';
import { count, percent, statistic } from '../../report/numbers.ts';
import { courseWords } from '../../report/page/course.ts';
import { evidenceAt, figureOf } from './cells.ts';

/** What the screen is asked for. */
export type TimeAsked = { readonly by?: FrameSeries['by'] | undefined; readonly key?: string | undefined };

/** How the object was framed when, by all voices and institutions or by one; refuses one that the run does not have. */
export function timeView(results: KeptResults, { by, key }: TimeAsked): TimeView {
  const { step, series } = results.timeline;
  const choices = (of: FrameSeries['by']) =>
    series
      .filter((one) => one.by === of)
      .map((one) => ({ key: one.key, label: labelOf(one), documents: one.documents }));
  const chosen =
    by === undefined || key === undefined ? null : series.find((one) => one.by === by && one.key === key);
  if (chosen === undefined) {
    throw new InputError([`key: expected a dated ${by} of this run, got "${key}"`]);
  }
  const courses =
    chosen === null
      ? courseDrawings(results, { linkOf: evidenceAt })
      : chosen.by === 'institution'
        ? courseDrawings(results, { institution: chosen.key, linkOf: evidenceAt })
        : { drawings: [], events: [] };
  const labels = labelsOf(results.categories);
  const marked = [
    ...new Map([...timeEvents(results), ...courses.events].map((one) => [one.id, one])).values(),
  ];
  return {
    step,
    voices: choices('voice'),
    institutions: choices('institution'),
    chosen: chosen === null ? null : labelOf(chosen),
    frames: (chosen === null
      ? timeDrawings(results, evidenceAt).drawings
      : seriesDrawings(results, chosen, evidenceAt)
    ).map((one) => figureOf(one)),
    legend:
      chosen === null
        ? poleFrames(results).map(({ code, label }) => ({ label, tone: lookOf(code).tone }))
        : [],
    courses: courses.drawings.map((one) => ({
      key: one.course.institution,
      figure: figureOf(one),
      lines: [...courseWords(one.course, { labels, results })],
    })),
    events: marked.toSorted((a, b) => a.at - b.at).map(({ date, name }) => ({ date, name })),
    tables:
      chosen === null
        ? eventsTable(results, coursesOf(results))
        : [
            binsTable(results, chosen),
            ...eventsTable(
              results,
              courses.drawings.map(({ course }) => course),
            ),
          ],
  };
}

/** Every bin with its documents, passages and shares with their intervals. */
function binsTable(results: KeptResults, one: FrameSeries): TableView {
  const poles = poleFrames(results);
  const frames = framesOf(results).filter(
    (frame) => poles.includes(frame) || one.bins.some(({ presence }) => (presence[frame.code] ?? 0) > 0),
  );
  const { step } = results.timeline;
  const at = (bin: FramesBin, code: string, times: number) =>
    times === 0 ? null : evidenceAt(one.by, one.key, code, { since: bin.from, until: bin.from + step });
  return {
    name: 'bins',
    caption: `${labelOf(one)} over time`,
    columns: columns('time', '#documents', '#about the object', ...frames.map(({ label }) => `#${label}`)),
    rows: one.bins.map((bin) => [
      { ...said(bin.label), value: bin.from },
      told(bin.documents, count),
      told(bin.passages, count, null, at(bin, results.study.object, bin.passages)),
      ...frames.map(({ code }) => {
        const [lower, upper] = bin.bounds[code] ?? [null, null];
        const interval = lower === null || upper === null ? null : `${percent(lower)} to ${percent(upper)}`;
        return told(shareIn(bin, code), percent, interval, at(bin, code, bin.presence[code] ?? 0));
      }),
    ]),
    note: 'Shares of the passages about the object with their 95 % intervals. A time without documents has no share. Every number of passages and every share leads to its passages.',
  };
}

/** Known events: after less before, and how the jump ranks among placebo dates. */
function eventsTable(results: KeptResults, courses: readonly Course[]): TableView[] {
  const nameOf = (id: string) => results.time.events.find((event) => event.id === id);
  const rows = courses
    .flatMap((one) => one.events.map((effect) => ({ one, ...effect })))
    .filter(({ comparison }) => comparison.reason !== 'outside_of_series');
  if (rows.length === 0) return [];
  return [
    {
      name: 'events',
      caption: 'What coincides with known events',
      columns: columns(
        'event',
        'institution',
        '#documents before',
        '#after',
        'odds after against before (95 %)',
        'jump in the series',
        '#placebo dates with one as large',
      ),
      rows: rows
        .slice(0, 120)
        .map(({ one, event, comparison, series }) => [
          said(`${nameOf(event)?.date ?? ''}: ${nameOf(event)?.name ?? event}`),
          said(one.institution, evidenceAt('institution', one.institution, one.numerator)),
          told(comparison.documentsBefore, count),
          told(comparison.documentsAfter, count),
          { ...said(comparisonWords(comparison)), value: comparison.estimate?.value ?? null },
          series.jump === null
            ? said(`not testable: ${timeReasonWords(series.reason ?? 'no_variance')}`)
            : told(
                series.jump.value,
                statistic,
                `${statistic(series.jump.lower)} to ${statistic(series.jump.upper)}`,
              ),
          series.p === null
            ? said('–')
            : { ...said(`${Math.round(series.p * series.dates)} of ${series.dates}`), value: series.p },
        ]),
      note: 'Events were fixed before any series was read. That something coincides with an event does not say that the event is its cause.',
    },
  ];
}
