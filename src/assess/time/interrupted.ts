import type { Interrupted, Step, TimeReason } from '../../model/trend.ts';
import { isAtLeast } from '../../stats/pvalue.ts';
import { type Bin, interruptedSeries } from '../../stats/trend.ts';
import type { Timed } from './bins.ts';
import { timesOf } from './relabelling.ts';
import { grouped, jackknifed } from './trend.ts';

/** Least bins on either side, each with so many documents. */
const BINS = 4;
const DOCUMENTS = 3;

/**
 * Interrupted time series (Wagner et al. 2002) of one institution round an event. The jump is ranked among the
 * jumps at all dates that could be asked in the same way, since one series has no control: it can coincide with an
 * event, and no more is said.
 */
export function interrupted(documents: readonly Timed[], event: number, step: Step): Interrupted {
  const none = (reason: TimeReason, dates = 0): Interrupted => ({
    jump: null,
    bend: null,
    dates,
    p: null,
    reason,
  });
  const times = timesOf(documents);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || event <= first || event > last) {
    return none('outside_of_series');
  }
  const counts = Map.groupBy(documents, ({ time }) => time);
  const full = times.filter((time) => (counts.get(time)?.length ?? 0) >= DOCUMENTS);
  if (!isAdmissible(full, event)) return none('few_bins_on_a_side');
  const bins = grouped(documents);
  const observed = jumpAndBend(bins, event)?.[0] ?? null;
  if (observed === null) return none('one_frame_alone');
  let [dates, asLarge] = [0, 0];
  for (let place = 0; first + place * step <= last; place++) {
    const date = first + place * step;
    if (!isAdmissible(full, date)) continue;
    const jump = jumpAndBend(bins, date)?.[0] ?? null;
    dates++;
    // A date without a finite jump counts as one that has as large a one: it can only make p larger.
    if (jump === null || isAtLeast(Math.abs(jump), Math.abs(observed))) asLarge++;
  }
  const [jump = null, bend = null] = jackknifed(documents, (rows) => jumpAndBend(rows, event));
  return { jump, bend, dates, p: asLarge / dates, reason: jump === null ? 'no_variance' : null };
}

function isAdmissible(full: readonly number[], date: number): boolean {
  const before = full.filter((time) => time < date).length;
  return before >= BINS && full.length - before >= BINS;
}

function jumpAndBend(bins: readonly Bin[], event: number): readonly number[] | null {
  return interruptedSeries(bins, event).coefficients?.slice(2) ?? null;
}
