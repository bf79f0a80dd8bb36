import { periodOf } from '../../model/study.ts';
import type { PeriodChange, TimeReason } from '../../model/trend.ts';
import { tInterval } from '../../stats/interval.ts';
import { compareText } from '../../text/compare.ts';
import type { Ratio } from '../gather.ts';
import type { Spoke } from './series.ts';

/** Least documents of a cell in either period: with one nothing is known of how documents differ in it. */
const DOCUMENTS = 2;

type Pair = { readonly a: number; readonly n: number };
type Cells = Map<string, Pair[]>;

/**
 * Each period of a side against the one before it that has documents, as shares of the numerator. A share is directly
 * standardised: shares within cells of institution and language, weighted by the framed passages that a cell has in
 * both periods together, so that another mix of institutions or languages makes no difference. Undated documents
 * have no part. `counts` says where the two categories stand among a document's counts.
 */
export function periodChanges(
  spoken: readonly Spoke[],
  of: Pick<PeriodChange, 'role' | 'pole'> & Ratio,
  counts: readonly [number, number],
  years: number,
): readonly PeriodChange[] {
  const periods = new Map<string, Cells>();
  for (const { institution, documents } of spoken) {
    for (const { date, parts } of documents) {
      if (date === null) continue;
      for (const { language, counts: found } of parts) {
        const [a, b] = [found[counts[0]] ?? 0, found[counts[1]] ?? 0];
        if (a + b === 0) continue;
        const period = periodOf(date, years);
        const cells = periods.get(period) ?? new Map<string, Pair[]>();
        periods.set(period, cells);
        const name = JSON.stringify([institution, language]);
        const cell = cells.get(name) ?? [];
        cell.push({ a, n: a + b });
        cells.set(name, cell);
      }
    }
  }
  const inOrder = [...periods].toSorted(([a], [b]) => compareText(a, b));
  return inOrder.slice(1).map(([to, later], place) => {
    const [from, earlier] = inOrder[place] ?? ['', new Map<string, Pair[]>()];
    const { role, pole, numerator, denominator } = of;
    return { role, pole, numerator, denominator, from, to, ...changeOf(earlier, later) };
  });
}

function changeOf(earlier: Cells, later: Cells) {
  const all = new Set([...earlier.keys(), ...later.keys()]);
  const shared = [...all].toSorted(compareText).flatMap((name) => {
    const [before, after] = [earlier.get(name) ?? [], later.get(name) ?? []];
    return Math.min(before.length, after.length) < DOCUMENTS ? [] : [{ before, after }];
  });
  const passages = shared.reduce((sum, { before, after }) => sum + sizeOf(before) + sizeOf(after), 0);
  const documents = shared.reduce((sum, { before, after }) => sum + before.length + after.length, 0);
  const base = {
    cells: shared.length,
    cellsLeftOut: all.size - shared.length,
    documents,
    passages,
    crude: shareOf([...later.values()].flat()) - shareOf([...earlier.values()].flat()),
  };
  const none = (reason: TimeReason) => ({
    ...base,
    shareFrom: null,
    shareTo: null,
    difference: null,
    reason,
  });
  if (shared.length === 0) return none('no_shared_cells');
  const weighted = shared.map(({ before, after }) => ({
    before,
    after,
    weight: (sizeOf(before) + sizeOf(after)) / passages,
  }));
  const shareFrom = weighted.reduce((sum, { before, weight }) => sum + weight * shareOf(before), 0);
  const shareTo = weighted.reduce((sum, { after, weight }) => sum + weight * shareOf(after), 0);
  const interval = tInterval(
    shareTo - shareFrom,
    weighted
      .flatMap(({ before, after, weight }) => [before, after].map((cell) => ({ cell, weight })))
      .map(({ cell, weight }) => ({
        variance: weight ** 2 * varianceOf(cell),
        degreesOfFreedom: cell.length - 1,
      })),
  );
  if (interval === null) return { ...none('no_variance'), shareFrom, shareTo };
  const difference = {
    value: shareTo - shareFrom,
    lower: Math.max(-1, interval.lower),
    upper: Math.min(1, interval.upper),
  };
  return { ...base, shareFrom, shareTo, difference, reason: null };
}

function sizeOf(pairs: readonly Pair[]): number {
  return pairs.reduce((sum, { n }) => sum + n, 0);
}

function shareOf(pairs: readonly Pair[]): number {
  return pairs.reduce((sum, { a }) => sum + a, 0) / sizeOf(pairs);
}

/** Variance of a cell's share with documents as clusters, linearised. */
function varianceOf(pairs: readonly Pair[]): number {
  const [n, share] = [sizeOf(pairs), shareOf(pairs)];
  const squares = pairs.reduce((sum, one) => sum + ((one.a - share * one.n) / n) ** 2, 0);
  return (pairs.length / (pairs.length - 1)) * squares;
}
