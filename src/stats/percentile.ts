/**
 * Percentile rank of a value among others: the share of them below it plus half of those equal to it
 * (mid-rank), from 0 to 1; null where there are no others.
 */
export function percentileRank(value: number, others: readonly number[]): number | null {
  if (others.length === 0) return null;
  let below = 0;
  let equal = 0;
  for (const other of others) {
    if (other < value) below += 1;
    else if (other === value) equal += 1;
  }
  return (below + equal / 2) / others.length;
}
