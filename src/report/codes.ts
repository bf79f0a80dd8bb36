import type { MeasuredCategory } from '../model/lexicon.ts';
import type { Tag } from '../model/tag.ts';

/** The codes for which at least one of the tags counts, in the order of the claim's categories. */
export type CodesOf = (tags: readonly Pick<Tag, 'category' | 'blocked'>[]) => string[];

/** Prepares the look-up from the lexicon's categories to the codes of the claim. */
export function codesOf(categories: readonly MeasuredCategory[]): CodesOf {
  const byCategory = new Map<string, Set<string>>();
  for (const { code, categories: names } of categories) {
    for (const name of names) {
      const codes = byCategory.get(name) ?? new Set();
      byCategory.set(name, codes.add(code));
    }
  }
  return (tags) => {
    const found = new Set<string>();
    for (const tag of tags) {
      if (tag.blocked !== null) continue;
      for (const code of byCategory.get(tag.category) ?? []) found.add(code);
    }
    return categories.map(({ code }) => code).filter((code) => found.has(code));
  };
}
