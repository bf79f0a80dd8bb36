import { bisect } from './bisect.ts';
import { logChoose } from './gammaln.ts';
import { sum } from './sum.ts';

/** Counts of two rows: with and without what is counted. */
export type Counts = readonly [readonly [number, number], readonly [number, number]];

/** An exact test of two shares. */
export type FisherTest = {
  /** Chance, given all margins, of tables no likelier than this one, and of ones with the first count as large or larger, or as small or smaller. */
  readonly pTwoSided: number;
  readonly pGreater: number;
  readonly pLess: number;
  /**
   * Odds ratio of greatest conditional likelihood and its exact 95 % interval. Null for the ratio and a bound that
   * are 0 or infinite because the first count is as small or as large as the margins allow.
   */
  readonly oddsRatio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** Odds ratios are looked for between e^-50 and e^50. */
const WIDEST = 50;

/** Two probabilities as close as this are equally likely tables, as R takes it. */
const EQUALLY_LIKELY = 1 + 1e-7;

/** Fisher's exact test (1935) of a table of whole counts; null of an empty table. */
export function fisherExact(table: Counts): FisherTest | null {
  const [[a, b], [c, d]] = table;
  const [first, second, total] = [a + b, a + c, a + b + c + d];
  if (total === 0) return null;
  const least = Math.max(0, first + second - total);
  const most = Math.min(first, second);
  const logWeights = Array.from(
    { length: most - least + 1 },
    (_, at) => logChoose(second, least + at) + logChoose(total - second, first - least - at),
  );
  const at = (logOdds: number) => distribution(logWeights, logOdds);
  const chances = at(0);
  const place = a - least;
  const own = chances[place] ?? 0;
  const solve = (f: (logOdds: number) => number) => {
    const root = bisect(f, -WIDEST, WIDEST);
    return root === null ? null : Math.exp(root);
  };
  const upperTail = (logOdds: number) => sum(at(logOdds).slice(place));
  const lowerTail = (logOdds: number) => sum(at(logOdds).slice(0, place + 1));
  const mean = (logOdds: number) => sum(at(logOdds).map((chance, value) => chance * value));
  return {
    pTwoSided: Math.min(1, sum(chances.filter((chance) => chance <= own * EQUALLY_LIKELY))),
    pGreater: Math.min(1, upperTail(0)),
    pLess: Math.min(1, lowerTail(0)),
    oddsRatio: solve((logOdds) => mean(logOdds) - place),
    lower: place === 0 ? null : solve((logOdds) => upperTail(logOdds) - 0.025),
    upper: a === most ? null : solve((logOdds) => 0.025 - lowerTail(logOdds)),
  };
}

/** Fisher's noncentral hypergeometric distribution over the possible first counts. */
function distribution(logWeights: readonly number[], logOdds: number): readonly number[] {
  const tilted = logWeights.map((weight, at) => weight + at * logOdds);
  const largest = tilted.reduce((most, weight) => Math.max(most, weight), Number.NEGATIVE_INFINITY);
  const weights = tilted.map((weight) => Math.exp(weight - largest));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}
