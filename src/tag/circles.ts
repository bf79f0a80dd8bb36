import type { Rule } from '../model/lexicon.ts';
import type { LanguagePlace, LexiconError } from './errors.ts';

/** A term of which only its place and its rules count here. */
type Ruled = {
  readonly place: LanguagePlace;
  readonly term: { readonly pattern: string; readonly rules: readonly Rule[] };
};

/**
 * Errors for rules that depend on each other in a circle: terms of one category may not stand near others that, by
 * rules of their own, depend on terms of the first. What counts would then depend on where one begins. One error a
 * category and rule.
 */
export function findRuleCircles(readings: readonly Ruled[]): readonly LexiconError[] {
  const asked = new Map<string, Set<string>>();
  for (const { place, term } of readings) {
    const from = nameOf(place);
    const names = asked.get(from) ?? new Set();
    asked.set(from, names);
    for (const name of term.rules.flatMap(({ categories }) => categories)) names.add(name);
  }
  const errors: LexiconError[] = [];
  const told = new Set<string>();
  for (const { place, term } of readings) {
    const from = nameOf(place);
    for (const { code, categories } of term.rules) {
      if (code !== 'not_near' && code !== 'not_after') continue;
      for (const other of categories) {
        if (other === from || told.has(`${from} ${code} ${other}`)) continue;
        const path = wayBetween(asked, other, from);
        if (path === null) continue;
        told.add(`${from} ${code} ${other}`);
        errors.push({ code: 'rule_circle', ...place, term: term.pattern, rule: code, path: [from, ...path] });
      }
    }
  }
  return errors;
}

function nameOf({ theme, category }: LanguagePlace): string {
  return `${theme}/${category}`;
}

/** The shortest way from one name to another along what each asks for, or null. */
export function wayBetween(
  asked: ReadonlyMap<string, ReadonlySet<string>>,
  start: string,
  end: string,
): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  for (const [name] of cameFrom) {
    if (name === end) {
      const way: string[] = [];
      for (let at: string | null = name; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
      return way;
    }
    for (const next of asked.get(name) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, name);
  }
  return null;
}
