import type { CategoryEntry, Rule, TermEntry } from '../model/lexicon.ts';
import type { LanguagePlace, LexiconError } from './errors.ts';
import { parsePattern, type Sequences } from './pattern.ts';

/** The rules of a term: its own, and those of its category of which it has none of the same kind. */
export function rulesOf(
  place: LanguagePlace,
  category: CategoryEntry,
  entry: TermEntry,
  names: readonly string[],
  { isMask, canStem }: { readonly isMask: boolean; readonly canStem: boolean },
): { readonly rules: readonly Rule[]; readonly errors: readonly LexiconError[] } {
  const errors: LexiconError[] = [];
  const rules: Rule[] = [];
  for (const code of ['near', 'not_near', 'not_after'] as const) {
    const company = entry[code] ?? category[code];
    if (company === undefined) continue;
    if (isMask) errors.push({ code: 'rule_on_mask', ...place, term: entry.pattern, rule: code });
    const categories: string[] = [];
    const patterns: string[] = [];
    for (const of of company.of) {
      const name = /^<(.*)>$/u.exec(of)?.[1];
      if (name === undefined) {
        if (names.includes(of))
          errors.push({ code: 'rule_unbracketed', ...place, term: entry.pattern, rule: code, found: of });
        const parsed = parsePattern(of);
        if ('fault' in parsed)
          errors.push({
            code: 'rule_fault',
            ...place,
            term: entry.pattern,
            rule: code,
            company: of,
            fault: parsed.fault,
          });
        else if (!canStem && hasStem(parsed.sequences))
          errors.push({ code: 'stem_unavailable', ...place, term: of });
        else patterns.push(of);
        continue;
      }
      const found = names.filter((one) => one === name || one.startsWith(`${name}/`));
      if (found.length === 0)
        errors.push({ code: 'rule_unknown_category', ...place, term: entry.pattern, rule: code, found: of });
      if (code !== 'near' && found.includes(`${place.theme}/${place.category}`))
        errors.push({ code: 'rule_circular', ...place, term: entry.pattern, rule: code, found: of });
      categories.push(...found);
    }
    rules.push({ code, within: company.within, categories: [...new Set(categories)].sort(), patterns });
  }
  const object = entry.needs_object ?? category.needs_object;
  if (object !== undefined && isMask)
    errors.push({ code: 'rule_on_mask', ...place, term: entry.pattern, rule: 'needs_object' });
  if (object !== undefined)
    rules.push({ code: 'object_far', within: object.within, categories: [], patterns: [] });
  return { rules, errors };
}

/** Whether a pattern asks for the stem of a word. */
export function hasStem(sequences: Sequences): boolean {
  return sequences.some((words) => words.some((word) => word.endsWith('~')));
}
