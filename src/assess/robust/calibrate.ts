import type { CalibrationRow, StudySize } from '../../model/robustness.ts';
import { balanceVariance, type Pair, totalOf } from '../../stats/logratio.ts';
import { meanDifference, permutationTest } from '../../stats/permutation.ts';
import { TIE } from '../../stats/pvalue.ts';
import { documentsDraw, normalDraw } from '../../stats/simulate.ts';
import { type Substream, substream } from '../../stats/substream.ts';
import { squaredDeviations, sum } from '../../stats/sum.ts';
import { tTail } from '../../stats/ttail.ts';
import { logit } from '../on.ts';
import { contrastOf, type Institution, numberOn, type Sided, thetaOf } from './compare.ts';
import { type Misreadings, readAs } from './misreading.ts';
import { welchOf } from './type-test.ts';

/** True odds ratios that studies are simulated with; 1 is the null. */
export const oddsRatios = [1, 1.25, 1.5, 2, 3] as const;

const NAMED_LEVEL = 0.025;
const TYPE_LEVEL = 0.05;
/** Relabellings of institutions in one simulated study, where they cannot all be gone through. */
const RELABELLED = 399;
/** Institutions are relabelled in all ways up to this many. */
const MOST_RELABELLED = 5_000;

/** What of a study's size and spread a simulation needs; null where a side has no institution to learn from. */
export function sizeOf(institutions: readonly Institution[]): StudySize | null {
  const within = institutions.filter(({ units }) => units.length > 1);
  if (numberOn(within, 'source') === 0 || numberOn(within, 'policy') === 0) return null;
  const sizes = within.flatMap(({ units }) => units.map(({ a, b }) => a + b));
  const passages = sum(sizes) / sizes.length;
  const variation = Math.sqrt(squaredDeviations(sizes) / Math.max(1, sizes.length - 1)) / passages;
  const { a, b } = totalOf(within.flatMap(({ units }) => units));
  return {
    source: within.filter(({ side }) => side === 'source').map(({ units }) => units.length),
    policy: within.filter(({ side }) => side === 'policy').map(({ units }) => units.length),
    passages,
    variation,
    correlation: correlationOf(within),
    deviation: deviationOf(within),
    share: (a + 0.5) / (a + b + 1),
  };
}

/** Correlation of passages within documents, by analysis of variance (Fleiss 1981), from 0 to .9. */
export function correlationOf(institutions: readonly Pick<Institution, 'units'>[]): number {
  let [between, within, freeBetween, freeWithin, typical] = [0, 0, 0, 0, 0];
  for (const { units } of institutions) {
    const { a, b } = totalOf(units);
    const n = a + b;
    if (n === 0 || units.length < 2) continue;
    const share = a / n;
    for (const unit of units) {
      const size = unit.a + unit.b;
      if (size === 0) continue;
      between += size * (unit.a / size - share) ** 2;
      within += (unit.a * unit.b) / size;
    }
    freeBetween += units.length - 1;
    freeWithin += n - units.length;
    typical += n - sum(units.map((unit) => (unit.a + unit.b) ** 2)) / n;
  }
  if (freeBetween === 0 || freeWithin <= 0 || typical <= 0) return 0;
  const [one, other] = [between / freeBetween, within / freeWithin];
  const size = typical / freeBetween;
  const total = one + (size - 1) * other;
  return total > 0 ? Math.min(0.9, Math.max(0, (one - other) / total)) : 0;
}

/** Standard deviation of institutions' log odds on their side beyond what documents explain (moments), at least 0. */
export function deviationOf(institutions: readonly Institution[]): number {
  let [squares, free, expected] = [0, 0, 0];
  for (const side of ['source', 'policy'] as const) {
    const own = institutions.filter((one) => one.side === side);
    const thetas = own.flatMap(({ units }) => thetaOf(units) ?? []);
    if (thetas.length < 2) continue;
    squares += squaredDeviations(thetas);
    free += thetas.length - 1;
    const variances = own.map(({ units }) => balanceVariance(units) ?? 0);
    expected += (sum(variances) / variances.length) * (thetas.length - 1);
  }
  return free === 0 ? 0 : Math.sqrt(Math.max(0, (squares - expected) / free));
}

/**
 * Simulated studies of this size (docs/method.md 3.6): how often each rule rejects under the null and under true
 * odds ratios. Documents are beta-binomial; what is read of them is `reading`. A study whose corrected totals have no
 * logarithm rejects nothing and covers nothing. Replicates depend on seed and number alone.
 */
export function calibrate(
  size: StudySize,
  runs: number,
  seed: number,
  reading: Reading = null,
): readonly CalibrationRow[] {
  return oddsRatios.map((oddsRatio): CalibrationRow => {
    const counts = { named: 0, covered: 0, misread: 0, permutation: 0, welch: 0 };
    const delta = Math.log(oddsRatio);
    for (let run = 0; run < runs; run++) {
      const random = substream(seed, `calibrate ${oddsRatio}`, run);
      // Readings have random numbers of their own: the studies that are read are the same, however they are.
      const readings = substream(seed, `read ${oddsRatio}`, run);
      const plain = contrastOf(read(studyOf(size, delta, 0, random), reading, readings));
      if (plain !== null) {
        if (tTail(plain.value / plain.standardError, plain.degreesOfFreedom) <= NAMED_LEVEL) counts.named++;
        if (plain.lower <= delta && delta <= plain.upper) counts.covered++;
      }
      const mixed = read(studyOf(size, delta, size.deviation, random), reading, readings);
      const named = contrastOf(mixed);
      if (named !== null && tTail(named.value / named.standardError, named.degreesOfFreedom) <= TYPE_LEVEL)
        counts.misread++;
      const { permutation, welch } = typeTests(mixed, seed, run);
      if (permutation !== null && permutation <= TYPE_LEVEL + TIE) counts.permutation++;
      if (welch !== null && welch < TYPE_LEVEL) counts.welch++;
    }
    const few = size.source.length < 2 || size.policy.length < 2;
    return {
      oddsRatio,
      named: counts.named / runs,
      coverage: counts.covered / runs,
      misread: counts.misread / runs,
      permutation: few ? null : counts.permutation / runs,
      welch: few ? null : counts.welch / runs,
    };
  });
}

/** How simulated studies are read: as they are (null), or with the errors of a lexicon, corrected or not. */
export type Reading = { readonly errors: Misreadings; readonly by: 'lexicon' | 'corrected' } | null;

function read(study: readonly Sided[], reading: Reading, random: Substream): readonly Sided[] {
  if (reading === null) return study;
  const { errors, by } = reading;
  return study.map(({ side, pairs }) => ({
    side,
    pairs: pairs
      .map((pair) => readAs(pair, errors[side], random)[by])
      .filter(({ a, b }) => a !== 0 || b !== 0),
  }));
}

/** Both rules of scope B for one study; null where they have no value. */
export function typeTests(
  study: readonly Sided[],
  seed: number,
  run: number,
): { readonly permutation: number | null; readonly welch: number | null } {
  const labels = study.map(({ side }) => (side === 'source' ? 1 : 0));
  const values = study.map(({ pairs }) => thetaOf(pairs) ?? 0);
  const difference = meanDifference(values, Int32Array.from(labels));
  const test = permutationTest(
    labels,
    undefined,
    (drawn) => meanDifference(values, drawn),
    { seed, name: `relabel ${run}`, from: 0, to: RELABELLED },
    MOST_RELABELLED,
  );
  return { permutation: test?.pGreater ?? null, welch: welchOf(values, labels, difference)?.p ?? null };
}

/** One simulated study: log odds half of `delta` above and below the overall share, institutions apart by `deviation`. */
function studyOf(
  { source, policy, passages, variation, correlation, share }: StudySize,
  delta: number,
  deviation: number,
  random: Substream,
): readonly Sided[] {
  const middle = logit(share);
  const institution = (side: Sided['side'], documents: number): Sided => {
    const odds = middle + (side === 'source' ? delta : -delta) / 2 + deviation * normalDraw(random);
    const sizes = { mean: passages, variation };
    const pairs: readonly Pair[] = documentsDraw(
      documents,
      1 / (1 + Math.exp(-odds)),
      correlation,
      sizes,
      random,
    );
    return { side, pairs };
  };
  return [
    ...source.map((documents) => institution('source', documents)),
    ...policy.map((documents) => institution('policy', documents)),
  ];
}
