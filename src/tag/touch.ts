import type { Lexicon, Term } from '../model/lexicon.ts';
import { type Language, lexiconLanguages } from '../model/passage.ts';
import { createTokenizer } from '../text/tokens.ts';
import { buildAutomaton } from './automaton.ts';
import { type Stems, searchable } from './read.ts';
import { stemmers } from './stems.ts';

/** Whether a text may be tagged otherwise by another lexicon; where it says no, its tags are the same. */
export type Touch = (text: string, language: Language) => boolean;

/**
 * Compares two lexicons. A passage in whose text no term stands that only one of them has, or that says something else of
 * itself in the other, has the same tags by both: masks, rules, policies and cues look at places of terms in one passage, and
 * all of these are the same. Null where nothing can be told from places of terms: what the categories of the claim
 * consist of, the actors, how overlaps are settled, what tells polarity and voice or what a term names has changed, or a
 * changed term stands in the name of an actor, by which misspelt ones are known. Throws a RangeError on a pattern that
 * `resolveLexicon` refuses.
 */
export function touchOf(before: Lexicon, after: Lexicon, stems: Stems = stemmers): Touch | null {
  const rest = ({ measured, actors, overlap, speech }: Lexicon) =>
    JSON.stringify([measured.map(({ code, categories }) => [code, categories]), actors, overlap, speech]);
  if (rest(before) !== rest(after) || nameOtherwise(before.terms, after.terms)) return null;
  const changed = changedTerms(before.terms, after.terms);
  const tokenize = createTokenizer();
  const finders = new Map<Language, ReturnType<typeof buildAutomaton>>();
  for (const language of lexiconLanguages) {
    const own = changed.filter((term) => term.language === language);
    if (own.length > 0) finders.set(language, buildAutomaton(own.map(searchable), stems[language]));
  }
  const touch: Touch = (text, language) => {
    const find = finders.get(language);
    return find !== undefined && find(text, tokenize(text)).length > 0;
  };
  const isNamed = after.actors.some(({ aliases }) =>
    aliases.some((alias) => lexiconLanguages.some((language) => touch(alias, language))),
  );
  return isNamed ? null : touch;
}

/** Whether a term that both have names another thing in the other, by which what was judged of it holds no longer. */
function nameOtherwise(before: readonly Term[], after: readonly Term[]): boolean {
  const old = new Map(before.map(({ id, names }) => [id, names]));
  return after.some(({ id, names }) => old.has(id) && old.get(id) !== names);
}

/** Every version of the terms that are not the same in both: reasons, evidence and dates are not looked at. */
function changedTerms(before: readonly Term[], after: readonly Term[]): readonly Term[] {
  const [old, now] = [new Map(before.map(keyed)), new Map(after.map(keyed))];
  const gone = [...old].flatMap(([key, term]) => (now.has(key) ? [] : [term]));
  const come = [...now].flatMap(([key, term]) => (old.has(key) ? [] : [term]));
  return [...gone, ...come];
}

/** A term by all of it that can bear on a tag. */
function keyed(term: Term): readonly [string, Term] {
  const { id, theme, category, layer, language, pattern, exactCase, exactAccents, blocks, rules } = term;
  const parts = [id, theme, category, layer, language, pattern, exactCase, exactAccents, blocks, rules];
  return [JSON.stringify(parts), term];
}
