import type { ChangePoint, TimeBin } from '../../model/trend.ts';
import type { Tone } from '../frames.ts';
import type { Markup } from '../markup.ts';
import { eventNumbers } from './event-numbers.ts';
import { draw, Plot, targets } from './plot.ts';

export type CourseOptions = {
  readonly bins: readonly TimeBin[];
  /** Width of a bin in years. */
  readonly step: number;
  /** First and last year of the scale that all panels have in common. */
  readonly from: number;
  readonly until: number;
  /** Numbered events, in years with fractions. */
  readonly events: readonly number[];
  readonly changes: readonly ChangePoint[];
  /** Colour of the points; that of the claimed pole where nothing is said. */
  readonly tone?: Tone;
  /** End of the scale of shares; 1 where nothing is said. */
  readonly top?: number;
  /** Where the passages of a point are, and what the link says; nothing leads anywhere where left out. */
  readonly linkOf?: (bin: TimeBin) => { readonly href: string; readonly says: string } | null;
  readonly alternative: string;
};

/** Fewest documents for a filled point. */
const firm = 3;

/**
 * Shares of the claimed pole over time with their intervals, joined only where bins follow each other; a band shows
 * where 90 % of replicates put a change. Counts of documents and passages stand under the axis.
 */
export function course(options: CourseOptions): Markup {
  const { bins, step, from, until, events, changes, tone = 'paradigm', top = 1, alternative } = options;
  const linkOf = options.linkOf ?? (() => null);
  const colour = `var(--${tone})`;
  const points = bins.map((bin) => ({
    ...bin,
    x: bin.from + step / 2,
    y: bin.share ?? Number.NaN,
    ...(linkOf(bin) ?? { href: null, says: '' }),
  }));
  const filled = points.filter(({ share }) => share !== null);
  const numbered = eventNumbers(events, (400 - 48) / (until - from));
  const small = { fontSize: 10, fill: 'var(--muted)' };
  const years = Array.from({ length: until - from }, (_, place) => from + place);
  const every = Math.ceil(years.length / 6);
  return draw(
    {
      width: 400,
      height: 220,
      marginLeft: 40,
      marginRight: 8,
      marginTop: 20,
      marginBottom: 58,
      x: { domain: [from, until], axis: null },
      y: { domain: [0, top], axis: null },
      marks: [
        Plot.rect(changes, {
          x1: 'earliest',
          x2: ({ latest }: ChangePoint) => latest + step,
          y1: 0,
          y2: top,
          fill: 'var(--wash)',
        }),
        Plot.axisY({
          ...(top === 1 ? { ticks: [0, 0.5, 1] } : { ticks: 3 }),
          tickFormat: (share: number) => `${Math.round(share * 100)} %`,
          tickSize: 0,
          fontSize: 10,
          label: null,
          color: 'var(--muted)',
        }),
        Plot.gridY({
          ...(top === 1 ? { ticks: [0.5, 1] } : { ticks: 3 }),
          stroke: 'var(--line)',
          strokeOpacity: 1,
        }),
        Plot.ruleX(events, { stroke: 'var(--muted)', strokeDasharray: '2,3' }),
        Plot.text(numbered, { ...small, x: 'at', text: 'number', frameAnchor: 'top', dy: -14 }),
        Plot.ruleX(changes, { x: 'at', stroke: 'var(--ink)', strokeWidth: 1.5 }),
        Plot.ruleX(filled, {
          x: 'x',
          y1: 'lower',
          y2: 'upper',
          stroke: colour,
          strokeWidth: 2,
        }),
        Plot.line(points, { x: 'x', y: 'y', stroke: colour, strokeWidth: 1.5 }),
        Plot.dot(filled, {
          x: 'x',
          y: 'y',
          r: 3.5,
          fill: ({ documents }: TimeBin) => (documents >= firm ? colour : 'var(--ground)'),
          stroke: colour,
          strokeWidth: 1.5,
        }),
        Plot.ruleY([0], { stroke: 'var(--ink)' }),
        ...targets(filled),
        Plot.text(
          years.filter((_, place) => place % every === 0),
          { ...small, x: (year: number) => year + step / 2, text: String, frameAnchor: 'bottom', dy: 15 },
        ),
        ...(['documents', 'framed'] as const).flatMap((name, row) => [
          Plot.text(filled, {
            ...small,
            fontSize: 8.5,
            x: 'x',
            text: (bin: TimeBin) => String(bin[name]),
            frameAnchor: 'bottom',
            dy: 31 + row * 13,
          }),
          Plot.text([name === 'documents' ? 'doc' : 'n'], {
            ...small,
            fontSize: 9,
            fontStyle: 'italic',
            frameAnchor: 'bottom-left',
            textAnchor: 'end',
            dx: -4,
            dy: 31 + row * 13,
          }),
        ]),
      ],
    },
    alternative,
  );
}
