import { type ClusterData, clusterOf, leastSquares } from './clusterregression.ts';
import { apply, dot, type Rows } from './matrix.ts';
import { isAtLeast, pValue, type Tally } from './pvalue.ts';
import { type Replicates, substream } from './substream.ts';
import { sum } from './sum.ts';

/** Webb's six points, which leave no ties with few clusters. */
const WEBB = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];
const RADEMACHER = [-1, 1];

/** Up to this many vectors of signs are all tried. */
const MOST_SIGNS = 4096;

/** Wild cluster bootstrap test that a coefficient is 0. */
export type WildTest = {
  /** The coefficient over its CR1 standard error. */
  readonly t: number;
  readonly greater: Tally;
  readonly twoSided: Tally;
  readonly pGreater: number;
  readonly pTwoSided: number;
};

/**
 * Wild cluster bootstrap with the null imposed (Cameron, Gelbach and Miller 2008) for the coefficient at `place`,
 * studentised with CR1. Signs (Rademacher), all of them where there are at most 4,096, else and for `webb` weights
 * those that `replicates` names. Null where regressors are dependent, clusters fewer than two or residuals all 0.
 */
export function wildBootstrap(
  data: readonly ClusterData[],
  place: number,
  weights: 'rademacher' | 'webb',
  replicates: Replicates,
): WildTest | null {
  const clusters = data.map(clusterOf);
  const full = leastSquares(clusters);
  if (full === null || clusters.length < 2) return null;
  const squares = clusters.map(({ xx }) => xx);
  const scale = clusters.length / (clusters.length - 1);
  const t = statistic(
    full.bread,
    squares,
    clusters.map(({ xy }) => xy),
    place,
    scale,
  );
  const scores = restrictedScores(data, place);
  if (t === null || scores === null) return null;
  const points = weights === 'webb' ? WEBB : RADEMACHER;
  const exact = weights === 'rademacher' && 2 ** clusters.length <= MOST_SIGNS;
  const [from, to] = exact ? [0, 2 ** clusters.length] : [replicates.from, replicates.to];
  let [greater, twoSided] = [0, 0];
  for (let replicate = from; replicate < to; replicate++) {
    const random = exact ? null : substream(replicates.seed, replicates.name, replicate);
    const weighted = scores.map((score, cluster) => {
      const point = random === null ? (replicate >> cluster) & 1 : random.below(points.length);
      return score.map((value) => value * (points[point] ?? 0));
    });
    // With the null imposed only the disturbances matter: the fitted part drops out of the coefficient.
    const value = statistic(full.bread, squares, weighted, place, scale);
    if (value === null || isAtLeast(value, t)) greater++;
    if (value === null || isAtLeast(Math.abs(value), Math.abs(t))) twoSided++;
  }
  const all = Math.max(0, to - from);
  const tallies = { greater: { atLeast: greater, all, exact }, twoSided: { atLeast: twoSided, all, exact } };
  const [pGreater, pTwoSided] = [pValue(tallies.greater), pValue(tallies.twoSided)];
  return pGreater === null || pTwoSided === null ? null : { t, ...tallies, pGreater, pTwoSided };
}

/** A coefficient over its CR1 standard error, from clusters' X'X and X'y; null without a spread. */
function statistic(
  bread: Rows,
  squares: readonly Rows[],
  products: Rows,
  place: number,
  scale: number,
): number | null {
  const total = (products[0] ?? []).map((_, at) => sum(products.map((product) => product[at] ?? 0)));
  const coefficients = apply(bread, total);
  const contrast = bread[place] ?? [];
  const spread = sum(
    products.map(
      (product, at) => (dot(contrast, product) - dot(contrast, apply(squares[at] ?? [], coefficients))) ** 2,
    ),
  );
  const standardError = Math.sqrt(scale * spread);
  return standardError > 1e-12 * Math.abs(coefficients[place] ?? 0) && standardError > 0
    ? (coefficients[place] ?? 0) / standardError
    : null;
}

/** X'u of each cluster, with u the residuals of the fit without the coefficient at `place`. */
function restrictedScores(data: readonly ClusterData[], place: number): Rows | null {
  const without = data.map(({ x, y }) => ({ x: x.map((row) => row.toSpliced(place, 1)), y }));
  const fit = (without[0]?.x[0] ?? []).length === 0 ? null : leastSquares(without.map(clusterOf));
  if (fit === null && (without[0]?.x[0] ?? []).length > 0) return null;
  return data.map(({ x, y }, cluster) => {
    const fitted = apply(without[cluster]?.x ?? [], fit?.coefficients ?? []);
    return (x[0] ?? []).map((_, at) =>
      dot(
        x.map((row) => row[at] ?? 0),
        y.map((value, row) => value - (fitted[row] ?? 0)),
      ),
    );
  });
}
