import type { DistinctiveWord } from '../../model/distinctive.ts';
import type { Markup } from '../markup.ts';
import { draw, Plot } from './plot.ts';

export type WordsOptions = {
  /** The most distinctive words, in the order in which they are drawn from above. */
  readonly words: readonly DistinctiveWord[];
  readonly threshold: number | null;
  /** End of the scale of |z| that all drawings have in common. */
  readonly top: number;
  /** Names of the two sides. */
  readonly source: string;
  readonly policy: string;
  readonly alternative: string;
};

const rowHeight = 19;

/**
 * Words as points by z, the policy side left and the source side right, with a line from the least to the largest z of
 * the three priors and the counts of both sides. Filled beyond the threshold, of which dashed lines show the place.
 */
export function words({ words: shown, threshold, top, source, policy, alternative }: WordsOptions): Markup {
  const rows = shown.map((word, row) => ({
    ...word,
    row: row + 0.5,
    middle: word.z[1] ?? 0,
    least: Math.min(...word.z),
    most: Math.max(...word.z),
  }));
  const limits = threshold === null ? [] : [-threshold, threshold];
  const muted = { fontSize: 11, fill: 'var(--muted)' };
  return draw(
    {
      width: 440,
      height: rows.length * rowHeight + 56,
      marginTop: 24,
      marginBottom: 32,
      marginLeft: 128,
      marginRight: 70,
      x: { domain: [-top, top], axis: null },
      y: { domain: [rows.length, 0], axis: null },
      marks: [
        Plot.gridX({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleX([0], { stroke: 'var(--ink)' }),
        Plot.ruleX(limits, { stroke: 'var(--ink)', strokeDasharray: '3,3' }),
        Plot.ruleY(rows, { y: 'row', x1: 'least', x2: 'most', stroke: 'var(--muted)', strokeWidth: 1.5 }),
        Plot.dot(rows, {
          x: 'middle',
          y: 'row',
          r: 4,
          symbol: ({ side }: DistinctiveWord) => (side === 'source' ? 'circle' : 'square'),
          fill: ({ beyond }: DistinctiveWord) => (beyond === true ? 'var(--ink)' : 'var(--ground)'),
          stroke: 'var(--ink)',
          strokeWidth: 1.5,
        }),
        Plot.text(rows, {
          y: 'row',
          text: ({ word }) => (word.length > 18 ? `${word.slice(0, 17)}…` : word),
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -8,
          fontSize: 12,
          fill: 'var(--ink)',
        }),
        Plot.text(rows, {
          ...muted,
          y: 'row',
          text: (word) => `${word.source} : ${word.policy}`,
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 8,
        }),
        Plot.text([`← ${policy}`], { ...muted, frameAnchor: 'top-left', textAnchor: 'start', dy: -18 }),
        Plot.text([`${source} →`], { ...muted, frameAnchor: 'top-right', textAnchor: 'end', dy: -18 }),
        Plot.axisX({ ticks: 5, tickSize: 0, fontSize: 10, label: null, color: 'var(--muted)' }),
      ],
      symbol: { type: 'identity' },
    },
    alternative,
  );
}
