import { apply, dot, inverse, type Rows } from './matrix.ts';
import { sum } from './sum.ts';

/** Successes of trials with the regressors that go with them, the constant among them. */
export type Row = { readonly x: readonly number[]; readonly successes: number; readonly total: number };

/** A logistic regression, or why there is none. */
export type Logistic =
  | {
      readonly coefficients: readonly number[];
      readonly reason: null;
      /** Covariance with dispersion 1. */
      readonly covariance: Rows;
      /** Pearson's chi-squared over its degrees of freedom (rows less coefficients); null without any left. */
      readonly dispersion: number | null;
      readonly degreesOfFreedom: number;
    }
  | { readonly coefficients: null; readonly reason: 'out_of_range' | 'dependent' | 'separated' };

const MOST_STEPS = 60;
/** Log odds beyond which a share is 0 or 1 to the last digits: the fit runs off to infinity. */
const WIDEST = 35;

/**
 * Logistic regression by iteratively reweighted least squares (McCullagh and Nelder 1989). Rows without trials have no
 * part. `out_of_range`: a count outside 0 to its total, as a correction can make it. `dependent`: fewer rows
 * than coefficients, or regressors that say the same. `separated`: no finite estimate exists.
 */
export function logistic(rows: readonly Row[]): Logistic {
  const used = rows.filter(({ total }) => total !== 0);
  if (used.some(({ successes, total }) => !(successes >= 0 && successes <= total))) {
    return { coefficients: null, reason: 'out_of_range' };
  }
  const size = used[0]?.x.length ?? 0;
  if (size === 0) return { coefficients: null, reason: 'dependent' };
  let coefficients: readonly number[] = Array.from({ length: size }, () => 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { information, score } = slopes(used, coefficients);
    const covariance = inverse(information);
    if (covariance === null) {
      return { coefficients: null, reason: step === 0 ? 'dependent' : 'separated' };
    }
    const change = apply(covariance, score);
    coefficients = coefficients.map((value, at) => value + (change[at] ?? 0));
    if (used.some(({ x }) => Math.abs(dot(x, coefficients)) > WIDEST)) break;
    if (change.every((value, at) => Math.abs(value) <= 1e-11 * (1 + Math.abs(coefficients[at] ?? 0)))) {
      return {
        coefficients,
        reason: null,
        covariance,
        dispersion: used.length > size ? pearson(used, coefficients) / (used.length - size) : null,
        degreesOfFreedom: used.length - size,
      };
    }
  }
  return { coefficients: null, reason: 'separated' };
}

/**
 * Standard errors of a quasi-binomial fit. The dispersion is at least `floor`, 1 by default: data that vary less than
 * chance would make them are luck, not knowledge (docs/method.md 4).
 */
export function standardErrors(
  { covariance, dispersion }: Extract<Logistic, { reason: null }>,
  floor = 1,
): readonly number[] {
  const scale = Math.max(floor, dispersion ?? floor);
  return covariance.map((row, at) => Math.sqrt(scale * (row[at] ?? 0)));
}

function slopes(rows: readonly Row[], coefficients: readonly number[]) {
  const information = coefficients.map(() => coefficients.map(() => 0));
  const score = coefficients.map(() => 0);
  for (const { x, successes, total } of rows) {
    const share = shareAt(dot(x, coefficients));
    const weight = total * share * (1 - share);
    for (const [at, one] of x.entries()) {
      score[at] = (score[at] ?? 0) + one * (successes - total * share);
      const line = information[at] ?? [];
      for (const [column, other] of x.entries()) line[column] = (line[column] ?? 0) + weight * one * other;
    }
  }
  return { information, score };
}

function pearson(rows: readonly Row[], coefficients: readonly number[]): number {
  return sum(
    rows.map(({ x, successes, total }) => {
      const share = shareAt(dot(x, coefficients));
      return (successes - total * share) ** 2 / (total * share * (1 - share));
    }),
  );
}

function shareAt(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
