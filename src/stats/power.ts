import { normalQuantile } from './normal.ts';
import { tQuantile } from './tquantile.ts';

/** What a contrast of two sides is planned with. */
export type Design = {
  /** Documents a side. */
  readonly documents: readonly [number, number];
  /** Framed passages a document: mean, and standard deviation over mean. */
  readonly passages: number;
  readonly variation: number;
  /** Correlation of passages within a document, from 0 to 1. */
  readonly correlation: number;
  /** Share of framed passages with the numerator's frame, strictly between 0 and 1. */
  readonly share: number;
  /**
   * Where institutions are the sampled unit (scope B): their number a side and the standard deviation of their log
   * odds. Left out where the institutions are the ones meant (scope A).
   */
  readonly institutions?: { readonly numbers: readonly [number, number]; readonly deviation: number };
};

/** How many times larger clustering makes a variance: `1 + (m (1 + cv^2) - 1) icc`, with unequal sizes (Kish 1987). */
export function designEffect({
  passages,
  variation,
  correlation,
}: Pick<Design, 'passages' | 'variation' | 'correlation'>): number {
  return 1 + (passages * (1 + variation ** 2) - 1) * correlation;
}

/** Standard error in log odds that a design leads one to expect; null where a side has no document or institution. */
export function expectedError(design: Design): number | null {
  const { documents, passages, share, institutions } = design;
  const sizes = [...documents, ...(institutions?.numbers ?? [])];
  if (!(passages > 0 && share > 0 && share < 1 && sizes.every((size) => size > 0))) return null;
  const each = (numbers: readonly [number, number]) => 1 / numbers[0] + 1 / numbers[1];
  const within = (designEffect(design) / (share * (1 - share) * passages)) * each(documents);
  const between = institutions === undefined ? 0 : institutions.deviation ** 2 * each(institutions.numbers);
  return Math.sqrt(within + between);
}

/**
 * Smallest true contrast in log odds that a one-sided test at 5 % would find in 80 of 100 studies: by the normal
 * distribution in scope A, by Student's with `institutions - 2` degrees of freedom in scope B. Null where the
 * error is, or with two institutions or fewer.
 */
export function minimalDetectable(design: Design): number | null {
  const error = expectedError(design);
  if (error === null) return null;
  if (design.institutions === undefined) return detectable(error, null);
  const [one, other] = design.institutions.numbers;
  return one + other > 2 ? detectable(error, one + other - 2) : null;
}

/**
 * The same from a standard error at hand, the planned one or that of a finding, at a one-sided `level` (5 % where left
 * out); degrees of freedom null for normal.
 */
export function detectable(standardError: number, degreesOfFreedom: number | null, level = 0.05): number {
  const quantile = (p: number) =>
    degreesOfFreedom === null ? normalQuantile(p) : tQuantile(p, degreesOfFreedom);
  return (quantile(1 - level) + quantile(0.8)) * standardError;
}
