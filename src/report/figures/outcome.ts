import type { Finding } from '../../model/finding.ts';
import type { Markup } from '../markup.ts';
import { draw, Plot } from './plot.ts';

/** An interval in log odds, positive as claimed, 0 being no difference or the threshold; a bound may be infinite. */
export type Drawn = {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly corrected: boolean;
  /** Smallest effect that matters; 0 where the claim states a magnitude itself. */
  readonly smallest: number;
  /** The same without correction; null where it is the same. */
  readonly before: number | null;
};

/** What a finding draws on the scale that all hypotheses share; null without an interval. */
export function drawnOf(finding: Finding): Drawn | null {
  if (finding.verdict === 'NOT_TESTABLE') return null;
  const { estimate, uncorrected, corrected } = finding;
  if (estimate !== null) {
    const smallest = 'smallestEffect' in finding ? finding.smallestEffect : 0;
    const before = corrected && uncorrected !== null ? uncorrected.value : null;
    const { value, lower, upper } = estimate;
    return { value, lower, upper, corrected, smallest, before };
  }
  if (finding.kind !== 'threshold' || finding.share === null) return null;
  const { share, threshold, direction } = finding;
  const [low, middle, high] = [share.lower, share.value, share.upper].map((one) => centred(one, threshold));
  const ends = [low ?? 0, middle ?? 0, high ?? 0] as const;
  return direction === 'above'
    ? { lower: ends[0], value: ends[1], upper: ends[2], corrected, smallest: 0, before: null }
    : { lower: -ends[2], value: -ends[1], upper: -ends[0], corrected, smallest: 0, before: null };
}

function centred(share: number, threshold: number): number {
  if (share <= 0) return Number.NEGATIVE_INFINITY;
  if (share >= 1) return Number.POSITIVE_INFINITY;
  return Math.log(share / (1 - share)) - Math.log(threshold / (1 - threshold));
}

/** The end of the scale in log odds: wide enough for all, but never for the few that would flatten the rest. */
export function reachOf(drawn: readonly Drawn[]): number {
  const ends = drawn.flatMap(({ lower, upper }) => [Math.abs(lower), Math.abs(upper)]);
  return Math.min(Math.log(24), Math.max(Math.log(3), ...ends.filter(Number.isFinite)));
}

const width = 320;
const height = 34;

/**
 * One interval, small: the line in the middle is no difference or the threshold, the band what is too small to matter,
 * right of it as claimed. A hollow point is uncorrected; an arrow goes on beyond the scale.
 */
export function outcome(drawn: Drawn, reach: number, alternative: string): Markup {
  const within = (value: number) => Math.min(reach, Math.max(-reach, value));
  const { value, lower, upper, corrected, smallest, before } = drawn;
  const ends = [
    ...(lower < -reach ? [{ x: -reach, sign: '‹' }] : []),
    ...(upper > reach ? [{ x: reach, sign: '›' }] : []),
  ];
  return draw(
    {
      width,
      height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 8,
      marginRight: 8,
      x: { domain: [-reach, reach], axis: null },
      y: { domain: [0, 1], axis: null },
      r: { type: 'identity' },
      marks: [
        ...(smallest > 0
          ? [Plot.rect([1], { x1: -smallest, x2: smallest, y1: 0, y2: 1, fill: 'var(--wash)' })]
          : []),
        Plot.ruleX([0], { stroke: 'var(--muted)', strokeWidth: 1 }),
        ...(smallest > 0 ? [Plot.ruleX([smallest], { stroke: 'var(--muted)', strokeDasharray: '2,3' })] : []),
        Plot.ruleY([0.5], { x1: within(lower), x2: within(upper), stroke: 'var(--ink)', strokeWidth: 2 }),
        ...(before === null
          ? []
          : [
              Plot.dot([before], {
                x: within,
                y: 0.5,
                r: 4,
                fill: 'var(--ground)',
                stroke: 'var(--muted)',
                strokeWidth: 1.5,
              }),
            ]),
        Plot.dot([value], {
          x: within,
          y: 0.5,
          r: 4.5,
          fill: corrected ? 'var(--ink)' : 'var(--ground)',
          stroke: 'var(--ink)',
          strokeWidth: 2,
        }),
        Plot.text(ends, { x: 'x', y: 0.5, text: 'sign', fontSize: 15, fill: 'var(--ink)' }),
      ],
    },
    alternative,
  );
}
