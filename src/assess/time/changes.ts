import type { ChangePoint, Changes, Step, TimeEvent, TimeTest } from '../../model/trend.ts';
import { type BinCounts, largestChangeIn } from '../../stats/changepoint.ts';
import { sampleQuantile } from '../../stats/quantile.ts';
import { substream } from '../../stats/substream.ts';
import { binOf, spreadOf, type Timed } from './bins.ts';
import { type Draw, MOST_PERMUTED, permutedOverDates, placesOf, timesOf } from './relabelling.ts';

/** Least bins with documents on either side of a change. */
const MINIMUM = 2;
/** A change stands at or below this p, and its segments are then scanned in their turn. */
const STANDS = 0.05;
/** Replicates of the place of a change. */
const REPLICATES = 1000;

type Scan = { readonly likelihoodRatio: number; readonly at: number; readonly test: TimeTest };

/**
 * Changes of level by binary segmentation (Scott and Knott 1974; Vostrikova 1981): the division that the likelihood
 * speaks most for stands if permuting documents over dates seldom gives one as large, and its two parts are scanned
 * again. Empty bins have no part in it. A penalty is never asked: where documents differ among themselves it finds
 * changes in most series that have none (docs/method.md 4). `test` is that of the whole series by `likelihoodOf`.
 */
export function changesOf(
  documents: readonly Timed[],
  step: Step,
  events: readonly TimeEvent[],
  test: TimeTest | null,
  draw: Draw,
): Changes {
  const dispersion = spreadOf(documents);
  if (documents.length > MOST_PERMUTED) {
    return { likelihoodRatio: null, test: null, dispersion, found: [], reason: 'too_many_documents' };
  }
  const largest = changeIn(documents)(Int32Array.from(placesOf(documents)));
  const whole = largest === null || test === null ? null : { ...largest, test };
  const found: ChangePoint[] = [];
  if (whole !== null) segment(documents, whole);
  return {
    likelihoodRatio: whole === null ? null : whole.likelihoodRatio / dispersion,
    test: whole?.test ?? null,
    dispersion,
    found: found.toSorted((a, b) => a.at - b.at),
    reason: largest === null ? 'few_bins' : test === null ? 'no_draws' : null,
  };

  function segment(part: readonly Timed[], { likelihoodRatio, at, test }: Scan): void {
    if (test.p > STANDS) return;
    const times = timesOf(part);
    const start = times[at] ?? 0;
    const sides = [
      part.filter(({ time }) => time < start),
      part.filter(({ time }) => time >= start),
    ] as const;
    const [earliest, latest] = placeOf(sides, times, at, step, draw);
    found.push({
      at: start,
      earliest,
      latest,
      likelihoodRatio: likelihoodRatio / dispersion,
      test,
      shareBefore: shareOf(sides[0]),
      shareAfter: shareOf(sides[1]),
      coincides: events
        .filter(({ date }) => binOf(date, step) >= earliest && binOf(date, step) <= latest)
        .map(({ id }) => id),
    });
    for (const side of sides) {
      const next = scan(side, draw);
      if (next !== null) segment(side, next);
    }
  }
}

/** The largest change of some documents, tested within them; null with too few bins. */
function scan(documents: readonly Timed[], draw: Draw): Scan | null {
  const largest = changeIn(documents)(Int32Array.from(placesOf(documents)));
  if (largest === null) return null;
  const name = `${draw.name}/change/${documents[0]?.time ?? 0}/${documents.at(-1)?.time ?? 0}`;
  const [test = null] = permutedOverDates(documents, [likelihoodOf(documents)], { ...draw, name });
  return test === null ? null : { ...largest, test };
}

/** The likelihood ratio of the largest change with documents at other places in time; null with too few bins. */
export function likelihoodOf(documents: readonly Timed[]): (places: Int32Array) => number | null {
  const changeAt = changeIn(documents);
  return (places) => changeAt(places)?.likelihoodRatio ?? null;
}

function changeIn(documents: readonly Timed[]) {
  const counts = columnsOf(documents);
  const bins = emptyBins(timesOf(documents).length);
  return (places: Int32Array) => largestChangeIn(binned(counts, places, bins), MINIMUM);
}

/**
 * Where 90 % of replicates put the change, as the bins that begin a new level. A replicate gives every document's date
 * to one drawn from its own side of the change: within a segment the level is the same and documents are exchangeable.
 */
function placeOf(
  [before, after]: readonly [readonly Timed[], readonly Timed[]],
  times: readonly number[],
  at: number,
  step: Step,
  { seed, name }: Draw,
): readonly [number, number] {
  const documents = [...before, ...after];
  const places = Int32Array.from(placesOf(documents));
  const counts = columnsOf(documents);
  const drawn = { successes: new Float64Array(documents.length), totals: new Float64Array(documents.length) };
  const bins = emptyBins(times.length);
  const drawnPlaces: number[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const random = substream(seed, `${name}/place/${times[0] ?? 0}/${times.at(-1) ?? 0}`, replicate);
    for (let slot = 0; slot < documents.length; slot++) {
      const isBefore = slot < before.length;
      const chosen = isBefore ? random.below(before.length) : before.length + random.below(after.length);
      drawn.successes[slot] = counts.successes[chosen] ?? 0;
      drawn.totals[slot] = counts.totals[chosen] ?? 0;
    }
    const change = largestChangeIn(binned(drawn, places, bins), MINIMUM);
    if (change !== null) drawnPlaces.push(change.at);
  }
  const low = Math.floor(sampleQuantile(drawnPlaces, 0.05) ?? at);
  const high = Math.ceil(sampleQuantile(drawnPlaces, 0.95) ?? at);
  // Nothing tells the years without documents right before a new level from it.
  const last = times[Math.min(low, at) - 1] ?? 0;
  return [last + step, times[Math.max(high, at)] ?? 0];
}

/** Frames of each document: with the numerator, and all. */
function columnsOf(documents: readonly { readonly a: number; readonly b: number }[]): BinCounts {
  return {
    successes: Float64Array.from(documents, ({ a }) => a),
    totals: Float64Array.from(documents, ({ a, b }) => a + b),
  };
}

function emptyBins(size: number): BinCounts {
  return { successes: new Float64Array(size), totals: new Float64Array(size) };
}

/** Adds documents up in the bins that `places` names, over what `bins` held before. */
function binned(documents: BinCounts, places: Int32Array, bins: BinCounts): BinCounts {
  bins.successes.fill(0);
  bins.totals.fill(0);
  for (let at = 0; at < places.length; at++) {
    const bin = places[at] ?? 0;
    bins.successes[bin] = (bins.successes[bin] ?? 0) + (documents.successes[at] ?? 0);
    bins.totals[bin] = (bins.totals[bin] ?? 0) + (documents.totals[at] ?? 0);
  }
  return bins;
}

function shareOf(documents: readonly Timed[]): number {
  const a = documents.reduce((sum, one) => sum + one.a, 0);
  return a / documents.reduce((sum, one) => sum + one.a + one.b, 0);
}
