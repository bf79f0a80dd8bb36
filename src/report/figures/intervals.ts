import type { Factor } from '../../model/finding.ts';
import type { Markup } from '../markup.ts';
import { draw, Plot } from './plot.ts';

/** One interval of a drawing. */
export type IntervalRow = {
  readonly label: string;
  readonly factor: Factor;
  readonly corrected: boolean;
  readonly primary: boolean;
};

export type IntervalsOptions = {
  readonly width: number;
  /** Smallest effect that matters, a factor above 1. */
  readonly smallest: number;
  /** What lies on either side of no difference. */
  readonly less: string;
  readonly more: string;
  readonly alternative: string;
};

const rowHeight = 46;
const characterWidth = 6.6;
/** Room for the words `no difference` left of their line. */
const labelWidth = 96;
const marks = [
  1 / 128,
  1 / 64,
  1 / 32,
  1 / 16,
  1 / 8,
  1 / 4,
  1 / 2,
  1,
  2,
  4,
  8,
  16,
  32,
  64,
  128,
  256,
  512,
  1024,
];

/**
 * Factors with their intervals on one log scale, with the line of no difference and the smallest effect
 * that matters either way. A hollow point is uncorrected, a filled one corrected.
 */
export function intervals(rows: readonly IntervalRow[], options: IntervalsOptions): Markup {
  const { smallest } = options;
  const high = Math.max(smallest * 2.5, ...rows.map(({ factor }) => factor.upper * 1.2));
  const room = labelWidth / options.width;
  const low = Math.min(0.4, high ** (-room / (1 - room)), ...rows.map(({ factor }) => factor.lower / 1.2));
  const ticks = marks.filter((mark) => mark >= low && mark <= high);
  const placed = rows.map((row, index) => ({
    ...row,
    ...row.factor,
    y: index + 0.62,
    top: index + 0.22,
    middle: middle(row, low, high, options.width),
  }));
  const words = { fontSize: 12, fill: 'var(--muted)' };
  return draw(
    {
      width: options.width,
      height: rows.length * rowHeight + 82,
      marginTop: 30,
      marginBottom: 52,
      marginLeft: 4,
      marginRight: 4,
      x: { type: 'log', domain: [low, high], axis: null },
      y: { domain: [rows.length, 0], axis: null },
      r: { type: 'identity' },
      marks: [
        Plot.rect([1], { x1: 1 / smallest, x2: smallest, y1: 0, y2: rows.length, fill: 'var(--wash)' }),
        Plot.ruleX(ticks, { stroke: 'var(--line)' }),
        Plot.ruleX([1], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
        Plot.ruleX([smallest], { stroke: 'var(--ink)', strokeDasharray: '3,3' }),
        Plot.text([1], {
          ...words,
          x: 1,
          text: () => 'no difference',
          frameAnchor: 'top',
          textAnchor: 'end',
          dx: -5,
          dy: -18,
        }),
        Plot.text([smallest], {
          ...words,
          x: smallest,
          text: () => `smallest that matters, ${smallest}`,
          frameAnchor: 'top',
          textAnchor: 'start',
          dx: 5,
          dy: -18,
        }),
        Plot.ruleY(placed, {
          x1: 'lower',
          x2: 'upper',
          y: 'y',
          stroke: 'var(--ink)',
          strokeWidth: (row) => (row.primary ? 3 : 1.75),
        }),
        Plot.dot(placed, {
          x: 'value',
          y: 'y',
          r: (row) => (row.primary ? 7 : 5),
          fill: (row) => (row.corrected ? 'var(--ink)' : 'var(--ground)'),
          stroke: 'var(--ink)',
          strokeWidth: 2.5,
        }),
        Plot.text(placed, {
          x: 'middle',
          y: 'top',
          text: 'label',
          fontSize: 12,
          fill: 'var(--ink)',
          stroke: 'var(--ground)',
          strokeWidth: 4,
          paintOrder: 'stroke',
        }),
        Plot.text(ticks, { ...words, x: (mark: number) => mark, text: tick, frameAnchor: 'bottom', dy: 18 }),
        Plot.text([low], {
          ...words,
          x: low,
          text: () => `← ${options.less}`,
          frameAnchor: 'bottom',
          textAnchor: 'start',
          dy: 40,
        }),
        Plot.text([high], {
          ...words,
          x: high,
          text: () => `${options.more} →`,
          frameAnchor: 'bottom',
          textAnchor: 'end',
          dy: 40,
        }),
      ],
    },
    options.alternative,
  );
}

/** Where a label is centred: over its point, but within the drawing. */
function middle({ label, factor }: IntervalRow, low: number, high: number, width: number): number {
  const half = Math.min(0.5, (label.length * characterWidth) / width / 2);
  const place = Math.log(factor.value / low) / Math.log(high / low);
  return low * (high / low) ** Math.min(1 - half, Math.max(half, place));
}

function tick(value: number): string {
  return value < 1 ? `1/${Math.round(1 / value)}` : String(value);
}
