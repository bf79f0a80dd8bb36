import type { Rule, Term } from '../model/lexicon.ts';
import type { Passage } from '../model/passage.ts';
import type { Matcher } from '../tag/compile.ts';
import { codePointCounter } from '../text/codepoints.ts';

/** Codes of rules, in the order in which a term has them. */
export const ruleCodes: readonly Rule['code'][] = ['near', 'not_near', 'not_after', 'object_far'];

/** A span in code points. */
export type Company = { readonly start: number; readonly end: number };

/** Most of what a rule asks for that is told. */
const told = 3;

/**
 * Tells of a term that a rule refuses in a passage what the rule did not find, or found and does not allow, in words;
 * null where the matcher does not refuse it there, because the lexicon is another by now.
 */
export function companyOf(
  matcher: Matcher,
  { text, language }: Pick<Passage, 'text' | 'language'>,
): (
  of: Company & { readonly term: Term },
  code: Rule['code'],
  wordsAt: (company: Company) => string,
) => string | null {
  let refusals: ReadonlyMap<string, Company | null> | null = null;
  return (of, code, wordsAt) => {
    refusals ??= refusalsOf(matcher, text, language);
    const rule = of.term.rules.find((one) => one.code === code);
    const company = refusals.get(keyOf(of, of.term, code));
    if (rule === undefined || company === undefined) return null;
    if (code === 'object_far') return reachWords(rule.within);
    if (company === null) return `${listed(rule)} ${reachWords(rule.within)}`;
    return `${wordsAt(company)} ${reachWords(rule.within)}`;
  };
}

function refusalsOf(
  matcher: Matcher,
  text: string,
  language: Passage['language'],
): ReadonlyMap<string, Company | null> {
  const count = codePointCounter(text);
  const inCodePoints = ({ start, end }: Company): Company => ({ start: count(start), end: count(end) });
  return new Map(
    matcher
      .read(text, language)
      .blocked.map(({ term, blocked, company, ...span }) => [
        keyOf(inCodePoints(span), term, blocked),
        company && inCodePoints(company),
      ]),
  );
}

function keyOf({ start, end }: Company, term: Term, code: string): string {
  return `${start} ${end} ${term.id} ${code}`;
}

/** What a rule asks for: categories by name, patterns as written, and how many more. */
function listed({ categories, patterns }: Rule): string {
  const all = [...categories, ...patterns.map((pattern) => `\`${pattern}\``)];
  const rest = all.length - told;
  const shown = all.slice(0, told);
  return rest > 0 ? `${shown.join(', ')} or ${rest} more` : shown.join(' or ');
}

function reachWords(within: Rule['within']): string {
  if (within === 'sentence') return 'in its sentence';
  if (within === 'passage') return 'in the passage';
  return `within ${within} ${within === 1 ? 'word' : 'words'}`;
}
