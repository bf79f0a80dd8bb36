import { apply, dot, eigen, inverse, type Rows, times, transpose } from './matrix.ts';
import { sum } from './sum.ts';

/** Observations that belong together: their regressors, the constant among them, and their outcomes. */
export type ClusterData = { readonly x: Rows; readonly y: readonly number[] };

/** All of a cluster that the estimators below need, whatever its size. */
type Cluster = { readonly xx: Rows; readonly xy: readonly number[] };

/** A least-squares fit with one coefficient's cluster-robust standard errors. */
export type ClusterRegression = {
  readonly coefficients: readonly number[];
  /** CR0; CR1 (times G/(G-1), with G clusters); CR2 (Bell and McCaffrey 2002); CR3, close to a jackknife. */
  readonly standardErrors: {
    readonly cr0: number;
    readonly cr1: number;
    readonly cr2: number;
    readonly cr3: number;
  };
  /** Of CR2 by Satterthwaite; null where CR2 has no spread. */
  readonly degreesOfFreedom: number | null;
};

/**
 * Least squares with standard errors for the coefficient at `place` that hold with few clusters (Pustejovsky and
 * Tipton 2018). Null where the regressors are dependent or there are fewer than two clusters.
 */
export function clusterRegression(data: readonly ClusterData[], place: number): ClusterRegression | null {
  const clusters = data.map(clusterOf);
  const fit = leastSquares(clusters);
  if (fit === null || clusters.length < 2) return null;
  const { bread, coefficients } = fit;
  const contrast = bread[place] ?? [];
  const residuals = clusters.map(({ xx, xy }) =>
    apply(xx, coefficients).map((value, at) => (xy[at] ?? 0) - value),
  );
  const g = clusters.length;
  const plain = sum(residuals.map((score) => dot(contrast, score) ** 2));
  const weights = (power: number) => clusters.map(({ xx }) => adjusted(bread, xx, contrast, power));
  const cr2 = weights(-1 / 2);
  const variance = (adjustment: readonly (readonly number[])[]) =>
    sum(residuals.map((score, at) => dot(adjustment[at] ?? [], score) ** 2));
  return {
    coefficients,
    standardErrors: {
      cr0: Math.sqrt(plain),
      cr1: Math.sqrt(plain * (g / (g - 1))),
      cr2: Math.sqrt(variance(cr2)),
      cr3: Math.sqrt(variance(weights(-1))),
    },
    degreesOfFreedom: satterthwaite(clusters, bread, cr2),
  };
}

/** The sums of a cluster's products. */
export function clusterOf({ x, y }: ClusterData): Cluster {
  const columns = transpose(x);
  return { xx: times(columns, x), xy: columns.map((column) => dot(column, y)) };
}

/** Least squares from clusters' sums: `bread` is the inverse of X'X; null where regressors are dependent. */
export function leastSquares(
  clusters: readonly Cluster[],
): { readonly bread: Rows; readonly coefficients: readonly number[] } | null {
  const first = clusters[0];
  if (first === undefined) return null;
  const all = first.xx.map((row, at) =>
    row.map((_, column) => sum(clusters.map(({ xx }) => xx[at]?.[column] ?? 0))),
  );
  const bread = inverse(all);
  if (bread === null) return null;
  return {
    bread,
    coefficients: apply(
      bread,
      first.xy.map((_, at) => sum(clusters.map(({ xy }) => xy[at] ?? 0))),
    ),
  };
}

/**
 * `(I - H)^power X bread c` as a combination of a cluster's regressors, H its block of the hat matrix. H has as
 * many eigenvalues other than 0 as there are regressors, so no matrix of the cluster's size is needed.
 */
function adjusted(bread: Rows, xx: Rows, contrast: readonly number[], power: number): readonly number[] {
  const { values, vectors } = eigen(bread);
  const root = vectors.map((row) => row.map((value, at) => value * Math.sqrt(Math.max(0, values[at] ?? 0))));
  const block = eigen(times(times(transpose(root), xx), root));
  const scales = block.values.map((value) => {
    // Nothing of the cluster beyond rounding in this direction, or nothing left of it: Moore-Penrose.
    if (value < 1e-12) return 0;
    return ((1 - value < 1e-10 ? 0 : (1 - value) ** power) - 1) / value;
  });
  const inner = times(root, block.vectors);
  const onto = apply(transpose(inner), apply(xx, contrast));
  const change = apply(
    inner,
    onto.map((value, at) => value * (scales[at] ?? 0)),
  );
  return contrast.map((value, at) => value + (change[at] ?? 0));
}

/** Degrees of freedom under independent errors of one variance: `trace(P)^2 / sum of squares of P`. */
function satterthwaite(clusters: readonly Cluster[], bread: Rows, weights: Rows): number | null {
  const onto = clusters.map(({ xx }, at) => apply(xx, weights[at] ?? []));
  let [trace, squares] = [0, 0];
  for (const [one, left] of onto.entries()) {
    const through = apply(bread, left);
    for (const [other, right] of onto.entries()) {
      const own = one === other ? dot(weights[one] ?? [], left) : 0;
      const value = own - dot(through, right);
      if (one === other) trace += value;
      squares += value ** 2;
    }
  }
  return trace > 0 && squares > 0 ? trace ** 2 / squares : null;
}
