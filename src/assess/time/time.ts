import type { Claim } from '../../model/claim.ts';
import type { Observation } from '../../model/profile.ts';
import type { Course, TimeEvent, TimeReason, TimeResults } from '../../model/trend.ts';
import type { Ratio } from '../gather.ts';
import { beforeAfter, halves } from './before-after.ts';
import { binOf, binsOf, obstacleOf, stepOf, timed } from './bins.ts';
import { changesOf, likelihoodOf } from './changes.ts';
import { eventsOf } from './events.ts';
import { interrupted } from './interrupted.ts';
import { periodChanges } from './periods.ts';
import { permutedOverDates } from './relabelling.ts';
import { countedIn, ratiosOf, type Spoke, spokenBy, type TimeSetting } from './series.ts';
import { scoreOf, trendOf } from './trend.ts';

/** Most institutions whose courses are tested, those with the most documents. */
const MOST_TESTED = 60;

/**
 * What institutions say over time (docs/method.md 4): bins, trend, changes of level and what stands round known
 * events, an institution at a time, and neighbouring periods of a side with its composition held fixed. Exploratory:
 * nothing here has a verdict, and nothing is said to be a cause.
 */
export function assessTime(
  observations: Iterable<Observation>,
  claims: readonly Pick<Claim, 'events'>[],
  study: TimeSetting,
): TimeResults {
  const ratios = ratiosOf(study);
  const codes = [...new Set(ratios.flatMap(({ numerator, denominator }) => [numerator, denominator]))];
  const spoken = spokenBy(observations, codes);
  const events = eventsOf(study, claims);
  const tested = new Set(
    spoken.toSorted((a, b) => b.documents.length - a.documents.length).slice(0, MOST_TESTED),
  );
  const placesOf = (ratio: Ratio) =>
    [codes.indexOf(ratio.numerator), codes.indexOf(ratio.denominator)] as const;
  return {
    events,
    courses: ratios.flatMap((ratio) =>
      spoken.map((spoke) => courseOf(spoke, tested.has(spoke), ratio, placesOf(ratio), events, study)),
    ),
    periods: ratios.flatMap((ratio) =>
      (['source', 'policy'] as const).flatMap((role) => {
        const voices = study.contrast[role];
        const members = spoken.filter(({ voice }) => voices.includes(voice));
        return periodChanges(members, { role, ...ratio }, placesOf(ratio), study.settings.period_years);
      }),
    ),
  };
}

function courseOf(
  { institution, voice, documents: all }: Spoke,
  isTested: boolean,
  { pole, numerator, denominator }: Ratio & Pick<Course, 'pole'>,
  [a, b]: readonly [number, number],
  events: readonly TimeEvent[],
  { contrast, settings }: TimeSetting,
): Course {
  const counted = countedIn(all, a, b);
  const step = stepOf(counted);
  const documents = timed(counted, step);
  const bins = binsOf(documents, step);
  const reason = obstacleOf(counted, bins) ?? (isTested ? null : 'beyond_limit');
  const draw = {
    seed: settings.seed,
    name: `time/${institution}/${voice}/${numerator}/${denominator}`,
    permutations: settings.robustness.permutations,
  };
  const [slope = null, change = null] =
    reason === null ? permutedOverDates(documents, [scoreOf(documents), likelihoodOf(documents)], draw) : [];
  const { source, policy } = contrast;
  return {
    institution,
    voice,
    role: source.includes(voice) ? 'source' : policy.includes(voice) ? 'policy' : 'other',
    pole,
    numerator,
    denominator,
    documents: documents.length,
    undated: counted.length - documents.length,
    passages: bins.reduce((sum, { framed }) => sum + framed, 0),
    step,
    bins,
    reason,
    trend: reason === null ? trendOf(documents, bins, slope, draw) : { ...noTrend, reason },
    changes: reason === null ? changesOf(documents, step, events, change, draw) : { ...noChanges, reason },
    events: events.map(({ id, date }) => {
      const at = binOf(date, step);
      return {
        event: id,
        comparison: documents.length === 0 ? notCompared(at, reason) : beforeAfter(documents, at),
        series: reason === null ? interrupted(documents, at, step) : { ...noSeries, reason },
      };
    }),
    halves: documents.length === 0 ? notCompared(0, reason) : halves(documents),
  };
}

const noTrend = { slope: null, test: null, monotone: null };
const noChanges = { likelihoodRatio: null, test: null, dispersion: 1, found: [] };
const noSeries = { jump: null, bend: null, dates: 0, p: null };

function notCompared(at: number, reason: TimeReason | null) {
  return { at, documentsBefore: 0, documentsAfter: 0, estimate: null, reason };
}
