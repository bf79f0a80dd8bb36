import type { Narrowing } from '../../model/glance.ts';
import type { KeptResults } from '../../model/results.ts';
import { binLabel } from '../../model/time-words.ts';
import type { FrameSeries, FramesBin, TimeBin, TimeEvent } from '../../model/trend.ts';
import { voiceLabel } from '../../model/words.ts';
import { course } from '../figures/course.ts';
import { type Line, years } from '../figures/years.ts';
import { framesOf, lookOf, poleFrames } from '../frames.ts';
import { counted, percent } from '../numbers.ts';
import type { Column } from '../tables/table.ts';
import { capital, type Drawing, dataOf, type LinkOf, nameOf, noLinks, uncorrectedShares } from './drawing.ts';

/** Most voices drawn, the two sides of the contrast first. */
const panels = 6;

/** An event with its place on the scale, in years with fractions. */
export type PlacedEvent = TimeEvent & { readonly at: number };

function voicesIn({ timeline }: KeptResults): readonly FrameSeries[] {
  return timeline.series.filter(({ by }) => by === 'voice').slice(0, panels);
}

/** The events that the voices are held against; none where nothing is drawn. */
export function timeEvents(results: KeptResults): readonly PlacedEvent[] {
  const [first] = voicesIn(results);
  if (first === undefined || poleFrames(results).length === 0) return [];
  return eventsWithin(results, first.bins, results.timeline.step);
}

/** Shares of the frames of the poles over time, a panel for each voice, and the events that they are held against. */
export function timeDrawings(
  results: KeptResults,
  linkOf: LinkOf = noLinks,
): {
  readonly drawings: readonly Drawing[];
  readonly events: readonly PlacedEvent[];
  readonly step: number;
} {
  const { step } = results.timeline;
  const drawn = voicesIn(results);
  const lines = poleFrames(results).map(({ code, label }) => ({ code, label, look: lookOf(code) }));
  if (lines.length === 0 || drawn.length === 0) return { drawings: [], events: [], step };
  const top = topOf(
    drawn,
    lines.map(({ code }) => code),
  );
  const events = timeEvents(results);
  return {
    step,
    events,
    drawings: drawn.map((one, place) => {
      const title = labelOf(one);
      const alternative = told(title, one, lines);
      const name = nameOf('time', place, title);
      const at = events.map((event) => event.at);
      return {
        kind: 'time',
        name,
        title,
        note: counted(one.documents, 'dated document'),
        caption: `Share of the passages about the object with each frame, ${step === 1 ? 'by year' : `in steps of ${step} years`}; their number n stands under each point. Hollow points rest on fewer than ten passages. No line runs through a time without documents. ${uncorrectedShares}`,
        alternative,
        svg: years({
          bins: one.bins,
          lines,
          top,
          step,
          events: at,
          linkOf: ({ code }, { from }) => linkOf('voice', one.key, code, { since: from, until: from + step }),
          alternative,
        }),
        narrow: null,
        data: framesData(name, one, lines),
      };
    }),
  };
}

/** The frames of one voice or institution over time, a panel a frame, each point with its interval. */
export function seriesDrawings(
  results: KeptResults,
  one: FrameSeries,
  linkOf: LinkOf = noLinks,
): readonly Drawing[] {
  const { step } = results.timeline;
  const present = (code: string) => one.bins.reduce((sum, bin) => sum + (bin.presence[code] ?? 0), 0);
  const poles = poleFrames(results);
  const lines = framesOf(results)
    .filter((frame) => poles.includes(frame) || present(frame.code) > 0)
    .map(({ code, label }) => ({ code, label, look: lookOf(code) }));
  const top = Math.min(
    1,
    topOf(
      [one],
      lines.map(({ code }) => code),
    ) * 1.5,
  );
  const events = eventsWithin(results, one.bins, step).map(({ at }) => at);
  const from = one.bins[0]?.from ?? 0;
  const until = (one.bins.at(-1)?.from ?? 0) + step;
  return lines.map((line, place) => {
    const title = line.label;
    const alternative = `${told(labelOf(one), one, [line])}`;
    const name = nameOf('series', place, `${labelOf(one)} ${line.code}`);
    const bins = one.bins.map((bin) => ({
      from: bin.from,
      documents: bin.documents,
      numerator: bin.presence[line.code] ?? 0,
      framed: bin.passages,
      share: shareIn(bin, line.code),
      lower: bin.bounds[line.code]?.[0] ?? (bin.passages === 0 ? null : 0),
      upper: bin.bounds[line.code]?.[1] ?? (bin.passages === 0 ? null : 0),
    }));
    return {
      kind: 'series',
      name,
      title,
      note: counted(present(line.code), 'passage'),
      caption: `Share of the passages about the object with the frame. Bars are 95 % intervals that allow for documents differing among themselves; below stand the documents and their passages about the object. Hollow points rest on fewer than three documents. No line runs through a time without documents. ${uncorrectedShares}`,
      alternative,
      svg: course({
        bins,
        step,
        from,
        until,
        events,
        changes: [],
        tone: line.look.tone,
        top,
        linkOf: (bin) =>
          pointLink(bin, step, line.label, (where) => linkOf(one.by, one.key, line.code, where)),
        alternative,
      }),
      narrow: null,
      data: framesData(name, one, [line]),
    };
  });
}

/** Where the passages with a frame in a bin are, and what a link to them says; null without any. */
export function pointLink(
  { from, numerator, framed }: Pick<TimeBin, 'from' | 'numerator' | 'framed'>,
  step: number,
  label: string,
  linkOf: (where: Narrowing) => string | null,
): { readonly href: string; readonly says: string } | null {
  const href = numerator === 0 ? null : linkOf({ since: from, until: from + step });
  if (href === null) return null;
  const when = step === 0.5 ? binLabel(from, step) : labelOfYears(from, step);
  return { href, says: `${label}, ${when}: ${numerator} of ${counted(framed, 'passage')}` };
}

function labelOfYears(from: number, step: number): string {
  return step === 1 ? String(from) : `${from} to ${from + step - 1}`;
}

/** Events that fall into the scale of some bins, earliest first. */
export function eventsWithin(
  { time }: Pick<KeptResults, 'time'>,
  bins: readonly { readonly from: number }[],
  step: number,
): readonly PlacedEvent[] {
  const from = bins[0]?.from ?? 0;
  const until = (bins.at(-1)?.from ?? 0) + step;
  return time.events
    .map((event) => ({ ...event, at: yearOf(event.date) }))
    .filter(({ at }) => at >= from && at <= until)
    .toSorted((a, b) => a.at - b.at);
}

/** A partial date as a year with its fraction; the middle of what is not known. */
export function yearOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return year + 0.5;
  return year + (month - 1 + (day === undefined ? 0.5 : (day - 1) / 31)) / 12;
}

/** What a series is of, with a capital first. */
export function labelOf({ by, key }: Pick<FrameSeries, 'by' | 'key'>): string {
  return by === 'voice' ? capital(voiceLabel(key)) : key === '(none)' ? 'Not known' : key;
}

/** The share of a frame in a bin; null of a bin without passages. */
export function shareIn({ passages, presence }: FramesBin, code: string): number | null {
  return passages === 0 ? null : (presence[code] ?? 0) / passages;
}

function topOf(series: readonly FrameSeries[], codes: readonly string[]): number {
  const all = series.flatMap(({ bins }) =>
    bins.flatMap((bin) => codes.map((code) => shareIn(bin, code) ?? 0)),
  );
  return Math.max(0.1, ...all);
}

function told(title: string, { bins }: FrameSeries, lines: readonly Line[]): string {
  const clauses = bins
    .filter(({ passages }) => passages > 0)
    .map(
      (bin) =>
        `${bin.label}: ${lines.map(({ code, label }) => `${label} ${percent(shareIn(bin, code) ?? 0)}`).join(', ')}, n ${bin.passages}`,
    );
  return `${title}. ${clauses.join('. ')}.`;
}

function framesData(name: string, one: FrameSeries, lines: readonly Line[]) {
  type Row = { readonly bin: FramesBin; readonly line: Line };
  const columns: readonly Column<Row>[] = [
    { name: 'by', type: 'text', unit: 'voice, institution', meaning: 'What `key` is', value: () => one.by },
    { name: 'key', type: 'text', meaning: 'Voice or institution', value: () => one.key },
    {
      name: 'from',
      type: 'whole number',
      unit: 'year',
      meaning: 'First year of the bin',
      value: ({ bin }) => bin.from,
    },
    { name: 'frame', type: 'text', meaning: 'Code of the frame', value: ({ line }) => line.code },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Dated documents that speak of the object',
      value: ({ bin }) => bin.documents,
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Their passages about the object',
      value: ({ bin }) => bin.passages,
    },
    {
      name: 'presence',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Those of them with the frame',
      value: ({ bin, line }) => bin.presence[line.code] ?? 0,
    },
    {
      name: 'share',
      type: 'number',
      unit: '0 to 1',
      meaning: '`presence` as a share of `passages`; empty of a bin without passages',
      value: ({ bin, line }) => shareIn(bin, line.code),
    },
    {
      name: 'lower',
      type: 'number',
      unit: '0 to 1',
      meaning:
        "Lower bound of Wilson's 95 % interval of effective counts; empty of a frame that is never there",
      value: ({ bin, line }) => bin.bounds[line.code]?.[0] ?? null,
    },
    {
      name: 'upper',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Its upper bound',
      value: ({ bin, line }) => bin.bounds[line.code]?.[1] ?? null,
    },
  ];
  return dataOf(
    name,
    columns,
    one.bins.flatMap((bin) => lines.map((line) => ({ bin, line }))),
  );
}
