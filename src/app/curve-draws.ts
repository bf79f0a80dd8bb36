import type { CurveDraws } from '../assess/robust/curve.ts';
import { bothExtremes, curveExtremes, type Extremes } from '../stats/specificationcurve.ts';

/** Draws the joint test of a curve; how it shares the work changes nothing about what comes of it. */
export type CurveDrawer = (draws: CurveDraws) => Promise<Extremes>;

/** One number counted into one total, for every draw: what takes about a second is not worth a process. */
const FEW = 100_000_000;

/** All of some draws, here and now. */
export function drawn({ columns, labels, weights, replicates }: CurveDraws): Extremes {
  return curveExtremes(columns, labels, weights, replicates);
}

/** The draws in as many parts of about one size as there are processes; in one where all are soon done. */
export function partsOf(draws: CurveDraws, processes: number, few = FEW): readonly CurveDraws[] {
  const { columns, labels, replicates } = draws;
  const { from, to } = replicates;
  const most = Math.min(processes, to - from);
  if (most < 2 || columns.length * labels.length * (to - from) < few) return [draws];
  const cut = (part: number) => from + Math.round((part * (to - from)) / most);
  return Array.from({ length: most }, (_, part) => ({
    ...draws,
    replicates: { ...replicates, from: cut(part), to: cut(part + 1) },
  }));
}

/** What parts came to, together. */
export function joined(parts: readonly Extremes[]): Extremes {
  return parts.reduce(bothExtremes);
}
