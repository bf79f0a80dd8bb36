import type { IngestRow, Results } from '../model/results.ts';
import type { Bin } from './figures/years.ts';

/** The bins of one voice over the scale of all. */
export type VoiceBins = { readonly voice: string; readonly documents: number; readonly bins: readonly Bin[] };

/** What every voice said when; `step` is the width of a bin in years. */
export type Timeline = { readonly step: number; readonly voices: readonly VoiceBins[] };

/** Most bins on one scale. */
const finest = 18;

/**
 * Shares by voice over time from the profiles of documents: by year where the years are few, otherwise
 * by as many of the study's periods as it takes. The sides of the contrast come first. Undated
 * documents and documents without a voice are left out.
 */
export function timeline(results: Results): Timeline {
  const sources = new Map<string, IngestRow>();
  for (const row of results.ingest) {
    sources.set(row.file, row);
    if (row.document !== null && row.status !== 'failed') sources.set(row.document, row);
  }
  const dated = results.profiles.flatMap((profile) => {
    if (profile.by !== 'document' || profile.objectPassages === 0) return [];
    const source = sources.get(profile.key);
    if (source?.date == null || source.voice === null) return [];
    return [{ profile, voice: source.voice, year: Number(source.date.slice(0, 4)) }];
  });
  if (dated.length === 0) return { step: 1, voices: [] };
  const first = Math.min(...dated.map(({ year }) => year));
  const last = Math.max(...dated.map(({ year }) => year));
  const step = width(last - first + 1, results.study.settings.period_years);
  const start = step === 1 ? first : Math.floor(first / step) * step;
  const { source, policy } = results.study.contrast;
  const order = [...source, ...policy];
  const rank = (voice: string) => (order.includes(voice) ? order.indexOf(voice) : order.length);
  const voices = [...Map.groupBy(dated, ({ voice }) => voice)]
    .toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([voice, items]) => {
      const bins: Bin[] = [];
      for (let from = start; from <= last; from += step) {
        const inside = items.filter(({ year }) => year >= from && year < from + step);
        const presence: Record<string, number> = {};
        let passages = 0;
        for (const { profile } of inside) {
          passages += profile.objectPassages;
          for (const { code, presence: times } of profile.frames)
            presence[code] = (presence[code] ?? 0) + times;
        }
        bins.push({ from, label: label(from, step), passages, presence });
      }
      return { voice, documents: items.length, bins };
    });
  return { step, voices };
}

function width(years: number, period: number): number {
  if (years <= finest) return 1;
  let step = period;
  while (years / step > finest) step += period;
  return step;
}

function label(from: number, step: number): string {
  return step === 1 ? String(from) : `${from}–${String(from + step - 1).slice(-2)}`;
}
