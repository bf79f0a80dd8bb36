import type { Factor } from '../../model/finding.ts';
import type { Markup } from '../markup.ts';
import { draw, Plot, targets } from './plot.ts';

/** One interval of a drawing. */
export type IntervalRow = {
  readonly label: string;
  /** What it came to in words, beside the label. */
  readonly number: string;
  readonly factor: Factor;
  readonly corrected: boolean;
  readonly primary: boolean;
  /** The same without correction, drawn lighter below it; null where it is the same. */
  readonly before: { readonly number: string; readonly factor: Factor } | null;
  /** Where its points lead; nowhere where left out. */
  readonly href?: string | null;
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

const lineHeight = 16;
/** From the last line of words to the middle of its interval, and from there to the next words. */
const drop = 18;
const gap = 22;
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
 * that matters either way. A hollow point is uncorrected, a filled one corrected; where both are known the uncorrected
 * one stands lighter below it.
 */
export function intervals(rows: readonly IntervalRow[], options: IntervalsOptions): Markup {
  const { smallest, width } = options;
  const factors = rows.flatMap(({ factor, before }) => [factor, ...(before === null ? [] : [before.factor])]);
  const high = Math.max(smallest * 2.5, ...factors.map(({ upper }) => upper * 1.2));
  const room = labelWidth / width;
  const low = Math.min(0.4, high ** (-room / (1 - room)), ...factors.map(({ lower }) => lower / 1.2));
  const ticks = marks.filter((mark) => mark >= low && mark <= high);
  const { placed, height } = place(rows, width);
  const labels = placed.map((one) => ({ ...one, middle: middle(one, low, high, width) }));
  const words = { fontSize: 12, fill: 'var(--muted)' };
  return draw(
    {
      width,
      height: height + 82,
      marginTop: 30,
      marginBottom: 52,
      marginLeft: 4,
      marginRight: 4,
      x: { type: 'log', domain: [low, high], axis: null },
      y: { domain: [height, 0], axis: null },
      r: { type: 'identity' },
      marks: [
        Plot.rect([1], { x1: 1 / smallest, x2: smallest, y1: 0, y2: height, fill: 'var(--wash)' }),
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
          x1: ({ factor }) => factor.lower,
          x2: ({ factor }) => factor.upper,
          y: 'y',
          stroke: 'ink',
          strokeWidth: 'weight',
        }),
        Plot.dot(placed, {
          x: ({ factor }) => factor.value,
          y: 'y',
          r: 'radius',
          fill: ({ filled }) => (filled ? 'var(--ink)' : 'var(--ground)'),
          stroke: 'ink',
          strokeWidth: ({ weight }) => Math.min(2.5, weight + 0.5),
        }),
        Plot.text(labels, {
          x: 'middle',
          y: 'top',
          text: 'text',
          fontSize: 12,
          lineHeight: lineHeight / 12,
          lineAnchor: 'top',
          fill: 'ink',
          stroke: 'var(--ground)',
          strokeWidth: 4,
          paintOrder: 'stroke',
        }),
        ...targets(
          placed.map(({ factor, y, says, href }) => ({
            x: factor.value,
            y,
            href,
            says,
          })),
        ),
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

/** One interval with its words, and how far down each stands in px. */
type Placed = {
  readonly text: string;
  readonly factor: Factor;
  readonly top: number;
  readonly y: number;
  readonly ink: string;
  readonly weight: number;
  readonly radius: number;
  readonly filled: boolean;
  readonly href: string | null;
  /** The same in words for whoever hears where it leads. */
  readonly says: string;
};

function place(
  rows: readonly IntervalRow[],
  width: number,
): { readonly placed: readonly Placed[]; readonly height: number } {
  let top = 4;
  const placed = rows.flatMap(({ label, number, factor, corrected, primary, before, href = null }) => {
    const ink = 'var(--ink)';
    const own = { factor, filled: corrected, ink, weight: primary ? 3 : 1.75, radius: primary ? 7 : 5, href };
    const lighter = { href, filled: false, ink: 'var(--muted)', weight: 1.25, radius: primary ? 5 : 4 };
    const said = before === null ? number : `corrected ${number}`;
    return [
      down(fitted(label, said, width), { ...own, says: `${label}: ${said}` }),
      ...(before === null
        ? []
        : [
            down(`uncorrected ${before.number}`, {
              ...lighter,
              factor: before.factor,
              says: `${label}: uncorrected ${before.number}`,
            }),
          ]),
    ];
  });
  return { placed, height: top };

  function down(text: string, one: Omit<Placed, 'text' | 'top' | 'y'>): Placed {
    const from = top;
    const y = from + lineHeight * (text.split('\n').length - 1) + lineHeight / 2 + drop;
    top = y + gap;
    return { ...one, text, top: from, y };
  }
}

/** Label and number in one line, or in two where one is too narrow. */
function fitted(label: string, number: string, width: number): string {
  const line = `${label}: ${number}`;
  return line.length * characterWidth <= width ? line : `${label}\n${number}`;
}

/** Where words are centred: over their point, but within the drawing. */
function middle({ text, factor }: Placed, low: number, high: number, width: number): number {
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  const half = Math.min(0.5, (longest * characterWidth) / width / 2);
  const at = Math.log(factor.value / low) / Math.log(high / low);
  return low * (high / low) ** Math.min(1 - half, Math.max(half, at));
}

function tick(value: number): string {
  return value < 1 ? `1/${Math.round(1 / value)}` : String(value);
}
