import { type CodedPassage, type Correction, nonHits, type SideName } from '../model/coding.ts';
import type { Observation } from '../model/profile.ts';
import type { StudyFile } from '../model/study.ts';
import { correctedTotal, type DesignTotals, designTotals } from '../stats/dsl.ts';
import type { Coded } from './coded.ts';
import { sideOf } from './codes.ts';

/**
 * Corrects totals for a lexicon's errors by design-based supervised learning (Egami, Hinck, Stewart and Wei 2023): every
 * passage has the outcome `g + (R / probability) (Y - g)`, whose sum over a document is, whatever the lexicon does, on
 * average what people would have coded (docs/method.md 2.5). Goes through `observations` once and keeps nothing of a document.
 */
export function correction(
  observations: Iterable<Observation>,
  { passages, codes, problems }: Pick<Coded, 'passages' | 'codes' | 'problems'>,
  { contrast, object }: Pick<StudyFile, 'contrast' | 'object'>,
): Correction {
  const coded = Map.groupBy(passages, placeOf);
  const institutions = new Map<string, Summed>();
  for (const observation of observations) {
    const side = sideOf(observation.voice, contrast);
    if (side === null) continue;
    const { institution, presence } = observation;
    for (const code of codes) {
      const totals = totalsOf(observation, coded, code);
      const name = JSON.stringify([side, institution, code]);
      const held = institutions.get(name) ?? { side, institution, code, uncorrected: 0, totals: nothing };
      const uncorrected = held.uncorrected + (presence[code] ?? 0);
      institutions.set(name, { ...held, uncorrected, totals: added(held.totals, totals) });
    }
  }
  return {
    reason: passages.length === 0 ? 'no_codings' : barIn(problems),
    totals: [...institutions.values()].map(({ side, institution, code, uncorrected, totals }) => {
      const value = correctedTotal(totals);
      // The logarithm of nothing, or of less, says nothing.
      const reason = value > 0 ? null : 'correction_unstable';
      return { side, institution, code, uncorrected, corrected: value, reason };
    }),
    coded: { source: countsOf(passages, 'source'), policy: countsOf(passages, 'policy') },
    covers: (code) => codes.includes(code),
    apply(observation) {
      const side = sideOf(observation.voice, contrast);
      if (side === null) return observation;
      const values = codes.map((code) => [code, correctedTotal(totalsOf(observation, coded, code))] as const);
      const presence = { ...observation.presence, ...Object.fromEntries(values) };
      const objectPassages = (codes.includes(object) ? presence[object] : null) ?? observation.objectPassages;
      return { ...observation, presence, objectPassages };
    },
  };
}

/** What makes a correction by codings biased, by what is wrong with them; null where nothing does. */
export function barIn(problems: Coded['problems']) {
  const bars = ['stratum_uncoded', 'population_changed'] as const;
  return bars.find((one) => problems.some(({ code }) => code === one)) ?? null;
}

/** What one institution's documents come to. */
type Summed = Pick<Correction['totals'][number], 'side' | 'institution' | 'code' | 'uncorrected'> & {
  readonly totals: DesignTotals;
};

const nothing: DesignTotals = { size: 0, human: 0, drift: 0 };

function added(some: DesignTotals, others: DesignTotals): DesignTotals {
  return {
    size: some.size + others.size,
    human: some.human + others.human,
    drift: some.drift + others.drift,
  };
}

function totalsOf(
  observation: Observation,
  coded: ReadonlyMap<string, readonly CodedPassage[]>,
  code: string,
): DesignTotals {
  const own = (coded.get(placeOf(observation)) ?? []).map(({ predicted, truth, probability }) => ({
    predicted: predicted[code] ?? 0,
    truth: truth[code] ?? 0,
    probability,
  }));
  return designTotals(observation.passages, observation.presence[code] ?? 0, own);
}

function countsOf(passages: readonly CodedPassage[], wanted: SideName) {
  const own = passages.filter(({ side }) => side === wanted);
  return { passages: own.length, withoutHit: own.filter(({ pattern }) => nonHits.has(pattern)).length };
}

function placeOf({ document, language }: Pick<Observation, 'document' | 'language'>): string {
  return `${document} ${language}`;
}
