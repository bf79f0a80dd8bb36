import { coverage } from '../../lexicon/coverage.ts';
import type { LexiconView, TermRow, TermView } from '../../model/api/lexicon.ts';
import { fateWords } from '../../model/explanation.ts';
import type { Lexicon, LexiconSource, Rule, Term } from '../../model/lexicon.ts';
import type { HitCount } from '../../model/ports.ts';
import type { TermReading } from '../../model/reading.ts';
import { languageLabel, zoneLabel } from '../../model/words.ts';

/** A lexicon with what an index and readers say of it. */
export type KnownLexicon = {
  readonly source: LexiconSource;
  readonly lexicon: Lexicon;
  readonly own: boolean;
  /** Null where nothing was run. */
  readonly counts: readonly HitCount[] | null;
  /** Hash of the lexicon of the newest run; null before the first. */
  readonly tagged: string | null;
  readonly readings: readonly TermReading[];
};

/** The lexicon as a whole: themes with their categories and coverage, and terms as rows, the most frequent first. */
export function lexiconView(known: KnownLexicon): LexiconView {
  const { source, lexicon, own, counts, tagged, readings } = known;
  const covered = coverage(lexicon.terms, counts ?? [], readings);
  const themes = new Map(covered.themes.map((one) => [one.theme, one]));
  const termsOf = new Map(
    [...Map.groupBy(lexicon.terms, ({ theme }) => theme)].map(
      ([theme, list]) => [theme, new Set(list.map(({ id }) => id))] as const,
    ),
  );
  return {
    hash: lexicon.hash,
    own,
    current: tagged === null ? null : tagged === lexicon.hash,
    stale: covered.stale.length,
    themes: source.themes.map(({ file, theme }) => {
      const found = themes.get(theme.theme);
      return {
        theme: theme.theme,
        file,
        label: theme.label,
        layer: theme.layer,
        categories: Object.entries(theme.categories).map(([category, entry]) => ({
          category,
          definition: entry.definition,
          include: entry.include ?? null,
          exclude: entry.exclude ?? null,
          matches: sentences(entry.matches),
          rejects: sentences(entry.rejects),
        })),
        coverage:
          found === undefined || counts === null
            ? null
            : {
                terms: found.terms,
                unseen: found.unseen,
                hits: found.hits,
                topTen: found.topTen,
                read: readOf(readings.filter(({ term }) => termsOf.get(theme.theme)?.has(term))),
                languages: names(found.languages, languageLabel),
                institutions: names(found.institutions, (name) => name || 'of no institution').slice(0, 12),
                zones: names(found.zones, zoneLabel),
              },
      };
    }),
    terms: rowsOf(known),
  };
}

/** Terms as rows: those that are found first, masks and cues last. */
function rowsOf({ lexicon, counts, readings }: KnownLexicon): TermRow[] {
  const { terms } = coverage(lexicon.terms, counts ?? [], readings);
  const found = new Map(terms.map((one) => [one.term, one]));
  const read = Map.groupBy(readings, ({ term }) => term);
  const rows = lexicon.terms.map((term): TermRow => {
    const one = counts === null ? undefined : found.get(term.id);
    return {
      term: term.id,
      theme: term.theme,
      category: term.category,
      language: term.language,
      pattern: term.pattern,
      status: term.status,
      hits: one?.hits ?? null,
      blocked: one?.blocked ?? null,
      read: readOf(read.get(term.id) ?? []),
    };
  });
  return rows.toSorted((a, b) => (b.hits ?? -1) - (a.hits ?? -1) || (a.term < b.term ? -1 : 1));
}

/** Its readings taken together: frames share no passage of a term. */
function readOf(readings: readonly TermReading[]): TermRow['read'] {
  const passages = readings.reduce((sum, one) => sum + one.passages, 0);
  const right = readings.reduce((sum, one) => sum + one.right, 0);
  return passages === 0 ? null : { passages, right, precision: right / passages };
}

/** One term with all that is written of it; null where the lexicon has none of this id. */
export function termView(known: KnownLexicon, id: string, hashOf: (file: string) => string): TermView | null {
  const term = known.lexicon.terms.find((one) => one.id === id);
  const row = rowsOf(known).find((one) => one.term === id);
  const place = term === undefined ? null : placeOf(known.source, term);
  if (term === undefined || row === undefined || place === null) return null;
  const { file, theme, at } = place;
  const category = theme.categories[term.category];
  const entry = category?.terms[term.language]?.[at];
  if (category === undefined || entry === undefined) return null;
  const path = ['categories', term.category, 'terms', term.language, at];
  return {
    row,
    label: theme.label,
    definition: category.definition,
    file,
    line: known.source.lines?.get(file)?.(path) ?? 1,
    hash: hashOf(file),
    own: known.own,
    entry,
    author: term.author,
    date: term.date,
    rules: term.rules.map(ruleWords),
    blocked: blockedOf((known.counts ?? []).filter((one) => one.term === id)),
    readings: known.readings
      .filter((one) => one.term === id)
      .map(({ frame, passages, right, precision, measured, source }) => ({
        frame,
        passages,
        right,
        precision,
        measured,
        source,
      })),
  };
}

function blockedOf(counts: readonly HitCount[]): TermView['blocked'] {
  return [...Map.groupBy(counts, ({ blocked }) => blocked)]
    .flatMap(([blocked, list]) =>
      blocked === null
        ? []
        : {
            words: fateWords(blocked, null).replace(/^blocked: /, ''),
            hits: list.reduce((sum, { hits }) => sum + hits, 0),
            isDenied: blocked === 'negated',
          },
    )
    .toSorted((a, b) => b.hits - a.hits);
}

/** Where a term stands: its theme and its place among the entries of its category and language; null for none. */
export function placeOf(
  source: LexiconSource,
  { theme: name, category, language, pattern, exactCase, exactAccents }: Term,
): (LexiconSource['themes'][number] & { readonly at: number }) | null {
  const found = source.themes.find(({ theme }) => theme.theme === name);
  const entries = found?.theme.categories[category]?.terms[language] ?? [];
  const at = entries.findIndex(
    (entry) =>
      entry.pattern === pattern &&
      (entry.case === 'exact') === exactCase &&
      (entry.accents === 'exact') === exactAccents,
  );
  return found === undefined || at < 0 ? null : { ...found, at };
}

function ruleWords({ code, within, categories, patterns }: Rule): string {
  const reach = typeof within === 'number' ? `with at most ${within} words between` : `in the same ${within}`;
  const company = [...patterns.map((one) => `“${one}”`), ...categories].join(', ');
  switch (code) {
    case 'near':
      return `counts only near one of ${company}, ${reach}`;
    case 'not_near':
      return `does not count near ${company}, ${reach}`;
    case 'not_after':
      return `does not count after ${company}, ${reach}`;
    case 'object_far':
      return `counts only near the object, ${reach}`;
  }
}

function sentences<Key extends string>(
  examples: Readonly<Partial<Record<Key, readonly string[]>>>,
): { language: Key; sentence: string }[] {
  const entries = Object.entries(examples) as [Key, readonly string[]][];
  return entries.flatMap(([language, list]) => list.map((sentence) => ({ language, sentence })));
}

function names(
  counts: Readonly<Record<string, number>>,
  label: (name: string) => string,
): { name: string; hits: number }[] {
  return Object.entries(counts).map(([name, hits]) => ({ name: label(name), hits }));
}
