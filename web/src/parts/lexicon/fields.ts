import type { Draft, LexiconView, TermView } from '../../../../src/model/api/lexicon.ts';

/** Rules that ask for company or forbid it. */
export const companies = [
  { id: 'near', label: 'Counts only near one of' },
  { id: 'not_near', label: 'Does not count near' },
  { id: 'not_after', label: 'Does not count after' },
] as const;
export type CompanyRule = (typeof companies)[number]['id'];

/** How far company may stand, as it is chosen: a number of words is text here. */
type Company = { readonly of: string; readonly within: string };

/** A draft as its form holds it. */
export type Fields = {
  readonly theme: string;
  readonly category: string;
  readonly language: Draft['language'];
  readonly pattern: string;
  readonly why: string;
  readonly evidence: string;
  readonly status: NonNullable<Draft['entry']>['status'];
  readonly exactCase: boolean;
  readonly exactAccents: boolean;
  readonly yes: string;
  readonly no: string;
  /** '' where the object may stand anywhere in the passage. */
  readonly object: string;
  readonly rules: Readonly<Record<CompanyRule, Company>>;
};

const alone: Company = { of: '', within: 'sentence' };

/** The form of a term, or of a new one in the place that the address names. */
export function fieldsOf(lexicon: LexiconView, view: TermView | null): Fields {
  const search = new URLSearchParams(window.location.search);
  const theme = lexicon.themes.find((one) => one.theme === search.get('theme')) ?? lexicon.themes[0];
  const category =
    theme?.categories.find((one) => one.category === search.get('category')) ?? theme?.categories[0];
  const named = lexicon.terms.find(({ language }) => language === search.get('language'))?.language;
  const entry = view?.entry;
  const ruleOf = (id: CompanyRule): Company => {
    const rule = entry?.[id];
    return rule === undefined ? alone : { of: rule.of.join('\n'), within: String(rule.within) };
  };
  return {
    theme: view?.row.theme ?? theme?.theme ?? '',
    category: view?.row.category ?? category?.category ?? '',
    language: view?.row.language ?? named ?? 'en',
    pattern: entry?.pattern ?? '',
    why: entry?.why ?? '',
    evidence: entry?.evidence ?? '',
    status: entry?.status ?? 'proposed',
    exactCase: entry?.case === 'exact',
    exactAccents: entry?.accents === 'exact',
    yes: entry?.yes.join('\n') ?? '',
    no: entry?.no.join('\n') ?? '',
    object: entry?.needs_object === undefined ? '' : String(entry.needs_object.within),
    rules: { near: ruleOf('near'), not_near: ruleOf('not_near'), not_after: ruleOf('not_after') },
  };
}

/** Whether enough is said for a preview. */
export function isReady({ pattern, why, evidence }: Fields): boolean {
  return [pattern, why, evidence].every((text) => text.trim() !== '');
}

/** The draft that a form says; what the form has no field for stays as it was written. */
export function draftOf(fields: Fields, view: TermView | null): Draft {
  const { theme, category, language, pattern, why, evidence, status } = fields;
  const { near: _n, not_near: _m, not_after: _a, needs_object: _o, ...kept } = view?.entry ?? {};
  const rules = Object.fromEntries(
    companies.flatMap(({ id }) => {
      const of = linesOf(fields.rules[id].of);
      return of.length === 0 ? [] : [[id, { of, within: reachOf(fields.rules[id].within) }]];
    }),
  );
  return {
    theme,
    category,
    language,
    term: view?.row.term ?? null,
    entry: {
      ...kept,
      pattern: pattern.trim(),
      why: why.trim(),
      evidence: evidence.trim(),
      status,
      case: fields.exactCase ? 'exact' : 'fold',
      accents: fields.exactAccents ? 'exact' : 'fold',
      yes: linesOf(fields.yes),
      no: linesOf(fields.no),
      ...rules,
      ...(fields.object === '' ? {} : { needs_object: { within: reachOf(fields.object) } }),
    },
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function reachOf(text: string): 'sentence' | 'passage' | number {
  return text === 'sentence' || text === 'passage' ? text : Number(text);
}
