import type { Trials } from './betabinomial.ts';
import { logBeta } from './gammaln.ts';
import { incompleteBeta } from './incompletebeta.ts';
import type { Bounds } from './proportion.ts';
import { sum } from './sum.ts';

/** Shares of groups drawn towards what they have in common, as far as the data ask for. */
export type Shrunken = {
  /** Posterior means of the groups' common mean and of the correlation within groups. */
  readonly mean: number;
  readonly rho: number;
  readonly groups: readonly { readonly mean: number; readonly interval: Bounds }[];
};

/** Cells a side of the grid over the mean and the correlation. */
const SIDE = 200;
/** Cells that hold less than this of the posterior between them are left out. */
const NEGLIGIBLE = 1e-8;
/** Every so manieth cell is enough to come near a quantile before all are asked. */
const COARSE = 12;

type Cell = {
  readonly shape1: number;
  readonly shape2: number;
  readonly weight: number;
  /** Logarithm of the beta function of the shapes. */
  readonly scale: number;
};

/**
 * Partial pooling by a beta-binomial model with a uniform prior over mean and correlation within groups, on a grid of
 * 200 by 200 midpoints (docs/method.md 3.6). Means and 95 % intervals are of mixtures over the grid. For display and
 * ranking, never for tests. Null without groups; a group without trials gets what the others suggest.
 */
export function gridBayes(groups: readonly Trials[]): Shrunken | null {
  if (groups.length === 0) return null;
  const grid = gridOf(groups);
  const heavy = heaviest(grid);
  return {
    mean: sum(grid.map((cell) => cell.weight * cell.mean)),
    rho: sum(grid.map((cell) => cell.weight * cell.rho)),
    groups: groups.map(({ successes, total }) => {
      const mean = sum(
        grid.map(({ shape1, shape2, weight }) => (weight * (shape1 + successes)) / (shape1 + shape2 + total)),
      );
      const own = heavy.map((cell) => {
        const [shape1, shape2] = [cell.shape1 + successes, cell.shape2 + total - successes];
        return { shape1, shape2, weight: cell.weight, scale: logBeta(shape1, shape2) };
      });
      return { mean, interval: { lower: quantile(own, 0.025, mean), upper: quantile(own, 0.975, mean) } };
    }),
  };
}

function gridOf(groups: readonly Trials[]) {
  const midpoints = Array.from({ length: SIDE }, (_, at) => (at + 0.5) / SIDE);
  const cells = midpoints.flatMap((mean) =>
    midpoints.map((rho) => {
      const [shape1, shape2] = [(mean * (1 - rho)) / rho, ((1 - mean) * (1 - rho)) / rho];
      const own = logBeta(shape1, shape2);
      const height = sum(
        groups.map(({ successes, total }) => logBeta(shape1 + successes, shape2 + total - successes) - own),
      );
      return { mean, rho, shape1, shape2, height };
    }),
  );
  const highest = cells.reduce((most, { height }) => Math.max(most, height), Number.NEGATIVE_INFINITY);
  return evened(cells.map((cell) => ({ ...cell, weight: Math.exp(cell.height - highest) })));
}

/** The cells that hold all but a negligible part of the posterior, the heaviest first. */
function heaviest<One extends { readonly weight: number }>(cells: readonly One[]): readonly One[] {
  const heavy = cells.toSorted((one, other) => other.weight - one.weight);
  let [kept, left] = [heavy.length, NEGLIGIBLE];
  while (kept > 1 && left > (heavy[kept - 1]?.weight ?? 0)) left -= heavy[--kept]?.weight ?? 0;
  return evened(heavy.slice(0, kept));
}

/** The same cells with weights that sum to 1. */
function evened<One extends { readonly weight: number }>(cells: readonly One[]): readonly One[] {
  const total = sum(cells.map(({ weight }) => weight));
  return cells.map((cell) => ({ ...cell, weight: cell.weight / total }));
}

/** Quantile of a mixture of beta distributions, the heaviest first. */
function quantile(cells: readonly Cell[], p: number, start: number): number {
  const coarse = evened(cells.filter((_, at) => at % COARSE === 0));
  return solve(cells, p, solve(coarse, p, start));
}

/** Newton's method in log odds, kept between bounds that close in from both sides. */
function solve(cells: readonly Cell[], p: number, start: number): number {
  let [low, high] = [0, 1];
  let x = start;
  for (let step = 0; step < 200; step++) {
    const { below, density } = mixture(cells, x);
    if (below < p) low = x;
    else high = x;
    const slope = density * x * (1 - x);
    const move = slope > 0 ? (p - below) / slope : 0;
    const logit = Math.log(x / (1 - x)) + Math.max(-4, Math.min(4, move));
    const next = move === 0 ? (low + high) / 2 : 1 / (1 + Math.exp(-logit));
    const inside = next > low && next < high ? next : (low + high) / 2;
    // A step doubles the digits that are right, so that after one as small as this nothing is left to do.
    if (Math.abs(inside - x) < (inside === next ? 1e-6 : 1e-12)) return inside;
    x = inside;
  }
  return x;
}

/** Distribution function and density of a mixture at a point inside 0 to 1. */
function mixture(cells: readonly Cell[], x: number): { readonly below: number; readonly density: number } {
  let [below, density] = [0, 0];
  const [log, rest] = [Math.log(x), Math.log1p(-x)];
  for (const { shape1, shape2, weight, scale } of cells) {
    below += weight * incompleteBeta(x, shape1, shape2, scale);
    const height = (shape1 - 1) * log + (shape2 - 1) * rest - scale;
    if (height < 700) density += weight * Math.exp(height);
  }
  return { below, density: Number.isFinite(density) ? density : 0 };
}
