import type { Hit } from './automaton.ts';

/**
 * Keeps the hits that count where hits of one group overlap: the longest first, then from left to right,
 * then by place of the pattern; a hit that touches a word already used in its group is dropped. This
 * is the rule of quanteda's `tokens_lookup(nested_scope = "key")` with our groups for its keys.
 */
export function keepLongest(
  hits: readonly Hit[],
  length: number,
  groupOf: (pattern: number) => number,
): readonly Hit[] {
  const used = new Map<number, Uint8Array>();
  const kept: Hit[] = [];
  for (const hit of hits.toSorted(byPrecedence)) {
    const group = groupOf(hit.pattern);
    const taken = used.get(group) ?? new Uint8Array(length);
    if (taken.subarray(hit.start, hit.end).includes(1)) continue;
    taken.fill(1, hit.start, hit.end);
    used.set(group, taken);
    kept.push(hit);
  }
  return kept;
}

function byPrecedence(a: Hit, b: Hit): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start || a.pattern - b.pattern;
}
