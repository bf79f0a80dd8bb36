import type { Verdict } from '../../model/finding.ts';
import type { CodingBar, RobustnessReason, TypeTest } from '../../model/robustness.ts';
import { type LogOdds, logOdds } from '../../model/units.ts';
import { clusterRegression } from '../../stats/clusterregression.ts';
import { meanDifference, permutationTest } from '../../stats/permutation.ts';
import { TIE } from '../../stats/pvalue.ts';
import { relabellings } from '../../stats/relabel.ts';
import { squaredDeviations } from '../../stats/sum.ts';
import { tQuantile } from '../../stats/tquantile.ts';
import { tTail } from '../../stats/ttail.ts';
import { wildBootstrap } from '../../stats/wildbootstrap.ts';
import { isSupported } from '../decide.ts';
import { affordable, FEWEST_DRAWS } from '../effects.ts';
import { verdictOf } from '../verdict.ts';

/** One-sided level of the single test at scope B; its interval is of 90 %. */
const LEVEL = 0.05;

/** An institution's balance and its side. */
export type Balanced = { readonly side: 'source' | 'policy'; readonly theta: number };

type Draws = { readonly seed: number; readonly permutations: number };

/**
 * The contrast with institutions as the sample (scope B, docs/method.md 3.3): the table of verdicts by Welch's 90 %
 * interval, of which nothing supports without exact permutation of types over institutions; wild cluster bootstrap and
 * CR2 stand beside. Where relabelling cannot give a p of 5 % or less, nothing can be told. `bar` is what keeps codings
 * from carrying a verdict at scope A, and it does here as well.
 */
export function typeTest(
  balances: readonly Balanced[],
  smallest: number,
  { seed, permutations }: Draws,
  bar: CodingBar = 'uncorrected',
): TypeTest {
  const labels = balances.map(({ side }) => (side === 'source' ? 1 : 0));
  const source = labels.filter((label) => label === 1).length;
  const institutions = [source, labels.length - source] as const;
  const values = balances.map(({ theta }) => theta);
  const difference = meanDifference(values, Int32Array.from(labels));
  const ways = relabellings(labels);
  const minimumP = difference === null ? null : 1 / (ways ?? Number.MAX_VALUE);
  // As many as documents times draws of a contrast, but never so few that their p could not be small.
  const few = affordable(permutations, balances.length);
  const to = Math.max(few, Math.min(permutations, FEWEST_DRAWS));
  const replicates = { seed, name: 'institutions', from: 0, to };
  const permuted =
    difference === null
      ? null
      : permutationTest(labels, undefined, (drawn) => meanDifference(values, drawn), replicates);
  const welch = welchOf(values, labels, difference);
  const clusters = balances.map(({ side, theta }) => ({ x: [[1, side === 'source' ? 1 : 0]], y: [theta] }));
  const wild =
    difference === null ? null : wildBootstrap(clusters, 1, 'webb', { ...replicates, name: 'wild', to: few });
  const stop = obstacle(difference, institutions, minimumP, permuted === null);
  const alone = stop !== null ? null : typeVerdict(permuted?.pGreater ?? 1, welch, smallest);
  return {
    institutions,
    verdict:
      alone === null || bar === 'agreement_unknown' ? 'NOT_TESTABLE' : bar === null ? alone : 'INCONCLUSIVE',
    reason: stop ?? bar,
    alone,
    difference: difference === null ? null : logOdds(difference),
    minimumP,
    p: permuted?.pGreater ?? null,
    pTwoSided: permuted?.pTwoSided ?? null,
    relabellings: permuted?.greater.all ?? 0,
    exact: permuted?.greater.exact ?? false,
    welch,
    wildP: wild?.pGreater ?? null,
    cr2: cr2Of(clusters),
  };
}

function obstacle(
  difference: number | null,
  [source, policy]: TypeTest['institutions'],
  minimumP: number | null,
  isUndrawn: boolean,
): RobustnessReason | null {
  if (difference === null) return 'no_contrast';
  if (minimumP !== null && minimumP > LEVEL + TIE) return 'min_p';
  if (source < 2 || policy < 2) return 'one_institution';
  return isUndrawn ? 'no_draws' : null;
}

/** The cell of the table that the interval is in; where that supports, only with a p of 5 % or less. */
export function typeVerdict(
  p: number,
  welch: Pick<NonNullable<TypeTest['welch']>, 'lower' | 'upper'> | null,
  smallest: number,
): Verdict {
  if (welch === null) return 'INCONCLUSIVE';
  const byInterval = verdictOf(welch.lower, welch.upper, smallest);
  return isSupported(byInterval) && p > LEVEL + TIE ? 'INCONCLUSIVE' : byInterval;
}

/** Welch's interval and one-sided p; null with one institution a side or no spread. */
export function welchOf(
  values: readonly number[],
  labels: readonly number[],
  difference: number | null,
): TypeTest['welch'] {
  const parts = [1, 0].map((label) => {
    const own = values.filter((_, at) => labels[at] === label);
    return { n: own.length, error: squaredDeviations(own) / (own.length - 1) / own.length };
  });
  if (difference === null || parts.some(({ n }) => n < 2)) return null;
  const variance = parts.reduce((total, { error }) => total + error, 0);
  if (!(variance > 0)) return null;
  const degreesOfFreedom =
    variance ** 2 / parts.reduce((total, { n, error }) => total + error ** 2 / (n - 1), 0);
  const reach = tQuantile(1 - LEVEL, degreesOfFreedom) * Math.sqrt(variance);
  const bound = (value: number): LogOdds => logOdds(value);
  return {
    lower: bound(difference - reach),
    upper: bound(difference + reach),
    degreesOfFreedom,
    p: tTail(difference / Math.sqrt(variance), degreesOfFreedom),
  };
}

function cr2Of(clusters: Parameters<typeof clusterRegression>[0]): TypeTest['cr2'] {
  const fit = clusterRegression(clusters, 1);
  const slope = fit?.coefficients[1] ?? 0;
  const standardError = fit?.standardErrors.cr2 ?? 0;
  const degreesOfFreedom = fit?.degreesOfFreedom ?? null;
  // An institution alone on its side fits exactly: no spread can be told.
  if (degreesOfFreedom === null || !(standardError > 1e-9)) return null;
  return { standardError, degreesOfFreedom, p: tTail(slope / standardError, degreesOfFreedom) };
}
