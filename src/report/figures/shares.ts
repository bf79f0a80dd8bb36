import type { Tone } from '../frames.ts';
import type { Markup } from '../markup.ts';
import { count, counted, percent } from '../numbers.ts';
import { draw, Plot } from './plot.ts';

/** One bar: the share of object passages with a frame. */
export type ShareRow = {
  readonly label: string;
  readonly tone: Tone;
  readonly share: number;
  readonly presence: number;
  /** Where its passages are; null where nothing leads there. */
  readonly href?: string | null;
};

const barHeight = 25;

/** Shares as bars with their values and counts beside them; `top` is the end of the scale that all panels have in common. */
export function shares(rows: readonly ShareRow[], top: number, alternative: string): Markup {
  return draw(
    {
      width: 316,
      height: rows.length * barHeight + 4,
      marginLeft: 144,
      marginRight: 62,
      marginTop: 2,
      marginBottom: 2,
      x: { domain: [0, top], axis: null },
      y: { domain: rows.map(({ label }) => label), axis: null, padding: 0.3 },
      marks: [
        Plot.barX(rows, { x: 'share', y: 'label', fill: ({ tone }: ShareRow) => `var(--${tone})` }),
        Plot.text(rows, {
          y: 'label',
          text: ({ label }: ShareRow) => clipped(label),
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -6,
          fontSize: 12,
          fill: 'var(--ink)',
        }),
        Plot.text(rows, {
          x: 'share',
          y: 'label',
          text: ({ share, presence }: ShareRow) => `${percent(share)}  ${count(presence)}`,
          textAnchor: 'start',
          dx: 5,
          fontSize: 12,
          fill: 'var(--ink)',
        }),
        Plot.ruleX([0], { stroke: 'var(--ink)' }),
        ...rows.flatMap((row) =>
          (row.href ?? null) === null
            ? []
            : [
                Plot.barX([row], {
                  x1: 0,
                  x2: top,
                  y: 'label',
                  insetTop: -3,
                  insetBottom: -3,
                  insetLeft: -140,
                  insetRight: -58,
                  fill: 'transparent',
                  href: 'href',
                  title: ({ label, share, presence }: ShareRow) =>
                    `${label}: ${percent(share)}, ${counted(presence, 'passage')}`,
                }),
              ],
        ),
      ],
    },
    alternative,
  );
}

function clipped(label: string): string {
  return label.length > 22 ? `${label.slice(0, 21)}…` : label;
}
