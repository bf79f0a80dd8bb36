import type { Look } from '../frames.ts';
import type { Markup } from '../markup.ts';
import { counted } from '../numbers.ts';
import { eventNumbers } from './event-numbers.ts';
import { draw, Plot, targets } from './plot.ts';

/** One bin of time: its object passages, and how many of them carry each frame. */
export type Bin = {
  readonly from: number;
  readonly label: string;
  readonly passages: number;
  readonly presence: Readonly<Record<string, number>>;
};

/** A frame as a line: `look` is what tells it apart. */
export type Line = { readonly code: string; readonly label: string; readonly look: Look };

export type YearsOptions = {
  /** Every bin of the scale, empty ones too. */
  readonly bins: readonly Bin[];
  readonly lines: readonly Line[];
  /** End of the scale of shares that all panels have in common. */
  readonly top: number;
  /** Width of a bin in years. */
  readonly step: number;
  /** Numbered events, in years with fractions. */
  readonly events: readonly number[];
  /** Where the passages of a point are; nothing leads anywhere where left out. */
  readonly linkOf?: (line: Line, bin: Bin) => string | null;
  readonly alternative: string;
};

/** In pixels: of the drawing, and of the room for shares and for the names of lines beside it. */
const [width, left, right] = [400, 34, 104];
/** Fewest passages for a filled point. */
const firm = 10;

/** Shares over time, a line for each frame, broken where there are no documents; counts under the axis. */
export function years(options: YearsOptions): Markup {
  const { bins, lines, top, step, events, linkOf = () => null, alternative } = options;
  const first = bins[0]?.from ?? 0;
  const last = (bins.at(-1)?.from ?? 0) + step;
  const points = lines.flatMap((line) =>
    bins.map((bin) => ({
      tone: `var(--${line.look.tone})`,
      code: line.code,
      x: bin.from + step / 2,
      y: bin.passages === 0 ? Number.NaN : (bin.presence[line.code] ?? 0) / bin.passages,
      firm: bin.passages >= firm,
      symbol: line.look.symbol,
      href: (bin.presence[line.code] ?? 0) === 0 ? null : linkOf(line, bin),
      says: `${line.label}, ${bin.label}: ${bin.presence[line.code] ?? 0} of ${counted(bin.passages, 'passage')}`,
    })),
  );
  const ends = labelled(lines, points, top);
  const pixels = (width - left - right) / (last - first);
  const numbered = eventNumbers(events, pixels);
  const widest = Math.max(0, ...bins.map(({ label }) => label.length)) * 6 + 8;
  const every = Math.max(1, Math.ceil(widest / (pixels * step)));
  const small = { fontSize: 10, fill: 'var(--muted)' };
  return draw(
    {
      width,
      height: 236,
      marginLeft: left,
      marginRight: right,
      marginTop: 20,
      marginBottom: 46,
      x: { domain: [first, last], axis: null },
      y: { domain: [0, top], axis: null },
      symbol: { type: 'identity' },
      marks: [
        Plot.axisY({
          ticks: 4,
          tickFormat: (share: number) => `${Math.round(share * 100)} %`,
          tickSize: 0,
          fontSize: 10,
          label: null,
          color: 'var(--muted)',
        }),
        Plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleX(events, { stroke: 'var(--muted)', strokeDasharray: '2,3' }),
        Plot.text(numbered, { ...small, x: 'at', text: 'number', frameAnchor: 'top', dy: -14 }),
        Plot.line(points, { x: 'x', y: 'y', z: 'code', stroke: 'tone', strokeWidth: 1.75 }),
        Plot.dot(points, {
          x: 'x',
          y: 'y',
          symbol: 'symbol',
          r: 4,
          fill: (point) => (point.firm ? point.tone : 'var(--ground)'),
          stroke: 'tone',
          strokeWidth: 1.5,
        }),
        Plot.text(ends, {
          x: () => last,
          y: 'y',
          text: 'label',
          textAnchor: 'start',
          dx: 6,
          fontSize: 11,
          fill: 'var(--ink)',
        }),
        Plot.ruleY([0], { stroke: 'var(--ink)' }),
        ...targets(points),
        Plot.text(
          bins.filter((_, index) => index % every === 0),
          { ...small, x: (bin: Bin) => bin.from + step / 2, text: 'label', frameAnchor: 'bottom', dy: 15 },
        ),
        Plot.text(bins, {
          ...small,
          fontSize: 9,
          x: (bin: Bin) => bin.from + step / 2,
          text: ({ passages }: Bin) => (passages === 0 ? '' : String(passages)),
          frameAnchor: 'bottom',
          dy: 31,
        }),
        Plot.text(['n'], {
          ...small,
          fontStyle: 'italic',
          frameAnchor: 'bottom-left',
          textAnchor: 'end',
          dx: -6,
          dy: 31,
        }),
      ],
    },
    alternative,
  );
}

type Point = { readonly code: string; readonly y: number };

/** Labels at the height of each line's last point, pushed apart where they would overlap. */
function labelled(
  lines: readonly Line[],
  points: readonly Point[],
  top: number,
): { label: string; y: number }[] {
  const ends = lines
    .map(({ code, label, look }) => ({
      label,
      look,
      y: points.findLast((point) => point.code === code && !Number.isNaN(point.y))?.y ?? 0,
    }))
    .sort((a, b) => a.y - b.y);
  let floor = Number.NEGATIVE_INFINITY;
  return ends.map(({ label, y }) => {
    const height = Math.max(y, floor);
    floor = height + top / 13;
    return { label, y: height };
  });
}
