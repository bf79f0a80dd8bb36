import { diffHits } from '../lexicon/diff.ts';
import type { Draft, DraftLine, PreviewView } from '../model/api/lexicon.ts';
import { citedPage } from '../model/document.ts';
import { InputError } from '../model/input.ts';
import type { CategoryEntry, Lexicon, LexiconSource, Theme } from '../model/lexicon.ts';
import type { Found, StudyReader } from '../model/ports.ts';
import { compile, type Matcher } from '../tag/compile.ts';
import { resolveLexicon } from '../tag/resolve.ts';
import { touchOf } from '../tag/touch.ts';
import { placeOf } from './explore/lexicon.ts';
import { prepareLexicon } from './lexicon.ts';

/** Most places shown of those gained, and of those lost. */
const mostLines = 20;

/** A lexicon made ready for previews; making it so takes longer than most of them. */
export function readied(lexicon: Lexicon, object: string): { lexicon: Lexicon; matcher: Matcher } {
  return { lexicon, matcher: compile(lexicon, { object }) };
}

/** Where a draft stands in its theme: the file, and the place of its entry; past the last one where it is new. */
export type DraftPlace = { readonly file: string; readonly theme: Theme; readonly at: number };

/** Finds where a draft belongs; throws an InputError where there is no such place. */
export function draftPlace(source: LexiconSource, lexicon: Lexicon, draft: Draft): DraftPlace {
  const found = source.themes.find(({ theme }) => theme.theme === draft.theme);
  const isThere = found !== undefined && Object.hasOwn(found.theme.categories, draft.category);
  const category = isThere ? found.theme.categories[draft.category] : undefined;
  if (found === undefined || category === undefined) {
    throw new InputError([
      `expected a category of the lexicon, got \`${draft.theme}/${draft.category}\`: choose another`,
    ]);
  }
  if (draft.term === null) return { ...found, at: category.terms[draft.language]?.length ?? 0 };
  const term = lexicon.terms.find(({ id }) => id === draft.term);
  const place = term === undefined ? null : placeOf(source, term);
  if (
    term === undefined ||
    place === null ||
    place.theme !== found.theme ||
    term.category !== draft.category
  ) {
    throw new InputError([`expected a term of ${draft.theme}/${draft.category}, got \`${draft.term}\``]);
  }
  return place;
}

/** A lexicon with a draft in it, not checked yet. */
export function drafted(source: LexiconSource, { file, theme, at }: DraftPlace, draft: Draft): LexiconSource {
  const own = theme.categories[draft.category] as CategoryEntry;
  const entries = (own.terms[draft.language] ?? []).toSpliced(
    at,
    draft.term === null ? 0 : 1,
    ...(draft.entry === null ? [] : [draft.entry]),
  );
  const { [draft.language]: _, ...others } = own.terms;
  const terms = entries.length === 0 ? others : { ...own.terms, [draft.language]: entries };
  const categories = { ...theme.categories, [draft.category]: { ...own, terms } };
  const changed = { file, theme: { ...theme, categories } };
  return { ...source, themes: source.themes.map((one) => (one.file === file ? changed : one)) };
}

/**
 * Checks a lexicon with a draft in it: what is wrong with it, in words, and the lexicon itself as far as it can be tagged by,
 * which it can where nothing is wrong but what it does to example sentences.
 */
export function checkDraft(
  source: LexiconSource,
  study: Parameters<typeof prepareLexicon>[1],
  claims: Parameters<typeof prepareLexicon>[2],
): { readonly faults: readonly string[]; readonly lexicon: Lexicon | null } {
  try {
    return { faults: [], lexicon: prepareLexicon(source, study, claims) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { lexicon, errors } = resolveLexicon(source);
    const isUsable = errors.length > 0 && errors.every(({ code }) => code.startsWith('example_'));
    return { faults: error.lines, lexicon: isUsable ? lexicon : null };
  }
}

/**
 * What the hits of an index would be by another lexicon than the one that stands ready: by category those gained and lost, with the first of them. Only
 * passages are tagged in which a changed term stands, document by document until `isLate`.
 */
export function previewDraft(
  { lexicon: before, matcher }: { readonly lexicon: Lexicon; readonly matcher: Matcher },
  after: Lexicon,
  object: string,
  database: Pick<StudyReader, 'corpus' | 'texts' | 'documentPassages' | 'glance'>,
  isLate: () => boolean,
): PreviewView {
  const touch = touchOf(before, after) ?? (() => true);
  const files = database.corpus().filter(({ status, document }) => status !== 'failed' && document !== null);
  const passages = files.reduce((sum, row) => sum + row.passages, 0);
  let looked = 0;

  function* touched(): Generator<Found> {
    for (const row of files) {
      if (row.document === null) continue;
      let labels: readonly (string | null)[] | null = null;
      // One statement is read to its end before another one asks the same table.
      for (const { ordinal, text, language } of [...database.texts(row.document)]) {
        if (isLate()) return;
        looked++;
        if (!touch(text, language)) continue;
        const [held] = database.documentPassages(row.document, ordinal, 1);
        if (held === undefined) continue;
        labels ??= database.glance(row.document)?.labels ?? [];
        const index = held.passage.runs[0]?.page ?? 0;
        const page = citedPage({ index, label: labels[index] ?? null });
        yield { ...row, ...held, page, persons: [], lexicon: before.hash };
      }
    }
  }

  const changes = diffHits(touched(), matcher, compile(after, { object }), {
    limit: 20 * mostLines,
    show: (found) => found,
  });
  const lines = (change: 'gained' | 'lost'): DraftLine[] =>
    changes
      .flatMap((one) =>
        one.lines
          .filter((line) => line.change === change)
          .map(({ change: _, ...line }) => ({
            category: one.category,
            document: line.passage.split('-')[0] ?? '',
            ...line,
          })),
      )
      .slice(0, mostLines);
  return {
    faults: [],
    passages,
    looked,
    changes: changes.map(({ lines: _, ...one }) => one),
    gained: lines('gained'),
    lost: lines('lost'),
  };
}
