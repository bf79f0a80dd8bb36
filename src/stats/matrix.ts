import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Rows of a matrix. */
export type Rows = readonly (readonly number[])[];

/** Inverse of a symmetric matrix; null unless it is positive definite beyond rounding. */
export function inverse(matrix: Rows): Rows | null {
  const scale = matrix.map((row, at) => Math.sqrt(row[at] ?? 0));
  if (!scale.every((root) => root > 0 && Number.isFinite(root))) return null;
  // Unit diagonal, so that columns of very different size do not look dependent.
  const unit = new Matrix(
    matrix.map((row, at) => row.map((value, column) => value / ((scale[at] ?? 1) * (scale[column] ?? 1)))),
  );
  const cholesky = new CholeskyDecomposition(unit);
  if (!cholesky.isPositiveDefinite()) return null;
  const factor = cholesky.lowerTriangularMatrix.to2DArray();
  if (factor.some((row, at) => !((row[at] ?? 0) > 1e-7))) return null;
  const solved = cholesky.solve(Matrix.eye(matrix.length)).to2DArray();
  return solved.map((row, at) =>
    row.map((value, column) => value / ((scale[at] ?? 1) * (scale[column] ?? 1))),
  );
}

/** Eigenvalues of a symmetric matrix and its eigenvectors as columns. */
export function eigen(matrix: Rows): { readonly values: readonly number[]; readonly vectors: Rows } {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(mutable(matrix)), {
    assumeSymmetric: true,
  });
  return { values: realEigenvalues, vectors: eigenvectorMatrix.to2DArray() };
}

/** Product of two matrices. */
export function times(one: Rows, other: Rows): Rows {
  return one.map((row) =>
    (other[0] ?? []).map((_, column) =>
      row.reduce((sum, value, at) => sum + value * (other[at]?.[column] ?? 0), 0),
    ),
  );
}

/** Product of a matrix and a column. */
export function apply(matrix: Rows, column: readonly number[]): readonly number[] {
  return matrix.map((row) => dot(row, column));
}

/** Sum of the products of two lists of numbers. */
export function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

/** Rows as columns. */
export function transpose(matrix: Rows): Rows {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? 0));
}

function mutable(matrix: Rows): number[][] {
  return matrix.map((row) => [...row]);
}
