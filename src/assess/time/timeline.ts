import type { Observation } from '../../model/profile.ts';
import type { StudyFile } from '../../model/study.ts';
import type { FrameSeries, FramesBin, Timeline } from '../../model/trend.ts';
import { wilson } from '../../stats/proportion.ts';
import { compareText } from '../../text/compare.ts';
import { documentsOf } from '../gather.ts';

/** Most bins on one scale, and most institutions, those with the most documents. */
const finest = 18;
const mostInstitutions = 60;

/** Sums over the documents of a year: of one frame its passages, and their squares over all passages of the document. */
type Year = {
  documents: number;
  passages: number;
  readonly frames: Map<string, { times: number; squares: number }>;
};
type Growing = { readonly by: FrameSeries['by']; readonly key: string; readonly years: Map<number, Year> };

/**
 * Shares of the frames over time by voice and by institution: by year where the years are few, otherwise by as many of
 * the study's periods as it takes. The sides of the contrast come first, then the other voices, then institutions with
 * the most documents. Undated documents have no part, nor have documents without a voice in that of voices. Goes
 * through the observations once; what it keeps grows with years, never with documents.
 */
export function timeline(
  observations: Iterable<Observation>,
  codes: readonly string[],
  { contrast, settings }: Pick<StudyFile, 'contrast' | 'settings'>,
): Timeline {
  const growing = new Map<string, Growing>();
  for (const parts of documentsOf(observations)) {
    const [{ date, voice, institution }] = parts;
    const passages = parts.reduce((sum, part) => sum + part.objectPassages, 0);
    if (date === null || passages === 0) continue;
    const presence = codes.map(
      (code) => [code, parts.reduce((sum, part) => sum + (part.presence[code] ?? 0), 0)] as const,
    );
    const year = Number(date.slice(0, 4));
    if (voice !== null) add(growing, 'voice', voice, year, passages, presence);
    add(growing, 'institution', institution ?? '(none)', year, passages, presence);
  }
  const years = [...growing.values()].flatMap((one) => [...one.years.keys()]);
  if (years.length === 0) return { step: 1, series: [] };
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = widthOf(last - first + 1, settings.period_years);
  const start = step === 1 ? first : Math.floor(first / step) * step;
  const all = [...growing.values()].map((one) => seriesOf(one, start, last, step));
  const order = [...contrast.source, ...contrast.policy];
  const rank = ({ key }: FrameSeries) => (order.includes(key) ? order.indexOf(key) : order.length);
  const voices = all.filter(({ by }) => by === 'voice');
  const institutions = all.filter(({ by }) => by === 'institution');
  return {
    step,
    series: [
      ...voices.toSorted((a, b) => rank(a) - rank(b) || compareText(a.key, b.key)),
      ...institutions
        .toSorted((a, b) => b.documents - a.documents || compareText(a.key, b.key))
        .slice(0, mostInstitutions),
    ],
  };
}

function add(
  growing: Map<string, Growing>,
  by: FrameSeries['by'],
  key: string,
  at: number,
  passages: number,
  presence: readonly (readonly [code: string, times: number])[],
): void {
  const name = `${by}\n${key}`;
  const one = growing.get(name) ?? { by, key, years: new Map() };
  growing.set(name, one);
  const year = one.years.get(at) ?? { documents: 0, passages: 0, frames: new Map() };
  one.years.set(at, year);
  year.documents += 1;
  year.passages += passages;
  for (const [code, times] of presence) {
    if (times === 0) continue;
    const frame = year.frames.get(code) ?? { times: 0, squares: 0 };
    year.frames.set(code, frame);
    frame.times += times;
    frame.squares += times ** 2 / passages;
  }
}

function seriesOf({ by, key, years }: Growing, start: number, last: number, step: number): FrameSeries {
  const codes = [...new Set([...years.values()].flatMap(({ frames }) => [...frames.keys()]))].toSorted();
  const bins: Year[] = [];
  for (let from = start; from <= last; from += step) {
    bins.push(
      together([...years].flatMap(([year, sums]) => (year >= from && year < from + step ? sums : []))),
    );
  }
  const spreads = new Map(codes.map((code) => [code, spreadOf(bins, code)]));
  return {
    by,
    key,
    documents: bins.reduce((sum, { documents }) => sum + documents, 0),
    bins: bins.map(({ documents, passages, frames }, place): FramesBin => {
      const from = start + place * step;
      const bounds = codes.flatMap((code) => {
        const spread = spreads.get(code) ?? 1;
        const found = wilson((frames.get(code)?.times ?? 0) / spread, passages / spread);
        return found === null ? [] : [[code, [found.lower, found.upper]] as const];
      });
      return {
        from,
        label: labelOf(from, step),
        documents,
        passages,
        presence: Object.fromEntries([...frames].map(([code, { times }]) => [code, times])),
        bounds: Object.fromEntries(bounds),
      };
    }),
  };
}

function together(years: readonly Year[]): Year {
  const sum: Year = { documents: 0, passages: 0, frames: new Map() };
  for (const { documents, passages, frames } of years) {
    sum.documents += documents;
    sum.passages += passages;
    for (const [code, { times, squares }] of frames) {
      const own = sum.frames.get(code) ?? { times: 0, squares: 0 };
      sum.frames.set(code, { times: own.times + times, squares: own.squares + squares });
    }
  }
  return sum;
}

/**
 * How much more documents vary within bins than chance makes them, at least 1: Pearson's chi-squared over its degrees of
 * freedom, as in `dispersionWithin`, from sums alone. Of documents with s of t passages and a bin's share p it is
 * (Σ s²/t - p Σ s) / (p (1 - p)).
 */
function spreadOf(bins: readonly Year[], code: string): number {
  let [chiSquared, degreesOfFreedom] = [0, 0];
  for (const { documents, passages, frames } of bins) {
    const { times, squares } = frames.get(code) ?? { times: 0, squares: 0 };
    const share = times / passages;
    if (!(share > 0 && share < 1)) continue;
    degreesOfFreedom += documents - 1;
    chiSquared += (squares - share * times) / (share * (1 - share));
  }
  return degreesOfFreedom > 0 ? Math.max(1, chiSquared / degreesOfFreedom) : 1;
}

function widthOf(years: number, period: number): number {
  if (years <= finest) return 1;
  let step = period;
  while (years / step > finest) step += period;
  return step;
}

function labelOf(from: number, step: number): string {
  return step === 1 ? String(from) : `${from}–${String(from + step - 1).slice(-2)}`;
}
