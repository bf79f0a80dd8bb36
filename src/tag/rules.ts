import { type Layer, layers, type Rule } from '../model/lexicon.ts';
import type { Hit } from './automaton.ts';
import { maxWords } from './pattern.ts';

/** What the rules ask of the term behind a hit. */
export type Ruled = {
  readonly layer: Layer;
  /** `<theme>/<category>`, empty for a pattern that is no term. */
  readonly category: string;
  readonly rules: readonly CompiledRule[];
};

/** A rule with the places of the patterns that are its company. */
export type CompiledRule = Pick<Rule, 'code' | 'within'> & { readonly company: ReadonlySet<number> };

/** A hit that a rule refuses, and the rule. */
export type Refused = { readonly hit: Hit; readonly by: Rule['code'] };

/** Layers in the order in which their rules are applied: what a rule refuses is no company to later layers. */
const turns: readonly Layer[] = ['object', ...layers.filter((layer) => layer !== 'object')];

/**
 * Applies the rules of the terms to their hits. Company is every hit of the patterns that a rule names,
 * but for those of the term itself, and for patterns and terms of its own category that share a word with it; company of an earlier layer (objects,
 * then frames, actors, markers) must itself stand. `others` are company only. `sentencesOf` gives the first
 * word of each word's sentence and is called where a rule asks for it.
 */
export function applyRules(
  hits: readonly Hit[],
  others: readonly Hit[],
  length: number,
  termOf: (pattern: number) => Ruled,
  sentencesOf: () => Int32Array,
): { readonly open: readonly Hit[]; readonly refused: readonly Refused[] } {
  if (!hits.some(({ pattern }) => termOf(pattern).rules.length > 0)) return { open: hits, refused: [] };
  const refused: Refused[] = [];
  const out = new Set<Hit>();
  for (const layer of turns) {
    const own = hits.filter(
      ({ pattern }) => termOf(pattern).layer === layer && termOf(pattern).rules.length > 0,
    );
    if (own.length === 0) continue;
    const isNear = nearness([...hits.filter((hit) => !out.has(hit)), ...others], length, termOf, sentencesOf);
    for (const hit of own) {
      const failed = termOf(hit.pattern).rules.find(
        (rule) => isNear(hit, rule) !== (rule.code === 'near' || rule.code === 'object_far'),
      );
      if (failed === undefined) continue;
      refused.push({ hit, by: failed.code });
    }
    for (const { hit } of refused) out.add(hit);
  }
  return { open: hits.filter((hit) => !out.has(hit)), refused };
}

function nearness(
  all: readonly Hit[],
  length: number,
  termOf: (pattern: number) => Ruled,
  sentencesOf: () => Int32Array,
): (hit: Hit, rule: CompiledRule) => boolean {
  const ordered = all.toSorted((a, b) => a.start - b.start);
  const companies = new Map<ReadonlySet<number>, Map<number, readonly Hit[]>>();
  let bounds: ReturnType<typeof boundsOf> | null = null;

  /** The company of a rule but for the term's own hits, so that a long run of them is not searched again and again. */
  function companyOf({ company }: CompiledRule, pattern: number): readonly Hit[] {
    const own = company.has(pattern) ? pattern : -1;
    const byOwn = companies.get(company) ?? new Map<number, readonly Hit[]>();
    companies.set(company, byOwn);
    const known = byOwn.get(own);
    if (known !== undefined) return known;
    const found = ordered.filter((other) => other.pattern !== own && company.has(other.pattern));
    byOwn.set(own, found);
    return found;
  }

  /** The first and last word that company may touch. */
  function reach({ start, end }: Hit, within: Rule['within']): readonly [number, number] {
    if (within === 'passage') return [0, length - 1];
    if (within !== 'sentence') return [start - within - 1, end + within];
    bounds ??= boundsOf(sentencesOf());
    return [bounds.firsts[start] ?? 0, bounds.lasts[start] ?? 0];
  }

  const isOwn = (other: number, own: number): boolean =>
    termOf(other).category === '' || termOf(other).category === termOf(own).category;

  return (hit, rule) => {
    const company = companyOf(rule, hit.pattern);
    if (company.length === 0) return false;
    const [first, furthest] = reach(hit, rule.within);
    const last = rule.code === 'not_after' ? hit.start - 1 : furthest;
    for (let i = placeFrom(company, first - maxWords); i < company.length; i++) {
      const other = company[i];
      if (other === undefined || other.start > last) return false;
      if (other.end <= first || (rule.code === 'not_after' && other.end > hit.start)) continue;
      const shares = other.start < hit.end && hit.start < other.end;
      if (!shares || !isOwn(other.pattern, hit.pattern)) return true;
    }
    return false;
  };
}

/** First and last word of the sentence of each word. */
function boundsOf(firsts: Int32Array): { readonly firsts: Int32Array; readonly lasts: Int32Array } {
  const lasts = new Int32Array(firsts.length);
  for (let i = firsts.length - 1; i >= 0; i--) {
    lasts[i] = firsts[i + 1] === firsts[i] ? (lasts[i + 1] ?? i) : i;
  }
  return { firsts, lasts };
}

/** The place of the first hit that starts at `start` or later. */
function placeFrom(hits: readonly Hit[], start: number): number {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
