import type { ChangePoint, Changes, Step, TimeEvent, TimeTest } from '../../model/trend.ts';
import { largestChange } from '../../stats/changepoint.ts';
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
 * changes in most series that have none (docs/method.md 4).
 */
export function changesOf(
  documents: readonly Timed[],
  step: Step,
  events: readonly TimeEvent[],
  draw: Draw,
): Changes {
  const dispersion = spreadOf(documents);
  if (documents.length > MOST_PERMUTED) {
    return { likelihoodRatio: null, test: null, dispersion, found: [], reason: 'too_many_documents' };
  }
  const whole = scan(documents, draw);
  const found: ChangePoint[] = [];
  if (whole !== null) segment(documents, whole);
  return {
    likelihoodRatio: whole === null ? null : whole.likelihoodRatio / dispersion,
    test: whole?.test ?? null,
    dispersion,
    found: found.toSorted((a, b) => a.at - b.at),
    reason: whole === null ? 'few_bins' : null,
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
function scan(documents: readonly Timed[], { seed, name }: Draw): Scan | null {
  const places = Int32Array.from(placesOf(documents));
  const size = timesOf(documents).length;
  const largest = largestChange(binned(documents, places, size), MINIMUM);
  if (largest === null) return null;
  const test = permutedOverDates(
    documents,
    (permuted) => largestChange(binned(documents, permuted, size), MINIMUM)?.likelihoodRatio ?? null,
    { seed, name: `${name}/change/${documents[0]?.time ?? 0}/${documents.at(-1)?.time ?? 0}` },
  );
  return test === null ? null : { ...largest, test };
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
  const drawnPlaces: number[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const random = substream(seed, `${name}/place/${times[0] ?? 0}/${times.at(-1) ?? 0}`, replicate);
    const drawn = documents.map((_, slot) => {
      const side = slot < before.length ? before : after;
      return side[random.below(side.length)] ?? { a: 0, b: 0 };
    });
    const change = largestChange(binned(drawn, places, times.length), MINIMUM);
    if (change !== null) drawnPlaces.push(change.at);
  }
  const low = Math.floor(sampleQuantile(drawnPlaces, 0.05) ?? at);
  const high = Math.ceil(sampleQuantile(drawnPlaces, 0.95) ?? at);
  // Nothing tells the years without documents right before a new level from it.
  const last = times[Math.min(low, at) - 1] ?? 0;
  return [last + step, times[Math.max(high, at)] ?? 0];
}

function binned(
  documents: readonly { readonly a: number; readonly b: number }[],
  places: Int32Array,
  size: number,
) {
  const bins = Array.from({ length: size }, () => ({ successes: 0, total: 0 }));
  for (const [at, { a, b }] of documents.entries()) {
    const bin = bins[places[at] ?? 0];
    if (bin === undefined) continue;
    bin.successes += a;
    bin.total += a + b;
  }
  return bins;
}

function shareOf(documents: readonly Timed[]): number {
  const a = documents.reduce((sum, one) => sum + one.a, 0);
  return a / documents.reduce((sum, one) => sum + one.a + one.b, 0);
}
