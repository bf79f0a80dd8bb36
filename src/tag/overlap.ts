import type { Overlap } from '../model/study.ts';
import type { Hit } from './automaton.ts';

/** What the policies ask of the term behind a hit. */
export type Grouped = { readonly layer: string; readonly category: string };

/**
 * Keeps the hits that count where hits overlap, in the order of their starts. With `layer` and `category` the longest
 * goes first, then the left one, then the first pattern, and what touches a word that its layer (or its category)
 * has used is dropped; `category` is the rule of quanteda's `tokens_lookup(nested_scope = "key")` with our categories
 * for its keys. `nested` drops besides what lies wholly in words that others of the layer have used, but for terms
 * with the very same words: the rule of `nested_scope = "dictionary"`. `all` keeps each hit, once.
 */
export function keepByPolicy(
  hits: readonly Hit[],
  policy: Overlap,
  termOf: (pattern: number) => Grouped,
): readonly Hit[] {
  const ordered = hits.toSorted((a, b) => a.start - b.start);
  const kept: Hit[] = [];
  for (let from = 0; from < ordered.length; ) {
    const first = ordered[from];
    if (first === undefined) break;
    let end = first.end;
    let to = from + 1;
    for (let next = ordered[to]; next !== undefined && next.start < end; next = ordered[to]) {
      end = Math.max(end, next.end);
      to++;
    }
    if (to === from + 1) kept.push(first);
    else kept.push(...settle(ordered.slice(from, to), end, policy, termOf));
    from = to;
  }
  return kept;
}

/** The same for hits that hang together, which stand before the word `end`. */
function settle(
  hits: readonly Hit[],
  end: number,
  policy: Overlap,
  termOf: (pattern: number) => Grouped,
): readonly Hit[] {
  const first = hits[0]?.start ?? 0;
  const used = new Map<string, Uint8Array>();
  const usedBy = (group: string): Uint8Array => {
    const known = used.get(group) ?? new Uint8Array(end - first);
    used.set(group, known);
    return known;
  };
  const kept: Hit[] = [];
  let last: Hit | null = null;
  let isNested = new Map<string, boolean>();
  for (const hit of hits.toSorted(byPrecedence)) {
    const isTwin = last !== null && last.start === hit.start && last.end === hit.end;
    if (isTwin && last?.pattern === hit.pattern) continue;
    if (!isTwin) isNested = new Map();
    last = hit;
    const [from, to] = [hit.start - first, hit.end - first];
    const { layer, category } = termOf(hit.pattern);
    if (policy !== 'all') {
      const own = usedBy(policy === 'layer' ? layer : `${layer} ${category}`);
      if (policy === 'nested') {
        const words = usedBy(layer);
        const nested = isNested.get(layer) ?? words.subarray(from, to).every((word) => word === 1);
        isNested.set(layer, nested);
        if (nested) continue;
        if (!own.subarray(from, to).includes(1)) words.fill(1, from, to);
      }
      if (own.subarray(from, to).includes(1)) continue;
      own.fill(1, from, to);
    }
    kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function byPrecedence(a: Hit, b: Hit): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start || a.pattern - b.pattern;
}
