import { createHash } from 'node:crypto';
import type { CategoryEntry, LexiconSource, Term, TermEntry, Theme } from '../model/lexicon.ts';
import { lexiconLanguages } from '../model/passage.ts';
import type { Overlap } from '../model/study.ts';
import { fold, spellings } from '../text/fold.ts';
import { findRuleCircles } from './circles.ts';
import type { LanguagePlace, LexiconError } from './errors.ts';
import { maxInAll, parsePattern, type Sequences } from './pattern.ts';
import type { Stems } from './read.ts';
import { hasStem, rulesOf } from './rule-entries.ts';
import { isRegex } from './vocabulary.ts';

/** A term as read, with its place and what its pattern stands for. */
type Reading = { readonly place: LanguagePlace; readonly term: Term; readonly sequences: Sequences };

/**
 * Makes the terms of a lexicon, in the order of their ids. Left out, with an error each: terms with a
 * faulty pattern or a stem where `stems` has none for the language, repeated patterns, and, where no word of a layer
 * counts twice, wording that another category of the layer has too, because of two equal matches only one can be tagged.
 */
export function makeTerms(
  source: LexiconSource,
  stems: Stems = {},
): {
  readonly terms: readonly Term[];
  readonly errors: readonly LexiconError[];
} {
  const errors: LexiconError[] = [];
  const readings: Reading[] = [];
  let width = 0;
  const leftOut: { readonly place: LanguagePlace; readonly term: string }[] = [];
  const names = source.themes.flatMap(({ theme }) =>
    Object.keys(theme.categories).map((category) => `${theme.theme}/${category}`),
  );
  for (const { file, theme } of source.themes) {
    for (const [name, category] of Object.entries(theme.categories)) {
      if (category.blocks !== undefined && theme.layer !== 'mask') {
        errors.push({
          code: 'blocks_without_mask',
          file,
          theme: theme.theme,
          category: name,
          layer: theme.layer,
        });
      }
      for (const language of lexiconLanguages) {
        const place = { file, theme: theme.theme, category: name, language };
        const entries = category.terms[language] ?? [];
        const digits = digitsOf(entries);
        const canStem = stems[language] !== undefined;
        for (const entry of entries) {
          if (leftOut.length > 0) {
            leftOut.push({ place, term: entry.pattern });
            continue;
          }
          const parsed = parsePattern(entry.pattern);
          if ('fault' in parsed)
            errors.push({ code: 'pattern_fault', ...place, term: entry.pattern, fault: parsed.fault });
          else if (!canStem && hasStem(parsed.sequences))
            errors.push({ code: 'stem_unavailable', ...place, term: entry.pattern });
          else if (width + widthOf(parsed.sequences) > maxInAll) {
            leftOut.push({ place, term: entry.pattern });
          } else {
            width += widthOf(parsed.sequences);
            const { rules, errors: faults } = rulesOf(place, category, entry, names, {
              isMask: theme.layer === 'mask',
              canStem,
            });
            errors.push(...faults);
            readings.push({
              place,
              term: { ...makeTerm(place, theme, category, entry, digits(entry)), rules },
              sequences: parsed.sequences,
            });
          }
        }
      }
    }
  }
  const [first] = leftOut;
  if (first !== undefined) {
    const { place, term } = first;
    errors.push({ code: 'lexicon_too_wide', ...place, term, leftOut: leftOut.length });
  }
  errors.push(...findRuleCircles(readings));
  const { kept, clashes } = withoutClashes(readings, source.overlap ?? 'layer');
  return { terms: kept.toSorted((a, b) => (a.id < b.id ? -1 : 1)), errors: [...errors, ...clashes] };
}

function widthOf(sequences: Sequences): number {
  return sequences.reduce((sum, words) => sum + words.length, 0);
}

function makeTerm(
  place: LanguagePlace,
  theme: Theme,
  category: CategoryEntry,
  entry: TermEntry,
  digits: string,
): Omit<Term, 'rules'> {
  return {
    id: `${place.theme}/${place.category}.${place.language}.${digits}`,
    theme: place.theme,
    category: place.category,
    layer: theme.layer,
    language: place.language,
    pattern: entry.pattern,
    why: entry.why,
    evidence: entry.evidence,
    status: entry.status,
    exactCase: entry.case === 'exact',
    exactAccents: entry.accents === 'exact',
    blocks: theme.layer === 'mask' ? (category.blocks ?? ['frame']) : [],
    names: entry.names ?? null,
    author: entry.author ?? theme.author ?? null,
    date: entry.date ?? theme.date ?? null,
  };
}

/** Six digits of the pattern's hash; twelve for the patterns of a category that share six. */
function digitsOf(entries: readonly TermEntry[]): (entry: TermEntry) => string {
  const hash = (entry: TermEntry): string =>
    createHash('sha256')
      .update(`${entry.pattern.normalize('NFC')}\n${entry.case}\n${entry.accents}`)
      .digest('hex');
  const patterns = Map.groupBy(entries, (entry) => hash(entry).slice(0, 6));
  return (entry) => {
    const digits = hash(entry);
    const sharing = new Set(patterns.get(digits.slice(0, 6))?.map(hash));
    return digits.slice(0, sharing.size > 1 ? 12 : 6);
  };
}

function withoutClashes(
  readings: readonly Reading[],
  overlap: Overlap,
): {
  readonly kept: readonly Term[];
  readonly clashes: readonly LexiconError[];
} {
  const formOf = comparableForms();
  const scopes = new Map<string, Map<string, Term>>();
  const twins = new Map<string, { readonly term: Term; readonly comparable: readonly string[] }[]>();
  const kept: Term[] = [];
  const clashes: LexiconError[] = [];
  for (const { place, term, sequences } of readings) {
    const comparable = sequences.map((words) => formOf(words, term));
    const least = comparable.reduce((one, other) => (other < one ? other : one), comparable[0] ?? '');
    const likeness = [place.theme, place.category, place.language, comparable.length, least].join('\n');
    const alike = twins.get(likeness) ?? [];
    const twin = alike.find((other) => areSame(other.comparable, comparable))?.term;
    const scope = `${term.layer} ${term.language}`;
    const owners = scopes.get(scope) ?? new Map<string, Term>();
    scopes.set(scope, owners);
    const shared = comparable.find((sequence) => {
      const owner = owners.get(sequence);
      return owner !== undefined && (owner.theme !== term.theme || owner.category !== term.category);
    });
    if (twin !== undefined) {
      clashes.push({ code: 'pattern_duplicate', ...place, term: term.pattern, other: twin.pattern });
    } else if (shared !== undefined) {
      const owner = owners.get(shared);
      const other = `${owner?.theme}/${owner?.category}`;
      const sequence = sequences[comparable.indexOf(shared)]?.join(' ') ?? '';
      clashes.push({ code: 'pattern_shared', ...place, term: term.pattern, sequence, other });
    } else {
      kept.push(term);
      twins.set(likeness, [...alike, { term, comparable }]);
      if (overlap === 'layer' && term.layer !== 'mask')
        for (const sequence of comparable) owners.set(sequence, term);
    }
  }
  return { kept, clashes };
}

/** Whether two patterns stand for the same sequences, in whatever order. */
function areSame(one: readonly string[], other: readonly string[]): boolean {
  const all = new Set(one);
  return one.length === other.length && other.every((sequence) => all.has(sequence));
}

/** What two sequences have in common that match the same; words come back by the thousand, so each is folded once. */
function comparableForms(): (words: readonly string[], term: Term) => string {
  const folded = new Map<string, Map<string, string>>();
  return (words, { exactCase, exactAccents }) => {
    let comparable = `${exactCase} ${exactAccents}`;
    const forms = folded.get(comparable) ?? new Map<string, string>();
    folded.set(comparable, forms);
    for (const word of words) {
      let form = forms.get(word);
      if (form === undefined) {
        const exact = { case: exactCase, accents: exactAccents };
        form = isRegex(word) ? word : fold(spellings(word)[0] ?? word, exact);
        forms.set(word, form);
      }
      comparable += ` ${form}`;
    }
    return comparable;
  };
}
