import type { SpecificationRow } from '../../model/robustness.ts';
import type { Markup } from '../markup.ts';
import { draw, Plot } from './plot.ts';

/** One line of the grid: a choice in words, and which specifications make it. */
export type GridRow = {
  readonly label: string;
  /** True of the first choice of a factor, over which its name stands. */
  readonly factor: string | null;
  readonly holds: (row: SpecificationRow) => boolean;
};

export type CurveOptions = {
  readonly width: number;
  readonly grid: readonly GridRow[];
  readonly alternative: string;
};

const height = 230;
const gridHeight = 15;
const labelWidth = 232;
/** Specifications side by side share a cell of the grid, whose darkness says how many of them make the choice. */
const cells = 72;

type Known = SpecificationRow & { readonly value: NonNullable<SpecificationRow['value']> };

/** All estimates in ascending order with the band of their intervals, and below which choices they come from. */
export function specificationCurve(rows: readonly SpecificationRow[], options: CurveOptions): Markup {
  const known = rows
    .filter((row): row is Known => row.value !== null)
    .toSorted((one, other) => one.value - other.value);
  const points = known.map((row, place) => ({
    place,
    value: row.value,
    lower: row.lower ?? row.value,
    upper: row.upper ?? row.value,
    primary: row.primary,
  }));
  const bottom = Math.min(0, ...points.map(({ lower }) => lower));
  const top = Math.max(0.5, ...points.map(({ upper }) => upper));
  const unit = (top - bottom) / height;
  const { lines, squares } = gridOf(known, options.grid);
  const small = { fontSize: 11, fill: 'var(--muted)' };
  const y = (line: number) => bottom - (24 + line * gridHeight) * unit;
  const floor = y(lines.length + 1);
  const ticks = ticksOf(bottom, top);
  return draw(
    {
      width: options.width,
      height: (top - floor) / unit + 24,
      marginTop: 18,
      marginBottom: 6,
      marginLeft: labelWidth,
      marginRight: 8,
      x: { domain: [0, Math.max(1, known.length)], axis: null },
      y: { domain: [floor, top], axis: null },
      opacity: { type: 'identity' },
      marks: [
        Plot.ruleY(ticks, { stroke: 'var(--line)' }),
        Plot.areaY(points, { x: 'place', y1: 'lower', y2: 'upper', fill: 'var(--wash)' }),
        Plot.ruleY([0], { stroke: 'var(--ink)', strokeWidth: 1.5 }),
        Plot.lineY(points, { x: 'place', y: 'value', stroke: 'var(--ink)', strokeWidth: 2 }),
        Plot.ruleX(
          points.filter(({ primary }) => primary),
          { x: 'place', y1: floor, y2: top, stroke: 'var(--ink)', strokeDasharray: '3,3' },
        ),
        Plot.dot(
          points.filter(({ primary }) => primary),
          { x: 'place', y: 'value', r: 6, fill: 'var(--ground)', stroke: 'var(--ink)', strokeWidth: 2.5 },
        ),
        Plot.text(ticks, {
          ...small,
          y: (tick: number) => tick,
          text: (tick: number) => factorLabel(tick),
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -8,
        }),
        Plot.rect(squares, {
          x1: 'from',
          x2: 'to',
          y1: ({ line }) => y(line + 0.12),
          y2: ({ line }) => y(line + 0.88),
          fill: 'var(--ink)',
          fillOpacity: 'share',
        }),
        ...[true, false].map((isName) =>
          Plot.text(
            lines.filter((line) => line.isName === isName),
            {
              ...small,
              y: ({ line }) => y(line + 0.5),
              text: 'label',
              fill: 'var(--ink)',
              fontWeight: isName ? 700 : 400,
              frameAnchor: 'left',
              textAnchor: 'end',
              dx: -8,
            },
          ),
        ),
      ],
    },
    options.alternative,
  );
}

function gridOf(known: readonly SpecificationRow[], grid: readonly GridRow[]) {
  const lines: { line: number; label: string; isName: boolean }[] = [];
  const squares: { line: number; from: number; to: number; share: number }[] = [];
  const columns = Math.min(cells, known.length);
  for (const { label, factor, holds } of grid) {
    if (factor !== null) lines.push({ line: lines.length, label: factor, isName: true });
    const line = lines.length;
    lines.push({ line, label, isName: false });
    for (let column = 0; column < columns; column++) {
      const [from, to] = [column, column + 1].map((edge) => Math.round((edge * known.length) / columns));
      const within = known.slice(from, to);
      const share = within.filter(holds).length / Math.max(1, within.length);
      if (share > 0 && from !== undefined && to !== undefined)
        squares.push({ line, from, to, share: Math.round(share * 20) / 20 });
    }
  }
  return { lines, squares };
}

/** Factors that read well, in log odds, within the drawing. */
function ticksOf(bottom: number, top: number): readonly number[] {
  const span = (top - bottom) / Math.LN2;
  const step = Math.max(1, Math.ceil(span / 6)) * Math.LN2;
  const ticks: number[] = [];
  for (let tick = Math.ceil(bottom / step); tick * step <= top; tick++) ticks.push(tick * step);
  return ticks;
}

function factorLabel(logarithm: number): string {
  const factor = Math.exp(Math.abs(logarithm));
  const rounded = String(Math.round(factor));
  return Math.abs(logarithm) < 1e-9 ? 'no difference' : logarithm < 0 ? `1/${rounded}` : `${rounded} times`;
}
