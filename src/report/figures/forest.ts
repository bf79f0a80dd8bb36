import type { Markup } from '../markup.ts';
import type { Drawn } from './outcome.ts';
import { draw, Plot } from './plot.ts';

/** One hypothesis with its interval. */
export type ForestRow = {
  readonly id: string;
  readonly label: string;
  readonly number: string;
  readonly words: string;
  readonly drawn: Drawn;
};

const rowHeight = 30;
const width = 900;

/** Intervals on one scale of log odds, a row each with its name, number and verdict; arrows go on beyond the scale. */
export function forest(rows: readonly ForestRow[], reach: number, alternative: string): Markup {
  const within = (value: number) => Math.min(reach, Math.max(-reach, value));
  const placed = rows.map((row, at) => ({ ...row, ...row.drawn, y: at + 0.5 }));
  const beyond = placed.flatMap(({ lower, upper, y }) => [
    ...(lower < -reach ? [{ x: -reach, y, sign: '‹' }] : []),
    ...(upper > reach ? [{ x: reach, y, sign: '›' }] : []),
  ]);
  const before = placed.flatMap(({ before: value, y }) => (value === null ? [] : [{ value, y }]));
  const words = { fontSize: 12, fill: 'var(--ink)' };
  const muted = { fontSize: 11, fill: 'var(--muted)' };
  return draw(
    {
      width,
      height: rows.length * rowHeight + 56,
      marginTop: 26,
      marginBottom: 30,
      marginLeft: 300,
      marginRight: 300,
      x: { domain: [-reach, reach], axis: null },
      y: { domain: [rows.length, 0], axis: null },
      r: { type: 'identity' },
      marks: [
        Plot.rect(
          placed.filter(({ smallest }) => smallest > 0),
          {
            x1: ({ smallest }) => -smallest,
            x2: 'smallest',
            y1: ({ y }) => y - 0.4,
            y2: ({ y }) => y + 0.4,
            fill: 'var(--wash)',
          },
        ),
        Plot.ruleX([0], { stroke: 'var(--ink)' }),
        Plot.ruleY(placed, {
          x1: ({ lower }) => within(lower),
          x2: ({ upper }) => within(upper),
          y: 'y',
          stroke: 'var(--ink)',
          strokeWidth: 2,
        }),
        Plot.dot(before, {
          x: ({ value }) => within(value),
          y: 'y',
          r: 4,
          fill: 'var(--ground)',
          stroke: 'var(--muted)',
          strokeWidth: 1.5,
        }),
        Plot.dot(placed, {
          x: ({ value }) => within(value),
          y: 'y',
          r: 4.5,
          fill: ({ corrected }) => (corrected ? 'var(--ink)' : 'var(--ground)'),
          stroke: 'var(--ink)',
          strokeWidth: 2,
        }),
        Plot.text(beyond, { x: 'x', y: 'y', text: 'sign', fontSize: 15, fill: 'var(--ink)' }),
        Plot.text(placed, {
          ...words,
          y: 'y',
          text: ({ id, label }) => clipped(`${id}  ${label}`),
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -12,
        }),
        Plot.text(placed, {
          ...words,
          y: 'y',
          text: ({ number, words: verdict }) => `${number}  ${verdict}`,
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 12,
        }),
        Plot.text(['← against'], { ...muted, frameAnchor: 'top-left', textAnchor: 'start', dy: -18 }),
        Plot.text(['as claimed →'], { ...muted, frameAnchor: 'top-right', textAnchor: 'end', dy: -18 }),
        Plot.axisX({
          ticks: 5,
          tickSize: 0,
          fontSize: 10,
          label: 'log odds',
          labelAnchor: 'center',
          labelArrow: 'none',
          color: 'var(--muted)',
        }),
      ],
    },
    alternative,
  );
}

function clipped(label: string): string {
  return label.length > 46 ? `${label.slice(0, 45)}…` : label;
}
